import { addDays, isIsoDate, type IsoDate } from './dates.ts'
import { checkYear, type CalendarProblem, type CalendarProposal } from './work-calendar-proposal.ts'
import { readSentence } from './work-calendar-sentence.ts'
import type { ArrangedDay, CalendarNotice, CalendarYear } from './work-calendar-year.ts'

/**
 * Reads the pasted text of a notice of the General Office of the State Council (rules D-27, D-28): the yearly
 * arrangement, or a later notice that lengthens one holiday, for which `known` must hold the year as it stands. Text
 * around the notice (a web page) does no harm. Never throws; what is wrong is in `problems`.
 */
export function readHolidayNotice(
  text: string,
  options: { readonly url?: string; readonly known?: readonly CalendarYear[] } = {},
): CalendarProposal {
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  const title = /关于(延长)?(\d{4})年(?:部分节假日安排|[^。]{1,12}假期)的通知/.exec(plain)
  if (title === null) return { year: null, problems: [problem('calendar.notice-no-year', 'error')] }
  const year = +title[2]!
  const lengthens = title[1] !== undefined
  const known = options.known?.find((entry) => entry.year === year)
  if (lengthens && known === undefined)
    return { year: null, problems: [problem('calendar.notice-needs-year', 'error', { year })] }

  const notice = noticeOf(plain, options.url ?? '')
  const problems = notice.number === '' ? [problem('calendar.notice-no-number', 'warning')] : []
  const body = bodyOf(plain)
  const read = lengthens ? readLengthening(body, known!, problems) : readArrangement(body, year, problems)
  if (read.length === 0) problems.push(problem('calendar.notice-no-holidays', 'error', { year }))
  const proposed: CalendarYear = {
    year,
    status: 'published',
    notices: lengthens ? [...known!.notices, notice] : [notice],
    days: read.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  }
  if (read.length > 0) problems.push(...checkYear(proposed))
  return { year: proposed, problems }
}

function problem(
  code: CalendarProblem['code'],
  severity: CalendarProblem['severity'],
  facts: CalendarProblem['facts'] = {},
): CalendarProblem {
  return { code, severity, facts }
}

const itemStart = /[一二三四五六七八九十]+、(?=[^。:]{1,20}:)/g
const signature = /国务院办公厅(\d{4})年(\d{1,2})月(\d{1,2})日/

function noticeOf(plain: string, url: string): CalendarNotice {
  const number = /国办发明电[〔[(](\d{4})[〕\])](\d+)号/.exec(plain)
  const signed = signature.exec(plain)
  const issuedOn = signed ? `${signed[1]}-${signed[2]!.padStart(2, '0')}-${signed[3]!.padStart(2, '0')}` : ''
  return {
    number: number ? `国办发明电〔${number[1]}〕${number[2]}号` : '',
    issuedOn: isIsoDate(issuedOn) ? issuedOn : null,
    url,
  }
}

/** The notice without its preamble and without what follows the signature. */
function bodyOf(plain: string): string {
  const start = /[一二三四五六七八九十]+、(?=[^。:]{1,20}:|延长)/.exec(plain)?.index ?? plain.length
  const end = signature.exec(plain.slice(start))
  return end ? plain.slice(start, start + end.index) : plain.slice(start)
}

function readArrangement(body: string, year: number, problems: CalendarProblem[]): ArrangedDay[] {
  const days: ArrangedDay[] = []
  for (const item of body.split(itemStart).filter((text) => text !== '')) {
    const colon = item.indexOf(':')
    const name = item.slice(0, colon).replace(/^\d{4}年/, '')
    for (const sentence of item.slice(colon + 1).split('。')) {
      if (sentence.startsWith('鼓励')) {
        // An advice to take leave (除夕 2024) makes no day off.
        if (/\d+日/.test(sentence)) problems.push(problem('calendar.notice-advice', 'note', { text: sentence }))
        continue
      }
      const read = readSentence(sentence, year)
      problems.push(...read.problems)
      for (const date of read.off) days.push({ date, kind: 'off', name })
      for (const date of read.work) days.push({ date, kind: 'work', name })
    }
  }
  return days
}

/** 「延长2020年春节假期至2月2日(…),2月3日(星期一)起正常上班」: what was a make-up day inside becomes a day off. */
function readLengthening(body: string, known: CalendarYear, problems: CalendarProblem[]): ArrangedDay[] {
  const found = /延长(?:\d{4}年)?([^\d,。]{2,8}?)假期至(?:(\d{1,2})月)(\d{1,2})日/.exec(body)
  const name = found?.[1] ?? ''
  const last = known.days.findLast((day) => day.kind === 'off' && day.name.includes(name))
  const until: IsoDate = found ? `${known.year}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}` : ''
  if (last === undefined || !isIsoDate(until) || until <= last.date || until > addDays(last.date, 31)) {
    problems.push(problem('calendar.notice-sentence', 'error', { text: body.split('。')[0] ?? '' }))
    return []
  }
  const added: ArrangedDay[] = []
  for (let date = addDays(last.date, 1); date <= until; date = addDays(date, 1))
    added.push({ date, kind: 'off', name: last.name })
  return [...known.days.filter((day) => day.date <= last.date || day.date > until), ...added]
}
