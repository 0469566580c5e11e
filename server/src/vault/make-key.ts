import { createHash } from 'node:crypto'
import { recoveryCodeOf } from '@yingshang/core/vault/recovery-code'
import { vaultKey } from '@yingshang/core/vault/key'
import type { KeyHolder, RetireReason } from '@yingshang/core/vault/key-state'
import type { Queryable } from '../platform/database/pools.ts'
import { notFound, refused } from '../platform/http/failure.ts'
import { decideAndRecord } from '../platform/ledger/decide-and-record.ts'
import { changeBy, newChange, orRefuse, type Occasion } from '../platform/ledger/decide.ts'
import { load } from '../platform/ledger/load.ts'
import { newId } from '../platform/ledger/record.ts'
import type { Attachment, Change } from '../platform/ledger/table.ts'
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
  wanted: {
    readonly division: string
    readonly holder: KeyHolder
    readonly officerId: string
    readonly passphrase: string
    /** Retired in the same write: nothing new is sealed to it from now on. */
    readonly instead?: { readonly keyId: string; readonly reason: RetireReason }
  },
): Promise<{ keyId: string; digest: string; recoveryCode: string }> {
  const { division, holder, officerId, passphrase, instead } = wanted
  const { publicKey, privateKey } = await makeKeyPair()
  try {
    const keyId = newId(occasion.now)
    const wrapped = await wrapPrivateKey(privateKey, passphrase, { keyId, personId: officerId })
    const command = {
      type: 'makeKey',
      keyId,
      division,
      holder,
      officerId,
      publicKey: publicKey.toString('hex'),
    } as const
    const events = orRefuse(vaultKey.decide(command, vaultKey.initial))
    const made = await decideAndRecord(app, occasion, async () => ({
      changes: [...(instead ? [await retirement(app, instead)] : []), newChange(vaultKeys, vaultKey, keyId, events)],
      attachments: [wrappedRow({ keyId, personId: officerId }, wrapped, occasion.now)],
      result: { keyId },
    })).catch((error: unknown) => {
      // exclusion_violation: the holder has an active pair.
      throw (error as { code?: string }).code === '23P01' ? refused({ code: 'vault.key-made-already' }) : error
    })
    // A repeated command made another pair than the one that is kept: its code would open nothing.
    if (made.keyId !== keyId) throw refused({ code: 'vault.sheet-shown-once' })
    return { keyId, digest: digestOf(publicKey), recoveryCode: recoveryCodeOf(privateKey) }
  } finally {
    privateKey.fill(0)
  }
}

async function retirement(app: Queryable, { keyId, reason }: { keyId: string; reason: RetireReason }): Promise<Change> {
  const loaded = await load(app, vaultKeys, keyId)
  if (!loaded) throw notFound('vaultKey')
  return changeBy(vaultKeys, vaultKey, loaded, orRefuse(vaultKey.decide({ type: 'retireKey', reason }, loaded.state)))
}

/** Twelve signs of the public half's SHA-256, to tell sheets apart. */
export function digestOf(publicKey: Uint8Array): string {
  const hex = createHash('sha256').update(publicKey).digest('hex').slice(0, 12)
  return hex.replaceAll(/(.{4})(?=.)/g, '$1 ')
}

export function wrappedRow(
  { keyId, personId }: WrappedFor,
  wrapped: Buffer,
  now: number,
  purpose: 'own' | 'handOver' = 'own',
): Attachment {
  const row = {
    id: newId(now),
    key_id: keyId,
    person_id: personId,
    content: `\\x${wrapped.toString('hex')}`,
    purpose,
    created_at: new Date(now).toISOString(),
  }
  return { table: 'vault.wrapped_key', columns: Object.keys(row), rows: [row] }
}
