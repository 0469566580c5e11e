import type { WorkCalendar } from '@yingshang/core/kernel/work-calendar'
import { assignmentDecider, type AssignmentCommand, type AssignmentContext } from '@yingshang/core/tasks/assignment'
import type { LivePart, Outcome } from '@yingshang/core/tasks/assignment-state'
import { afterConfirming, endOfTask } from '@yingshang/core/tasks/family'
import { movedDeadline } from '@yingshang/core/tasks/opening'
import { taskDecider, type TaskCommand } from '@yingshang/core/tasks/task'
import type { TaskFacts } from '@yingshang/core/tasks/task-state'
import type { Queryable } from '../platform/database/pools.ts'
import { notFound } from '../platform/http/failure.ts'
import { newChange, type Occasion } from '../platform/ledger/decide.ts'
import { newId } from '../platform/ledger/record.ts'
import type { Written } from './act-on-part.ts'
import { circumstancesOf } from './circumstances.ts'
import { FamilyWrite, loadFamily, type LoadedFamily } from './family-store.ts'
import { toUnit } from './notices.ts'
import { assignmentTable } from './tables.ts'
import { decideAndRecord, eventsOrRefuse, type PreparedWrite } from './write.ts'

/** What a decision that touches other parts or the task works on. */
export interface FamilyOccasion {
  readonly db: Queryable
  readonly occasion: Occasion
  readonly family: LoadedFamily
  readonly facts: TaskFacts
  readonly calendar: WorkCalendar
}

/** Finds the task of a part, loads its family, decides, records. */
export async function decideInFamily<Result>(
  db: Queryable,
  calendar: WorkCalendar,
  occasion: Occasion,
  assignmentId: string,
  decide: (at: FamilyOccasion, write: FamilyWrite) => Promise<Omit<PreparedWrite<Result>, 'changes'>>,
): Promise<Result> {
  const found = await db.query<{ task_id: string }>({
    name: 'tasks:task-of',
    text: 'select task_id from app.assignment where id = $1',
    values: [assignmentId],
  })
  const taskId = found.rows[0]?.task_id
  if (taskId === undefined) throw notFound('assignment')
  return decideOnTask(db, calendar, occasion, taskId, decide)
}

export async function decideOnTask<Result>(
  db: Queryable,
  calendar: WorkCalendar,
  occasion: Occasion,
  taskId: string,
  decide: (at: FamilyOccasion, write: FamilyWrite) => Promise<Omit<PreparedWrite<Result>, 'changes'>>,
): Promise<Result> {
  return decideAndRecord(db, occasion, async () => {
    const family = await loadFamily(db, taskId)
    if (family.task.state.kind === 'none') throw notFound('task')
    const write = new FamilyWrite(family)
    const rest = await decide({ db, occasion, family, facts: family.task.state.facts, calendar }, write)
    return { ...rest, changes: await write.changes(db, occasion) }
  })
}

/** Decides one command on one part of the family and adds its events. */
export function decidePart(
  at: FamilyOccasion,
  write: FamilyWrite,
  assignmentId: string,
  command: AssignmentCommand,
  context: AssignmentContext,
): LivePart {
  const { state } = at.family.part(assignmentId)
  write.add(assignmentId, eventsOrRefuse(assignmentDecider.decide(command, state, context)))
  return state as LivePart
}

/** Decides a command on the task as a consequence of something that was allowed already. */
export function decideTask(at: FamilyOccasion, write: FamilyWrite, command: TaskCommand): void {
  const context = { actor: at.occasion.actor, businessDay: at.occasion.businessDay, unitPaths: [], unitIds: [] }
  write.addToTask(eventsOrRefuse(taskDecider.decide(command, at.family.task.state, context)))
}

/** Adds the end of the task when this was its last part before the office. */
export function endTaskIfDone(at: FamilyOccasion, write: FamilyWrite): void {
  if (at.family.task.state.kind !== 'open') return
  const end = endOfTask(at.facts, write.after())
  if (end) decideTask(at, write, { type: end })
}

/** The office verifies a part and confirms it; below it nothing stays open, and with the last part the task ends. */
export function confirmPart(
  db: Queryable,
  calendar: WorkCalendar,
  occasion: Occasion,
  assignmentId: string,
  outcome: Outcome,
): Promise<Written> {
  return decideInFamily(db, calendar, occasion, assignmentId, async (at, write) => {
    const context = await circumstancesOf(db, occasion, assignmentId)
    const { part } = decidePart(at, write, assignmentId, { type: 'confirm', outcome }, context)
    const family = at.family.family(part.period?.key ?? null)
    write.addAll(afterConfirming(family, assignmentId, outcome, occasion.businessDay))
    // Settling goes through the task, so that of two last confirmations the second sees the first.
    if (at.family.task.state.kind === 'open') decideTask(at, write, { type: 'settlePart', assignmentId })
    endTaskIfDone(at, write)
    return {
      outbox: [toUnit('task.confirmed', part, assignmentId, at.facts)],
      result: { id: assignmentId, status: 'confirmed' },
    }
  })
}

/** A unit passes its part on inside: the section or subordinate unit gets a part of its own with an earlier date. */
export function passInside(
  db: Queryable,
  calendar: WorkCalendar,
  occasion: Occasion,
  assignmentId: string,
  wish: { readonly unitId: string; readonly innerDueOn: string; readonly note: string },
): Promise<Written> {
  return decideInFamily(db, calendar, occasion, assignmentId, async (at, write) => {
    const context = await circumstancesOf(db, occasion, assignmentId, wish.unitId)
    if (!context.target) throw notFound('unit')
    const innerId = newId(occasion.now)
    const { part } = decidePart(at, write, assignmentId, { type: 'pass', assignmentId: innerId, ...wish }, context)
    const { taskId, campaignId, division, period, deadlineKind, headSigns } = part
    const inner = {
      taskId,
      campaignId,
      division,
      period,
      deadlineKind,
      headSigns,
      unitId: wish.unitId,
      role: part.role,
      origin: 'passed' as const,
      printedName: context.targetName ?? '',
      place: 0,
      handsInTo: { kind: 'parent' as const, assignmentId },
      mustPublish: false,
      deadline: movedDeadline(at.facts.rule, null, occasion.businessDay, wish.innerDueOn, calendar),
      personsInCharge: [],
    }
    write.addChanges(newChange(assignmentTable, assignmentDecider, innerId, [{ type: 'assigned', part: inner }]))
    return {
      outbox: [toUnit('task.passed', inner, innerId, at.facts)],
      result: { id: innerId, status: 'assigned' },
    }
  })
}
