import { weekday } from './dates.ts'
import { firstCalendarYear, lastCalendarYear, statutoryHolidays } from './work-calendar-statutory.ts'
import type { CalendarYear } from './work-calendar-year.ts'

/** What can be wrong with a year that somebody brings. Sentences: `work-calendar-labels.zh.ts`. */
export const calendarProblemCodes = [
  'calendar.file-not-json',
  'calendar.file-shape',
  'calendar.year-empty',
  'calendar.year-not-covered',
  'calendar.day-twice',
  'calendar.day-of-other-year',
  'calendar.make-up-on-weekday',
  'calendar.holiday-missing',
  'calendar.statutory-day-not-off',
  'calendar.notice-no-year',
  'calendar.notice-no-number',
  'calendar.notice-no-holidays',
  'calendar.notice-date',
  'calendar.notice-weekday',
  'calendar.notice-total',
  'calendar.notice-sentence',
  'calendar.notice-advice',
  'calendar.notice-needs-year',
  'calendar.file-letters',
  'calendar.reaches-back',
  'calendar.december-open',
  'calendar.year-skipped',
  'calendar.past-days',
  'calendar.local-day-outside',
  'calendar.local-division',
  'calendar.local-work-on-weekday',
  'calendar.source-missing',
  'calendar.version-unknown',
] as const
export type CalendarProblemCode = (typeof calendarProblemCodes)[number]

export interface CalendarProblem {
  readonly code: CalendarProblemCode
  /** An `error` keeps the year from being adopted, a `warning` wants a look, a `note` only tells. */
  readonly severity: 'error' | 'warning' | 'note'
  /** `text` is the sentence or field concerned, as it was given. */
  readonly facts: Readonly<Record<string, string | number>>
}

/** A year that somebody brings, for a person to adopt. `year` is null when nothing could be read. */
export interface CalendarProposal {
  readonly year: CalendarYear | null
  readonly problems: readonly CalendarProblem[]
}

export function canBeAdopted(
  proposal: CalendarProposal,
): proposal is CalendarProposal & { readonly year: CalendarYear } {
  return proposal.year !== null && proposal.problems.every((problem) => problem.severity !== 'error')
}

export const sevenHolidays = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'] as const

/** Checks that hold for every year, however it came in (rule D-28). */
export function checkYear(year: CalendarYear): CalendarProblem[] {
  const problems: CalendarProblem[] = []
  const add = (code: CalendarProblemCode, severity: CalendarProblem['severity'], facts: CalendarProblem['facts']) =>
    problems.push({ code, severity, facts })
  if (year.year < firstCalendarYear || year.year > lastCalendarYear) {
    add('calendar.year-not-covered', 'error', { year: year.year, first: firstCalendarYear, last: lastCalendarYear })
    return problems
  }
  if (year.days.length === 0) {
    add('calendar.year-empty', 'error', { year: year.year })
    return problems
  }
  const seen = new Set<string>()
  for (const { date, kind, name } of year.days) {
    if (seen.has(date)) add('calendar.day-twice', 'error', { date })
    seen.add(date)
    if (date < `${year.year - 1}-12-01` || date > `${year.year}-12-31`)
      add('calendar.day-of-other-year', 'error', { date, year: year.year })
    if (kind === 'work' && weekday(date) <= 5) add('calendar.make-up-on-weekday', 'error', { date, name })
  }
  const off = year.days.filter((day) => day.kind === 'off')
  const missing = sevenHolidays.filter((holiday) => !off.some((day) => day.name.includes(holiday)))
  if (missing.length > 0) add('calendar.holiday-missing', 'warning', { year: year.year, names: missing.join('、') })
  for (const { date, name } of statutoryHolidays(year.year))
    if (!off.some((day) => day.date === date) && weekday(date) <= 5)
      add('calendar.statutory-day-not-off', 'warning', { date, name })
  return problems
}
