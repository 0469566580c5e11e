import { addDays, type IsoDate } from '../kernel/dates.ts'
import { isWorkingDay, workingDayFrom, type WorkCalendar } from '../kernel/work-calendar.ts'
import type { RuleSet } from './rule-set.ts'

type QuietHours = RuleSet['reminders']['quietHours']['value']

/** A moment in China: a day and `HH:MM`. */
export interface Moment {
  readonly day: IsoDate
  readonly at: string
}

/** True when no reminder may leave at this moment (rule D-26). `from` belongs to the quiet hours, `until` does not. */
export function isQuiet(quiet: QuietHours, moment: Moment, calendar: WorkCalendar): boolean {
  if (quiet.restDays && !isWorkingDay(calendar, moment.day)) return true
  const { from, until } = quiet
  return from <= until ? moment.at >= from && moment.at < until : moment.at >= from || moment.at < until
}

/** The first moment from this one on at which a reminder may leave; the moment itself when it is not quiet. */
export function sendableFrom(quiet: QuietHours, moment: Moment, calendar: WorkCalendar): Moment {
  const { from, until } = quiet
  const openDay = (day: IsoDate) => (quiet.restDays ? workingDayFrom(calendar, day) : day)
  const startOf = (day: IsoDate): Moment => ({ day: openDay(day), at: '00:00' })
  let next = openDay(moment.day) === moment.day ? moment : startOf(moment.day)
  const overMidnight = from > until
  if (overMidnight && next.at >= from) next = startOf(addDays(next.day, 1))
  const early = overMidnight ? next.at < until : next.at >= from && next.at < until
  return early ? { day: next.day, at: until } : next
}
