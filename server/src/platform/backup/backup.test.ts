import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyDatabase, type TestDatabase } from '../../../testing/database.ts'
import { startTestProduct, type TestProduct } from '../../../testing/product.ts'
import { fillTrialOnce } from '../database/trial.ts'
import { verifyChain } from '../ledger/verify.ts'
import { prepareTrial } from '../../sample/prepare.ts'
import { countRows, readBackup } from './read.ts'
import { restoreBackup } from './restore.ts'
import type { Opening, Seal } from './sealed-file.ts'
import { storedTables } from './tables.ts'
import { writeBackup } from './write.ts'

const folder = mkdtempSync(join(tmpdir(), 'yingshang-backup-'))
const siteKey = '5e'.repeat(32)
const clock = { now: () => Date.UTC(2026, 2, 5, 1, 2, 3) }
const file = join(folder, 'sample.backup')
const site: Opening = { siteKeys: [siteKey] }
let product: TestProduct
const targets: TestDatabase[] = []

beforeAll(async () => {
  product = await startTestProduct()
  await fillTrialOnce(product.services, prepareTrial)
  const { owner } = product.services.databases
  await owner.query("insert into ledger.outbox values (gen_random_uuid(), 'reach', '{\"to\": \"甲\\n乙\"}', now())")
  await take(file)
})
afterAll(async () => {
  await product.stop()
  for (const target of targets) await target.drop()
  rmSync(folder, { recursive: true, force: true })
})

function take(to: string, seal: Seal = { kind: 'site', siteKey }, kind: 'asked' | 'beforeMigration' = 'asked') {
  return writeBackup({ ownerUrl: product.services.config.urls!.owner, file: to, seal, siteKey, clock, kind })
}

async function freshTarget(): Promise<TestDatabase> {
  const target = await emptyDatabase()
  targets.push(target)
  return target
}

async function contents(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const found: Record<string, string> = {}
  for (const { name } of await storedTables(client)) {
    if (name === 'app.backup') continue // the note of the backup is made after its snapshot
    const digest = await client.query<{ rows: string; digest: string }>(
      `select count(*) as rows, md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as digest from ${name} t`,
    )
    found[name] = `${digest.rows[0]!.rows} ${digest.rows[0]!.digest}`
  }
  await client.end()
  return found
}

describe('a restored database', () => {
  test('holds every row of every table, a whole chain, the same stamp, and works', async () => {
    const target = await freshTarget()
    const { rows } = await restoreBackup(target.urls.owner, file, site)
    expect(rows['app.task']).toBeGreaterThan(100)
    expect(rows['ledger.outbox']).toBeGreaterThan(0)
    expect(await contents(target.urls.owner)).toEqual(await contents(product.services.config.urls!.owner))
    expect(await verifyChain(target.databases.app)).toEqual([])
    const stamp = 'select id, mode, division, trial_day, prepared_at from app.installation'
    expect((await target.databases.app.query(stamp)).rows).toEqual(
      (await product.services.databases.app.query(stamp)).rows,
    )
    // The logins may do what they may do in a database that was migrated the usual way, and nothing more.
    await expect(target.databases.app.query('delete from ledger.entry')).rejects.toThrow('permission denied')
    await expect(target.databases.owner.query("update app.installation set mode = 'production'")).rejects.toThrow('never')
  })

  test('is refused where there are data already, and leaves them alone', async () => {
    const before = await contents(product.services.config.urls!.owner)
    await expect(restoreBackup(product.services.config.urls!.owner, file, site)).rejects.toMatchObject({ code: 'backup.not-empty' })
    expect(await contents(product.services.config.urls!.owner)).toEqual(before)
  })
})

describe('a backup', () => {
  test('is readable by its owner only, noted for the status page, and shows nothing in plain', async () => {
    expect(statSync(file).mode & 0o077).toBe(0)
    const noted = await product.services.databases.app.query('select kind, bytes, taken_at, migration from app.backup')
    expect(noted.rows[0]).toMatchObject({ kind: 'asked', bytes: statSync(file).size, taken_at: new Date(clock.now()) })
    const bytes = readFileSync(file)
    for (const word of ['yingshang-backup', '县住建局', siteKey]) expect(bytes.includes(word)).toBe(false)
  })

  test('opens with the words or the key it was sealed with, and with no others', async () => {
    const spoken = join(folder, 'spoken.backup')
    await take(spoken, { kind: 'passphrase', passphrase: '四月的雨下在县城' })
    const check = (opening: Opening) =>
      readBackup(spoken, opening, { begin: async () => {}, table: (_table, rows) => countRows(rows) })
    const { header, rows } = await check({ ...site, passphrases: ['四月的雨下在县城'] })
    expect(header).toMatchObject({ mode: 'trial', division: '320724', takenAt: '2026-03-05T01:02:03.000Z' })
    expect(rows['app.unit']).toBe(61)
    await expect(check({ ...site, passphrases: ['五月的雨'] })).rejects.toMatchObject({ code: 'backup.wrong-secret' })
    await expect(check({})).rejects.toMatchObject({ code: 'backup.wrong-secret' })

    const { generateX25519Identity, identityToRecipient } = await import('age-encryption')
    const identity = await generateX25519Identity()
    const keyed = join(folder, 'keyed.backup')
    await take(keyed, { kind: 'recipient', recipient: await identityToRecipient(identity) })
    const target = await freshTarget()
    expect((await restoreBackup(target.urls.owner, keyed, { identities: [identity] })).rows['app.unit']).toBe(61)
  })

  test('with a byte changed or cut off anywhere is refused, and the target stays empty', async () => {
    const target = await freshTarget()
    const whole = readFileSync(file)
    const broken = join(folder, 'broken.backup')
    const changed = (at: number) => {
      const bytes = Buffer.from(whole)
      bytes[at]! ^= 1
      return bytes
    }
    const cases = [
      ...[0, 20, 150, 250, whole.length >> 1, whole.length - 1].map(changed),
      ...[0, 10, 200, 65_736, whole.length >> 1, whole.length - 1].map((length) => whole.subarray(0, length)),
      Buffer.concat([whole, Buffer.from([0])]),
    ]
    for (const bytes of cases) {
      writeFileSync(broken, bytes)
      await expect(restoreBackup(target.urls.owner, broken, site)).rejects.toMatchObject({
        code: expect.stringMatching(/^backup\.(damaged|wrong-secret)$/),
      })
    }
    const left = await target.databases.owner.query("select to_regclass('app.installation') as there")
    if (left.rows[0].there)
      expect((await target.databases.owner.query('select 1 from app.installation')).rowCount).toBe(0)
    await restoreBackup(target.urls.owner, file, site)
  })

  test('shows one moment while people go on writing', async () => {
    const goal = { reached: false }
    const { app } = product.services.databases
    const file = `with file as (
        insert into app.file (id, name, kind, media_type, bytes, sha256, purpose, uploaded_by, unit_id, uploaded_at)
        select gen_random_uuid(), 'x', 'pdf', 'application/pdf', 8192, $1, 'evidence', id, home_unit_id, now() from app.person limit 1 returning id)
      insert into app.file_chunk select id, 0, $1 from file`
    const before = (await app.query('select 1 from app.file')).rowCount!
    const writing = (async () => {
      while (!goal.reached) await app.query(file, [randomBytes(8192)])
    })()
    const moving = join(folder, 'moving.backup')
    const taken = await take(moving)
    goal.reached = true
    await writing
    expect(taken.rows['app.file']).toBe(taken.rows['app.file_chunk'])
    const after = (await app.query('select 1 from app.file')).rowCount!
    expect(after).toBeGreaterThan(before + 5)
    expect(taken.rows['app.file']).toBeLessThan(after)
  })
})

test('a large backup passes through in a small part of its size', async () => {
  const { owner } = product.services.databases
  const [person] = (await owner.query('select id, home_unit_id from app.person limit 1')).rows
  const megabytes = 32
  for (let n = 0; n < megabytes; n++) {
    const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
    await owner.query(
      `insert into app.file (id, name, kind, media_type, bytes, sha256, purpose, uploaded_by, unit_id, uploaded_at)
       values ($1, 'x', 'pdf', 'application/pdf', 1048576, '\\x00', 'evidence', $2, $3, now())`,
      [id, person.id, person.home_unit_id],
    )
    for (let part = 0; part < 4; part++)
      await owner.query('insert into app.file_chunk values ($1, $2, $3)', [id, part, randomBytes(256 << 10)])
  }
  const large = join(folder, 'large.backup')
  const target = await freshTarget()
  const limit = (megabytes << 20) / 4
  const peak = await peakMemory(limit, async () => {
    await take(large)
    await restoreBackup(target.urls.owner, large, site)
  })
  expect(statSync(large).size).toBeGreaterThan(megabytes << 20)
  expect(peak).toBeLessThanOrEqual(limit)
  const kept = await target.databases.owner.query('select sum(length(data)) as n from app.file_chunk')
  expect(Number(kept.rows[0].n)).toBeGreaterThanOrEqual(megabytes << 20)
})

/** How much more than before was alive at the worst moment, buffers outside the heap included; 0 when never above `limit`. */
async function peakMemory(limit: number, work: () => Promise<void>): Promise<number> {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as () => void
  const held = () => {
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  // Rubbish that waits is no fault of the work. The second turn finishes what the first began to sweep.
  const alive = () => {
    for (let turn = 0; turn < 2; turn++) gc()
    return held()
  }
  const before = alive()
  let most = 0
  const timer = setInterval(() => {
    if (held() - before > limit) most = Math.max(most, alive() - before)
  }, 100)
  await work()
  clearInterval(timer)
  return most
}
