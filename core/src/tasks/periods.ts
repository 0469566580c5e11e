import { addDays, type IsoDate } from '../kernel/dates.ts'
import { isRecurrence, periodsOf, yearlyConclusions, type DutyPeriod } from '../kernel/deadline-periods.ts'
import type { TaskFacts } from './task-state.ts'

type Window = Pick<TaskFacts, 'printed' | 'window' | 'settings'>

/**
 * The periods of a task in order: those of a recurring duty, the years of an ongoing one, none for a task that is done
 * once. A recurrence nobody knows, or a campaign made of stubs that are all skipped, is one period over the campaign:
 * a printed duty never vanishes.
 */
export function taskPeriods({ printed, window, settings }: Window): DutyPeriod[] {
  if (printed.kind === 'ongoing') {
    const days = yearlyConclusions(window.start, window.end, settings.yearlyConclusionOn)
    return days.map((due, place) => ({
      key: due.slice(0, 4),
      opens: place === 0 ? window.start : addDays(days[place - 1]!, 1),
      due,
      stub: false,
    }))
  }
  if (printed.kind !== 'recurring') return []
  const every = printed.every ?? ''
  const periods = isRecurrence(every) ? periodsOf(every, window.start, window.end, settings.stubPeriods) : []
  return periods.length > 0 ? periods : [{ key: 'all', opens: window.start, due: window.end, stub: true }]
}

/** The period that stands open when a task is published on a day: the running one, or the next, or the last. */
export function firstPeriod(task: Window, publishedOn: IsoDate): DutyPeriod | null {
  const periods = taskPeriods(task)
  return periods.find((period) => period.due >= publishedOn) ?? periods.at(-1) ?? null
}

/** The next period that has not been opened; null when there is none. Periods before the first opened one stay unopened. */
export function nextPeriod(task: Window & Pick<TaskFacts, 'openedPeriods'>): DutyPeriod | null {
  const periods = taskPeriods(task)
  const last = task.openedPeriods.at(-1)
  if (last === undefined) return null
  const place = periods.findIndex((period) => period.key === last)
  return place < 0 ? null : (periods[place + 1] ?? null)
}
