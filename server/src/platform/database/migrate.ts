import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { PlainFailure } from '../plain-failure.ts'
import { roleNames } from './roles.ts'

export const migrationsFolder = fileURLToPath(new URL('../../../migrations/', import.meta.url))

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** The numbered files, in order. Throws when a number is missing or doubled: forward only, no gaps. */
export function readMigrations(folder = migrationsFolder): Migration[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  return files.map((file, index) => {
    const match = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file)
    if (!match || Number(match[1]) !== index + 1) throw new Error(`migration file out of order: ${file}`)
    const sql = readFileSync(`${folder}/${file}`, 'utf8')
    return { number: index + 1, name: match[2]!, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

export interface MigrateOptions {
  /** One login for everything: what the files say about the other two logins is left out. */
  readonly singleRole?: boolean
}

/**
 * Brings the database to the newest migration under an advisory lock, each file in its own transaction. A file that was
 * changed after it ran is refused: old migrations are history. Returns how many ran.
 */
export async function migrate(
  ownerUrl: string,
  migrations = readMigrations(),
  { singleRole = false }: MigrateOptions = {},
): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(763201)')
    if (!singleRole) await demandLogins(client)
    await client.query(
      `create schema if not exists history;
       create table if not exists history.migration (
         number int primary key, name text not null, checksum text not null, ran_at timestamptz not null default now())`,
    )
    const done = await client.query<{ number: number; checksum: string }>(
      'select number, checksum from history.migration',
    )
    const known = new Map(done.rows.map((row) => [row.number, row.checksum]))
    if (known.size > migrations.length) throw new PlainFailure('database.newer', '数据库比程序新：请使用更新的程序版本，或恢复到旧的备份')
    let ran = 0
    for (const migration of migrations) {
      const checksum = known.get(migration.number)
      if (checksum === migration.checksum) continue
      if (checksum !== undefined)
        
        throw new PlainFailure(
          'database.other-history',
          `数据库执行过的第 ${migration.number} 步升级与程序里的不同：程序文件可能被改动，或者数据库来自别的版本。请恢复原来的程序，或换一个数据目录（设置 YINGSHANG_DATA）`,
        )
      await client.query('begin')
      await client.query(singleRole ? withoutLogins(migration.sql) : migration.sql)
      await client.query('insert into history.migration (number, name, checksum) values ($1, $2, $3)', [
        migration.number,
        migration.name,
        migration.checksum,
      ])
      await client.query('commit')
      ran++
    }
    return ran
  } finally {
    await client.end()
  }
}

async function demandLogins(client: pg.Client): Promise<void> {
  const { app, vault } = roleNames
  const found = await client.query('select 1 from pg_roles where rolname in ($1, $2)', [app, vault])
  if (found.rowCount === 2) return
  throw new PlainFailure(
    'database.no-logins',
    `数据库服务器上没有 ${app}、${vault} 两个账号。请由数据库管理员执行 yingshang db roles 打印的 SQL`,
  )
}

/** With one login there is nobody to grant to or take from; taking from oneself would stop the owner's own jobs. */
function withoutLogins(sql: string): string {
  return sql.replaceAll(/^(grant|revoke|alter default privileges)\b[^;]*\byingshang_(app|vault)\b[^;]*;/gim, '')
}
