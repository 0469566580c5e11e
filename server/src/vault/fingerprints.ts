import { createHmac } from 'node:crypto'
import type { Identity } from '@yingshang/core/kernel/identity'
import { fingerprintWords, type FingerprintKind } from '@yingshang/core/vault/fingerprint'
import type { Services } from '../platform/capability.ts'
import type { PrivateKey } from './envelope.ts'
import type { Keys } from './read-sealed.ts'
import { openContent } from './sealed-row.ts'

const batch = 200

/**
 * Makes the fingerprints of submissions that have none yet, while an officer has the key open: the key of the
 * fingerprints comes out of the private half, so that nobody who only has the database and the program's own secrets can
 * try telephone numbers out. Shows nothing to anybody. Answers how many submissions it went through.
 */
export async function makeFingerprints({ databases }: Pick<Services, 'databases'>, keys: Keys): Promise<number> {
  let done = 0
  for (;;) {
    const found = await databases.vault.query<{
      id: string
      vault_id: string
      kind: string
      key_id: string
      content: Buffer
    }>({
      name: 'fingerprint:missing',
      text: `select id, vault_id, kind, key_id, content from vault.sealed s where kind = 'identity' and key_id = any($1::uuid[])
        and not exists (select 1 from vault.fingerprint f where f.vault_id = s.vault_id) order by id limit ${batch}`,
      values: [[...keys.keys()]],
    })
    const rows: { vault_id: string; kind: FingerprintKind | 'none'; value: string }[] = []
    for (const row of found.rows) rows.push(...(await fingerprintsOf(keys.get(row.key_id)!, row)))
    await databases.vault.query(
      `insert into vault.fingerprint (vault_id, kind, value)
       select vault_id, kind, value from jsonb_populate_recordset(null::vault.fingerprint, $1::jsonb) on conflict do nothing`,
      [JSON.stringify(rows)],
    )
    done += found.rows.length
    if (found.rows.length < batch) return done
  }
}

/** Anonymous ones, and rows that do not open, are marked as gone through. */
async function fingerprintsOf(key: PrivateKey, row: { id: string; vault_id: string; kind: string; content: Buffer }) {
  const opened = await openContent(key, row).catch(() => undefined)
  const { identity, object } = (opened?.value ?? { identity: null, object: '' }) as {
    identity: Identity | null
    object: string
  }
  const words = Object.entries(fingerprintWords(identity, object)) as [FingerprintKind, string][]
  const made = words.map(([kind, text]) => ({
    vault_id: row.vault_id,
    kind,
    value: `\\x${createHmac('sha256', key.fingerprintKey).update(`${kind}\n${text}`).digest('hex')}`,
  }))
  return [{ vault_id: row.vault_id, kind: 'none' as const, value: '\\x' }, ...made]
}

/**
 * Other submissions of the same person or enterprise: by telephone, credit code, or name and object. For the body that
 * holds the key, inside its own pages only. Complete for what was there when an officer last opened the key.
 */
export async function repeatsOf(
  { databases }: Pick<Services, 'databases'>,
  vaultId: string,
): Promise<{ vaultId: string; kinds: FingerprintKind[] }[]> {
  const found = await databases.vault.query<{ vaultId: string; kinds: FingerprintKind[] }>({
    name: 'fingerprint:repeats',
    text: `select o.vault_id as "vaultId", array_agg(o.kind order by o.kind) as kinds from vault.fingerprint f
      join vault.fingerprint o on o.kind = f.kind and o.value = f.value and o.vault_id <> f.vault_id
      where f.vault_id = $1 and f.kind <> 'none' group by o.vault_id order by o.vault_id`,
    values: [vaultId],
  })
  return found.rows
}
