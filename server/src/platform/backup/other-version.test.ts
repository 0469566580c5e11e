import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDatabase } from '../../../testing/database.ts'
import { startTestProduct, type TestProduct } from '../../../testing/product.ts'
import { makeLoginsAndDatabase, urlsOf } from '../database/bring-up.ts'
import { readMigrations } from '../database/migrate.ts'
import { launchEmbedded, type EmbeddedPostgres } from '../embedded/launch.ts'
import { readOrMakeKeys } from '../keys.ts'
import { verifyChain } from '../ledger/verify.ts'
import { prepareSamplePeople } from '../../sample/people.ts'
import { backupBeforeMigration } from './before-migration.ts'
import { restoreBackup } from './restore.ts'
import { writeBackup } from './write.ts'

// The way between PostgreSQL 15 and 18: the suite runs on one of them, this starts the other.
const folder = mkdtempSync(join(tmpdir(), 'yingshang-versions-'))
const keys = readOrMakeKeys(join(folder, 'keys'))
const clock = { now: () => Date.UTC(2026, 2, 5) }
const opening = { siteKeys: [keys.siteKey] }
let product: TestProduct
let other: EmbeddedPostgres

beforeAll(async () => {
  product = await startTestProduct()
  await prepareSamplePeople(product.services)
  const major = process.env['YINGSHANG_TEST_POSTGRES'] === '15' ? 18 : 15
  const { superuserPassword } = keys
  other = await launchEmbedded({ folder: join(folder, 'database'), superuserPassword, major, unsafeFast: true })
})
afterAll(async () => {
  await other.stop()
  await product.stop()
  rmSync(folder, { recursive: true, force: true })
})

function take(ownerUrl: string, file: string) {
  const seal = { kind: 'site', siteKey: keys.siteKey } as const
  return writeBackup({ ownerUrl, file, seal, siteKey: keys.siteKey, clock, kind: 'asked' })
}

async function people(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const found = await client.query(`select current_setting('server_version_num')::int / 10000 as major,
    (select md5(string_agg(p::text, '' order by id)) from app.person p) as people,
    (select md5(string_agg(e::text, '' order by id)) from ledger.entry e) as entries`)
  expect(await verifyChain(client)).toEqual([])
  await client.end()
  return found.rows[0]
}

test('a backup of one major version is restored in the other, and back again', async () => {
  const here = product.services.config.urls!.owner
  await makeLoginsAndDatabase(other, keys, 'yingshang')
  const there = urlsOf(other, keys, 'yingshang').owner
  const first = await take(here, join(folder, 'first'))
  await restoreBackup(there, join(folder, 'first'), opening)
  const second = await take(there, join(folder, 'second'))
  expect(second.header.installation).toBe(first.header.installation)
  expect(second.header.postgres).not.toBe(first.header.postgres)
  const target = await emptyDatabase()
  await restoreBackup(target.urls.owner, join(folder, 'second'), opening)
  const [a, b, c] = await Promise.all([here, there, target.urls.owner].map(people))
  expect(b).toMatchObject({ people: (a as { people: string }).people, entries: (a as { entries: string }).entries })
  expect(c).toEqual(a)
  expect(new Set([a, b].map((one) => (one as { major: number }).major))).toEqual(new Set([15, 18]))
  await target.drop()
})

test('a database with data is saved before it is migrated; three are kept, and none is made without need', async () => {
  const occasion = { ownerUrl: product.services.config.urls!.owner, dataFolder: folder, keys, clock: { now: () => time }, singleRole: false }
  let time = Date.UTC(2026, 2, 5)
  const ran = readMigrations()
  expect(await backupBeforeMigration(occasion, ran)).toBeUndefined()
  const next = { number: ran.length + 1, name: 'next', sql: 'select 1', checksum: '00' }
  const made: string[] = []
  for (let n = 0; n < 5; n++) {
    time += 3_600_000
    made.push((await backupBeforeMigration(occasion, [...ran, next]))!)
  }
  const left = readdirSync(join(folder, 'backups')).map((name) => join(folder, 'backups', name))
  expect(left.toSorted()).toEqual(made.slice(-3).toSorted())
  const target = await emptyDatabase()
  const read = await restoreBackup(target.urls.owner, made.at(-1)!, opening)
  expect(read.rows['app.unit']).toBe(61)
  await target.drop()
  const empty = await emptyDatabase()
  expect(await backupBeforeMigration({ ...occasion, ownerUrl: empty.urls.owner }, ran)).toBeUndefined()
  await empty.drop()
})
