import type { IsoDate } from './dates.ts'
import type { DeadlineRecord } from './deadline.ts'
import { dayOfIndex, indexOfDay } from './work-calendar-days.ts'
import { dayFacts, type DayKind, type WorkCalendar } from './work-calendar.ts'

/**
 * What a new calendar version does to an open deadline: its last day moves, only the days of the alert levels move, or
 * nothing moves but what was 暂定 becomes certain (or the other way round).
 */
export const recountEffects = ['due', 'alerts', 'certainty'] as const
export type RecountEffect = (typeof recountEffects)[number]

/** The effect of replacing one record by another; null when a person would see no difference (rule D-18). */
export function recountEffect(before: DeadlineRecord, after: DeadlineRecord): RecountEffect | null {
  if (before.dueOn !== after.dueOn || before.dueTime !== after.dueTime) return 'due'
  const [was, is] = [before.thresholds, after.thresholds]
  if (was.blueFrom !== is.blueFrom || was.yellowFrom !== is.yellowFrom) return 'alerts'
  return before.provisional === after.provisional ? null : 'certainty'
}

/**
 * Whether any day between two days, ends included, is another day under the new calendar: working or not, settled or not.
 * A deadline none of whose days from day zero to the due day changed is counted as before, so that of a million open ones
 * only those that are touched have to be counted again.
 */
export function touchedBetween(before: WorkCalendar, after: WorkCalendar): (from: IsoDate, to: IsoDate) => boolean {
  const changedBefore = new Int32Array(before.kinds.length + 1)
  const works = (calendar: WorkCalendar, i: number) => calendar.workedBefore[i + 1]! - calendar.workedBefore[i]!
  const open = (calendar: WorkCalendar, i: number) => calendar.unsettledBefore[i + 1]! - calendar.unsettledBefore[i]!
  for (let i = 0; i < before.kinds.length; i++) {
    const same = works(before, i) === works(after, i) && open(before, i) === open(after, i)
    changedBefore[i + 1] = changedBefore[i]! + (same ? 0 : 1)
  }
  return (from, to) => changedBefore[indexOfDay(to) + 1]! > changedBefore[indexOfDay(from)]!
}

/** A day of a deadline that the new calendar sees differently: the reason why the deadline moves. */
export interface ChangedDay {
  readonly day: IsoDate
  readonly before: { readonly kind: DayKind; readonly name: string }
  readonly after: { readonly kind: DayKind; readonly name: string }
}

/** The days from `from` to `to`, ends included, that became or stopped being working days. */
export function changedDays(before: WorkCalendar, after: WorkCalendar, from: IsoDate, to: IsoDate): ChangedDay[] {
  const changed: ChangedDay[] = []
  for (let index = indexOfDay(from); index <= indexOfDay(to); index++) {
    if (before.kinds[index] === after.kinds[index]) continue
    const day = dayOfIndex(index)
    const [was, is] = [dayFacts(before, day), dayFacts(after, day)]
    if (was.working === is.working) continue
    changed.push({
      day,
      before: { kind: was.kind, name: was.name },
      after: { kind: is.kind, name: is.name },
    })
  }
  return changed
}
