// What the logins can reach, read from the catalogue. Not formatted: the columns are the point.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyDatabase, type TestDatabase } from '../../../testing/database.ts'
import { startJobs } from '../jobs/runner.ts'
import { migrate } from './migrate.ts'

let database: TestDatabase
const quiet = { line: () => {}, request: () => {}, incident: () => {} }

beforeAll(async () => {
  database = await emptyDatabase()
  await migrate(database.urls.owner)
  await (await startJobs(database.databases.owner, {}, quiet)).stop()
})
afterAll(() => database.drop())

const rows = async <Row extends object>(sql: string) => (await database.databases.owner.query<Row>(sql)).rows
const mine = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and n.nspname not like 'pg_temp%' and n.nspname not like 'pg_toast_temp%'`

/** Letters for what a login may do with a table: select, insert, update, delete, truncate, references, trigger. */
async function rightsOf(login: string): Promise<string> {
  const letters = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']
    .map((right) => `case when has_table_privilege('${login}', c.oid, '${right}') then '${right[0]}' else '' end`)
    .join(' || ')
  const found = await rows<{ name: string; rights: string }>(
    `select n.nspname || '.' || c.relname as name, lower(${letters}) as rights from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${mine} order by 1`,
  )
  return found
    .filter((row) => row.rights !== '')
    .map((row) => `${row.rights.padEnd(5)}${row.name}`)
    .join('\n')
}

const lines = (text: string) => text.split('\n').map((line) => line.trim()).filter((line) => line !== '')

/** What PostgreSQL answers to a statement of this login, rolled back; `allowed` or the error's code. */
async function answerTo(url: string, sql: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // This one is refused inside a transaction before its right is looked at.
    if (!sql.startsWith('alter system')) await client.query('begin')
    await client.query(sql)
    return 'allowed'
  } catch (error) {
    return (error as { code: string }).code
  } finally {
    await client.query('rollback')
    await client.end()
  }
}

describe('the complete list of what a login reaches', () => {
  test('the program: decisions are added to, sessions come and go, nothing else is deleted', async () => {
    expect(lines(await rightsOf('yingshang_app'))).toEqual(lines(`
      siud access.activation
      siud access.credential
      siud access.failure
      siud access.known_address
      si   access.occurrence
      siud access.recovery_code
      siud access.session
      siud access.sign_in_link
      siu  app.access_rules
      siu  app.assignment
      siu  app.assignment_file
      s    app.backup
      siu  app.calendar
      si   app.calendar_version
      siu  app.call
      siu  app.campaign
      siu  app.case
      siu  app.case_decline
      siu  app.case_extension
      siu  app.case_file
      siu  app.case_text
      siu  app.change_request
      siu  app.channel_secret
      siu  app.channel_settings
      siu  app.clause
      siu  app.delivery
      si   app.file
      si   app.file_chunk
      si   app.hand_over
      siu  app.import_batch
      siu  app.import_row
      s    app.installation
      siu  app.news
      siu  app.notification
      siu  app.person
      siu  app.person_details
      siu  app.plan
      si   app.plan_source
      siu  app.post
      siu  app.reminder_preference
      siu  app.reporting_run
      siu  app.reporting_run_part
      siu  app.rule_series
      si   app.rule_set
      si   app.scanned_day
      siu  app.task
      siu  app.task_force
      siu  app.tip
      siu  app.tip_answer
      siu  app.unit
      siu  app.vault_custody
      siu  app.vault_key
      siu  app.vault_opening
      si   ledger.command
      si   ledger.entry
      i    ledger.outbox
      i    vault.receipt
      i    vault.sealed
      i    vault.sealed_chunk
      i    vault.wrapped_key
    `))
  })

  test('columns of the installation: the day of a trial, and not its mode', async () => {
    const found = await rows<{ name: string }>(
      `select a.attname as name from pg_attribute a where a.attrelid = 'app.installation'::regclass and a.attnum > 0
       and (has_column_privilege('yingshang_app', a.attrelid, a.attname, 'UPDATE') or has_column_privilege('yingshang_app', a.attrelid, a.attname, 'INSERT'))`,
    )
    expect(found.map((row) => row.name)).toEqual(['trial_day'])
  })

  test('the vault’s login: reads and erases what is sealed, adds fingerprints, rewrites nothing, sees nothing else', async () => {
    expect(lines(await rightsOf('yingshang_vault'))).toEqual(lines(`
      sid  vault.fingerprint
      sd   vault.receipt
      sd   vault.sealed
      sd   vault.sealed_chunk
      sd   vault.wrapped_key
    `))
  })

  test('everybody: nothing is granted to PUBLIC, no schema is open but by name, nobody makes anything', async () => {
    const schemas = await rows<{ line: string }>(
      `select r.rolname || ' ' || n.nspname || case when has_schema_privilege(r.oid, n.oid, 'CREATE') then ' CREATE' else '' end as line
       from pg_namespace n, pg_roles r where r.rolname in ('yingshang_app', 'yingshang_vault') and ${mine}
         and (has_schema_privilege(r.oid, n.oid, 'USAGE') or has_schema_privilege(r.oid, n.oid, 'CREATE')) order by 1`,
    )
    expect(schemas.map((row) => row.line)).toEqual([
      'yingshang_app access',
      'yingshang_app app',
      'yingshang_app ledger',
      'yingshang_app vault',
      'yingshang_vault vault',
    ])
    const granted = await rows(
      `select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) x where x.grantee = 0 and ${mine}`,
    )
    expect(granted).toEqual([])
  })

  test('functions: one narrow question runs with its owner’s rights, its path of names fixed; the others with the caller’s', async () => {
    const found = await rows<{ name: string; definer: boolean }>(
      `select p.oid::regprocedure::text as name, p.prosecdef as definer from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where ${mine} and has_schema_privilege('yingshang_app', n.oid, 'USAGE') and has_function_privilege('yingshang_app', p.oid, 'EXECUTE') order by 1`,
    )
    expect(found).toEqual([
      { name: 'app.keep_mode()', definer: false },
      { name: 'ledger.require_changed(bigint,bigint)', definer: false },
      { name: 'vault.find_receipt(bytea)', definer: true },
    ])
    const paths = await rows<{ path: string }>(`select array_to_string(proconfig, ' ') as path from pg_proc where prosecdef and pronamespace = 'vault'::regnamespace`)
    expect(paths).toEqual([{ path: 'search_path=pg_catalog, pg_temp' }])
  })

  test('the logins themselves: plain, in no group, owners of nothing', async () => {
    const found = await rows(
      `select rolname, rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as powerful,
         (select count(*)::int from pg_auth_members m where m.member = r.oid) as groups,
         (select count(*)::int from pg_class c where c.relowner = r.oid) as owned
       from pg_roles r where rolname in ('yingshang_app', 'yingshang_vault') order by 1`,
    )
    expect(found).toEqual([
      { rolname: 'yingshang_app', powerful: false, groups: 0, owned: 0 },
      { rolname: 'yingshang_vault', powerful: false, groups: 0, owned: 0 },
    ])
  })
})

const denied = '42501'
describe.each(['app', 'vault'] as const)('the %s login is refused', (login) => {
  test.each([
    ['password hashes of the database', 'select rolpassword from pg_authid'],
    ['the old view of them', 'select passwd from pg_shadow'],
    ['files of the machine', `select pg_read_file('/etc/passwd')`],
    ['folders of the machine', `select pg_ls_dir('/')`],
    ['copying from a file', `create temp table t (x text); copy t from '/etc/passwd'`],
    ['copying to a program', `copy (select 1) to program 'id'`],
    ['a large object', 'select lo_create(0)'],
    ['a large object by its older name', 'select lo_creat(-1)'],
    ['a large object with content', `select lo_from_bytea(0, 'x')`],
    ['a large object from a file', `select lo_import('/etc/passwd')`],
    ['a large object to a file', 'select lo_export(1, \'/tmp/x\')'],
    ['an extension that runs programs', 'create extension plpython3u'],
    ['an extension into other databases', 'create extension dblink'],
    ['a function in C', `create function pg_temp.f() returns int language c as '/tmp/x', 'f'`],
    ['settings of the server', `alter system set log_statement = 'all'`],
    ['loading a library', `load '/tmp/x'`],
    ['a table of its own in public', 'create table public.mine (x int)'],
    ['a temporary table', 'create temp table mine (x int)'],
    ['a schema', 'create schema mine'],
    ['a login', 'create role mine login'],
    ['the owner’s role', 'set role yingshang_owner'],
    ['the superuser’s role', 'set session authorization postgres'],
    ['the queue', 'select 1 from graphile_worker.jobs'],
    ['a trigger on the ledger', 'create trigger t before insert on ledger.entry execute function ledger.require_changed()'],
    ['a rule on the ledger', 'create rule r as on insert to ledger.entry do instead nothing'],
    ['taking a constraint away', 'alter table ledger.entry drop constraint entry_pkey'],
    ['replaying around the triggers', 'set session_replication_role = replica'],
    ['what others ask the database', `do $$ begin if exists (select 1 from pg_stat_activity where usename = 'yingshang_owner' and query <> '<insufficient privilege>' and pid <> pg_backend_pid()) then return; end if; raise insufficient_privilege; end $$`],
    ['ending the owner’s connections', `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'yingshang_owner'`],
  ])('%s', async (_what, sql) => {
    // 0A000/58P01: not there at all; 42P01/3F000: not visible; 42883: no such function.
    expect([denied, '0A000', '58P01', '42P01', '3F000', '22023']).toContain(await answerTo(database.urls[login], sql))
  })
})

test.each([
  ['app.file', 'name'],
  ['app.file_chunk', 'data'],
  ['app.plan_source', 'lines'],
  ['app.hand_over', 'note'],
  ['ledger.entry', 'body'],
  ['ledger.command', 'result'],
  ['vault.sealed', 'content'],
  ['vault.receipt', 'key'],
  ['vault.wrapped_key', 'content'],
])('%s is neither rewritten nor deleted by the program’s login', async (table, column) => {
  expect(await answerTo(database.urls.app, `update ${table} set ${column} = ${column} where false`)).toBe(denied)
  expect(await answerTo(database.urls.app, `delete from ${table} where false`)).toBe(denied)
})
