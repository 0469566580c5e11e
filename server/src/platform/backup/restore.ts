import pg from 'pg'
import type { Mode } from '../config.ts'
import { migrate, readMigrations } from '../database/migrate.ts'
import { verifyChain } from '../ledger/verify.ts'
import { PlainFailure } from '../plain-failure.ts'
import { copyIn } from './copy.ts'
import { damaged } from './frames.ts'
import type { BackupHeader } from './manifest.ts'
import { readBackup, type BackupRead } from './read.ts'
import type { Opening } from './sealed-file.ts'
import { copyInSql, quotedTable, storedTables, type StoredTable } from './tables.ts'

export interface RestoreOptions {
  /** Refuse a backup of the other mode. */
  readonly mode?: Mode | undefined
  /** See `migrate`. */
  readonly singleRole?: boolean
}

/**
 * Fills an empty database from a backup, in one transaction: it is there whole, verified against its manifest and the
 * hash chain of its ledger, or not at all. The schema is first brought to where the backup stood, afterwards to where
 * this program stands. With `mode` a backup of the other mode is refused. Throws a sentence when the database holds data, the program is older, or the file is damaged.
 */
export async function restoreBackup(
  ownerUrl: string,
  file: string,
  opening: Opening,
  { mode, singleRole = false }: RestoreOptions = {},
): Promise<BackupRead> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    let known: StoredTable[] = []
    const read = await readBackup(file, opening, {
      async begin(header) {
        refuseOtherMode(header.mode, mode)
        await prepareSchema(client, ownerUrl, header, singleRole)
        await client.query('begin')
        known = await storedTables(client)
        await client.query(`truncate ${known.map((table) => quotedTable(table.name)).join(', ')} cascade`)
      },
      table(table, rows) {
        const target = known.find((one) => one.name === table.name)
        if (!target || !table.columns.every((column) => target.columns.includes(column))) throw damaged()
        return copyIn(client, copyInSql(table), rows)
      },
    })
    const faults = await verifyChain(client)
    if (faults.length > 0)
      throw new PlainFailure(
        'backup.broken-chain',
        `备份里的台账有 ${faults.length} 处前后不连，说明数据在备份以前就被改动过，没有恢复。请保留这份文件并联系维护人员`,
      )
    await client.query('commit')
    await migrate(ownerUrl, undefined, { singleRole })
    await client.query('analyze')
    return read
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
}

function refuseOtherMode(stated: Mode, wanted: Mode | undefined): void {
  if (wanted === undefined || stated === wanted) return
  const name = stated === 'trial' ? '试用' : '正式'
  throw new PlainFailure('backup.other-mode', `这是${name}数据的备份，请加上 --${stated} 恢复到${name}的数据目录`)
}

async function prepareSchema(
  client: pg.Client,
  ownerUrl: string,
  header: BackupHeader,
  singleRole: boolean,
): Promise<void> {
  const migrations = readMigrations()
  if (header.migrations.length > migrations.length)
    throw new PlainFailure('backup.newer', '这份备份由更新的程序写成，请先更新程序再恢复')
  const differs = header.migrations.findIndex((checksum, at) => migrations[at]!.checksum !== checksum)
  if (differs >= 0)
    throw new PlainFailure(
      'backup.other-history',
      `这份备份的第 ${differs + 1} 步数据库升级与本程序的不同，请用写它的那个版本的程序恢复`,
    )
  const found = await client.query("select to_regclass('app.installation') is not null as there")
  if (found.rows[0].there) {
    const used = await client.query('select 1 from app.installation')
    if (used.rowCount !== 0)
      throw new PlainFailure(
        'backup.not-empty',
        '只能恢复到空的数据库，这个数据库里已经有内容。请换一个数据目录（设置 YINGSHANG_DATA）或另建一个数据库',
      )
  }
  // Migrated but never used: begin at the migration of the backup.
  await client.query('drop schema if exists app, ledger, vault, access, history, graphile_worker cascade')
  await migrate(ownerUrl, migrations.slice(0, header.migrations.length), { singleRole })
}
