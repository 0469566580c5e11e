import type { IsoDate } from '../kernel/dates.ts'
import type { Decider } from '../kernel/decider.ts'
import { accept, refuse } from '../kernel/refusal.ts'

/** What came of a telephone call. The first two end it. */
export const callOutcomes = ['reached', 'colleague', 'noAnswer', 'busy', 'wrongNumber'] as const
export type CallOutcome = (typeof callOutcomes)[number]

export interface CallAttempt {
  readonly outcome: CallOutcome
  readonly on: IsoDate
  /** `HH:MM` of the call. */
  readonly at: string
  /** The officer who called. */
  readonly by: string
}

interface CallFacts {
  /** Who is to be called. Name and number are read from the roster when the list is shown. */
  readonly personId: string
  readonly since: IsoDate
  readonly attempts: readonly CallAttempt[]
}

export type Call =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'waiting' } & CallFacts)
  | ({ readonly kind: 'told' } & CallFacts)
  | ({ readonly kind: 'needless' } & CallFacts)

export type CallCommand =
  | { readonly type: 'open'; readonly personId: string; readonly on: IsoDate }
  | { readonly type: 'note'; readonly attempt: CallAttempt }
  | { readonly type: 'drop' }

export type CallEvent =
  | { readonly type: 'callOpened'; readonly personId: string; readonly on: IsoDate }
  | { readonly type: 'callNoted'; readonly attempt: CallAttempt }
  | { readonly type: 'callDropped' }

export const callRefusals = ['call.not-waiting', 'call.open-already', 'call.time-ahead'] as const
export type CallRefusal = (typeof callRefusals)[number]

export interface CallContext {
  /** `HH:MM` on the business day. */
  readonly nowAt: string
}

/** Somebody to be telephoned because no channel reaches them. Ends with being told, or when it is no longer needed (rule N-08). */
export const callDecider: Decider<CallCommand, Call, CallEvent, CallRefusal, CallContext> = {
  initial: { kind: 'none' },

  decide(command, state, context) {
    if (command.type === 'open') {
      if (state.kind !== 'none') return refuse('call.open-already')
      return accept({ type: 'callOpened', personId: command.personId, on: command.on })
    }
    if (state.kind !== 'waiting') return refuse('call.not-waiting')
    if (command.type === 'drop') return accept({ type: 'callDropped' })
    if (command.attempt.at > context.nowAt) return refuse('call.time-ahead', { nowAt: context.nowAt })
    return accept({ type: 'callNoted', attempt: command.attempt })
  },

  evolve(state, event) {
    if (event.type === 'callOpened')
      return { kind: 'waiting', personId: event.personId, since: event.on, attempts: [] }
    if (state.kind === 'none') return state
    if (event.type === 'callDropped') return { ...state, kind: 'needless' }
    const attempts = [...state.attempts, event.attempt]
    return { ...state, kind: endsCall(event.attempt.outcome) ? 'told' : 'waiting', attempts }
  },
}

export function endsCall(outcome: CallOutcome): boolean {
  return outcome === 'reached' || outcome === 'colleague'
}
