import type { IsoDate } from './dates.ts'
import { calendarLength, dayOfIndex, firstDayNumber, indexOfDay, OutsideCalendar } from './work-calendar-days.ts'
import { firstCalendarYear, lastCalendarYear, statutoryHolidays } from './work-calendar-statutory.ts'
import type { CalendarVersion, YearStatus } from './work-calendar-year.ts'

/** Why a day is or is not a working day (rule D-03). The order is the code stored for each day of a calendar. */
export const dayKinds = [
  'workday', // an ordinary Monday to Friday
  'weekend',
  'holiday', // 放假 by the notice, weekends inside the block included
  'makeUpWorkday', // 调休上班 by the notice
  'statutoryHoliday', // off by the law alone: no notice names the day
  'localHoliday',
  'localWorkday',
] as const
export type DayKind = (typeof dayKinds)[number]

const working: Readonly<Record<DayKind, boolean>> = {
  workday: true,
  weekend: false,
  holiday: false,
  makeUpWorkday: true,
  statutoryHoliday: false,
  localHoliday: false,
  localWorkday: true,
}

/** What is known of one day. `name` is the holiday it belongs to, empty for an ordinary day. */
export interface DayFacts {
  readonly kind: DayKind
  readonly working: boolean
  readonly name: string
  /** True when a later notice may still change it: everything that counts this day is 暂定. */
  readonly unsettled: boolean
}

/**
 * A calendar ready for counting: prefix sums over all covered days, so that adding and counting working days are two
 * array look-ups whatever the distance. Immutable; make one per `CalendarVersion` and keep it.
 */
export interface WorkCalendar {
  readonly versionId: string
  readonly first: IsoDate
  readonly last: IsoDate
  readonly statusOfYear: Readonly<Record<number, YearStatus>>
  /** `DayKind` code of each day. */
  readonly kinds: Uint8Array
  readonly names: ReadonlyMap<number, string>
  /** Working days before day i; one entry more than there are days. */
  readonly workedBefore: Int32Array
  /** Index of the k-th working day. */
  readonly workdays: Int32Array
  /** Unsettled days before day i. */
  readonly unsettledBefore: Int32Array
}

/** Builds the calendar of a version. A later notice wins over an earlier one, a local day over both (rules D-05, D-07). */
export function buildWorkCalendar(version: CalendarVersion): WorkCalendar {
  const kinds = new Uint8Array(calendarLength)
  const names = new Map<number, string>()
  const statusOfYear: Record<number, YearStatus> = {}
  // 1970-01-01 was a Thursday: (number + 3) mod 7 is 5 on Saturday and 6 on Sunday.
  for (let i = 0; i < calendarLength; i++) if ((firstDayNumber + i + 3) % 7 >= 5) kinds[i] = code('weekend')
  const set = (date: IsoDate, kind: DayKind, name: string) => {
    const index = indexOfDay(date)
    kinds[index] = code(kind)
    names.set(index, name)
  }
  for (let year = firstCalendarYear; year <= lastCalendarYear; year++) {
    statusOfYear[year] = version.years.find((entry) => entry.year === year)?.status ?? 'none'
    // Under a notice too: a day the law gives stays off when an incomplete year was adopted.
    for (const { date, name } of statutoryHolidays(year)) set(date, 'statutoryHoliday', name)
  }
  for (const year of version.years.toSorted((a, b) => a.year - b.year))
    for (const { date, kind, name } of year.days) set(date, kind === 'off' ? 'holiday' : 'makeUpWorkday', name)
  for (const { date, kind, name } of version.localDays)
    set(date, kind === 'off' ? 'localHoliday' : 'localWorkday', name)

  const workedBefore = new Int32Array(calendarLength + 1)
  const unsettledBefore = new Int32Array(calendarLength + 1)
  const workdays: number[] = []
  for (let i = 0; i < calendarLength; i++) {
    const works = working[dayKinds[kinds[i]!]!]
    if (works) workdays.push(i)
    workedBefore[i + 1] = workedBefore[i]! + (works ? 1 : 0)
    unsettledBefore[i + 1] = unsettledBefore[i]! + (isUnsettled(dayOfIndex(i), statusOfYear) ? 1 : 0)
  }
  return {
    versionId: version.id,
    first: dayOfIndex(0),
    last: dayOfIndex(calendarLength - 1),
    statusOfYear,
    kinds,
    names,
    workedBefore,
    workdays: Int32Array.from(workdays),
    unsettledBefore,
  }
}

function code(kind: DayKind): number {
  return dayKinds.indexOf(kind)
}

// rule D-05: the last week of December is settled only when the next year's notice is loaded
function isUnsettled(date: IsoDate, status: Readonly<Record<number, YearStatus>>): boolean {
  const year = +date.slice(0, 4)
  if (status[year] !== 'published') return true
  return date.slice(5) >= '12-25' && status[year + 1] !== 'published'
}

/** All that is known of one day. Throws `OutsideCalendar` for a day that is not covered. */
export function dayFacts(calendar: WorkCalendar, day: IsoDate): DayFacts {
  const index = indexOfDay(day)
  const kind = dayKinds[calendar.kinds[index]!]!
  return {
    kind,
    working: working[kind],
    name: calendar.names.get(index) ?? '',
    unsettled: calendar.unsettledBefore[index + 1]! > calendar.unsettledBefore[index]!,
  }
}

export function isWorkingDay(calendar: WorkCalendar, day: IsoDate): boolean {
  const index = indexOfDay(day)
  return calendar.workedBefore[index + 1]! > calendar.workedBefore[index]!
}

/**
 * The n-th working day after `from`, `from` itself not counted (rule D-01); for negative n, before it. For 0: `from`, or
 * the next working day when it is a rest day. The answer is always a working day.
 */
export function addWorkingDays(calendar: WorkCalendar, from: IsoDate, n: number): IsoDate {
  const index = indexOfDay(from)
  const found =
    n > 0
      ? calendar.workdays[calendar.workedBefore[index + 1]! + n - 1]
      : calendar.workdays[calendar.workedBefore[index]! + n]
  if (found === undefined) throw new OutsideCalendar(`${from} ${n < 0 ? '-' : '+'} ${Math.abs(n)}`)
  return dayOfIndex(found)
}

/**
 * Working days from `from` to `to`: `from` not counted, `to` counted. Negative when `to` is earlier. It undoes
 * `addWorkingDays`: `countWorkingDays(c, d, addWorkingDays(c, d, n)) === n` for every n ≠ 0 (and for 0 on a working day).
 */
export function countWorkingDays(calendar: WorkCalendar, from: IsoDate, to: IsoDate): number {
  const start = indexOfDay(from)
  const end = indexOfDay(to)
  const before = calendar.workedBefore
  // The subtraction is written so that no difference becomes -0.
  return end >= start ? before[end + 1]! - before[start + 1]! : before[end]! - before[start]!
}

/** The working days of a covered year, 1 January to 31 December. */
export function workingDaysOfYear(calendar: WorkCalendar, year: number): number {
  const before = calendar.workedBefore
  return before[indexOfDay(`${year}-12-31`) + 1]! - before[indexOfDay(`${year}-01-01`)]!
}

/** The day itself when it is a working day, otherwise the next one. */
export function workingDayFrom(calendar: WorkCalendar, day: IsoDate): IsoDate {
  return addWorkingDays(calendar, day, 0)
}

/** True when a day of the range, ends included, may still be changed by a notice: the result is 暂定 (rule D-06). */
export function touchesUnpublished(calendar: WorkCalendar, from: IsoDate, to: IsoDate): boolean {
  const start = indexOfDay(from <= to ? from : to)
  const end = indexOfDay(from <= to ? to : from)
  return calendar.unsettledBefore[end + 1]! > calendar.unsettledBefore[start]!
}

/**
 * Adds working days to many days at once, for listing what a new calendar version would move. `from` and the answer are
 * day numbers (days since 1970-01-01); `n` > 0. Throws `OutsideCalendar` when a result is not covered.
 */
export function addWorkingDaysToMany(calendar: WorkCalendar, from: Int32Array, n: Int32Array): Int32Array {
  const due = new Int32Array(from.length)
  const { workedBefore, workdays } = calendar
  for (let i = 0; i < from.length; i++) {
    const found = workdays[workedBefore[from[i]! - firstDayNumber + 1]! + n[i]! - 1]
    if (found === undefined) throw new OutsideCalendar(`day ${from[i]} + ${n[i]}`)
    due[i] = found + firstDayNumber
  }
  return due
}
