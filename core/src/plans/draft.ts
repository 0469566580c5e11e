import type { Decider } from '../kernel/decider.ts'
import { isIsoDate } from '../kernel/dates.ts'
import { accept, refuse } from '../kernel/refusal.ts'
import type { DraftContent, DraftTask, PlanDraft, TaskCorrection, TaskDecision, UnitDecision } from './draft-state.ts'
import { unitsOf } from './draft-state.ts'
import type { PlanPackage } from './package.ts'
import { blockersOf } from './readiness.ts'

export type PackagePart = 'document' | 'stages' | 'lists' | 'indicators' | 'categories' | 'rules' | 'clauses'

export type DraftCommand =
  | {
      readonly type: 'import'
      readonly content: Pick<DraftContent, 'division' | 'fileId' | 'fileName' | 'format' | 'importedOn' | 'purpose'>
      readonly package: PlanPackage
    }
  | { readonly type: 'correctTask'; readonly key: string; readonly correction: TaskCorrection }
  | {
      readonly type: 'addTask'
      readonly key: string
      readonly after: string | null
      readonly task: Omit<DraftTask, 'key'>
    }
  | { readonly type: 'removeTask'; readonly key: string; readonly reason: string }
  | { readonly type: 'correctPart'; readonly part: PackagePart; readonly value: unknown }
  | { readonly type: 'decideUnits'; readonly decisions: Readonly<Record<string, UnitDecision>> }
  | { readonly type: 'expandGroup'; readonly group: string; readonly unitIds: readonly string[] }
  | { readonly type: 'decideTasks'; readonly keys: readonly string[]; readonly decision: TaskDecision }
  | { readonly type: 'settle'; readonly code: string; readonly note: string }
  | { readonly type: 'publish'; readonly campaignId: string; readonly on: string }
  | { readonly type: 'discard'; readonly reason: string }

export type DraftEvent =
  | {
      readonly type: 'imported'
      readonly content: Pick<DraftContent, 'division' | 'fileId' | 'fileName' | 'format' | 'importedOn' | 'purpose'>
      readonly package: PlanPackage
    }
  | { readonly type: 'taskCorrected'; readonly key: string; readonly correction: TaskCorrection }
  | {
      readonly type: 'taskAdded'
      readonly key: string
      readonly after: string | null
      readonly task: Omit<DraftTask, 'key'>
    }
  | { readonly type: 'taskRemoved'; readonly key: string; readonly reason: string }
  | { readonly type: 'partCorrected'; readonly part: PackagePart; readonly value: unknown }
  | { readonly type: 'unitsDecided'; readonly decisions: Readonly<Record<string, UnitDecision>> }
  | { readonly type: 'groupExpanded'; readonly group: string; readonly unitIds: readonly string[] }
  | { readonly type: 'tasksDecided'; readonly keys: readonly string[]; readonly decision: TaskDecision }
  | { readonly type: 'diagnosticSettled'; readonly code: string; readonly note: string }
  | { readonly type: 'published'; readonly campaignId: string; readonly on: string }
  | { readonly type: 'discarded'; readonly reason: string }

export const draftRefusals = [
  'plan.already-imported',
  'plan.no-draft',
  'plan.no-such-task',
  'plan.task-key-used',
  'plan.no-such-diagnostic',
  'plan.lead-not-in-task',
  'plan.bad-date',
  'plan.reason-missing',
  'plan.not-ready',
] as const
export type DraftRefusal = (typeof draftRefusals)[number]

/** The life of an imported notice until it is published or put aside. Nothing is live before `publish`. */
export const draftDecider: Decider<DraftCommand, PlanDraft, DraftEvent, DraftRefusal, undefined> = {
  initial: { kind: 'none' },

  decide(command, state) {
    if (command.type === 'import') {
      if (state.kind !== 'none') return refuse('plan.already-imported')
      return accept({ type: 'imported', content: command.content, package: command.package })
    }
    if (state.kind !== 'draft') return refuse('plan.no-draft')
    const task = (key: string) => state.package.tasks.find((one) => one.key === key)
    switch (command.type) {
      case 'correctTask':
        if (!task(command.key)) return refuse('plan.no-such-task')
        if (command.correction.deadline?.due && !isIsoDate(command.correction.deadline.due))
          return refuse('plan.bad-date')
        return accept({ ...command, type: 'taskCorrected' })
      case 'addTask':
        if (task(command.key)) return refuse('plan.task-key-used')
        return accept({ ...command, type: 'taskAdded' })
      case 'removeTask':
        if (!task(command.key)) return refuse('plan.no-such-task')
        if (command.reason.trim() === '') return refuse('plan.reason-missing')
        return accept({ ...command, type: 'taskRemoved' })
      case 'correctPart':
        return accept({ ...command, type: 'partCorrected' })
      case 'decideUnits':
        return accept({ ...command, type: 'unitsDecided' })
      case 'expandGroup':
        return accept({ ...command, type: 'groupExpanded' })
      case 'decideTasks': {
        if (command.decision.dueOn !== undefined && !isIsoDate(command.decision.dueOn)) return refuse('plan.bad-date')
        for (const key of command.keys) {
          const one = task(key)
          if (!one) return refuse('plan.no-such-task')
          if (command.decision.lead !== undefined && !unitsOf(one).includes(command.decision.lead)) {
            return refuse('plan.lead-not-in-task', { no: one.no, unit: command.decision.lead })
          }
        }
        return accept({ ...command, type: 'tasksDecided' })
      }
      case 'settle':
        if (!state.package.diagnostics.some((one) => one.code === command.code))
          return refuse('plan.no-such-diagnostic')
        return accept({ ...command, type: 'diagnosticSettled' })
      case 'publish': {
        const blockers = blockersOf(state)
        if (blockers.length > 0) return refuse('plan.not-ready', { open: blockers.length })
        return accept({ type: 'published', campaignId: command.campaignId, on: command.on })
      }
      case 'discard':
        if (command.reason.trim() === '') return refuse('plan.reason-missing')
        return accept({ type: 'discarded', reason: command.reason })
    }
  },

  evolve(state, event) {
    if (event.type === 'imported') {
      const tasks = event.package.tasks.map((task, index) => ({ ...task, key: `t${index + 1}` }))
      return {
        kind: 'draft',
        ...event.content,
        package: { ...event.package, tasks },
        units: {},
        groups: {},
        tasks: {},
        settled: {},
        corrections: 0,
      }
    }
    if (state.kind !== 'draft') return state
    switch (event.type) {
      case 'taskCorrected':
        return withTasks(state, (tasks) =>
          tasks.map((task) => (task.key === event.key ? corrected(task, event.correction) : task)),
        )
      case 'taskAdded':
        return withTasks(state, (tasks) => {
          const added = { ...event.task, key: event.key }
          const place = event.after === null ? -1 : tasks.findIndex((task) => task.key === event.after)
          return [...tasks.slice(0, place + 1), added, ...tasks.slice(place + 1)]
        })
      case 'taskRemoved':
        return withTasks(state, (tasks) => tasks.filter((task) => task.key !== event.key))
      case 'partCorrected':
        return {
          ...state,
          package: { ...state.package, [event.part]: event.value },
          corrections: state.corrections + 1,
        }
      case 'unitsDecided':
        return { ...state, units: { ...state.units, ...event.decisions } }
      case 'groupExpanded':
        return { ...state, groups: { ...state.groups, [event.group]: event.unitIds } }
      case 'tasksDecided': {
        const tasks = { ...state.tasks }
        for (const key of event.keys) tasks[key] = { ...tasks[key], ...event.decision }
        return { ...state, tasks }
      }
      case 'diagnosticSettled':
        return { ...state, settled: { ...state.settled, [event.code]: event.note } }
      case 'published':
        return { ...state, kind: 'published', campaignId: event.campaignId, publishedOn: event.on }
      case 'discarded':
        return { ...state, kind: 'discarded', reason: event.reason }
    }
  },
}

type Draft = Extract<PlanDraft, { kind: 'draft' }>

function withTasks(state: Draft, change: (tasks: readonly DraftTask[]) => readonly DraftTask[]): Draft {
  return {
    ...state,
    package: { ...state.package, tasks: change(state.package.tasks) },
    corrections: state.corrections + 1,
  }
}

function corrected(task: DraftTask, correction: TaskCorrection): DraftTask {
  const given = Object.fromEntries(Object.entries(correction).filter(([, value]) => value !== undefined))
  return { ...task, ...given } as DraftTask
}
