import type { IsoDate } from '../kernel/dates.ts'
import type { DutyPeriod } from '../kernel/deadline-periods.ts'
import type { fixedDeadline } from '../kernel/deadline.ts'
import type { PrintedDeadline } from './deadline-kind.ts'
import type { TaskSettings } from './settings.ts'

/** The rule-set settings by which the lamps of a given date are computed; kept with the task it decided. */
export type ClockRule = Parameters<typeof fixedDeadline>[0]

/** One line of a task list as published. Nothing here is rewritten except by an event that says why. */
export interface TaskFacts {
  readonly campaignId: string
  readonly division: string
  readonly planId: string
  /** First and last day of the campaign: the window of periods and yearly conclusions. */
  readonly window: { readonly start: IsoDate; readonly end: IsoDate }
  readonly settings: TaskSettings
  readonly rule: ClockRule
  readonly listId: string
  readonly listTitle: string
  /** Place among the campaign's tasks, counted from 0 in the order of the notice. */
  readonly position: number
  readonly no: string
  readonly title: string
  readonly text: string
  readonly section: readonly string[]
  readonly clause: { readonly id: string; readonly number: string }
  readonly basis: readonly string[]
  readonly catchAll: string
  readonly groupUnits: readonly string[]
  /** Units as the notice prints them, for the search. */
  readonly printedUnits: readonly string[]
  readonly printed: PrintedDeadline
  readonly lines: readonly [number, number]
  /** Completion needs the place and the day of publication. */
  readonly mustPublish: boolean
  readonly leadUnitId: string | null
  /** The due day of the task, or of its current period; null when neither notice nor office set one. */
  readonly dueOn: IsoDate | null
  /** The due day first set, for good. For a recurring or ongoing task: that of the current period. */
  readonly firstDueOn: IsoDate | null
  /** The notice, or the office itself: 本办自定. */
  readonly dueSetBy: 'notice' | 'office'
  /** Keys of the periods opened so far, oldest first; empty for a task that is done once. */
  readonly openedPeriods: readonly string[]
}

export type Task =
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly facts: TaskFacts }
  /** 办结: every part that faces the office is confirmed. Never for an ongoing task. */
  | { readonly kind: 'concluded'; readonly facts: TaskFacts; readonly on: IsoDate }
  /** 转入常态: the yearly conclusion of an ongoing task is confirmed and no further year lies in the campaign. */
  | { readonly kind: 'routine'; readonly facts: TaskFacts; readonly on: IsoDate }
  | { readonly kind: 'withdrawn'; readonly facts: TaskFacts; readonly on: IsoDate; readonly reason: string }

export const taskKinds = ['open', 'concluded', 'routine', 'withdrawn'] as const
export type TaskKind = Exclude<Task['kind'], 'none'>

/** What a revised notice may change of a task. */
export type RevisedFacts = Pick<
  TaskFacts,
  | 'listId'
  | 'listTitle'
  | 'position'
  | 'no'
  | 'title'
  | 'text'
  | 'section'
  | 'clause'
  | 'basis'
  | 'catchAll'
  | 'groupUnits'
  | 'printedUnits'
  | 'printed'
  | 'lines'
  | 'mustPublish'
>

export type TaskEvent =
  | { readonly type: 'taskPublished'; readonly facts: TaskFacts }
  | { readonly type: 'periodOpened'; readonly period: DutyPeriod }
  | { readonly type: 'taskDueDateChanged'; readonly dueOn: IsoDate; readonly reason: string }
  | { readonly type: 'leadNamed'; readonly unitId: string | null; readonly reason: string }
  | { readonly type: 'partAdded'; readonly unitId: string; readonly assignmentId: string; readonly reason: string }
  /** One more part is settled. It serialises confirmations, so that the last one sees all others. */
  | { readonly type: 'partSettled'; readonly assignmentId: string }
  | { readonly type: 'taskRevised'; readonly planId: string; readonly facts: Partial<RevisedFacts> }
  | { readonly type: 'taskConcluded'; readonly on: IsoDate }
  | { readonly type: 'taskTurnedRoutine'; readonly on: IsoDate }
  | { readonly type: 'taskWithdrawn'; readonly on: IsoDate; readonly reason: string }
