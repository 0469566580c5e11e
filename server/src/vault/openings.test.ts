import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCounty, type Caller, type County } from '../../testing/gates/county.ts'
import type { Browser } from '../../testing/caller.ts'
import { vaultDesk, type VaultDesk } from '../../testing/vault-desk.ts'

let county: County
let desk: VaultDesk
const passphrase = '密封件口令 晴天 石桥 茶壶'
const people: Partial<Record<Caller, Browser>> = {}
const as = async (caller: Caller) => (people[caller] ??= await desk.enter(county.people[caller]))
const holders = [
  ['director', 'office'],
  ['discipline', 'discipline'],
] as const

/** Signs in and opens the key anew: tests that move the clock leave nobody signed out. */
async function unlockAll(): Promise<void> {
  for (const caller of Object.keys(people) as Caller[]) delete people[caller]
  for (const [caller, holder] of holders)
    expect((await (await as(caller)).post('/api/vault/unlock', { holder, passphrase })).status).toBe(200)
}

beforeAll(async () => {
  county = await startCounty()
  desk = await vaultDesk(county)
  for (const [caller, holder] of holders)
    expect((await (await as(caller)).post('/api/vault/keys', { holder, passphrase })).status).toBe(200)
  await unlockAll()
})
afterAll(async () => {
  await desk.http.close()
  await county.stop()
})

const open = async (caller: Caller, vaultId: string, more = {}) => {
  county.time.now += 1000
  return (await as(caller)).post('/api/vault/openings', { vaultId, part: 'identity', reason: 'contacting', ...more })
}
const log = async (caller: Caller, holder = 'office', waiting = 'no') =>
  (await (await as(caller)).get(`/api/vault/openings?holder=${holder}&waiting=${waiting}`)).body

describe('an opening', () => {
  test('shows what was asked for, after it was written down, and nothing else', async () => {
    const vaultId = await desk.receive()
    const before = (await log('director')).total
    const { status, body } = await open('director', vaultId)
    expect(status).toBe(200)
    expect(body.content).toEqual({
      part: 'identity',
      identity: { name: '李小测', mobile: '13912345678' },
      consent: 'higherBodyOnly',
    })
    const words = await open('director', vaultId, { part: 'original', reason: 'assigning' })
    expect(words.body.content).toMatchObject({
      part: 'original',
      text: '我叫李小测，电话13912345678',
      messages: [],
      files: [],
      notReadable: 0,
    })
    const { total, lines } = await log('director')
    expect(total).toBe(before + 2)
    expect(lines[0]).toMatchObject({
      kind: 'opened',
      part: 'original',
      reason: 'assigning',
      caseNumber: expect.stringMatching(/^320724-/),
    })
    const ledger = await county.rows<{ body: string }>(
      `select body from ledger.entry where stream_kind = 'vaultOpening'`,
    )
    expect(ledger.length).toBeGreaterThanOrEqual(2)
    expect(ledger.filter(({ body: text }) => text.includes('李小测') || text.includes('13912345678'))).toEqual([])
  })

  test('an anonymous one answers that nobody is named; asking leaves the same trace', async () => {
    const vaultId = await desk.receive({ identity: null })
    expect((await open('director', vaultId)).body.content.identity).toBeNull()
  })

  test('needs the passphrase of this browser, and closes after fifteen idle minutes', async () => {
    const vaultId = await desk.receive()
    const other = await desk.enter(county.people.director)
    const locked = await other.post('/api/vault/openings', { vaultId, part: 'identity', reason: 'contacting' })
    expect([locked.status, locked.body.code]).toEqual([409, 'vault.locked'])
    county.time.now += 14 * 60_000
    expect((await open('director', vaultId)).status).toBe(200)
    county.time.now += 16 * 60_000
    expect((await open('director', vaultId)).body.code).toBe('vault.locked')
    await (await as('director')).post('/api/vault/unlock', { holder: 'office', passphrase })
    expect((await open('director', vaultId)).status).toBe(200)
    await (await as('director')).post('/api/vault/lock', {})
    expect((await open('director', vaultId)).body.code).toBe('vault.locked')
    await unlockAll()
  })

  test('another instance of the program asks for the passphrase again', async () => {
    const vaultId = await desk.receive()
    const second = await vaultDesk(county, desk.subjects)
    const there = await second.enter(county.people.director)
    const ask = () => there.post('/api/vault/openings', { vaultId, part: 'identity', reason: 'contacting' })
    expect((await ask()).body.code).toBe('vault.locked')
    await there.post('/api/vault/unlock', { holder: 'office', passphrase })
    expect((await ask()).body.content.identity.name).toBe('李小测')
    await second.http.close()
  })

  test('some reasons want words, and the words are masked before they are kept', async () => {
    const vaultId = await desk.receive()
    expect((await open('director', vaultId, { reason: 'other' })).body.code).toBe('vault.note-missing')
    await open('director', vaultId, { reason: 'lawfulRequest', note: '法院来函，联系人：王小明，电话13998765432' })
    expect((await log('director')).lines[0].note).toBe('法院来函，联系人：〖姓名〗，电话〖电话〗')
  })

  test('a repeated request is answered again for two minutes and written once; later it must be asked anew', async () => {
    const vaultId = await desk.receive()
    const command = '11111111-1111-4111-8111-111111111111'
    const ask = async () =>
      (await as('director')).post(
        '/api/vault/openings',
        { vaultId, part: 'identity', reason: 'verifying' },
        { 'x-command-id': command },
      )
    const [first, second] = [await ask(), await ask()]
    expect(second.body).toEqual(first.body)
    expect(await county.rows('select 1 from app.vault_opening where vault_id = $1', [vaultId])).toHaveLength(1)
    county.time.now += 3 * 60_000
    expect((await ask()).body.code).toBe('vault.open-again')
  })
})

describe('who does not get in', () => {
  test('the office finds no tip, discipline inspection no case of the office, and nobody an unknown one', async () => {
    const [usual, tip] = [await desk.receive(), await desk.receive({ holder: 'discipline' })]
    expect((await open('director', tip)).status).toBe(404)
    expect((await open('discipline', usual)).body.code).toBe('vault.not-permitted')
    expect((await open('discipline', tip)).status).toBe(200)
    expect((await open('director', '00000000-0000-4000-8000-000000000000')).status).toBe(404)
    const lines = JSON.stringify(await log('director'))
    expect(lines).not.toContain(desk.subjects.all.get(tip)!.number)
  })

  test.each(['head', 'liaison', 'admin', 'auditor', 'leader', 'supervision'] as const)(
    '%s opens nothing',
    async (caller) => {
      const vaultId = await desk.receive()
      expect((await open(caller, vaultId)).status).toBe(403)
      expect((await (await as(caller)).post('/api/vault/unlock', { holder: 'office', passphrase })).status).toBe(403)
    },
  )

  test('whom the case itself is closed to', async () => {
    const vaultId = await desk.receive()
    desk.subjects.closedTo.add(county.people.director)
    expect((await open('director', vaultId)).body.code).toBe('case.own-unit')
    desk.subjects.closedTo.clear()
  })

  test('the auditor reads the office’s log without the numbers of cases, and not the other log', async () => {
    await open('director', await desk.receive())
    const { lines } = await log('auditor')
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.every((line: { caseNumber: unknown }) => line.caseNumber === null)).toBe(true)
    expect((await (await as('auditor')).get('/api/vault/openings?holder=discipline')).status).toBe(403)
  })
})

describe('a protected submission', () => {
  test('opens for two: asked by one, allowed by another, shown once; refusals stay in the log', async () => {
    const vaultId = await desk.receive()
    const path = `/api/vault/custody/${vaultId}/protect`
    expect((await (await as('officer')).post(path, { isProtected: true })).status).toBe(200)
    const asked = await open('director', vaultId)
    expect(asked.body.content).toBeNull()
    const at = (verb: string) => `/api/vault/openings/${asked.body.openingId}/${verb}`
    expect((await (await as('director')).post(at('use'))).body.code).toBe('vault.not-allowed-yet')
    expect((await (await as('director')).post(at('allow'))).body.code).toBe('vault.second-person')
    expect((await (await as('discipline')).post(at('allow'))).status).toBe(403)
    expect((await log('officer', 'office', 'yes')).lines).toMatchObject([
      { kind: 'asked', mayDecide: true, mayUse: false },
    ])
    expect((await (await as('officer')).post(at('allow'))).status).toBe(200)
    expect((await (await as('officer')).post(at('use'))).body.code).toBe('vault.locked')
    expect((await log('director', 'office', 'yes')).lines).toMatchObject([
      { kind: 'allowed', mayDecide: false, mayUse: true },
    ])
    expect((await (await as('director')).post(at('use'))).body.content.identity.name).toBe('李小测')
    expect((await (await as('director')).post(at('use'))).body.code).toBe('vault.permission-over')

    const again = await open('director', vaultId)
    await (await as('officer')).post(`/api/vault/openings/${again.body.openingId}/refuse`, { because: '没有必要' })
    expect((await (await as('director')).post(`/api/vault/openings/${again.body.openingId}/use`)).body.code).toBe(
      'vault.opening-refused',
    )
    expect((await log('director')).lines[0]).toMatchObject({ kind: 'refused', because: '没有必要' })
    expect((await (await as('officer')).post(path, { isProtected: false })).body.code).toBe('vault.director-only')
  })
})
