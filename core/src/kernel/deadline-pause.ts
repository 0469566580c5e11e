import { dayNumber, type IsoDate } from './dates.ts'
import type { DeadlineRule } from './deadline-rule.ts'
import { countedDeadline, type DeadlineRecord, type StartEvent } from './deadline.ts'
import { countWorkingDays, type WorkCalendar } from './work-calendar.ts'

/** A clock that stands still: what was left of its period when it stopped. */
export interface PausedClock {
  readonly pausedOn: IsoDate
  /** `working` when the whole rest is counted in working days, otherwise `calendar`. */
  readonly unit: 'working' | 'calendar'
  /** Days left after the day of the pause, in `unit`; 0 on the last day, negative when the deadline had passed. */
  readonly daysLeft: number
  /** Working days of the period used up to the day of the pause, that day included. */
  readonly usedDays: number
  readonly deadline: DeadlineRecord
}

/** Stops a clock (rule D-15): the day of the pause counts, the days after it are kept. */
export function pauseDeadline(deadline: DeadlineRecord, on: IsoDate, calendar: WorkCalendar): PausedClock {
  const { dueOn, legs, countedDays } = deadline
  const unit = legs.every((leg) => leg.unit === 'working') ? 'working' : 'calendar'
  const between = (from: IsoDate, to: IsoDate) =>
    unit === 'working' ? countWorkingDays(calendar, from, to) : dayNumber(to) - dayNumber(from)
  const daysLeft = on <= dueOn ? between(on, dueOn) : 0 - between(dueOn, on)
  const usedDays = on <= dueOn ? countedDays - countWorkingDays(calendar, on, dueOn) : countedDays
  return { pausedOn: on, unit, daysLeft, usedDays: Math.max(0, usedDays), deadline }
}

/**
 * Lets a paused clock run on with the days that were left; never with a new period (rule D-16). The day it resumes is
 * not counted. When none were left the due day does not move: it is overdue at once, so that handing in an empty answer
 * on the last day gains nothing. The lamps' percentages go by the whole period, as before the pause.
 */
export function resumeDeadline(
  paused: PausedClock,
  rule: Pick<DeadlineRule, 'counting' | 'alert'>,
  event: StartEvent,
  calendar: WorkCalendar,
): DeadlineRecord {
  const { deadline, daysLeft, unit, usedDays } = paused
  if (daysLeft <= 0) return deadline
  const settings = {
    key: deadline.ruleKey,
    ruleVersion: deadline.ruleVersion,
    counting: rule.counting,
    alert: rule.alert,
  }
  return countedDeadline(settings, event, [{ days: daysLeft, unit }], usedDays, calendar)
}
