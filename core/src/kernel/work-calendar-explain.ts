import type { IsoDate } from './dates.ts'
import { dayOfIndex, indexOfDay } from './work-calendar-days.ts'
import { addWorkingDays, dayFacts, type DayKind, type WorkCalendar } from './work-calendar.ts'

/** One day of an explanation. Exactly one of: day zero, counted (with its number), skipped. */
export interface ExplainedDay {
  readonly day: IsoDate
  /** 1 for the first counted day; null when the day does not count. */
  readonly number: number | null
  readonly dayZero: boolean
  readonly kind: DayKind
  /** The holiday, empty for an ordinary day. */
  readonly name: string
  readonly unsettled: boolean
}

/**
 * Every day from `from` (day zero) to the n-th working day after it, in order, each counted or skipped with its reason.
 * The last day is `addWorkingDays(calendar, from, n)`. n ≥ 0.
 */
export function explainDays(calendar: WorkCalendar, from: IsoDate, n: number): ExplainedDay[] {
  return explainTo(calendar, from, n <= 0 ? from : addWorkingDays(calendar, from, n))
}

/** The same between two days: day zero first, `to` last. Empty when `to` is before `from`. */
export function explainTo(calendar: WorkCalendar, from: IsoDate, to: IsoDate): ExplainedDay[] {
  const start = indexOfDay(from)
  const end = indexOfDay(to)
  const days: ExplainedDay[] = []
  let number = 0
  for (let index = start; index <= end; index++) {
    const day = dayOfIndex(index)
    const { working, ...facts } = dayFacts(calendar, day)
    const dayZero = index === start
    if (working && !dayZero) number++
    days.push({ day, number: working && !dayZero ? number : null, dayZero, ...facts })
  }
  return days
}
