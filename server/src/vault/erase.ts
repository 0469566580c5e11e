import type { Services } from '../platform/capability.ts'
import type { DailyScan } from '../platform/jobs/daily.ts'

const dayMs = 24 * 60 * 60_000

/**
 * Deletes what is sealed for these submissions: words, identity, messages, files, fingerprints and with them the salts,
 * so the ledger's commitments stay and mean nothing. Only after the ledger says `erased`.
 */
export async function eraseSealed({ databases }: Pick<Services, 'databases'>, vaultIds: readonly string[]): Promise<void> {
  await databases.vault.query(
    // All parts of one statement see the rows as they were before it.
    `with pieces as (delete from vault.sealed_chunk where file_id in (select id from vault.sealed where vault_id = any($1::uuid[]))),
       rows as (delete from vault.sealed where vault_id = any($1::uuid[]))
     delete from vault.fingerprint where vault_id = any($1::uuid[])`,
    [vaultIds],
  )
}

/** Once a day: finishes erasures that were cut off, and removes pieces of files whose form was never sent. */
export function vaultScan(services: Services): DailyScan {
  return async () => {
    const erased = await services.databases.app.query<{ id: string }>(`select id from app.vault_custody where kind = 'erased'`)
    const left = await services.databases.vault.query<{ vault_id: string }>(
      'select distinct vault_id from vault.sealed where vault_id = any($1::uuid[])',
      [erased.rows.map((row) => row.id)],
    )
    if (left.rows.length > 0) await eraseSealed(services, left.rows.map((row) => row.vault_id))
    await services.databases.vault.query(
      'delete from vault.fingerprint f where not exists (select 1 from vault.sealed s where s.vault_id = f.vault_id)',
    )
    await services.databases.vault.query(
      `delete from vault.sealed_chunk c where created_at < $1
         and not exists (select 1 from vault.sealed s where s.id = c.file_id and s.kind = 'file')`,
      [new Date(services.clock.now() - dayMs)],
    )
  }
}
