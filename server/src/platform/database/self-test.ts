import pg from 'pg'
import type { DatabaseUrls } from './pools.ts'

export type ProtectionLevel = 'full' | 'single-role' | 'faults'

export interface SelfTest {
  readonly level: ProtectionLevel
  /** What was allowed although it must not be, as `login: attempt`; empty unless `level` is `faults`. */
  readonly faults: readonly string[]
}

interface Attempt {
  readonly login: 'app' | 'vault'
  readonly what: string
  readonly sql: string
}

// `where false` and rolled-back transactions: a right is checked before any row is looked at, and nothing can stay.
const forbidden: readonly Attempt[] = [
  { login: 'app', what: 'change the ledger', sql: "update ledger.entry set body = '' where false" },
  { login: 'app', what: 'delete from the ledger', sql: 'delete from ledger.entry where false' },
  { login: 'app', what: 'empty the ledger', sql: 'truncate ledger.entry' },
  { login: 'app', what: 'change an answered command', sql: "update ledger.command set result = '' where false" },
  { login: 'app', what: 'delete an answered command', sql: 'delete from ledger.command where false' },
  { login: 'app', what: 'read the outbox', sql: 'select 1 from ledger.outbox limit 1' },
  { login: 'app', what: 'delete a unit', sql: 'delete from app.unit where false' },
  { login: 'app', what: 'delete from the sign-in log', sql: 'delete from access.occurrence where false' },
  { login: 'app', what: 'change the mode', sql: "update app.installation set mode = 'trial' where false" },
  { login: 'app', what: 'make a table', sql: 'create table app.self_test (only_try int)' },
  { login: 'app', what: 'make a schema', sql: 'create schema self_test' },
  { login: 'app', what: 'alter a table', sql: 'alter table ledger.entry disable trigger all' },
  { login: 'app', what: 'take the owner’s role', sql: 'set local role yingshang_owner' },
  { login: 'app', what: 'make a large object', sql: 'select lo_create(0) where false' },
  { login: 'vault', what: 'make a large object', sql: 'select lo_create(0) where false' },
  { login: 'vault', what: 'read the ledger', sql: 'select 1 from ledger.entry limit 1' },
  { login: 'vault', what: 'read people’s details', sql: 'select 1 from app.person_details limit 1' },
  { login: 'vault', what: 'read credentials', sql: 'select 1 from access.credential limit 1' },
  { login: 'vault', what: 'make a table', sql: 'create table vault.self_test (only_try int)' },
]

/**
 * Tries as the app's and the vault's login what must be refused, each in a transaction that is rolled back, and every
 * table of the vault as the app's login. Anything allowed is a fault. With one login for everything it says so and
 * tries nothing.
 */
export async function testProtection(urls: DatabaseUrls): Promise<SelfTest> {
  if (urls.app === urls.owner || urls.vault === urls.owner || urls.app === urls.vault) {
    return { level: 'single-role', faults: [] }
  }
  const faults: string[] = []
  for (const login of ['app', 'vault'] as const) {
    const client = new pg.Client({ connectionString: urls[login] })
    await client.connect()
    try {
      const attempts = forbidden.filter((attempt) => attempt.login === login)
      if (login === 'app') attempts.push(...(await vaultReads(client)))
      for (const attempt of attempts) if (await isAllowed(client, attempt.sql)) faults.push(`${login}: ${attempt.what}`)
      if (await isPowerful(client))
        faults.push(`${login}: is a superuser, may create roles or databases, or owns a table`)
    } finally {
      await client.end()
    }
  }
  return { level: faults.length === 0 ? 'full' : 'faults', faults }
}

/** Reading any table of the vault; names come from the catalogue, which every login may read. */
async function vaultReads(client: pg.Client): Promise<Attempt[]> {
  const tables = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'vault' and c.relkind in ('r', 'p', 'v', 'm')`,
  )
  return tables.rows.map(({ name }) => ({ login: 'app', what: `read ${name}`, sql: `select 1 from ${name} limit 1` }))
}

/** Only a refused right counts as refused; any other failure (a missing table, a timeout) is a fault of the test itself. */
async function isAllowed(client: pg.Client, sql: string): Promise<boolean> {
  await client.query('begin')
  try {
    await client.query(sql)
    return true
  } catch (error) {
    // 22023: a hosted database whose owner has another name knows no such role to take.
    if (['42501', '22023'].includes((error as { code?: string }).code ?? '')) return false
    throw error
  } finally {
    await client.query('rollback')
  }
}

async function isPowerful(client: pg.Client): Promise<boolean> {
  const found = await client.query<{ powerful: boolean }>(
    `select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or exists (
       select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relowner = r.oid and n.nspname in ('app', 'ledger', 'vault', 'access')) as powerful
     from pg_roles r where rolname = current_user`,
  )
  return found.rows[0]?.powerful ?? true
}
