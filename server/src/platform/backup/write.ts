import pg from 'pg'
import type { Clock } from '../clock.ts'
import { PlainFailure } from '../plain-failure.ts'
import { newId } from '../ledger/record.ts'
import { copyOut } from './copy.ts'
import { packFrames, type Frame } from './frames.ts'
import { keyMarkOf, type BackupHeader } from './manifest.ts'
import { writeSealed, type Seal } from './sealed-file.ts'
import { copyOutSql, storedTables } from './tables.ts'

export interface BackupAsked {
  readonly ownerUrl: string
  readonly file: string
  readonly seal: Seal
  readonly siteKey: string
  readonly clock: Clock
  readonly kind: 'asked' | 'beforeMigration'
}

export interface BackupWritten {
  readonly header: BackupHeader
  readonly bytes: number
  readonly rows: Readonly<Record<string, number>>
}

/**
 * Writes everything the database holds under one snapshot: people go on working, and the file shows one moment. Keys
 * are not inside. The new file is noted for the status page. Throws a sentence when the database holds nothing yet.
 */
export async function writeBackup(asked: BackupAsked): Promise<BackupWritten> {
  const client = new pg.Client({ connectionString: asked.ownerUrl })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query("set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local bytea_output = 'hex'")
    const header = await headerOf(client, asked)
    const rows: Record<string, number> = {}
    const bytes = await writeSealed(asked.file, asked.seal, packFrames(framesOf(client, header, rows)))
    await client.query('commit')
    const written = { header, bytes, rows }
    await note(client, asked, written)
    return written
  } finally {
    await client.end()
  }
}

async function* framesOf(
  client: pg.Client,
  header: BackupHeader,
  rows: Record<string, number>,
): AsyncGenerator<Frame> {
  yield { kind: 'header', json: header }
  const queue = await client.query("select to_regclass('graphile_worker._private_jobs') is not null as there")
  for (const table of await storedTables(client)) {
    yield { kind: 'table', json: table }
    const copied = copyOut(client, copyOutSql(table, queue.rows[0].there))
    for await (const bytes of copied.chunks) yield { kind: 'rows', bytes }
    rows[table.name] = copied.rows()
    yield { kind: 'tableEnd', json: { rows: copied.rows() } }
  }
  yield { kind: 'footer', json: { rows } }
}

async function headerOf(client: pg.Client, asked: BackupAsked): Promise<BackupHeader> {
  const known = await client.query("select to_regclass('app.installation') is not null as there")
  if (!known.rows[0].there) throw nothing()
  const found = await client.query<Pick<BackupHeader, 'mode' | 'division' | 'installation' | 'postgres'>>(
    "select mode, division, id as installation, current_setting('server_version') as postgres from app.installation",
  )
  if (!found.rows[0]) throw nothing()
  const ran = await client.query<{ checksum: string }>('select checksum from history.migration order by number')
  return {
    format: 'yingshang-backup',
    version: 1,
    takenAt: new Date(asked.clock.now()).toISOString(),
    ...found.rows[0],
    migrations: ran.rows.map((row) => row.checksum),
    keyMark: keyMarkOf(asked.siteKey),
  }
}

/** A database from before this table existed gets no note; the file is what counts. */
async function note(client: pg.Client, asked: BackupAsked, { header, bytes, rows }: BackupWritten): Promise<void> {
  const known = await client.query("select to_regclass('app.backup') is not null as there")
  if (!known.rows[0].there) return
  await client.query(
    'insert into app.backup (id, taken_at, kind, bytes, entries, migration) values ($1, $2, $3, $4, $5, $6)',
    [newId(asked.clock.now()), header.takenAt, asked.kind, bytes, rows['ledger.entry'] ?? 0, header.migrations.length],
  )
}

function nothing(): PlainFailure {
  return new PlainFailure('backup.nothing', '这个数据库还是空的，没有可以备份的内容')
}
