import { addDays, type IsoDate } from './dates.ts'
import type { CountingRule, PeriodUnit } from './deadline-rule.ts'
import { endOfLegs, type DeadlineRecord } from './deadline.ts'
import { explainTo, type ExplainedDay } from './work-calendar-explain.ts'
import { dayFacts, type WorkCalendar } from './work-calendar.ts'

/** One day of a deadline's explanation. `number` counts inside its own leg, in the leg's unit; null for months and years. */
export interface ExplainedDeadlineDay extends ExplainedDay {
  /** Which stretch the day belongs to: 0 for the period itself, 1 for its first extension. */
  readonly leg: number
  /** The unit that is counted in; null for a date that was given. */
  readonly unit: PeriodUnit | null
  /** True for the days by which an end on a rest day was moved (rule D-11). */
  readonly endMoved: boolean
}

/**
 * Every day from day zero to the due day with its reason. `calendar` must be the version the record names, otherwise the
 * explanation is of the deadline as that calendar would count it.
 */
export function explainDeadline(
  record: Pick<DeadlineRecord, 'dayZero' | 'dueOn' | 'legs'>,
  counting: CountingRule,
  calendar: WorkCalendar,
): ExplainedDeadlineDay[] {
  if (record.legs.length === 0)
    return explainTo(calendar, record.dayZero, record.dueOn).map((day) => ({
      ...day,
      leg: 0,
      unit: null,
      endMoved: false,
    }))
  const days: ExplainedDeadlineDay[] = []
  const put = (day: IsoDate, number: number | null, leg: number, endMoved: boolean) => {
    const { working: _, ...facts } = dayFacts(calendar, day)
    days.push({ day, number, dayZero: days.length === 0, ...facts, leg, unit: record.legs[leg]!.unit, endMoved })
  }
  put(record.dayZero, null, 0, false)
  let last = record.dayZero
  for (const [place, leg] of record.legs.entries()) {
    const printedEnd = endOfLegs([leg], { ...counting, restDayEnd: 'stays' }, last, calendar)
    const end = endOfLegs([leg], counting, last, calendar)
    let number = 0
    for (let day = addDays(last, 1); day <= end; day = addDays(day, 1)) {
      const counts = leg.unit === 'calendar' || (leg.unit === 'working' && dayFacts(calendar, day).working)
      if (counts && day <= printedEnd) number++
      put(day, counts && day <= printedEnd ? number : null, place, day > printedEnd)
    }
    last = end
  }
  return days
}
