import type { Decider } from '../kernel/decider.ts'
import { addDays } from '../kernel/dates.ts'
import { accept, refuse, type Decision } from '../kernel/refusal.ts'
import type { KeyHolder } from './key-state.ts'
import type { OpeningEvent, OpeningFacts, OpeningPart, OpeningReason, OpeningState } from './opening-state.ts'
import type { VaultRules } from './rules.ts'

export type OpeningCommand =
  | {
      readonly type: 'open'
      readonly vaultId: string
      readonly holder: KeyHolder
      readonly part: OpeningPart
      readonly reason: OpeningReason
      readonly note: string
      /** A protected submission is opened by two persons. */
      readonly isProtected: boolean
      readonly isErased: boolean
    }
  | { readonly type: 'allow' }
  | { readonly type: 'refuse'; readonly because: string }
  /** Shows the content after the second person allowed it, once: another look is another question. */
  | { readonly type: 'use'; readonly isErased: boolean }

export interface OpeningContext {
  readonly personId: string
  readonly businessDay: string
  /** ISO instant. */
  readonly at: string
  readonly rules: VaultRules
}

export const openingCodes = [
  'vault.note-missing',
  'vault.erased',
  'vault.not-asked',
  'vault.second-person',
  'vault.not-your-opening',
  'vault.not-allowed-yet',
  'vault.opening-refused',
  'vault.permission-over',
] as const
export type OpeningCode = (typeof openingCodes)[number]

const reject = refuse<OpeningCode>

function decide(
  command: OpeningCommand,
  state: OpeningState,
  context: OpeningContext,
): Decision<OpeningEvent, OpeningCode> {
  const { personId, businessDay, at, rules } = context
  switch (command.type) {
    case 'open': {
      if (command.isErased) return reject('vault.erased')
      if (command.note === '' && rules.reasonsWithNote.includes(command.reason)) return reject('vault.note-missing')
      const { type: _, isProtected, isErased: __, ...asked } = command
      const delay = command.holder === 'discipline' ? rules.disciplineShownAfterDays : 0
      const facts: OpeningFacts = { ...asked, officerId: personId, shownFrom: addDays(businessDay, delay) }
      return isProtected
        ? accept({ type: 'openingAsked', askedOn: businessDay, ...facts })
        : accept({ type: 'opened', openedAt: at, ...facts })
    }
    case 'allow':
      if (state.kind !== 'asked') return reject('vault.not-asked')
      // Two persons means two: nobody allows what they asked for themselves.
      if (state.officerId === personId) return reject('vault.second-person')
      return accept({
        type: 'openingAllowed',
        secondId: personId,
        usableUntil: addDays(businessDay, rules.permissionDays),
      })
    case 'refuse':
      if (state.kind !== 'asked') return reject('vault.not-asked')
      if (state.officerId === personId) return reject('vault.second-person')
      return accept({ type: 'openingRefused', secondId: personId, because: command.because })
    case 'use':
      if (state.kind === 'none') return reject('vault.not-asked')
      if (state.officerId !== personId) return reject('vault.not-your-opening')
      if (command.isErased) return reject('vault.erased')
      if (state.kind === 'asked') return reject('vault.not-allowed-yet')
      if (state.kind === 'refused') return reject('vault.opening-refused')
      if (state.kind === 'opened' || businessDay > state.usableUntil) return reject('vault.permission-over')
      return accept({ type: 'opened', openedAt: at })
  }
}

function evolve(state: OpeningState, event: OpeningEvent): OpeningState {
  switch (event.type) {
    case 'openingAsked': {
      const { type: _, ...facts } = event
      return { kind: 'asked', ...facts }
    }
    case 'opened': {
      const { type: _, openedAt, ...facts } = event
      if (state.kind === 'none') return { kind: 'opened', openedAt, secondId: null, ...(facts as OpeningFacts) }
      if (state.kind !== 'allowed') return state
      return { kind: 'opened', openedAt, secondId: state.secondId, ...factsOf(state) }
    }
    case 'openingAllowed': {
      if (state.kind !== 'asked') return state
      return { kind: 'allowed', secondId: event.secondId, usableUntil: event.usableUntil, ...factsOf(state) }
    }
    case 'openingRefused': {
      if (state.kind !== 'asked') return state
      return { kind: 'refused', secondId: event.secondId, because: event.because, ...factsOf(state) }
    }
  }
}

function factsOf(state: Exclude<OpeningState, { kind: 'none' }>): OpeningFacts {
  const { vaultId, holder, part, reason, note, officerId, shownFrom } = state
  return { vaultId, holder, part, reason, note, officerId, shownFrom }
}

export const opening: Decider<OpeningCommand, OpeningState, OpeningEvent, OpeningCode, OpeningContext> = {
  initial: { kind: 'none' },
  decide,
  evolve,
}

/** Whether the submitter sees this opening behind the receipt: what was opened, from the day the rule says. */
export function isShownToSubmitter(state: OpeningState, businessDay: string): boolean {
  return state.kind === 'opened' && businessDay >= state.shownFrom
}
