import { alertThresholds, type AlertThresholds } from './alert-level.ts'
import type { AlertRule } from './alert-level-rule.ts'
import { addDays, addMonths, type IsoDate } from './dates.ts'
import type { CountingRule, DeadlineRule, PeriodUnit } from './deadline-rule.ts'
import {
  addWorkingDays,
  countWorkingDays,
  isWorkingDay,
  touchesUnpublished,
  workingDayFrom,
  type WorkCalendar,
} from './work-calendar.ts'

/** What starts a clock: its name, the day it happened and, where it matters, the time `HH:MM` in China. */
export interface StartEvent {
  readonly kind: string
  readonly on: IsoDate
  readonly at?: string
}

/**
 * A deadline as a recorded fact that explains itself. It is superseded by another record, never updated; colours are
 * comparisons of its threshold days with the business day.
 */
export interface DeadlineRecord {
  readonly ruleKey: string
  readonly ruleVersion: string
  readonly calendarVersion: string
  /** The event that started the period, and its day. */
  readonly startEvent: string
  readonly startOn: IsoDate
  /** The day not counted: the day of the event, or the day it counts as received. */
  readonly dayZero: IsoDate
  /** The period after day zero; null for a date that is given, not counted. */
  readonly days: number | null
  readonly unit: PeriodUnit | null
  readonly dueOn: IsoDate
  /** The moment the last day ends: `24:00` or the close of business. */
  readonly dueTime: string
  /** Working days of the whole current period, extensions included: what the percentages of the lamps go by. */
  readonly countedDays: number
  readonly thresholds: AlertThresholds
  /** 暂定: a notice not yet published may still move it. */
  readonly provisional: boolean
}

/** The last day and everything that follows from it, for an event under a rule. */
export function computeDeadline(rule: DeadlineRule, event: StartEvent, calendar: WorkCalendar): DeadlineRecord {
  const dayZero = receivedOn(rule.counting, event, calendar)
  return record(rule, event, dayZero, endOfPeriod(rule, dayZero, calendar), calendar, 0)
}

/**
 * A deadline on a date that the notice or a person gives (rule D-14): nothing is counted but the lamps, from `event`
 * (publication, or the start of a stage) to the date. The date stays even on a rest day.
 */
export function fixedDeadline(
  rule: { readonly key: string; readonly ruleVersion: string; readonly counting: CountingRule; readonly alert: AlertRule },
  event: StartEvent,
  dueOn: IsoDate,
  calendar: WorkCalendar,
): DeadlineRecord {
  return record({ ...rule, days: null, unit: null }, event, event.on, dueOn, calendar, 0)
}

/**
 * An extension (rule D-12): its days are counted from the old due day, and the lamps go by the whole lengthened period.
 * `rule` holds the days granted; `event` is the approval.
 */
export function extendDeadline(
  current: DeadlineRecord,
  rule: DeadlineRule,
  event: StartEvent,
  calendar: WorkCalendar,
): DeadlineRecord {
  const dueOn = endOfPeriod(rule, current.dueOn, calendar)
  return record(rule, event, current.dueOn, dueOn, calendar, current.countedDays)
}

/** The day an event counts as having happened (rule D-02). */
export function receivedOn(rule: CountingRule, event: StartEvent, calendar: WorkCalendar): IsoDate {
  if (rule.lateReceipt === 'sameDay') return event.on
  if (!isWorkingDay(calendar, event.on)) return workingDayFrom(calendar, event.on)
  const afterHours = event.at !== undefined && event.at > rule.closeOfBusiness
  return afterHours ? addWorkingDays(calendar, event.on, 1) : event.on
}

/** The last day of a period after a day that is not counted (rules D-01, D-08, D-10, D-11). */
export function endOfPeriod(
  rule: { readonly days: number; readonly unit: PeriodUnit; readonly counting: CountingRule },
  dayZero: IsoDate,
  calendar: WorkCalendar,
): IsoDate {
  if (rule.unit === 'working') return addWorkingDays(calendar, dayZero, rule.days)
  const last =
    rule.unit === 'calendar'
      ? addDays(dayZero, rule.days)
      : addMonths(dayZero, rule.unit === 'year' ? rule.days * 12 : rule.days)
  return rule.counting.restDayEnd === 'moves' ? workingDayFrom(calendar, last) : last
}

interface RecordRule {
  readonly key: string
  readonly ruleVersion: string
  readonly days: number | null
  readonly unit: PeriodUnit | null
  readonly counting: CountingRule
  readonly alert: AlertRule
}

/** `earlierDays`: working days of the current period before `dayZero`, when the period is an extension of another. */
export function record(
  rule: RecordRule,
  event: StartEvent,
  dayZero: IsoDate,
  dueOn: IsoDate,
  calendar: WorkCalendar,
  earlierDays: number,
): DeadlineRecord {
  const countedDays = Math.max(0, countWorkingDays(calendar, dayZero, dueOn)) + earlierDays
  return {
    ruleKey: rule.key,
    ruleVersion: rule.ruleVersion,
    calendarVersion: calendar.versionId,
    startEvent: event.kind,
    startOn: event.on,
    dayZero,
    days: rule.days,
    unit: rule.unit,
    dueOn,
    dueTime: rule.counting.dayEnds === 'midnight' ? '24:00' : rule.counting.closeOfBusiness,
    countedDays,
    thresholds: alertThresholds(calendar, rule.alert, { dayZero, dueOn, periodDays: countedDays }),
    provisional: rule.unit !== null && touchesUnpublished(calendar, dayZero, dueOn),
  }
}
