import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tipReceiptJob } from '@yingshang/core/supervision/tip'
import { startCounty, type County } from '../../testing/gates/county.ts'
import { vaultDesk, type VaultDesk } from '../../testing/vault-desk.ts'
import { actOnTip, loadTip, registerTip } from './tips.ts'
import { tipSubjects } from './for-others.ts'

let county: County
let desk: VaultDesk
const accused = '王某某收了好处费'

beforeAll(async () => {
  county = await startCounty()
  desk = await vaultDesk(county)
  const officer = await desk.enter(county.people.discipline)
  const made = await officer.post('/api/vault/keys', { holder: 'discipline', passphrase: '密封件口令 晴天 石桥 茶壶' })
  expect(made.status).toBe(200)
})
afterAll(async () => {
  await desk.http.close()
  await county.stop()
})

const occasion = (commandId: string = randomUUID()) => ({
  commandId,
  actor: { kind: 'system', job: tipReceiptJob } as const,
  businessDay: '2022-07-04',
  now: county.time.now,
})

async function receive(commandId?: string): Promise<string> {
  const sealed = await desk.intake.seal({
    holder: 'discipline',
    original: { title: accused, text: `${accused}，我叫李小测`, object: '某窗口' },
    identity: { name: '李小测' },
    consent: 'doNotPassOn',
    now: county.time.now,
  })
  const { vaultId, commitments, attachments } = sealed
  const tip = { receivedOn: '2022-07-04', vaultId, commitments, files: 0, source: 'portal' } as const
  return (await registerTip(county.services, occasion(commandId), tip, async () => attachments)).id
}

test('a tip is worked through by discipline inspection and answered behind the receipt', async () => {
  const id = await receive()
  const discipline = county.as('discipline')
  expect((await discipline.get('/api/tips')).body.rows[0]).toMatchObject({ id, status: 'received' })
  expect((await discipline.post(`/api/tips/${id}/take-up`, {})).body).toEqual({ id, status: 'examining' })
  expect((await discipline.post(`/api/tips/${id}/conclude`, { outcome: 'substantiated' })).body.code).toBe(
    'tip.not-told',
  )
  await discipline.post(`/api/tips/${id}/answer`, { text: '反映的情况属实，已经处理。' })
  expect((await discipline.post(`/api/tips/${id}/conclude`, { outcome: 'substantiated' })).status).toBe(200)
  const page = (await discipline.get(`/api/tips/${id}`)).body
  expect(page).toMatchObject({
    status: 'concluded',
    answers: [{ text: '反映的情况属实，已经处理。' }],
    actions: ['answer'],
  })
  expect(page.history.map((entry: { what: string }) => entry.what)).toEqual(['了结', '答复反映人', '受理核查', '收到'])
})

test('nothing that was said or about whom stands outside the vault', async () => {
  await receive()
  for (const table of ['app.tip', 'app.tip_answer', 'ledger.entry', 'ledger.command'])
    for (const word of [accused, '李小测', '某窗口'])
      expect([table, await county.rows(`select 1 from ${table} t where t::text like '%${word}%'`)]).toEqual([table, []])
})

test('the same form sent twice is one tip; two at once get numbers of their own', async () => {
  const commandId = randomUUID()
  const first = await receive(commandId)
  expect(await receive(commandId)).toBe(first)
  const ids = await Promise.all([receive(), receive(), receive()])
  const numbers = await Promise.all(
    ids.map(async (id) => (await loadTip(county.services.databases.app, id)).state.file.facts.number),
  )
  expect(new Set(numbers).size).toBe(3)
  for (const number of numbers) expect(number).toMatch(/^\d{6}-2022-J\d{5}$/)
})

test('a message of the submitter puts the tip on top; only the receipt page writes one', async () => {
  const id = await receive()
  const db = county.services.databases.app
  await actOnTip(db, occasion(), id, async () => ({ command: { type: 'sealMessage', commitment: 'c' } }))
  const { rows } = (await county.as('discipline').get('/api/tips?status=received')).body
  expect(rows[0]).toMatchObject({ id, messageWaiting: true })
  const other = { ...occasion(), actor: { kind: 'system', job: 'daily-scan' } as const }
  await expect(
    actOnTip(db, other, id, async () => ({ command: { type: 'sealMessage', commitment: 'c' } })),
  ).rejects.toMatchObject({ status: 403 })
})

test('the vault knows which submission is which tip', async () => {
  const id = await receive()
  const { vaultId } = (await loadTip(county.services.databases.app, id)).state.file.facts
  const found = await tipSubjects(county.services).find([vaultId, randomUUID()])
  expect([...found]).toEqual([[vaultId, { kind: 'tip', id, number: expect.stringMatching(/J/), isOpen: true }]])
})
