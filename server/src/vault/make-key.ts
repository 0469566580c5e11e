import type { Attachment } from '../platform/ledger/table.ts'
import { recoveryCodeOf } from '@yingshang/core/vault/recovery-code'
import { vaultKey } from '@yingshang/core/vault/key'
import type { KeyHolder } from '@yingshang/core/vault/key-state'
import type { Queryable } from '../platform/database/pools.ts'
import { decideAndRecord } from '../platform/ledger/decide-and-record.ts'
import { newChange, orRefuse, type Occasion } from '../platform/ledger/decide.ts'
import { newId } from '../platform/ledger/record.ts'
import { makeKeyPair } from './envelope.ts'
import { vaultKeys } from './tables.ts'
import { wrapPrivateKey, type WrappedFor } from './wrapped-key.ts'

/**
 * Makes a division's key pair in memory, wraps the private half under the first officer's passphrase and answers the
 * code of the recovery sheet. Neither the private half nor the code is stored anywhere; the code cannot be had again.
 * Refuses with `vault.key-made-already` when the holder has an active pair.
 */
export async function makeVaultKey(
  app: Queryable,
  occasion: Occasion,
  wanted: { readonly division: string; readonly holder: KeyHolder; readonly officerId: string; readonly passphrase: string },
): Promise<{ keyId: string; recoveryCode: string }> {
  const { division, holder, officerId, passphrase } = wanted
  const { publicKey, privateKey } = await makeKeyPair()
  try {
    const keyId = newId(occasion.now)
    const wrapped = await wrapPrivateKey(privateKey, passphrase, { keyId, personId: officerId })
    const command = { type: 'makeKey', keyId, division, holder, officerId, publicKey: publicKey.toString('hex') } as const
    const events = orRefuse(vaultKey.decide(command, vaultKey.initial))
    const made = await decideAndRecord(
      app,
      occasion,
      async () => ({
        changes: [newChange(vaultKeys, vaultKey, keyId, events)],
        attachments: [wrappedRow({ keyId, personId: officerId }, wrapped, occasion.now)],
        result: { keyId },
      }),
      { refuse: { vault_key_active: 'vault.key-made-already' } },
    )
    // A repeated command made another pair than the one that is kept: its code would open nothing.
    if (made.keyId !== keyId) throw new Error('the key pair was made before: its recovery sheet cannot be shown again')
    return { keyId, recoveryCode: recoveryCodeOf(privateKey) }
  } finally {
    privateKey.fill(0)
  }
}

export function wrappedRow({ keyId, personId }: WrappedFor, wrapped: Buffer, now: number): Attachment {
  const row = {
    id: newId(now),
    key_id: keyId,
    person_id: personId,
    content: `\\x${wrapped.toString('hex')}`,
    created_at: new Date(now).toISOString(),
  }
  return { table: 'vault.wrapped_key', columns: Object.keys(row), rows: [row] }
}
