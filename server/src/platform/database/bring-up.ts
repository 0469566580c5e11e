import { join } from 'node:path'
import pg from 'pg'
import type { Storage } from '../config.ts'
import { launchEmbedded, type EmbeddedPostgres } from '../embedded/launch.ts'
import type { Keys } from '../keys.ts'
import { checkHosted } from './hosted.ts'
import type { DatabaseUrls } from './pools.ts'
import { closedDatabaseSql, databaseSql, privateDatabaseSql, roleNames, rolesSql } from './roles.ts'

export interface BroughtUp {
  readonly urls: DatabaseUrls
  readonly embedded: EmbeddedPostgres | undefined
}

/** Starts the embedded PostgreSQL (or takes the given URLs) and makes logins and database when they are missing. */
export async function bringUpDatabase(
  config: Storage,
  keys: Keys,
  log: (line: string) => void,
  lost?: () => void,
): Promise<BroughtUp> {
  if (config.urls) {
    await checkHosted(config.urls)
    return { urls: config.urls, embedded: undefined }
  }
  const embedded = await launchEmbedded({
    folder: join(config.dataFolder, 'database'),
    superuserPassword: keys.superuserPassword,
    log,
    ...(lost ? { lost } : {}),
  })
  await makeLoginsAndDatabase(embedded, keys, 'yingshang')
  return { urls: urlsOf(embedded, keys, 'yingshang'), embedded }
}

export function urlsOf(embedded: Pick<EmbeddedPostgres, 'url'>, keys: Keys, database: string): DatabaseUrls {
  return {
    owner: embedded.url(roleNames.owner, keys.ownerPassword, database),
    app: embedded.url(roleNames.app, keys.appPassword, database),
    vault: embedded.url(roleNames.vault, keys.vaultPassword, database),
  }
}

export async function makeLoginsAndDatabase(embedded: EmbeddedPostgres, keys: Keys, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: embedded.url('postgres', keys.superuserPassword, 'postgres') })
  await client.connect()
  try {
    const known = await client.query('select 1 from pg_roles where rolname = $1', [roleNames.owner])
    if (known.rowCount === 0) {
      const passwords = { owner: keys.ownerPassword, app: keys.appPassword, vault: keys.vaultPassword }
      for (const sql of rolesSql(passwords)) await client.query(sql)
    }
    const made = await client.query('select 1 from pg_database where datname = $1', [database])
    if (made.rowCount === 0) for (const sql of databaseSql(database)) await client.query(sql)
  } finally {
    await client.end()
  }
  const owner = new pg.Client({ connectionString: embedded.url(roleNames.owner, keys.ownerPassword, database) })
  await owner.connect()
  let closed: boolean
  try {
    for (const sql of privateDatabaseSql(database)) await owner.query(sql)
    const open = await owner.query(`select has_function_privilege('${roleNames.app}', 'lo_create(oid)', 'execute') as open`)
    closed = open.rows[0].open === false
  } finally {
    await owner.end()
  }
  if (!closed) await closeDatabase(embedded.url('postgres', keys.superuserPassword, database))
}

/** Once per database: the owner has no say over PostgreSQL's own functions. */
async function closeDatabase(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    for (const sql of closedDatabaseSql) await client.query(sql)
  } finally {
    await client.end()
  }
}
