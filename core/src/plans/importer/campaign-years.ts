import type { YearContext } from './deadlines.ts'
import { datesIn, lastDayOf } from './printed-dates.ts'
import type { ReadStage } from './stages.ts'
import { understandPeriod } from './stages.ts'

const yearIn = /((?:19|20)\d{2})\s*(?:[—–\-~至]\s*(?:(?:19|20)\d{2})\s*)?年/

/** The year a title, number or date prints; null when it prints none. A span of years gives none: it settles no single date. */
export function printedYear(text: string): number | null {
  if (/(?:19|20)\d{2}\s*[—–\-~～至]\s*(?:19|20)\d{2}/.test(text)) return null
  const m = yearIn.exec(text) ?? /[〔[【（(［]((?:19|20)\d{2})[〕\]】）)］]/.exec(text)
  return m ? Number(m[1]) : null
}

/** The day that a line prints with its year (a signature's date), or null. */
export function dayOf(text: string): string | null {
  const date = datesIn(text).find((one) => one.exact && one.year !== null)
  return date ? lastDayOf(date, date.year!) : null
}

/** The campaign's window: as stated (自…开始，到…结束), otherwise from the first stage to the last. */
export function campaignWindow(
  texts: readonly string[],
  stages: readonly ReadStage[],
): { start: string | null; end: string | null } {
  for (const text of texts) {
    const m =
      /(?:自|从)((?:19|20)\d{2}年[\d月日初上中下旬]{1,8})(?:开始|起|启动)?[，,]?\s*(?:到|至)((?:(?:19|20)\d{2}年)?[\d月日底末上中下旬]{1,8})(?:结束|止|基本结束)?/.exec(
        text,
      )
    if (!m) continue
    const { start, end } = understandPeriod(`${m[1]}—${m[2]}`, null)
    if (start !== null && end !== null) return { start, end }
  }
  const starts = stages.flatMap(({ start }) => (start === null ? [] : [start])).sort()
  const ends = stages.flatMap(({ end }) => (end === null ? [] : [end])).sort()
  return { start: starts[0] ?? null, end: ends.at(-1) ?? null }
}

/** Where the year of a list's dates comes from, strongest first: a remark, the list's title, the titles, the window, number, date. */
export function yearContext(
  sources: {
    remarks: readonly string[]
    listTitle: string
    titles: readonly string[]
    docNumber: string | null
    signedOn: string
  },
  window: { start: string | null; end: string | null },
): YearContext {
  for (const remark of sources.remarks) {
    const stated = /未(?:写|注|标|标注|注明|写明)(?:明)?(?:具体)?年份.{0,10}?((?:19|20)\d{2})年/.exec(remark)
    if (stated) return { year: Number(stated[1]), start: null, end: null }
  }
  const printed = [sources.listTitle, ...sources.titles].map(printedYear).find((year) => year !== null)
  const year =
    printed ??
    (window.start === null ? null : Number(window.start.slice(0, 4))) ??
    printedYear(sources.docNumber ?? '') ??
    printedYear(sources.signedOn)
  return { year: year ?? null, ...window }
}
