import { civilDay, isoDay, lastDayOfMonth } from '../../kernel/dates.ts'
import { countOf } from './numbering.ts'

/** A date as printed in Chinese, with what it leaves open. */
export interface PrintedDate {
  /** The year, when printed. */
  readonly year: number | null
  /** 1 for 明年/次年, 0 for 今年 or nothing said. */
  readonly yearOffset: number
  /** First and last month it covers, 1–12. */
  readonly fromMonth: number
  readonly month: number
  /** First and last day it covers in those months; `day` null = the month's last. */
  readonly fromDay: number
  readonly day: number | null
  /** True when it names one single day (or the end of a year). */
  readonly exact: boolean
  /** 2023年10月 with nothing after it. */
  readonly bareMonth: boolean
  readonly at: number
  readonly end: number
}

const number = (name: string): string => `(?<${name}>\\d{1,2}|[一二三四五六七八九十]{1,3})`
const hanYear = '二[〇○零O0][〇○零O0一二三四五六七八九]{2}'
const yearPart = `(?:(?<year>(?:19|20)\\d{2}|${hanYear})\\s*年(?:度)?\\s*|(?<relative>[今本当明次翌来去])年\\s*|(?<bare>(?:19|20)\\d{2})(?=第?[一二三四]季度|上半年|下半年))?`
const monthPart = `${number('month')}\\s*月(?:份)?\\s*(?:${number('day')}\\s*[日号]|(?<decade>上旬|中旬|下旬|初|中(?!旬)|底|末))?`
const wholePart = '(?<part>年底|年末|底|末|上半年|下半年|年中|年初|初|年内|内|全年)|第?(?<quarter>[一二三四1-4])季度'
const numeric = '(?<y>(?:19|20)\\d{2})(?<sep>[-./])(?<m>\\d{1,2})(?:\\k<sep>(?<d>\\d{1,2}))?(?!\\d)'
const pattern = new RegExp(
  `${yearPart}(?:${monthPart}|${wholePart})|${numeric}|(?<only>(?:19|20)\\d{2}|${hanYear})\\s*年(?:度)?|(?<whole>[今本当明次])年度?`,
  'g',
)

const decades: Record<string, readonly [number, number | null]> = {
  上旬: [1, 10],
  中旬: [11, 20],
  下旬: [21, null],
  初: [1, 10],
  中: [11, 20],
  底: [21, null],
  末: [21, null],
}
const yearParts: Record<string, readonly [number, number]> = {
  上半年: [1, 6],
  下半年: [7, 12],
  年中: [6, 6],
  年初: [1, 3],
  初: [1, 3],
}

/** Every date printed in a text, left to right. A bare 底 or 内 counts only after a year (2022年底). */
export function datesIn(text: string): PrintedDate[] {
  const found: PrintedDate[] = []
  for (const match of text.matchAll(pattern)) {
    const date = read(match)
    if (date) found.push({ ...date, at: match.index, end: match.index + match[0].length })
  }
  return found
}

function read(match: RegExpExecArray): Omit<PrintedDate, 'at' | 'end'> | null {
  const g = match.groups ?? {}
  const printed = g.year ?? g.bare ?? g.y ?? g.only
  const year =
    printed === undefined ? null : /^\d+$/.test(printed) ? Number(printed) : countOf(printed.replace(/[○O0]/g, '〇'))
  const yearOffset = g.relative === undefined ? 0 : '明次翌来'.includes(g.relative) ? 1 : g.relative === '去' ? -1 : 0
  const base = { year, yearOffset, fromDay: 1, day: null, exact: false, bareMonth: false }
  if (g.month !== undefined) {
    const month = countOf(g.month)
    const day = g.day === undefined ? null : countOf(g.day)
    const [from, to] = decades[g.decade ?? ''] ?? [1, null]
    return {
      ...base,
      fromMonth: month,
      month,
      fromDay: day ?? from,
      day: day ?? to,
      exact: day !== null,
      bareMonth: day === null && g.decade === undefined,
    }
  }
  if (g.part !== undefined) {
    if (g.part.length === 1 && year === null && g.relative === undefined) return null
    const [from, to] = yearParts[g.part] ?? (/全|内/.test(g.part) ? [1, 12] : [12, 12])
    return { ...base, fromMonth: from, month: to, exact: /底|末/.test(g.part) }
  }
  if (g.quarter !== undefined) {
    const month = countOf(g.quarter) * 3
    return { ...base, fromMonth: month - 2, month }
  }
  if (g.m !== undefined) {
    const day = g.d === undefined ? null : Number(g.d)
    return { ...base, fromMonth: Number(g.m), month: Number(g.m), fromDay: day ?? 1, day, exact: day !== null }
  }
  if (g.whole !== undefined) return { ...base, yearOffset: '明次'.includes(g.whole) ? 1 : 0, fromMonth: 1, month: 12 }
  return year === null ? null : { ...base, fromMonth: 1, month: 12 }
}

/** True when the day printed exists; a month alone exists when it is 1–12. */
export function dateExists(date: PrintedDate, year: number): boolean {
  if (date.month < 1 || date.month > 12) return false
  return date.day === null || (date.day >= 1 && date.day <= Number(lastDayOfMonth(year, date.month).slice(8)))
}

export function lastDayOf(date: PrintedDate, year: number): string | null {
  if (!dateExists(date, year)) return null
  return date.day === null ? lastDayOfMonth(year, date.month) : isoDay(civilDay(year, date.month, date.day))
}

export function firstDayOf(date: PrintedDate, year: number): string | null {
  if (!dateExists({ ...date, day: date.fromDay, month: date.fromMonth }, year)) return null
  return isoDay(civilDay(year, date.fromMonth, date.fromDay))
}
