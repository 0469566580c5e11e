import type { AlertLamp, AlertLevel, AlertRule } from './alert-level-rule.ts'
import { addDays, type IsoDate } from './dates.ts'
import { dayOfIndex, indexOfDay } from './work-calendar-days.ts'
import { countWorkingDays, type WorkCalendar } from './work-calendar.ts'

/**
 * The first day of each lamp, stored with the deadline: blueFrom ≤ yellowFrom ≤ overdueFrom, the day after the due day. A
 * lamp that never comes on has the day of the next one.
 */
export interface AlertThresholds {
  readonly blueFrom: IsoDate
  readonly yellowFrom: IsoDate
  readonly overdueFrom: IsoDate
}

/**
 * The threshold days of a period (rule D-20). `dayZero` is the day not counted, `dueOn` the last day, `periodDays` the
 * working days of the whole current period including extensions, by which the percentages go.
 */
export function alertThresholds(
  calendar: WorkCalendar,
  rule: AlertRule,
  period: { readonly dayZero: IsoDate; readonly dueOn: IsoDate; readonly periodDays: number },
): AlertThresholds {
  const { dayZero, dueOn, periodDays } = period
  const blueFrom = lampOnFrom(calendar, dayZero, dueOn, daysLeftAt(rule.blue, periodDays))
  const yellowFrom = lampOnFrom(calendar, dayZero, dueOn, daysLeftAt(rule.yellow, periodDays))
  // A yellow lamp set wider than the blue one takes the blue one's place.
  return { blueFrom: blueFrom < yellowFrom ? blueFrom : yellowFrom, yellowFrom, overdueFrom: addDays(dueOn, 1) }
}

/**
 * The largest number of working days left at which the lamp is on; -1 when it never is. The share of days left is rounded
 * down to a whole per cent before it is compared, and the earlier of percentage and number wins (rule D-20).
 */
export function daysLeftAt(lamp: AlertLamp, periodDays: number): number {
  const byNumber = lamp.workingDaysLeft ?? -1
  if (lamp.percentLeft === null || periodDays <= 0) return byNumber
  // floor(100·left / period) ≤ percent  ⇔  100·left < (percent + 1)·period
  const byPercent = Math.ceil(((lamp.percentLeft + 1) * periodDays) / 100) - 1
  return Math.max(byNumber, Math.min(byPercent, periodDays))
}

/** The first day, from day zero on, on which at most `left` working days remain after it up to the due day. */
function lampOnFrom(calendar: WorkCalendar, dayZero: IsoDate, dueOn: IsoDate, left: number): IsoDate {
  // A lamp that is off never comes on before the red one.
  if (left < 0) return addDays(dueOn, 1)
  const upToDue = calendar.workedBefore[indexOfDay(dueOn) + 1]!
  const index = calendar.workdays[upToDue - left - 1]
  const day = index === undefined ? calendar.first : dayOfIndex(index)
  const notBeforeStart = day > dayZero ? day : dayZero
  return notBeforeStart < dueOn ? notBeforeStart : dueOn
}

/** The lamp of a deadline on a day: three comparisons of dates (rule D-21). */
export function alertLevelOn(record: { readonly thresholds: AlertThresholds }, day: IsoDate): AlertLevel {
  const { thresholds } = record
  if (day >= thresholds.overdueFrom) return 'red'
  if (day >= thresholds.yellowFrom) return 'yellow'
  if (day >= thresholds.blueFrom) return 'blue'
  return 'normal'
}

/** Anything with a due day: a deadline record or a row of a table. */
interface Due {
  readonly dueOn: IsoDate
}

/**
 * Working days left on a day (rule D-22), the day itself not counted and the due day counted; 0 on the due day; negative after it
 * (-2: 已超 2 个工作日). On a rest day right after the due day it is 0 although the lamp is red: see `timeLeftOn`.
 */
export function workingDaysLeft(calendar: WorkCalendar, record: Due, day: IsoDate): number {
  const { dueOn } = record
  return day <= dueOn ? countWorkingDays(calendar, day, dueOn) : 0 - countWorkingDays(calendar, dueOn, day)
}

/** What a screen says about the time left; every member has its own sentence. */
export type TimeLeft =
  | { readonly kind: 'workingDaysLeft'; readonly days: number }
  /** Not yet due, but no working day lies between: days of the calendar. */
  | { readonly kind: 'restDaysLeft'; readonly days: number }
  | { readonly kind: 'dueToday' }
  | { readonly kind: 'overdue'; readonly days: number }
  /** Past the due day with no working day since. */
  | { readonly kind: 'justOverdue' }

export function timeLeftOn(calendar: WorkCalendar, record: Due, day: IsoDate): TimeLeft {
  const { dueOn } = record
  if (day === dueOn) return { kind: 'dueToday' }
  const days = workingDaysLeft(calendar, record, day)
  if (day < dueOn)
    return days > 0
      ? { kind: 'workingDaysLeft', days }
      : { kind: 'restDaysLeft', days: indexOfDay(dueOn) - indexOfDay(day) }
  return days < 0 ? { kind: 'overdue', days: -days } : { kind: 'justOverdue' }
}
