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

/** One stretch of a period: 15 working days, then perhaps 15 more by an extension. */
export interface PeriodLeg {
  readonly days: number
  readonly unit: PeriodUnit
}

/**
 * A deadline as a recorded fact that explains itself. It is superseded by another record, never updated; colours are
 * comparisons of its threshold days with the business day.
 */
export interface DeadlineRecord {
  readonly ruleKey: string
  readonly ruleVersion: string
  readonly calendarVersion: string
  /** The event that started the clock, its day, and its time where one was given. */
  readonly startEvent: string
  readonly startOn: IsoDate
  readonly startAt: string | null
  /** The day not counted: the day of the event, or the day it counts as received. */
  readonly dayZero: IsoDate
  /** What is counted from day zero, one stretch after the other; empty for a date that is given, not counted. */
  readonly legs: readonly PeriodLeg[]
  readonly dueOn: IsoDate
  /** The moment the last day ends: `24:00` or the close of business. */
  readonly dueTime: string
  /** Working days of this period that were used up before a pause; 0 without one. */
  readonly usedDays: number
  /** Working days of the whole current period, extensions and `usedDays` included: the lamps' percentages go by it. */
  readonly countedDays: number
  readonly thresholds: AlertThresholds
  /** 暂定: a notice not yet published may still move it. */
  readonly provisional: boolean
}

/** The settings of a deadline rule apart from its length. */
type DeadlineSettings = Pick<DeadlineRule, 'key' | 'ruleVersion' | 'counting' | 'alert'>

/**
 * The last day and everything that follows from it, for an event under a rule. A restart
 * (rule D-17: a supplement arrived) is the same with the arrival as the event. Throws `OutsideCalendar`.
 */
export function computeDeadline(rule: DeadlineRule, event: StartEvent, calendar: WorkCalendar): DeadlineRecord {
  return countedDeadline(rule, event, [{ days: rule.days, unit: rule.unit }], 0, calendar)
}

/**
 * A deadline on a date that the notice or a person gives (rule D-14): nothing is counted but the lamps, from `event`
 * (publication, or the start of a stage) to the date. The date stays even on a rest day.
 */
export function fixedDeadline(
  rule: DeadlineSettings,
  event: StartEvent,
  dueOn: IsoDate,
  calendar: WorkCalendar,
): DeadlineRecord {
  return complete(rule, event, event.on, [], dueOn, 0, calendar)
}

/**
 * An extension (rule D-12): `granted` is counted from the old due day, and the lamps go by the whole lengthened period.
 * What started the clock stays; the approval is an event of its own in the ledger.
 */
export function extendDeadline(
  current: DeadlineRecord,
  granted: PeriodLeg,
  rule: { readonly counting: CountingRule; readonly alert: AlertRule },
  calendar: WorkCalendar,
): DeadlineRecord {
  const legs = current.legs.length === 0 ? [] : [...current.legs, granted]
  const dueOn = endOfLegs([granted], rule.counting, current.dueOn, calendar)
  return complete(settingsOf(current, rule), eventOf(current), current.dayZero, legs, dueOn, current.usedDays, calendar)
}

/** A deadline over given stretches, with the working days that were used up before a pause. */
export function countedDeadline(
  rule: DeadlineSettings,
  event: StartEvent,
  legs: readonly PeriodLeg[],
  usedDays: number,
  calendar: WorkCalendar,
): DeadlineRecord {
  const dayZero = receivedOn(rule.counting, event, calendar)
  return complete(rule, event, dayZero, legs, endOfLegs(legs, rule.counting, dayZero, calendar), usedDays, calendar)
}

/**
 * The same deadline by another calendar version (rule D-18): what an open item would become. A given date never moves;
 * its lamps may.
 */
export function recountDeadline(
  current: DeadlineRecord,
  rule: { readonly counting: CountingRule; readonly alert: AlertRule },
  calendar: WorkCalendar,
): DeadlineRecord {
  const settings = settingsOf(current, rule)
  return current.legs.length === 0
    ? fixedDeadline(settings, eventOf(current), current.dueOn, calendar)
    : countedDeadline(settings, eventOf(current), current.legs, current.usedDays, calendar)
}

/** The day an event counts as having happened (rule D-02). */
export function receivedOn(rule: CountingRule, event: StartEvent, calendar: WorkCalendar): IsoDate {
  if (rule.lateReceipt === 'sameDay') return event.on
  if (!isWorkingDay(calendar, event.on)) return workingDayFrom(calendar, event.on)
  const afterHours = event.at !== undefined && event.at > rule.closeOfBusiness
  return afterHours ? addWorkingDays(calendar, event.on, 1) : event.on
}

/** The last day of stretches counted one after the other from a day that is not counted (rules D-01, D-08, D-10, D-11). */
export function endOfLegs(
  legs: readonly PeriodLeg[],
  counting: CountingRule,
  dayZero: IsoDate,
  calendar: WorkCalendar,
): IsoDate {
  let last = dayZero
  for (const { days, unit } of legs) {
    if (unit === 'working') {
      last = addWorkingDays(calendar, last, days)
      continue
    }
    last = unit === 'calendar' ? addDays(last, days) : addMonths(last, unit === 'year' ? days * 12 : days)
    if (counting.restDayEnd === 'moves') last = workingDayFrom(calendar, last)
  }
  return last
}

/** True when something done on a day, at a time `HH:MM`, comes after the deadline (rule D-09). */
export function isLate(record: Pick<DeadlineRecord, 'dueOn' | 'dueTime'>, on: IsoDate, at?: string): boolean {
  if (on !== record.dueOn) return on > record.dueOn
  return at !== undefined && record.dueTime !== '24:00' && at > record.dueTime
}

function complete(
  rule: DeadlineSettings,
  event: StartEvent,
  dayZero: IsoDate,
  legs: readonly PeriodLeg[],
  dueOn: IsoDate,
  usedDays: number,
  calendar: WorkCalendar,
): DeadlineRecord {
  const countedDays = usedDays + Math.max(0, countWorkingDays(calendar, dayZero, dueOn))
  return {
    ruleKey: rule.key,
    ruleVersion: rule.ruleVersion,
    calendarVersion: calendar.versionId,
    startEvent: event.kind,
    startOn: event.on,
    startAt: event.at ?? null,
    dayZero,
    legs,
    dueOn,
    dueTime: rule.counting.dayEnds === 'midnight' ? '24:00' : rule.counting.closeOfBusiness,
    usedDays,
    countedDays,
    thresholds: alertThresholds(calendar, rule.alert, { dayZero, dueOn, periodDays: countedDays }),
    provisional: legs.length > 0 && touchesUnpublished(calendar, dayZero, dueOn),
  }
}

function settingsOf(record: DeadlineRecord, rule: { counting: CountingRule; alert: AlertRule }): DeadlineSettings {
  return { key: record.ruleKey, ruleVersion: record.ruleVersion, counting: rule.counting, alert: rule.alert }
}

function eventOf(record: DeadlineRecord): StartEvent {
  const { startEvent: kind, startOn: on, startAt } = record
  return startAt === null ? { kind, on } : { kind, on, at: startAt }
}
