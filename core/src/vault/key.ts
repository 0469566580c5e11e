import type { Decider } from '../kernel/decider.ts'
import { accept, refuse, type Decision } from '../kernel/refusal.ts'
import type { KeyHolder, RetireReason, VaultKeyEvent, VaultKeyState } from './key-state.ts'

export type VaultKeyCommand =
  | {
      readonly type: 'makeKey'
      readonly keyId: string
      readonly division: string
      readonly holder: KeyHolder
      readonly publicKey: string
      readonly officerId: string
    }
  | { readonly type: 'addOfficer'; readonly officerId: string; readonly by: 'officer' | 'recoverySheet' }
  | { readonly type: 'removeOfficer'; readonly officerId: string }
  | { readonly type: 'changePassphrase'; readonly officerId: string }
  | { readonly type: 'retireKey'; readonly reason: RetireReason }

export const vaultKeyCodes = [
  'vault.key-made-already',
  'vault.no-key',
  'vault.key-retired',
  'vault.officer-already',
  'vault.not-an-officer',
  'vault.last-officer',
] as const
export type VaultKeyCode = (typeof vaultKeyCodes)[number]

const reject = refuse<VaultKeyCode>

function decide(command: VaultKeyCommand, state: VaultKeyState): Decision<VaultKeyEvent, VaultKeyCode> {
  if (command.type === 'makeKey') {
    const { type: _, ...facts } = command
    return state.kind === 'none' ? accept({ type: 'keyMade', ...facts }) : reject('vault.key-made-already')
  }
  if (state.kind === 'none') return reject('vault.no-key')
  const isOfficer = 'officerId' in command && state.officers.includes(command.officerId)
  switch (command.type) {
    case 'addOfficer':
      // Somebody who lost the passphrase is wrapped anew by a colleague or the sheet; a second entry would say nothing.
      if (isOfficer) return reject('vault.officer-already')
      return accept({ type: 'officerAdded', officerId: command.officerId, by: command.by })
    case 'removeOfficer':
      if (!isOfficer) return reject('vault.not-an-officer')
      // With nobody left, only the printed sheet would open the contents: first add somebody.
      if (state.officers.length === 1) return reject('vault.last-officer')
      return accept({ type: 'officerRemoved', officerId: command.officerId })
    case 'changePassphrase':
      if (!isOfficer) return reject('vault.not-an-officer')
      return accept({ type: 'passphraseChanged', officerId: command.officerId })
    case 'retireKey':
      if (state.kind === 'retired') return reject('vault.key-retired')
      return accept({ type: 'keyRetired', reason: command.reason })
  }
}

function evolve(state: VaultKeyState, event: VaultKeyEvent): VaultKeyState {
  if (event.type === 'keyMade') {
    const { type: _, officerId, ...facts } = event
    return { kind: 'active', ...facts, officers: [officerId] }
  }
  if (state.kind === 'none') return state
  switch (event.type) {
    case 'officerAdded':
      return { ...state, officers: [...state.officers, event.officerId] }
    case 'officerRemoved':
      return { ...state, officers: state.officers.filter((id) => id !== event.officerId) }
    case 'passphraseChanged':
      return state
    case 'keyRetired':
      return { ...state, kind: 'retired' }
  }
}

export const vaultKey: Decider<VaultKeyCommand, VaultKeyState, VaultKeyEvent, VaultKeyCode, void> = {
  initial: { kind: 'none' },
  decide,
  evolve,
}
