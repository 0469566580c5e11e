import type { IsoDate } from '../kernel/dates.ts'
import { recountEffect, type RecountEffect } from '../kernel/deadline-recount.ts'
import { recountDeadline, type DeadlineRecord } from '../kernel/deadline.ts'
import type { WorkCalendar } from '../kernel/work-calendar.ts'
import { openKinds, type LivePart, type Part } from './assignment-state.ts'
import { countedBack, innerDueOn, movedDeadline } from './opening.ts'
import type { TaskFacts } from './task-state.ts'

/**
 * True when a part's date is the one that follows from the lead's due day (rule D-25) and nobody set another: only then
 * does it move with the calendar, and only then is it explained as counted. `calendar` is the version it was counted with.
 */
export function isCountedBack(part: Part, above: IsoDate, leadDays: number, calendar: WorkCalendar): boolean {
  const { deadline, handsInTo } = part
  if (deadline === null || handsInTo.kind !== 'lead' || leadDays === 0) return false
  return innerDueOn(leadDays, deadline.startOn, above, calendar) === deadline.dueOn
}

export interface RecountedPart {
  readonly deadline: DeadlineRecord
  readonly effect: RecountEffect
}

/** Taken by the lead: its work is done, only the task's end is missing. */
const settled = 'accepted'

/**
 * An open part's deadline by another calendar (rule D-18); null when nothing that a person sees would change. A date that
 * the notice or a person gave stays (rule D-14), only its alert levels are counted again. An inner date that was counted
 * back from the lead's due day (rule D-25) is counted back again, but never to a day before today. `before` is the
 * calendar the deadline was counted with, `above` the due day of the part it hands in to.
 */
export function recountPart(
  state: LivePart,
  above: IsoDate | null,
  facts: { readonly rule: TaskFacts['rule']; readonly leadDays: number },
  on: { readonly before: WorkCalendar; readonly after: WorkCalendar; readonly businessDay: IsoDate },
): RecountedPart | null {
  const { part } = state
  const current = part.deadline
  if (current === null || !openKinds.includes(state.kind) || state.kind === settled) return null
  const again = (): DeadlineRecord => {
    if (above === null || !isCountedBack(part, above, facts.leadDays, on.before))
      return recountDeadline(current, facts.rule, on.after)
    const counted = innerDueOn(facts.leadDays, current.startOn, above, on.after)
    const earliest = current.dueOn < on.businessDay ? current.dueOn : on.businessDay
    const dueOn = counted < earliest ? earliest : counted
    return countedBack(movedDeadline(facts.rule, current, on.businessDay, dueOn, on.after), above, on.after)
  }
  const deadline = again()
  const effect = recountEffect(current, deadline)
  // A lamp that is red already does not turn blue another day.
  const over = effect !== 'due' && current.dueOn < on.businessDay
  return effect === null || over ? null : { deadline, effect }
}
