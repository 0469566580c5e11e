import { civilDay, isoDay, lastDayOfMonth, weekday, type IsoDate } from '@yingshang/core/kernel/dates'
import { dayFacts, type DayKind, type WorkCalendar } from '@yingshang/core/kernel/work-calendar'

export interface ShownDay {
  readonly day: IsoDate
  readonly kind: DayKind
  readonly working: boolean
  readonly name: string
  readonly unsettled: boolean
}

export interface ShownMonth {
  readonly month: number
  /** Weeks from Monday to Sunday; null before the first and after the last day. */
  readonly weeks: readonly (readonly (ShownDay | null)[])[]
  readonly workingDays: number
}

/** The twelve months of a covered year. */
export function monthsOf(calendar: WorkCalendar, year: number): ShownMonth[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1
    const first = isoDay(civilDay(year, month, 1))
    const count = +lastDayOfMonth(year, month).slice(8)
    const days = Array.from({ length: count }, (_day, at): ShownDay => {
      const day = `${first.slice(0, 8)}${String(at + 1).padStart(2, '0')}`
      return { day, ...dayFacts(calendar, day) }
    })
    const cells: (ShownDay | null)[] = [...Array<null>(weekday(first) - 1).fill(null), ...days]
    while (cells.length % 7 !== 0) cells.push(null)
    const weeks = Array.from({ length: cells.length / 7 }, (_week, at) => cells.slice(at * 7, at * 7 + 7))
    return { month, weeks, workingDays: days.filter((one) => one.working).length }
  })
}

/** The word on a day that is not an ordinary one: 休 and 班, with 本 for the place's own. */
export const dayMarks: Readonly<Partial<Record<DayKind, string>>> = {
  holiday: '休',
  statutoryHoliday: '休',
  makeUpWorkday: '班',
  localHoliday: '本地休',
  localWorkday: '本地班',
}

export interface HolidayRow {
  readonly name: string
  /** Days off that follow one another. */
  readonly off: readonly { readonly from: IsoDate; readonly to: IsoDate; readonly days: number }[]
  readonly worked: readonly IsoDate[]
  readonly local: boolean
}

/** The holidays of a year in order, each with its days off and the days worked for it: the year as a notice says it. */
export function holidaysOf(months: readonly ShownMonth[]): HolidayRow[] {
  const days = months.flatMap(({ weeks }) => weeks.flat()).filter((day) => day !== null)
  const rows = new Map<string, { name: string; local: boolean; off: IsoDate[]; worked: IsoDate[] }>()
  for (const { day, kind, name, working } of days) {
    if (dayMarks[kind] === undefined) continue
    const local = kind === 'localHoliday' || kind === 'localWorkday'
    // 元旦 of the next year that begins in December is another holiday than the one in January.
    const key = `${name} ${local} ${name.includes('元旦') ? day.slice(5, 7) : ''}`
    const ofNext = name.includes('元旦') && day.slice(5, 7) === '12'
    const row = rows.get(key) ?? { name: ofNext ? `${name}（下一年）` : name, local, off: [], worked: [] }
    ;(working ? row.worked : row.off).push(day)
    rows.set(key, row)
  }
  return [...rows.values()].map(({ off, ...row }) => ({ ...row, off: runsOf(off) }))
}

function runsOf(days: readonly IsoDate[]) {
  const runs: { from: IsoDate; to: IsoDate; days: number }[] = []
  for (const day of days) {
    const last = runs.at(-1)
    if (last && isoDay(civilDay(+last.to.slice(0, 4), +last.to.slice(5, 7), +last.to.slice(8)) + 1) === day) {
      last.to = day
      last.days++
    } else runs.push({ from: day, to: day, days: 1 })
  }
  return runs
}
