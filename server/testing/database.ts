import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { openDatabases, type Databases, type DatabaseUrls } from '../src/platform/database/pools.ts'
import { closedDatabaseSql, databaseSql, privateDatabaseSql, roleNames } from '../src/platform/database/roles.ts'
import { readOrMakeKeys } from '../src/platform/keys.ts'

export interface TestDatabase {
  readonly databases: Databases
  readonly urls: DatabaseUrls
  readonly name: string
  drop(): Promise<void>
}

/** A fresh clone of the migrated template with all three logins. Call `drop` in `afterAll`. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const { template } = inject('cluster')
  return makeDatabase([
    (name) => `create database ${name} template ${template} owner ${roleNames.owner}`,
    (name) => `grant connect on database ${name} to ${roleNames.app}, ${roleNames.vault}`,
  ])
}

/** A new database with nothing in it, as it is before the first start. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const made = await makeDatabase([(name) => databaseSql(name)[0]!])
  for (const sql of privateDatabaseSql(made.name)) await made.databases.owner.query(sql)
  const url = new URL(inject('cluster').superuserUrl)
  url.pathname = `/${made.name}`
  const admin = new pg.Client({ connectionString: url.href })
  await admin.connect()
  for (const sql of closedDatabaseSql) await admin.query(sql)
  await admin.end()
  return made
}

async function makeDatabase(statements: readonly ((name: string) => string)[]): Promise<TestDatabase> {
  const cluster = inject('cluster')
  const keys = readOrMakeKeys(cluster.keysFolder)
  const name = `test_${randomBytes(8).toString('hex')}`
  const admin = new pg.Client({ connectionString: cluster.superuserUrl })
  await admin.connect()
  for (const sql of statements) await admin.query(sql(name))
  await admin.end()
  const url = (user: string, password: string) =>
    `postgresql://${user}:${password}@localhost/${name}?host=${encodeURIComponent(cluster.host)}`
  const urls = {
    owner: url(roleNames.owner, keys.ownerPassword),
    app: url(roleNames.app, keys.appPassword),
    vault: url(roleNames.vault, keys.vaultPassword),
  }
  const databases = openDatabases(urls, () => {}, 20)
  return {
    databases,
    urls,
    name,
    async drop() {
      await databases.close()
      const again = new pg.Client({ connectionString: cluster.superuserUrl })
      await again.connect()
      await again.query(`drop database if exists ${name} with (force)`)
      await again.end()
    },
  }
}
