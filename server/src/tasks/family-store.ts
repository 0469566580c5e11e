import { replay } from '@yingshang/core/kernel/decider'
import { assignmentDecider } from '@yingshang/core/tasks/assignment'
import type { AssignmentEvent } from '@yingshang/core/tasks/assignment-events'
import type { Assignment, LivePart } from '@yingshang/core/tasks/assignment-state'
import { changeRequestDecider } from '@yingshang/core/tasks/change-request'
import type { Consequence, FamilyPart } from '@yingshang/core/tasks/family'
import { taskDecider } from '@yingshang/core/tasks/task'
import type { Task, TaskEvent } from '@yingshang/core/tasks/task-state'
import type { Queryable } from '../platform/database/pools.ts'
import { notFound } from '../platform/http/failure.ts'
import { changeBy, type Occasion } from '../platform/ledger/decide.ts'
import { load, loadMany } from '../platform/ledger/load.ts'
import type { Change, Loaded } from '../platform/ledger/table.ts'
import { assignmentTable, changeRequestTable, taskTable } from './tables.ts'

/** A task with all its parts that were not withdrawn: what a decision about more than one part is made on. */
export interface LoadedFamily {
  readonly task: Loaded<Task>
  readonly parts: readonly Loaded<Assignment>[]
  /** Parts of one period, or of all. */
  family(periodKey?: string | null): FamilyPart[]
  /** Any part of the task, a withdrawn one too: the rules say what may still happen to it. */
  part(id: string): Loaded<Assignment>
}

export async function loadFamily(db: Queryable, taskId: string): Promise<LoadedFamily> {
  // The task first: parts read after it are at least as new as its version, so a confirmation that this decision does not
  // see has moved the task, and the write is refused and decided again.
  const task = await load(db, taskTable, taskId)
  const found = await db.query<Loaded<Assignment>>({
    name: 'tasks:family',
    text: `select id, version, encode(head, 'hex') as head, state from app.assignment
      where task_id = $1 order by id`,
    values: [taskId],
  })
  if (!task || task.state.kind === 'none') throw notFound('task')
  const parts = found.rows.filter(({ state }) => state.kind !== 'withdrawn')
  return {
    task,
    parts,
    family: (periodKey) =>
      parts
        .map(({ id, state }) => ({ id, state: state as LivePart }))
        .filter(({ state }) => periodKey === undefined || (state.part.period?.key ?? null) === periodKey),
    part(id) {
      const part = found.rows.find((one) => one.id === id)
      if (!part) throw notFound('assignment')
      return part
    },
  }
}

/**
 * Collects what one decision does to a task, its parts and their requests, and turns it into changes: at most one per
 * thing, events in the order they were added.
 */
export class FamilyWrite {
  private readonly events = new Map<string, AssignmentEvent[]>()
  private readonly taskEvents: TaskEvent[] = []
  private readonly more: Change[] = []
  private readonly family: LoadedFamily

  constructor(family: LoadedFamily) {
    this.family = family
  }

  add(id: string, events: readonly AssignmentEvent[]): this {
    if (events.length > 0) this.events.set(id, [...(this.events.get(id) ?? []), ...events])
    return this
  }

  addAll(consequences: readonly Consequence[]): this {
    for (const { id, events } of consequences) this.add(id, events)
    return this
  }

  addToTask(events: readonly TaskEvent[]): this {
    this.taskEvents.push(...events)
    return this
  }

  addChanges(...changes: readonly Change[]): this {
    this.more.push(...changes)
    return this
  }

  /** The parts as they will be. */
  after(): FamilyPart[] {
    return this.family.family().map(({ id, state }) => ({ id, state: this.stateAfter(id, state) }))
  }

  touched(): string[] {
    return [...this.events.keys()]
  }

  /** All changes, with the open requests of parts that end or change hands lapsing. */
  async changes(db: Queryable, occasion: Occasion): Promise<Change[]> {
    const changes: Change[] = [...this.more]
    if (this.taskEvents.length > 0) changes.push(changeBy(taskTable, taskDecider, this.family.task, this.taskEvents))
    for (const [id, events] of this.events)
      changes.push(changeBy(assignmentTable, assignmentDecider, this.family.part(id), events))
    const already = new Set(this.more.map((change) => change.id))
    const lapsing = [...this.events.keys()].flatMap((id) => {
      const before = this.family.part(id).state as LivePart
      const after = this.stateAfter(id, before)
      const requestId = before.part.changeRequestId
      return requestId !== null && after.part.changeRequestId === null && !already.has(requestId) ? [requestId] : []
    })
    for (const request of lapsing.length > 0 ? await loadMany(db, changeRequestTable, lapsing) : [])
      if (request.state.kind === 'asked')
        changes.push(
          changeBy(changeRequestTable, changeRequestDecider, request, [
            { type: 'requestLapsed', on: occasion.businessDay },
          ]),
        )
    return changes
  }

  private stateAfter(id: string, before: LivePart): LivePart {
    const events = this.events.get(id) ?? []
    return replay({ initial: before as Assignment, evolve: assignmentDecider.evolve }, events) as LivePart
  }
}
