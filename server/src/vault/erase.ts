import { addMonths } from '@yingshang/core/kernel/dates'
import { custody } from '@yingshang/core/vault/custody'
import { usualVaultRules } from '@yingshang/core/vault/rules'
import type { Services } from '../platform/capability.ts'
import type { DailyScan } from '../platform/jobs/daily.ts'
import { loadMany } from '../platform/ledger/load.ts'
import { derivedId } from '../platform/sealed-secret.ts'
import { changeCustody } from './custody-store.ts'
import type { VaultSubjects } from './subject.ts'
import { vaultCustody } from './tables.ts'

const dayMs = 24 * 60 * 60_000

/**
 * Deletes what is sealed for these submissions: words, identity, messages, files, fingerprints and with them the salts,
 * so the ledger's commitments stay and mean nothing. Only after the ledger says `erased`.
 */
export async function eraseSealed(
  { databases }: Pick<Services, 'databases'>,
  vaultIds: readonly string[],
): Promise<void> {
  await databases.vault.query(
    // All parts of one statement see the rows as they were before it.
    `with pieces as (delete from vault.sealed_chunk where file_id in (select id from vault.sealed where vault_id = any($1::uuid[]))),
       rows as (delete from vault.sealed where vault_id = any($1::uuid[]))
     delete from vault.fingerprint where vault_id = any($1::uuid[])`,
    [vaultIds],
  )
}

/**
 * Once a day: proposes the erasure of what has been kept for its years, for a person to decide; finishes erasures that were cut off; removes
 * pieces of files whose form was never sent. Repeatable.
 */
export function vaultScan(services: Services, subjects: readonly VaultSubjects[]): DailyScan {
  return async (day) => {
    await proposeErasures(services, subjects, day)
    const erased = await services.databases.app.query<{ id: string }>(
      `select id from app.vault_custody where kind = 'erased'`,
    )
    const left = await services.databases.vault.query<{ vault_id: string }>(
      'select distinct vault_id from vault.sealed where vault_id = any($1::uuid[])',
      [erased.rows.map((row) => row.id)],
    )
    if (left.rows.length > 0)
      await eraseSealed(
        services,
        left.rows.map((row) => row.vault_id),
      )
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

/** Nothing is erased for its age alone: the request waits for the keeper, and a refusal rests for a year. */
async function proposeErasures(services: Services, subjects: readonly VaultSubjects[], day: string): Promise<void> {
  const { app } = services.databases
  const before = addMonths(day, -12 * usualVaultRules.retentionYears)
  const ended = (await Promise.all(subjects.map((one) => one.endedBefore(before)))).flat()
  const known = new Map((await loadMany(app, vaultCustody, ended)).map(({ id, state }) => [id, state]))
  for (const vaultId of ended) {
    const state = known.get(vaultId) ?? custody.initial
    if (state.kind === 'erased' || state.asked || (state.refusedOn !== null && addMonths(state.refusedOn, 12) > day))
      continue
    const commandId = derivedId('vault retention', vaultId, day)
    const occasion = {
      actor: { kind: 'system', job: 'retention' } as const,
      businessDay: day,
      now: services.clock.now(),
      commandId,
    }
    await changeCustody(app, occasion, vaultId, { type: 'askErasure', ground: 'periodOver' })
  }
}
