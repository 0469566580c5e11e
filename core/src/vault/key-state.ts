/** Who holds the private half: the coordination office's vault officers, or discipline inspection's (tips). */
export const keyHolders = ['office', 'discipline'] as const
export type KeyHolder = (typeof keyHolders)[number]

interface KeyFacts {
  readonly keyId: string
  readonly division: string
  readonly holder: KeyHolder
  /** Hex, 32 bytes. */
  readonly publicKey: string
  /** Persons who have a wrapped private half, first the one who made it. */
  readonly officers: readonly string[]
}

export type VaultKeyState =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'active' } & KeyFacts)
  /** Nothing new is sealed to it; what was sealed still opens with it. */
  | ({ readonly kind: 'retired' } & KeyFacts)

export type VaultKeyEvent =
  | ({ readonly type: 'keyMade' } & Omit<KeyFacts, 'officers'> & { readonly officerId: string })
  | { readonly type: 'officerAdded'; readonly officerId: string; readonly by: 'officer' | 'recoverySheet' }
  | { readonly type: 'officerRemoved'; readonly officerId: string }
  | { readonly type: 'passphraseChanged'; readonly officerId: string }
  | { readonly type: 'keyRetired'; readonly reason: RetireReason }

/** Why a new pair takes the place of one: lost (nobody opens the old contents any more), exposed, or by routine. */
export const retireReasons = ['lost', 'exposed', 'routine'] as const
export type RetireReason = (typeof retireReasons)[number]
