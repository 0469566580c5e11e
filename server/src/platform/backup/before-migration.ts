import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { dayInChina } from '@yingshang/core/kernel/dates'
import pg from 'pg'
import type { Clock } from '../clock.ts'
import { migrate, readMigrations, type Migration } from '../database/migrate.ts'
import type { Keys } from '../keys.ts'
import { writeBackup } from './write.ts'

export interface Occasion {
  readonly ownerUrl: string
  readonly dataFolder: string
  readonly keys: Keys
  readonly clock: Clock
  readonly singleRole: boolean
}

const kept = 3
const named = /^before-migration-\d{4}-.*\.backup$/

/**
 * Before a database with data is migrated, a backup of it is written to `backups` in the data folder, sealed with the
 * site key; the newest three are kept. Answers its path, or undefined when nothing had to be saved. A backup that cannot
 * be written stops the start: the migration does not run.
 */
export async function backupBeforeMigration(
  occasion: Occasion,
  migrations: readonly Migration[],
): Promise<string | undefined> {
  const ran = await migrationsRun(occasion.ownerUrl)
  if (ran === undefined || ran >= migrations.length) return undefined
  const folder = join(occasion.dataFolder, 'backups')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const number = String(ran).padStart(4, '0')
  const { keys, clock, ownerUrl } = occasion
  const file = join(folder, `before-migration-${number}-${dayInChina(clock.now())}-${clock.now()}.backup`)
  const { siteKey } = keys
  await writeBackup({ ownerUrl, file, seal: { kind: 'site', siteKey }, siteKey, clock, kind: 'beforeMigration' })
  const old = readdirSync(folder).filter((name) => named.test(name)).toSorted(byTime).slice(0, -kept)
  for (const name of old) rmSync(join(folder, name))
  return file
}

/** Saves what is there, then brings the database to this program's newest migration. Answers the backup's path, if any. */
export async function migrateSafely(occasion: Occasion): Promise<string | undefined> {
  const migrations = readMigrations()
  const saved = await backupBeforeMigration(occasion, migrations)
  await migrate(occasion.ownerUrl, migrations, occasion)
  return saved
}

/** Undefined in a database that was never used. */
async function migrationsRun(ownerUrl: string): Promise<number | undefined> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const there = await client.query("select to_regclass('app.installation') is not null as there")
    if (!there.rows[0].there) return undefined
    const found = await client.query<{ used: boolean; ran: number }>(
      'select exists (select 1 from app.installation) as used, (select count(*)::int from history.migration) as ran',
    )
    return found.rows[0]!.used ? found.rows[0]!.ran : undefined
  } finally {
    await client.end()
  }
}

function byTime(a: string, b: string): number {
  const time = (name: string) => Number(/-(\d+)\.backup$/.exec(name)?.[1] ?? 0)
  return time(a) - time(b)
}
