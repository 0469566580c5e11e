import type { IsoDate } from '../kernel/dates.ts'
import type { DutyPeriod } from '../kernel/deadline-periods.ts'
import type { Actor } from '../kernel/actor.ts'
import type { Decider } from '../kernel/decider.ts'
import { accept, refuse } from '../kernel/refusal.ts'
import { mayActOnTask, type TaskPolicyRefusal } from './policy.ts'
import { taskActionsNow, type TaskAction } from './task-actions.ts'
import type { RevisedFacts, Task, TaskEvent, TaskFacts } from './task-state.ts'

export type TaskCommand =
  | { readonly type: 'publish'; readonly facts: TaskFacts }
  | { readonly type: 'openPeriod'; readonly period: DutyPeriod }
  | { readonly type: 'changeDate'; readonly dueOn: IsoDate; readonly reason: string }
  | { readonly type: 'nameLead'; readonly unitId: string | null; readonly reason: string }
  | { readonly type: 'addPart'; readonly unitId: string; readonly assignmentId: string; readonly reason: string }
  | { readonly type: 'revise'; readonly planId: string; readonly facts: Partial<RevisedFacts> }
  | { readonly type: 'settlePart'; readonly assignmentId: string }
  | { readonly type: 'conclude' }
  | { readonly type: 'turnRoutine' }
  | { readonly type: 'withdraw'; readonly reason: string }

export interface TaskContext {
  readonly actor: Actor
  readonly businessDay: IsoDate
  /** Paths of the units that hold a part now: whose own task this is (conflict of interest). */
  readonly unitPaths: readonly string[]
  /** Units that hold a part which has not been withdrawn. */
  readonly unitIds: readonly string[]
}

export const taskRefusals = [
  'task.not-now',
  'task.reason-missing',
  'task.same-date',
  'task.date-past',
  'task.unit-has-no-part',
  'task.unit-has-part',
  'task.same-lead',
  'task.ongoing-never-closed',
  'task.period-opened-before',
] as const
export type TaskRefusal = (typeof taskRefusals)[number] | TaskPolicyRefusal

/** The life of a task: published, its periods opened, concluded or turned into routine, or withdrawn with a reason. */
export const taskDecider: Decider<TaskCommand, Task, TaskEvent, TaskRefusal, TaskContext> = {
  initial: { kind: 'none' },

  decide(command, state, context) {
    const action: TaskAction = command.type
    const forbidden = mayActOnTask(action, context)
    if (forbidden) return { ok: false, refusal: forbidden }
    if (!taskActionsNow[state.kind].includes(action)) return refuse('task.not-now', { state: state.kind, action })
    if (command.type === 'publish') return accept({ type: 'taskPublished', facts: command.facts })
    if (state.kind === 'none') return refuse('task.not-now', { state: state.kind, action })
    const { facts } = state
    if ('reason' in command && command.reason.trim() === '') return refuse('task.reason-missing')
    switch (command.type) {
      case 'openPeriod':
        if (facts.openedPeriods.includes(command.period.key)) return refuse('task.period-opened-before')
        return accept({ type: 'periodOpened', period: command.period })
      case 'changeDate':
        if (command.dueOn === facts.dueOn) return refuse('task.same-date', { dueOn: command.dueOn })
        if (command.dueOn < context.businessDay) return refuse('task.date-past', { dueOn: command.dueOn })
        return accept({ type: 'taskDueDateChanged', dueOn: command.dueOn, reason: command.reason })
      case 'nameLead':
        if (command.unitId === facts.leadUnitId) return refuse('task.same-lead')
        if (command.unitId !== null && !context.unitIds.includes(command.unitId)) return refuse('task.unit-has-no-part')
        return accept({ type: 'leadNamed', unitId: command.unitId, reason: command.reason })
      case 'addPart':
        if (context.unitIds.includes(command.unitId)) return refuse('task.unit-has-part')
        return accept({
          type: 'partAdded',
          unitId: command.unitId,
          assignmentId: command.assignmentId,
          reason: command.reason,
        })
      case 'revise':
        return accept({ type: 'taskRevised', planId: command.planId, facts: command.facts })
      case 'settlePart':
        return accept({ type: 'partSettled', assignmentId: command.assignmentId })
      case 'conclude':
        // 长年坚持 is never 销号: it gets a yearly conclusion and turns into routine.
        if (facts.printed.kind === 'ongoing') return refuse('task.ongoing-never-closed')
        return accept({ type: 'taskConcluded', on: context.businessDay })
      case 'turnRoutine':
        return accept({ type: 'taskTurnedRoutine', on: context.businessDay })
      case 'withdraw':
        return accept({ type: 'taskWithdrawn', on: context.businessDay, reason: command.reason })
    }
  },

  evolve(state, event) {
    if (event.type === 'taskPublished') return { kind: 'open', facts: event.facts }
    if (state.kind === 'none') return state
    const { facts } = state
    const change = (part: Partial<TaskFacts>): Task => ({ ...state, facts: { ...facts, ...part } })
    switch (event.type) {
      case 'periodOpened':
        return change({
          openedPeriods: [...facts.openedPeriods, event.period.key],
          dueOn: event.period.due,
          firstDueOn: event.period.due,
        })
      case 'taskDueDateChanged':
        return change({ dueOn: event.dueOn, firstDueOn: facts.firstDueOn ?? event.dueOn })
      case 'leadNamed':
        return change({ leadUnitId: event.unitId })
      case 'partAdded':
      case 'partSettled':
        return state
      case 'taskRevised':
        return change({ ...event.facts, planId: event.planId })
      case 'taskConcluded':
        return { kind: 'concluded', facts, on: event.on }
      case 'taskTurnedRoutine':
        return { kind: 'routine', facts, on: event.on }
      case 'taskWithdrawn':
        return { kind: 'withdrawn', facts, on: event.on, reason: event.reason }
    }
  },
}
