import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCounty, type Caller, type County } from '../../testing/gates/county.ts'
import type { Browser } from '../../testing/caller.ts'
import { vaultDesk, type VaultDesk } from '../../testing/vault-desk.ts'

let county: County
let desk: VaultDesk
let keyId: string
let recoveryCode: string
const passphrase = '密封件口令 晴天 石桥 茶壶'
const other = '另一句口令 河岸 木船 灯火'
const people: Partial<Record<Caller, Browser>> = {}
const as = async (caller: Caller) => (people[caller] ??= await desk.enter(county.people[caller]))
const post = async (caller: Caller, path: string, body: object) => (await as(caller)).post(`/api/vault/${path}`, body)
const unlock = async (caller: Caller, words: string) => post(caller, 'unlock', { holder: 'office', passphrase: words })
const office = async (caller: Caller) => (await (await as(caller)).get('/api/vault/keys')).body.holders[0]

beforeAll(async () => {
  county = await startCounty()
  desk = await vaultDesk(county)
  const made = await post('director', 'keys', { holder: 'office', passphrase })
  expect(made.status).toBe(200)
  ;({ keyId, recoveryCode } = made.body)
})
afterAll(async () => {
  await desk.http.close()
  await county.stop()
})

async function wrappings(): Promise<{ person_id: string; purpose: string }[]> {
  return county.rows('select person_id, purpose from vault.wrapped_key')
}

describe('the pair', () => {
  test('is made once; code, passphrase and private half stand nowhere', async () => {
    expect((await post('director', 'keys', { holder: 'office', passphrase })).body.code).toBe('vault.key-made-already')
    expect(await office('director')).toMatchObject({
      holder: 'office',
      keyId,
      amOfficer: true,
      mayKeep: true,
      openUntil: null,
      retired: 0,
    })
    const plain = recoveryCode.replaceAll('-', '')
    const found = await county.rows<{ line: string }>(
      `select e.body as line from ledger.entry e union all select c.result from ledger.command c union all select k.state::text from app.vault_key k
       union all select encode(w.content, 'escape') from vault.wrapped_key w`,
    )
    for (const secret of [plain, recoveryCode, passphrase, '茶壶'])
      expect(found.filter(({ line }) => line.includes(secret))).toEqual([])
    for (const line of county.logged) expect(line.includes(recoveryCode) || line.includes('茶壶')).toBe(false)
  })

  test('a short passphrase is refused with a sentence', async () => {
    const { status, body } = await post('director', 'keys', { holder: 'office', passphrase: '太短了' })
    expect(status).toBe(400)
    expect(body.fields[0].message).toContain('至少 12 个字')
  })
})

describe('an officer', () => {
  test('is added by one who has the passphrase, chooses an own one with the code, and opens from then on', async () => {
    const add = (words: string, to: Caller) =>
      post('director', `keys/${keyId}/officers`, { personId: county.people[to], passphrase: words })
    expect((await add('不是这句口令啊啊啊啊啊', 'officer')).body.code).toBe('vault.wrong-passphrase')
    expect((await add(passphrase, 'head')).body.code).toBe('vault.not-in-role')
    const { handOverCode } = (await add(passphrase, 'officer')).body
    expect(handOverCode).toMatch(/^(\d{4} ){4}\d{4}$/)
    expect((await add(passphrase, 'officer')).body.code).toBe('vault.officer-already')
    expect((await unlock('officer', handOverCode)).body.code).toBe('vault.choose-passphrase')
    expect(
      (await post('officer', 'passphrase', { holder: 'office', current: handOverCode, passphrase: other })).status,
    ).toBe(200)
    expect((await unlock('officer', handOverCode)).body.code).toBe('vault.wrong-passphrase')
    expect((await unlock('officer', other)).status).toBe(200)
    expect((await wrappings()).filter((row) => row.person_id === county.people.officer)).toMatchObject([
      { purpose: 'own' },
    ])
    const vaultId = await desk.receive()
    expect((await post('officer', 'openings', { vaultId, part: 'identity', reason: 'contacting' })).status).toBe(200)
  })

  test('who is removed has no wrapped key left and no open one', async () => {
    expect((await unlock('officer', other)).status).toBe(200)
    expect((await post('director', `keys/${keyId}/officers/${county.people.officer}/remove`, {})).status).toBe(200)
    expect((await unlock('officer', other)).body.code).toBe('vault.not-an-officer')
    expect((await wrappings()).some((row) => row.person_id === county.people.officer)).toBe(false)
    const vaultId = await desk.receive()
    expect((await post('officer', 'openings', { vaultId, part: 'identity', reason: 'contacting' })).body.code).toBe(
      'vault.not-an-officer',
    )
    expect((await post('director', `keys/${keyId}/officers/${county.people.director}/remove`, {})).body.code).toBe(
      'vault.last-officer',
    )
  })

  test('five wrong passphrases rest for fifteen minutes, the right one too', async () => {
    for (let wrong = 0; wrong < 4; wrong++)
      expect((await unlock('director', `第 ${wrong} 句错误的口令`)).body.code).toBe('vault.wrong-passphrase')
    expect((await unlock('director', '第五句错误的口令啊')).status).toBe(429)
    expect((await unlock('director', passphrase)).body.code).toBe('access.locked')
    county.time.now += 16 * 60_000
    expect((await unlock('director', passphrase)).status).toBe(200)
  })
})

describe('the recovery sheet', () => {
  test('gives a forgotten passphrase anew, and the old one opens no more', async () => {
    const recover = (code: string) =>
      post('director', 'recover', { holder: 'office', recoveryCode: code, passphrase: other })
    const wrong = recoveryCode.slice(0, -1) + (recoveryCode.endsWith('X') ? 'Y' : 'X')
    expect((await recover(wrong)).body.code).toBe('vault.wrong-recovery-code')
    expect((await recover(recoveryCode.toLowerCase())).status).toBe(200)
    expect((await unlock('director', passphrase)).body.code).toBe('vault.wrong-passphrase')
    expect((await unlock('director', other)).status).toBe(200)
  })

  test('names somebody new when everybody else is gone', async () => {
    expect((await post('officer', 'recover', { holder: 'office', recoveryCode, passphrase })).status).toBe(200)
    expect((await unlock('officer', passphrase)).status).toBe(200)
    expect((await office('director')).officers).toHaveLength(2)
    await post('director', `keys/${keyId}/officers/${county.people.officer}/remove`, {})
  })
})

test('a replaced pair opens what it sealed, the new one what comes after, and a lost one nothing', async () => {
  const before = await desk.receive()
  const newer = '换了以后的口令 山路 竹篮'
  const replaced = await post('director', `keys/${keyId}/replace`, { reason: 'routine', passphrase: newer })
  expect(replaced.status).toBe(200)
  expect(await office('director')).toMatchObject({ keyId: replaced.body.keyId, retired: 1 })
  const second = await vaultDesk(county, desk.subjects)
  const after = await second.receive()
  const read = async (vaultId: string) =>
    (await post('director', 'openings', { vaultId, part: 'identity', reason: 'contacting' })).body
  await post('director', 'lock', {})
  await unlock('director', newer)
  expect((await read(before)).code).toBe('vault.other-key')
  expect((await read(after)).content.identity.name).toBe('李小测')
  expect((await unlock('director', other)).status).toBe(200)
  for (const vaultId of [before, after])
    expect(
      (await post('director', 'openings', { vaultId, part: 'identity', reason: 'contacting' })).body.content?.identity
        .name,
    ).toBe('李小测')
  // The officer was never given the first pair again: only what came after the exchange opens for them.
  const { handOverCode } = (
    await post('director', `keys/${replaced.body.keyId}/officers`, {
      personId: county.people.officer,
      passphrase: newer,
    })
  ).body
  await post('officer', 'passphrase', { holder: 'office', current: handOverCode, passphrase })
  await unlock('officer', passphrase)
  const open = async (vaultId: string) =>
    (await post('officer', 'openings', { vaultId, part: 'identity', reason: 'contacting' })).body
  expect((await open(before)).code).toBe('vault.other-key')
  expect((await open(after)).content.identity.name).toBe('李小测')
  await second.http.close()
})
