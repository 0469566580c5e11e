import type { IsoDate } from './dates.ts'
import { calendarLength, dayOfIndex } from './work-calendar-days.ts'
import { dayFacts, type DayFacts, type WorkCalendar } from './work-calendar.ts'

/** A day that two calendars see differently. */
export interface DayDifference {
  readonly day: IsoDate
  readonly before: DayFacts
  readonly after: DayFacts
  /** True when it becomes or stops being a working day: only such days move deadlines. */
  readonly moves: boolean
}

/** Every day whose kind or name differs, in order: what a person looks at before adopting a new version (rule D-27). */
export function calendarDifference(before: WorkCalendar, after: WorkCalendar): DayDifference[] {
  const differences: DayDifference[] = []
  for (let index = 0; index < calendarLength; index++) {
    if (before.kinds[index] === after.kinds[index] && before.names.get(index) === after.names.get(index)) continue
    const day = dayOfIndex(index)
    const was = dayFacts(before, day)
    const becomes = dayFacts(after, day)
    differences.push({ day, before: was, after: becomes, moves: was.working !== becomes.working })
  }
  return differences
}
