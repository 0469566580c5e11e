import { isOffice, type Actor } from '../kernel/actor.ts'
import type { IsoDate } from '../kernel/dates.ts'
import type { Decider } from '../kernel/decider.ts'
import { accept, refuse, type Refusal } from '../kernel/refusal.ts'

/** The most parts one run may ask: the whole of a large campaign, and still one readable ledger entry. */
export const mostPartsInRun = 3000

export interface ReportingRunFacts {
  readonly division: string
  readonly campaignId: string
  readonly title: string
  readonly note: string
  readonly dueOn: IsoDate
  readonly openedOn: IsoDate
  /** The parts whose units report; fixed when the run opens. */
  readonly assignmentIds: readonly string[]
  /** The run before, whose summary stands beside this one's. */
  readonly previousRunId: string | null
}

/** Counted when the run is closed: `reported + missing` parts were asked; `late` of the reported came after the day. */
export interface RunCounts {
  readonly reported: number
  readonly late: number
  readonly missing: number
}

export type ReportingRun =
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly facts: ReportingRunFacts; readonly reminders: number }
  | {
      readonly kind: 'closed'
      readonly facts: ReportingRunFacts
      readonly reminders: number
      readonly on: IsoDate
      readonly counts: RunCounts
    }

export type ReportingRunCommand =
  | { readonly type: 'open'; readonly facts: ReportingRunFacts }
  | { readonly type: 'remind'; readonly missing: number }
  | { readonly type: 'close'; readonly counts: RunCounts }
export const reportingRunActions = ['open', 'remind', 'close'] as const
export type ReportingRunAction = ReportingRunCommand['type']

export type ReportingRunEvent =
  | { readonly type: 'runOpened'; readonly facts: ReportingRunFacts }
  | { readonly type: 'runReminded'; readonly on: IsoDate; readonly missing: number }
  | { readonly type: 'runClosed'; readonly on: IsoDate; readonly counts: RunCounts }

export const reportingRunRefusals = [
  'reportingRun.not-now',
  'reportingRun.office-only',
  'reportingRun.title-missing',
  'reportingRun.date-past',
  'reportingRun.nothing-chosen',
  'reportingRun.too-many',
  'reportingRun.nobody-missing',
] as const
export type ReportingRunRefusal = (typeof reportingRunRefusals)[number]

/** What may happen next to a run: complete by type. */
export const reportingRunActionsNow: Readonly<Record<ReportingRun['kind'], readonly ReportingRunAction[]>> = {
  none: ['open'],
  open: ['close', 'remind'],
  closed: [],
}

/** 调度 is the office's. */
export function mayActOnRun(actor: Actor): Refusal<ReportingRunRefusal> | null {
  return isOffice(actor) ? null : { code: 'reportingRun.office-only' }
}

export const reportingRunDecider: Decider<
  ReportingRunCommand,
  ReportingRun,
  ReportingRunEvent,
  ReportingRunRefusal,
  { readonly actor: Actor; readonly businessDay: IsoDate }
> = {
  initial: { kind: 'none' },
  decide(command, state, { actor, businessDay }) {
    const forbidden = mayActOnRun(actor)
    if (forbidden) return { ok: false, refusal: forbidden }
    if (!reportingRunActionsNow[state.kind].includes(command.type))
      return refuse('reportingRun.not-now', { state: state.kind, action: command.type })
    switch (command.type) {
      case 'open': {
        const { facts } = command
        if (facts.title.trim() === '') return refuse('reportingRun.title-missing')
        if (facts.dueOn < businessDay) return refuse('reportingRun.date-past', { dueOn: facts.dueOn })
        if (facts.assignmentIds.length === 0) return refuse('reportingRun.nothing-chosen')
        if (facts.assignmentIds.length > mostPartsInRun)
          return refuse('reportingRun.too-many', { count: facts.assignmentIds.length, most: mostPartsInRun })
        return accept({ type: 'runOpened', facts })
      }
      case 'remind':
        if (command.missing === 0) return refuse('reportingRun.nobody-missing')
        return accept({ type: 'runReminded', on: businessDay, missing: command.missing })
      case 'close':
        return accept({ type: 'runClosed', on: businessDay, counts: command.counts })
    }
  },
  evolve(state, event) {
    if (event.type === 'runOpened') return { kind: 'open', facts: event.facts, reminders: 0 }
    if (state.kind === 'none') return state
    switch (event.type) {
      case 'runReminded':
        return { ...state, reminders: state.reminders + 1 }
      case 'runClosed':
        return { kind: 'closed', facts: state.facts, reminders: state.reminders, on: event.on, counts: event.counts }
    }
  },
}
