import { holds, officeRoles, type Actor, type Role } from '../kernel/actor.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { KeyHolder } from './key-state.ts'

export type VaultPolicyCode = 'vault.not-permitted' | 'vault.director-only'
type Answer = Refusal<VaultPolicyCode> | undefined

const yes: Answer = undefined

/** Who may be given a part in a key. */
export const rolesOfHolder: Readonly<Record<KeyHolder, readonly Role[]>> = {
  office: officeRoles,
  discipline: ['disciplineInspection'],
}

/** Whose key it is works with it: the office with the office's, discipline inspection with its own, nobody with both. */
export function mayUseKey(actor: Actor, holder: KeyHolder): Answer {
  return holds(actor, rolesOfHolder[holder]) ? yes : { code: 'vault.not-permitted' }
}

/** Making a pair, naming and removing its officers, retiring it: the office's director; any officer of discipline inspection. */
export function mayKeepKey(actor: Actor, holder: KeyHolder): Answer {
  const refusal = mayUseKey(actor, holder)
  if (refusal) return refusal
  if (holder === 'office' && !holds(actor, 'coordinationDirector')) return { code: 'vault.director-only' }
  return yes
}

/** Deciding about erasure and protection is the keeper's; asking is everybody's who works with the key. */
export const mayDecideCustody = mayKeepKey

/** The log of openings: who works with the key; of the office's also the auditor. It shows no content and no case. */
export function maySeeOpenings(actor: Actor, holder: KeyHolder): Answer {
  if (holder === 'office' && holds(actor, 'auditor')) return yes
  return mayUseKey(actor, holder)
}
