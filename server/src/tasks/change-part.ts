import type { WorkCalendar } from '@yingshang/core/kernel/work-calendar'
import type { AssignmentContext } from '@yingshang/core/tasks/assignment'
import type { LivePart } from '@yingshang/core/tasks/assignment-state'
import { afterChangingDate, afterWithdrawing } from '@yingshang/core/tasks/family'
import { movedDeadline } from '@yingshang/core/tasks/opening'
import type { Queryable } from '../platform/database/pools.ts'
import { notFound, refused } from '../platform/http/failure.ts'
import type { Occasion } from '../platform/ledger/decide.ts'
import { decideInFamily, decidePart, decideTask, endTaskIfDone, type FamilyOccasion } from './act-on-family.ts'
import type { Written } from './act-on-part.ts'
import { circumstancesOf } from './circumstances.ts'
import type { FamilyWrite } from './family-store.ts'
import { toUnit } from './notices.ts'

/** The office (or, for an inner part, the unit above) sets another date for one part. */
export function changePartDate(
  db: Queryable,
  calendar: WorkCalendar,
  occasion: Occasion,
  assignmentId: string,
  wish: { readonly dueOn: string; readonly reason: string },
): Promise<Written> {
  return decideInFamily(db, calendar, occasion, assignmentId, async (at, write) => {
    const context = await circumstancesOf(db, occasion, assignmentId)
    const part = moveDate(at, write, assignmentId, wish, context)
    return {
      outbox: [toUnit('task.dateChanged', { ...part, deadline: null }, assignmentId, at.facts)],
      result: { id: assignmentId, status: at.family.part(assignmentId).state.kind },
    }
  })
}

/** Sets the date of one part; the task is due when the last of its parts before the office is. */
export function moveDate(
  at: FamilyOccasion,
  write: FamilyWrite,
  assignmentId: string,
  wish: { readonly dueOn: string; readonly reason: string },
  context: AssignmentContext,
): LivePart['part'] {
  const { part } = at.family.part(assignmentId).state as LivePart
  const { businessDay } = at.occasion
  const deadline = movedDeadline(at.facts.rule, part.deadline, businessDay, wish.dueOn, at.calendar)
  decidePart(at, write, assignmentId, { type: 'changeDate', deadline, reason: wish.reason }, context)
  demandEarlierThanAbove(at, part, wish.dueOn)
  if (part.role === 'lead' && part.handsInTo.kind === 'office') {
    const family = at.family.family(part.period?.key ?? null)
    const others = afterChangingDate(family, at.facts, { ...wish, businessDay, calendar: at.calendar })
    write.addAll(others.filter((consequence) => consequence.id !== assignmentId))
  }
  const current = at.facts.openedPeriods.at(-1) ?? null
  if (
    part.handsInTo.kind === 'office' &&
    (part.period?.key ?? null) === current &&
    at.family.task.state.kind === 'open'
  ) {
    const dues = write
      .after()
      .filter(({ state }) => state.part.handsInTo.kind === 'office' && (state.part.period?.key ?? null) === current)
      .flatMap(({ state }) => state.part.deadline?.dueOn ?? [])
    const last = dues.sort().at(-1)
    if (last !== undefined && last !== at.facts.dueOn)
      write.addToTask([{ type: 'taskDueDateChanged', dueOn: last, reason: wish.reason }])
  }
  return part
}

/** The date of an inner part stays before that of the part it hands in to. */
function demandEarlierThanAbove(at: FamilyOccasion, part: LivePart['part'], innerDueOn: string): void {
  if (part.handsInTo.kind !== 'parent') return
  const above = at.family.part(part.handsInTo.assignmentId).state as LivePart
  const dueOn = above.part.deadline?.dueOn
  if (dueOn !== undefined && innerDueOn >= dueOn)
    throw refused({ code: 'assignment.inner-date-not-earlier', facts: { innerDueOn, dueOn } })
}

/** Another unit does the work from now on; what was passed on inside the first one ends. */
export function giveToUnit(
  db: Queryable,
  calendar: WorkCalendar,
  occasion: Occasion,
  assignmentId: string,
  wish: { readonly unitId: string; readonly reason: string },
): Promise<Written> {
  return decideInFamily(db, calendar, occasion, assignmentId, async (at, write) => {
    const context = await circumstancesOf(db, occasion, assignmentId, wish.unitId)
    const part = moveToUnit(at, write, assignmentId, wish, context)
    return {
      outbox: [
        toUnit('task.withdrawn', part, assignmentId, at.facts),
        toUnit('task.assigned', { ...part, unitId: wish.unitId }, assignmentId, at.facts),
      ],
      result: { id: assignmentId, status: 'assigned' },
    }
  })
}

export function moveToUnit(
  at: FamilyOccasion,
  write: FamilyWrite,
  assignmentId: string,
  wish: { readonly unitId: string; readonly reason: string },
  context: AssignmentContext & { readonly targetName: string | null },
): LivePart['part'] {
  if (!context.target) throw notFound('unit')
  const printedName = context.targetName ?? ''
  const { part } = decidePart(at, write, assignmentId, { type: 'handToUnit', ...wish, printedName }, context)
  const family = at.family.family(part.period?.key ?? null)
  write.addAll(afterWithdrawing(family, assignmentId, 'unitChanged', wish.reason, at.occasion.businessDay))
  if (part.role === 'lead' && at.family.task.state.kind === 'open')
    write.addToTask([{ type: 'leadNamed', unitId: wish.unitId, reason: wish.reason }])
  return part
}

/** A unit's part is withdrawn with everything below it; the task may be done without it. */
export function withdrawPart(
  db: Queryable,
  calendar: WorkCalendar,
  occasion: Occasion,
  assignmentId: string,
  reason: string,
): Promise<Written> {
  return decideInFamily(db, calendar, occasion, assignmentId, async (at, write) => {
    const context = await circumstancesOf(db, occasion, assignmentId)
    const command = { type: 'withdraw', because: 'office', reason } as const
    const { part } = decidePart(at, write, assignmentId, command, context)
    const family = at.family.family(part.period?.key ?? null)
    write.addAll(afterWithdrawing(family, assignmentId, 'office', reason, occasion.businessDay))
    if (at.family.task.state.kind === 'open' && part.handsInTo.kind !== 'parent') {
      if (part.role === 'lead' && part.handsInTo.kind === 'office')
        write.addToTask([{ type: 'leadNamed', unitId: null, reason }])
      decideTask(at, write, { type: 'settlePart', assignmentId })
      endTaskIfDone(at, write)
    }
    return {
      outbox: [toUnit('task.withdrawn', part, assignmentId, at.facts)],
      result: { id: assignmentId, status: 'withdrawn' },
    }
  })
}
