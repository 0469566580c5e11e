import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import type { Identity } from '@yingshang/core/kernel/identity'
import { cloneDatabase, type TestDatabase } from '../../testing/database.ts'
import { setUpVault } from '../../testing/vault.ts'
import { record } from '../platform/ledger/record.ts'
import { repeatsOf, vaultIntake } from './for-others.ts'
import { makeFingerprints } from './fingerprints.ts'
import type { Keys } from './read-sealed.ts'

let database: TestDatabase
let keys: Keys
const now = Date.UTC(2022, 6, 4)

beforeAll(async () => {
  database = await cloneDatabase()
  const { keyId, key } = await setUpVault(database)
  keys = new Map([[keyId, key]])
})
afterAll(() => database.drop())

async function receive(identity: Identity | null, object = '某窗口'): Promise<string> {
  const intake = vaultIntake({
    databases: database.databases,
    keys: { siteKey: '11'.repeat(32) } as never,
    installation: { division: '320724' } as never,
  })
  const original = { title: '事项', text: '正文', object }
  const { vaultId, attachments } = await intake.seal({
    holder: 'office',
    original,
    identity,
    consent: 'doNotPassOn',
    now,
  })
  const actor = { kind: 'system', job: 'test' } as const
  await record(database.databases.app, {
    commandId: randomUUID(),
    actor,
    businessDay: '2022-07-04',
    now,
    changes: [],
    attachments,
  })
  return vaultId
}

test('the same telephone, credit code, or name about the same thing is found however it is written; nothing else is', async () => {
  const first = await receive({ name: '李小测', mobile: '139 1234 5678', companyCode: '91320724ma1abcde2x' })
  const byMobile = await receive({ name: '另一人', mobile: '+8613912345678' })
  const byCode = await receive({ company: '某店', companyCode: '91320724-MA1ABCDE2X' })
  const byName = await receive({ name: '李 小测' }, '某窗口。')
  await receive({ name: '李小测' }, '别的事')
  await receive({ mobile: '13912345679' })
  const anonymous = [await receive(null), await receive(null)]
  expect(await repeatsOf(database, first)).toEqual([])
  expect(await makeFingerprints(database, keys)).toBe(8)
  expect(await makeFingerprints(database, keys)).toBe(0)
  const found = new Map((await repeatsOf(database, first)).map(({ vaultId, kinds }) => [vaultId, kinds]))
  expect(found).toEqual(
    new Map([
      [byMobile, ['mobile']],
      [byCode, ['companyCode']],
      [byName, ['nameAndObject']],
    ]),
  )
  for (const vaultId of anonymous) expect(await repeatsOf(database, vaultId)).toEqual([])
})

test('the program’s login sees no fingerprint, and no secret outside the private half makes one', async () => {
  await expect(database.databases.app.query('select 1 from vault.fingerprint')).rejects.toMatchObject({ code: '42501' })
  const other = (await setUpVault(database, { holder: 'discipline' })).key
  const [key] = [...keys.values()]
  expect(other.fingerprintKey.equals(key!.fingerprintKey)).toBe(false)
})
