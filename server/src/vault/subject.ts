import type { PersonActor } from '@yingshang/core/kernel/actor'
import type { Refusal } from '@yingshang/core/kernel/refusal'

/** What the vault has to know of the case or tip a submission belongs to. */
export interface VaultSubject {
  readonly kind: 'case' | 'tip'
  readonly id: string
  /** The human number, for the log of openings. */
  readonly number: string
  /** The case has not ended, or something came in after its end: its originals are not erased for age or on request. */
  readonly isOpen: boolean
}

/** Cases and tips each say which submissions are theirs and who may open them; wired in `product.ts`. */
export interface VaultSubjects {
  /** The subjects of these vault ids that are this capability's. */
  find(vaultIds: readonly string[]): Promise<ReadonlyMap<string, VaultSubject>>
  /** A reason why this officer may not open it (their own unit is concerned, not their case), beyond the vault's own rules. */
  mayOpen(actor: PersonActor, subject: VaultSubject): Promise<Refusal | undefined> | Refusal | undefined
  /** Vault ids of subjects that ended before this day and are not open again: their originals are up for erasure. */
  endedBefore(day: string): Promise<readonly string[]>
}

export async function findSubjects(
  all: readonly VaultSubjects[],
  vaultIds: readonly string[],
): Promise<ReadonlyMap<string, { subject: VaultSubject; of: VaultSubjects }>> {
  const found = new Map<string, { subject: VaultSubject; of: VaultSubjects }>()
  for (const of of all) for (const [vaultId, subject] of await of.find(vaultIds)) found.set(vaultId, { subject, of })
  return found
}
