import { addDays, isIsoDate, weekday, type IsoDate } from './dates.ts'
import type { CalendarProblem } from './work-calendar-proposal.ts'

/** What one sentence of a notice says: days off, days worked, and what does not add up. */
export interface NoticeSentence {
  readonly off: readonly IsoDate[]
  readonly work: readonly IsoDate[]
  readonly problems: readonly CalendarProblem[]
}

const oneDay = '(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日(?:\\(([^)]*)\\))?'
const dayOrRange = new RegExp(`^${oneDay}(?:(?:至|到|-|—|–|~)${oneDay})?`)
const offWords = /^(?:放假调休|调休放假|放假|补休)(?:(\d+)天)?$/
const workWords = /^(?:照常|正常)?上班$/
/** Parts of a sentence that carry no date and change nothing. */
const remarks = /^(?:与周末连休|不调休)$/
const weekdayNames = '一二三四五六日'

/**
 * Reads one sentence, normalised to half-width signs and without spaces or its full stop. Nothing is guessed: a part
 * that holds a date and is not understood is a problem with the sentence in it (rule D-28).
 */
export function readSentence(sentence: string, year: number): NoticeSentence {
  const off: IsoDate[] = []
  const work: IsoDate[] = []
  const problems: CalendarProblem[] = []
  const fail = (code: CalendarProblem['code'], facts: CalendarProblem['facts'] = {}) =>
    problems.push({ code, severity: 'error', facts: { text: sentence, ...facts } })

  for (const part of partsOf(sentence)) {
    const total = /^共(\d+)天$/.exec(part)
    if (total) {
      if (+total[1]! !== off.length) fail('calendar.notice-total', { stated: +total[1]!, found: off.length })
      continue
    }
    if (remarks.test(part)) continue
    const read = readDays(part, year)
    if (read === null) {
      if (/\d+日/.test(part)) fail('calendar.notice-sentence')
      continue
    }
    for (const wrong of read.wrong) fail(wrong.code, wrong.facts)
    const days = offWords.exec(read.rest)
    if (days) {
      off.push(...read.days)
      if (days[1] !== undefined && +days[1] !== read.days.length)
        fail('calendar.notice-total', { stated: +days[1], found: read.days.length })
    } else if (workWords.test(read.rest)) work.push(...read.days)
    else fail('calendar.notice-sentence')
  }
  return { off, work, problems }
}

/** The parts between commas, commas inside brackets left alone. */
function partsOf(sentence: string): string[] {
  return (sentence.match(/(?:\([^)]*\)|[^,;(]|\()+/g) ?? []).map((part) => part.trim()).filter((part) => part !== '')
}

interface ReadDays {
  readonly days: readonly IsoDate[]
  readonly rest: string
  readonly wrong: readonly { code: CalendarProblem['code']; facts: CalendarProblem['facts'] }[]
}

/** Days, ranges and lists at the start of a part; null when it does not start with one. A day may leave out month and year. */
function readDays(part: string, year: number): ReadDays | null {
  const days: IsoDate[] = []
  const wrong: { code: CalendarProblem['code']; facts: CalendarProblem['facts'] }[] = []
  let rest = part
  let inYear = String(year)
  let inMonth = ''
  const day = (found: RegExpExecArray, at: number): IsoDate | null => {
    inYear = found[at] ?? inYear
    inMonth = found[at + 1] ?? inMonth
    const date = `${inYear}-${inMonth.padStart(2, '0')}-${found[at + 2]!.padStart(2, '0')}`
    if (!isIsoDate(date)) {
      wrong.push({ code: 'calendar.notice-date', facts: { date: found[0] } })
      return null
    }
    const stated = /(?:星期|周)([一二三四五六日天])/.exec(found[at + 3] ?? '')?.[1]?.replace('天', '日')
    if (stated !== undefined && weekdayNames[weekday(date) - 1] !== stated)
      wrong.push({ code: 'calendar.notice-weekday', facts: { date, stated, found: weekdayNames[weekday(date) - 1]! } })
    return date
  }
  for (;;) {
    const found = dayOrRange.exec(rest)
    if (found === null) break
    rest = rest.slice(found[0].length).replace(/^[、和及]/, '')
    const first = day(found, 1)
    const last = found[7] === undefined ? first : day(found, 5)
    if (first === null || last === null) continue
    // A holiday of more than a month is a misprint; it must not fill the calendar.
    if (last < first || last > addDays(first, 31))
      wrong.push({ code: 'calendar.notice-date', facts: { date: found[0] } })
    else for (let date = first; date <= last; date = addDays(date, 1)) days.push(date)
  }
  return rest === part ? null : { days, rest, wrong }
}
