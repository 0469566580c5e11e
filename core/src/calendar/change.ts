import { z } from 'zod'
import { weekday } from '../kernel/dates.ts'
import { isCalendarDay } from '../kernel/work-calendar-days.ts'
import type { CalendarProblem } from '../kernel/work-calendar-proposal.ts'
import { calendarYear } from '../kernel/work-calendar-year.ts'
import { divisionCovers, keptVersion, overlayDay, type KeptVersion, type OverlayDay } from './kept-version.ts'

/** What a new version changes: one year, the local days, or everything back to an earlier version. */
export const calendarChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('year'), year: calendarYear }),
  z.object({ kind: z.literal('overlay'), days: z.array(overlayDay) }),
  z.object({ kind: z.literal('restore'), version: keptVersion }),
])
export type CalendarChange = z.infer<typeof calendarChange>

/** The version that comes after `before` when the change is adopted. `before` stays as it is. */
export function versionAfter(
  before: KeptVersion,
  change: CalendarChange,
  as: { readonly number: number; readonly id: string; readonly adoptedOn: string },
): KeptVersion {
  switch (change.kind) {
    case 'year': {
      const others = before.years.filter((known) => known.year !== change.year.year)
      return { ...before, ...as, years: [...others, change.year].sort((a, b) => a.year - b.year) }
    }
    case 'overlay':
      return { ...before, ...as, overlay: change.days.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) }
    case 'restore':
      return { ...as, years: change.version.years, overlay: change.version.overlay }
  }
}

const keyOf = (day: OverlayDay) => `${day.date} ${day.division}`

/**
 * What is wrong with a change beside what reading it found: seen against the version in force, on a day. All of it at
 * once; an `error` keeps it from being adopted (rule D-28).
 */
export function changeProblems(
  before: KeptVersion,
  change: CalendarChange,
  at: { readonly division: string; readonly businessDay: string },
): CalendarProblem[] {
  if (change.kind === 'year') return yearProblems(before, change.year, at.businessDay)
  if (change.kind === 'overlay') return overlayProblems(change.days, at.division)
  return []
}

function yearProblems(before: KeptVersion, year: z.infer<typeof calendarYear>, businessDay: string): CalendarProblem[] {
  const problems: CalendarProblem[] = []
  const known = new Set(before.years.filter((one) => one.status === 'published').map((one) => one.year))
  const reaching = year.days.filter((day) => day.date < `${year.year}-01-01`).map((day) => day.date)
  // rule D-05: the days of last December that this notice settles, and those that wait for the next one
  if (reaching.length > 0)
    problems.push({
      code: 'calendar.reaches-back',
      severity: 'note',
      facts: { year: year.year, dates: reaching.join('、') },
    })
  if (!known.has(year.year + 1))
    problems.push({ code: 'calendar.december-open', severity: 'note', facts: { year: year.year, next: year.year + 1 } })
  const newest = Math.max(...known)
  if (year.year > newest + 1)
    problems.push({ code: 'calendar.year-skipped', severity: 'warning', facts: { year: year.year, newest } })
  const was = before.years.find((one) => one.year === year.year)
  const past = differing(was?.days ?? [], year.days).filter((date) => date <= businessDay)
  if (past.length > 0)
    problems.push({
      code: 'calendar.past-days',
      severity: 'warning',
      facts: { count: past.length, first: past[0]!, businessDay },
    })
  return problems
}

function differing(
  before: readonly { date: string; kind: string }[],
  after: readonly { date: string; kind: string }[],
): string[] {
  const was = new Map(before.map((day) => [day.date, day.kind]))
  const is = new Map(after.map((day) => [day.date, day.kind]))
  return [...new Set([...was.keys(), ...is.keys()])].filter((date) => was.get(date) !== is.get(date)).sort()
}

function overlayProblems(days: readonly OverlayDay[], division: string): CalendarProblem[] {
  const problems: CalendarProblem[] = []
  const seen = new Set<string>()
  for (const day of days) {
    const { date } = day
    if (!isCalendarDay(date)) problems.push({ code: 'calendar.local-day-outside', severity: 'error', facts: { date } })
    if (seen.has(keyOf(day))) problems.push({ code: 'calendar.day-twice', severity: 'error', facts: { date } })
    seen.add(keyOf(day))
    // Related: the installation's own division, one around it, or one inside it.
    if (!divisionCovers(day.division, division) && !divisionCovers(division, day.division))
      problems.push({
        code: 'calendar.local-division',
        severity: 'error',
        facts: { date, division: day.division, own: division },
      })
    if (isCalendarDay(date) && day.kind === 'work' && weekday(date) <= 5)
      problems.push({ code: 'calendar.local-work-on-weekday', severity: 'note', facts: { date, name: day.name } })
  }
  return problems
}
