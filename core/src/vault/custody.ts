import type { Decider } from '../kernel/decider.ts'
import { accept, refuse, type Decision } from '../kernel/refusal.ts'

/** Why originals go: the submitter asked, the period of keeping is over, a court or authority ordered it. */
export const erasureGrounds = ['submitterAsked', 'periodOver', 'lawfulOrder'] as const
export type ErasureGround = (typeof erasureGrounds)[number]

/** Why something must stay although its time is over (legal hold). */
export const holdReasons = ['reviewOrLawsuit', 'disciplineCase', 'audit', 'openCase'] as const
export type HoldReason = (typeof holdReasons)[number]

/** How one submission's sealed content is kept. Most never leave `initial`: kept, nothing special. */
export type CustodyState =
  | {
      readonly kind: 'kept'
      readonly isProtected: boolean
      readonly holds: readonly HoldReason[]
      readonly asked: { readonly ground: ErasureGround; readonly askedOn: string } | null
      /** When an erasure was last refused: the scan by the period of keeping does not ask again for a year. */
      readonly refusedOn: string | null
    }
  | { readonly kind: 'erased'; readonly ground: ErasureGround; readonly erasedOn: string }

export type CustodyCommand =
  | { readonly type: 'protect' }
  | { readonly type: 'liftProtection' }
  | { readonly type: 'placeHold'; readonly reason: HoldReason }
  | { readonly type: 'liftHold'; readonly reason: HoldReason }
  | { readonly type: 'askErasure'; readonly ground: ErasureGround }
  | { readonly type: 'refuseErasure'; readonly because: string }
  /** `isOpenCase`: the case has not ended, or a message or a round came in after its end. */
  | { readonly type: 'erase'; readonly isOpenCase: boolean }

export type CustodyEvent =
  | { readonly type: 'protected' }
  | { readonly type: 'protectionLifted' }
  | { readonly type: 'holdPlaced'; readonly reason: HoldReason }
  | { readonly type: 'holdLifted'; readonly reason: HoldReason }
  | { readonly type: 'erasureAsked'; readonly ground: ErasureGround; readonly askedOn: string }
  | { readonly type: 'erasureRefused'; readonly because: string; readonly refusedOn: string }
  | { readonly type: 'erased'; readonly ground: ErasureGround; readonly erasedOn: string }

export const custodyCodes = [
  'vault.erased',
  'vault.protected-already',
  'vault.not-protected',
  'vault.on-hold-already',
  'vault.not-on-hold',
  'vault.erasure-asked-already',
  'vault.erasure-not-asked',
  'vault.on-hold',
  'vault.case-still-open',
] as const
export type CustodyCode = (typeof custodyCodes)[number]

const reject = refuse<CustodyCode>

function decide(
  command: CustodyCommand,
  state: CustodyState,
  { businessDay }: { readonly businessDay: string },
): Decision<CustodyEvent, CustodyCode> {
  if (state.kind === 'erased') return reject('vault.erased')
  switch (command.type) {
    case 'protect':
      return state.isProtected ? reject('vault.protected-already') : accept({ type: 'protected' })
    case 'liftProtection':
      return state.isProtected ? accept({ type: 'protectionLifted' }) : reject('vault.not-protected')
    case 'placeHold':
      if (state.holds.includes(command.reason)) return reject('vault.on-hold-already')
      return accept({ type: 'holdPlaced', reason: command.reason })
    case 'liftHold':
      if (!state.holds.includes(command.reason)) return reject('vault.not-on-hold')
      return accept({ type: 'holdLifted', reason: command.reason })
    case 'askErasure':
      if (state.asked) return reject('vault.erasure-asked-already')
      return accept({ type: 'erasureAsked', ground: command.ground, askedOn: businessDay })
    case 'refuseErasure':
      if (!state.asked) return reject('vault.erasure-not-asked')
      return accept({ type: 'erasureRefused', because: command.because, refusedOn: businessDay })
    case 'erase':
      if (!state.asked) return reject('vault.erasure-not-asked')
      if (state.holds.length > 0) return reject('vault.on-hold')
      // A court's order does not wait for the case; a wish and a period do.
      if (command.isOpenCase && state.asked.ground !== 'lawfulOrder') return reject('vault.case-still-open')
      return accept({ type: 'erased', ground: state.asked.ground, erasedOn: businessDay })
  }
}

function evolve(state: CustodyState, event: CustodyEvent): CustodyState {
  if (state.kind === 'erased') return state
  switch (event.type) {
    case 'protected':
      return { ...state, isProtected: true }
    case 'protectionLifted':
      return { ...state, isProtected: false }
    case 'holdPlaced':
      return { ...state, holds: [...state.holds, event.reason] }
    case 'holdLifted':
      return { ...state, holds: state.holds.filter((reason) => reason !== event.reason) }
    case 'erasureAsked':
      return { ...state, asked: { ground: event.ground, askedOn: event.askedOn } }
    case 'erasureRefused':
      return { ...state, asked: null, refusedOn: event.refusedOn }
    case 'erased':
      return { kind: 'erased', ground: event.ground, erasedOn: event.erasedOn }
  }
}

export const custody: Decider<
  CustodyCommand,
  CustodyState,
  CustodyEvent,
  CustodyCode,
  { readonly businessDay: string }
> = {
  initial: { kind: 'kept', isProtected: false, holds: [], asked: null, refusedOn: null },
  decide,
  evolve,
}
