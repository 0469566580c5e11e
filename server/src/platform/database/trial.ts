import { businessDayOf, readInstallation, type Installation } from '../clock.ts'
import type { Services } from '../capability.ts'
import { trialFirstDay } from '../stamp.ts'
import type { Databases } from './pools.ts'

export type Prepare = (services: Services) => Promise<void>

/**
 * Fills a trial that was never filled to its end: a start or a reset that was killed in the middle is begun anew, so
 * that nobody meets half a sample. Does nothing in a trial that is in use.
 */
export async function fillTrialOnce(services: Services, prepare: Prepare): Promise<void> {
  const found = await services.databases.owner.query('select 1 from app.installation where prepared_at is not null')
  if (found.rowCount === 0) await refillTrial(services, prepare)
}

/**
 * Nobody has done anything in this trial yet: it was never filled to its end, or since then nothing happened but what the
 * program does by itself (the call list, periods, rule sets).
 */
export async function isUntouched({ databases }: Services): Promise<boolean> {
  const used = await databases.owner.query(
    `select 1 from app.installation where prepared_at is not null
       and (trial_day <> $1 or exists (select 1 from ledger.entry
         where recorded_at > prepared_at and body::jsonb #>> '{actor,kind}' <> 'system'))`,
    [trialFirstDay],
  )
  return used.rowCount === 0
}

/** Empties a trial and fills it again on its first day. Only for a trial; the caller keeps requests away meanwhile. */
export async function refillTrial(services: Services, prepare: Prepare): Promise<void> {
  const { databases, clock } = services
  if (services.installation.mode !== 'trial') throw new Error('only a trial is ever emptied')
  await emptyTrial(databases)
  const installation = (await readInstallation(databases.app)) as Installation
  await prepare({ ...services, installation })
  await databases.owner.query('update app.installation set prepared_at = $1', [new Date(clock.now())])
  services.log.line('trial-filled', { day: businessDayOf(installation, clock) })
}

/** Everything but the stamp, in one transaction; what waits in the job queue goes too. */
async function emptyTrial({ owner }: Databases): Promise<void> {
  const tables = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('app', 'ledger', 'vault', 'access') and (schemaname, tablename) <> ('app', 'installation')`,
  )
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query('update app.installation set prepared_at = null, trial_day = $1 where mode = $2', [
      trialFirstDay,
      'trial',
    ])
    await client.query(`truncate ${tables.rows.map((table) => table.name).join(', ')}`)
    const queue = await client.query("select to_regclass('graphile_worker._private_jobs') is not null as there")
    if (queue.rows[0].there) await client.query('delete from graphile_worker._private_jobs')
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** A made past has news that concerns nobody any more: what waits in the outbox from before an instant is let go unsent. */
export async function dropOldNews({ owner }: Databases, before: number): Promise<void> {
  await owner.query('delete from ledger.outbox where created_at < $1', [new Date(before)])
}
