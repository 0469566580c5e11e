import type { Decider } from '../kernel/decider.ts'
import type { IsoDate } from '../kernel/dates.ts'
import { accept, refuse } from '../kernel/refusal.ts'
import { covers, isPeriod, overlap } from './posts.ts'

/** A secondment: the person works in the task force's unit for these days and keeps their home unit. */
export interface Secondment {
  /** The same id as the person's post. */
  readonly id: string
  readonly personId: string
  readonly fromDay: IsoDate
  readonly untilDay: IsoDate
  readonly cancelled: boolean
}

export interface TaskForceFacts {
  readonly division: string
  readonly unitId: string
  readonly name: string
  readonly fromDay: IsoDate
  readonly untilDay: IsoDate
  readonly secondments: readonly Secondment[]
}

export type TaskForceState =
  | { readonly status: 'none' }
  | ({ readonly status: 'standing' } & TaskForceFacts)
  | ({ readonly status: 'disbanded'; readonly lastDay: IsoDate } & TaskForceFacts)

export type NewSecondment = Omit<Secondment, 'cancelled'>

export type TaskForceCommand =
  | ({ readonly type: 'setUp' } & Omit<TaskForceFacts, 'secondments'>)
  | { readonly type: 'second'; readonly secondment: NewSecondment }
  | { readonly type: 'recall'; readonly secondmentId: string; readonly lastDay: IsoDate }
  | { readonly type: 'prolong'; readonly untilDay: IsoDate }
  | { readonly type: 'disband'; readonly lastDay: IsoDate }

export type TaskForceEvent =
  | ({ readonly type: 'taskForceSetUp' } & Omit<TaskForceFacts, 'secondments'>)
  | { readonly type: 'personSeconded'; readonly secondment: NewSecondment }
  | {
      readonly type: 'personRecalled'
      readonly secondmentId: string
      readonly personId: string
      readonly lastDay: IsoDate
    }
  | { readonly type: 'taskForceProlonged'; readonly untilDay: IsoDate }
  | { readonly type: 'taskForceDisbanded'; readonly lastDay: IsoDate }

export const taskForceRefusals = [
  'taskForce.exists',
  'taskForce.unknown',
  'taskForce.disbanded',
  'taskForce.name-empty',
  'taskForce.bad-period',
  'taskForce.outside-period',
  'taskForce.seconded-already',
  'taskForce.secondment-unknown',
  'taskForce.not-longer',
] as const
export type TaskForceRefusal = (typeof taskForceRefusals)[number]

function decide(command: TaskForceCommand, state: TaskForceState) {
  if (command.type === 'setUp') {
    if (state.status !== 'none') return refuse('taskForce.exists')
    if (command.name.trim() === '') return refuse('taskForce.name-empty')
    if (!isPeriod(command)) return refuse('taskForce.bad-period')
    const { type: _type, ...facts } = command
    return accept<TaskForceEvent>({ type: 'taskForceSetUp', ...facts })
  }
  if (state.status === 'none') return refuse('taskForce.unknown')
  if (state.status === 'disbanded') return refuse('taskForce.disbanded')
  switch (command.type) {
    case 'second': {
      const { secondment } = command
      if (!isPeriod(secondment)) return refuse('taskForce.bad-period')
      if (!covers(state, secondment))
        return refuse('taskForce.outside-period', { fromDay: state.fromDay, untilDay: state.untilDay })
      const twice = state.secondments.some(
        (one) => !one.cancelled && one.personId === secondment.personId && overlap(one, secondment),
      )
      if (twice) return refuse('taskForce.seconded-already')
      return accept<TaskForceEvent>({ type: 'personSeconded', secondment })
    }
    case 'recall': {
      const found = state.secondments.find((one) => one.id === command.secondmentId && !one.cancelled)
      if (!found || found.untilDay <= command.lastDay) return refuse('taskForce.secondment-unknown')
      return accept<TaskForceEvent>(recalled(found, command.lastDay))
    }
    case 'prolong':
      if (!isPeriod({ fromDay: state.fromDay, untilDay: command.untilDay })) return refuse('taskForce.bad-period')
      if (command.untilDay <= state.untilDay) return refuse('taskForce.not-longer', { untilDay: state.untilDay })
      return accept<TaskForceEvent>({ type: 'taskForceProlonged', untilDay: command.untilDay })
    case 'disband': {
      const { lastDay } = command
      const still = state.secondments.filter((one) => !one.cancelled && one.untilDay > lastDay)
      return accept<TaskForceEvent>(...still.map((one) => recalled(one, lastDay)), {
        type: 'taskForceDisbanded',
        lastDay,
      })
    }
  }
}

function recalled(one: Secondment, lastDay: IsoDate): TaskForceEvent {
  return { type: 'personRecalled', secondmentId: one.id, personId: one.personId, lastDay }
}

function evolve(state: TaskForceState, event: TaskForceEvent): TaskForceState {
  if (event.type === 'taskForceSetUp') {
    const { type: _type, ...facts } = event
    return { status: 'standing', ...facts, secondments: [] }
  }
  if (state.status === 'none') return state
  switch (event.type) {
    case 'personSeconded':
      return { ...state, secondments: [...state.secondments, { ...event.secondment, cancelled: false }] }
    case 'personRecalled':
      return {
        ...state,
        secondments: state.secondments.map((one) => (one.id === event.secondmentId ? end(one, event.lastDay) : one)),
      }
    case 'taskForceProlonged':
      return { ...state, untilDay: event.untilDay }
    case 'taskForceDisbanded':
      return { ...state, status: 'disbanded', lastDay: event.lastDay }
  }
}

function end(one: Secondment, lastDay: IsoDate): Secondment {
  return lastDay < one.fromDay ? { ...one, cancelled: true } : { ...one, untilDay: lastDay }
}

/** A task force (专班): people seconded to one unit between two days. */
export const taskForceDecider = { initial: { status: 'none' }, decide, evolve } as Decider<
  TaskForceCommand,
  TaskForceState,
  TaskForceEvent,
  TaskForceRefusal,
  undefined
>
