import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCounty, type Caller, type County } from '../../testing/gates/county.ts'
import type { Browser } from '../../testing/caller.ts'
import { vaultDesk, type VaultDesk } from '../../testing/vault-desk.ts'
import { verifyChain } from '../platform/ledger/verify.ts'
import { vaultScan } from './erase.ts'

let county: County
let desk: VaultDesk
const passphrase = '密封件口令 晴天 石桥 茶壶'
const people: Partial<Record<Caller, Browser>> = {}
const as = async (caller: Caller) => (people[caller] ??= await desk.enter(county.people[caller]))
const post = async (caller: Caller, path: string, body: object = {}) =>
  (await as(caller)).post(`/api/vault/${path}`, body)

beforeAll(async () => {
  county = await startCounty()
  desk = await vaultDesk(county)
  await post('director', 'keys', { holder: 'office', passphrase })
  await post('director', 'unlock', { holder: 'office', passphrase })
})
afterAll(async () => {
  await desk.http.close()
  await county.stop()
})

const open = (vaultId: string) => post('director', 'openings', { vaultId, part: 'original', reason: 'assigning' })
const rowsOf = async (vaultId: string) =>
  (
    await county.rows<{ rows: number; pieces: number }>(
      `select count(*)::int as rows, (select count(*)::int from vault.sealed_chunk c join vault.sealed f on f.id = c.file_id where f.vault_id = $1) as pieces
     from vault.sealed where vault_id = $1`,
      [vaultId],
    )
  )[0]!

async function pictureOf(owner: string): Promise<Buffer> {
  return sharp({ create: { width: 400, height: 300, channels: 3, background: '#888' } })
    .withExif({ IFD0: { Artist: owner } })
    .jpeg()
    .toBuffer()
}

describe('a file', () => {
  test('is cleaned, renamed, sealed, and comes back as an attachment after an opening only', async () => {
    const owner = 'camera-owner-of-the-file'
    const now = county.time.now
    const long = Buffer.from('现场记录\n'.repeat(40_000))
    const files = [
      await desk.intake.takeFile({ name: '王某的身份证.jpg', content: await pictureOf(owner), no: 1 }, now),
      await desk.intake.takeFile({ name: '记录.txt', content: long, no: 2 }, now),
    ]
    const vaultId = await desk.receive({ files })
    const stored = await county.rows<{ content: Buffer }>('select content from vault.sealed_chunk')
    expect(stored.length).toBeGreaterThan(2)
    for (const { content } of stored)
      for (const plain of [owner, '现场记录', 'JFIF']) expect(content.includes(plain)).toBe(false)
    const { openingId, content } = (await open(vaultId)).body
    expect(content.files.map((file: { name: string }) => file.name)).toEqual(['附件1.jpg', '附件2.txt'])
    const director = await as('director')
    const url = `/api/vault/openings/${openingId}/files/`
    const text = await director.get(url + files[1]!.fileId)
    expect(text.bytes.equals(long)).toBe(true)
    const answer = await desk.http.inject({
      url: url + files[0]!.fileId,
      cookies: { yingshang_session: director.cookie! },
    })
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-type': 'image/jpeg',
    })
    expect(answer.headers['content-disposition']).toMatch(/^attachment; /)
    expect(answer.rawPayload.includes(owner)).toBe(false)
    expect((await director.get(url + randomUUID())).status).toBe(404)
    expect((await (await as('officer')).get(url + files[0]!.fileId)).status).toBe(404)
    county.time.now += 61 * 60_000
    delete people.director
    await post('director', 'unlock', { holder: 'office', passphrase })
    expect((await (await as('director')).get(url + files[0]!.fileId)).body.code).toBe('vault.open-again')
  })

  test('with a mark of secrecy, or of a kind nobody can clean, is not taken', async () => {
    const take = (name: string, content: Buffer) => desk.intake.takeFile({ name, content, no: 1 }, county.time.now)
    await expect(take('说明.txt', Buffer.from('机密★1年\n关于某事'))).rejects.toMatchObject({
      refusal: { code: 'file.secret-mark' },
    })
    await expect(take('【秘密】通知.txt', Buffer.from('正文'))).rejects.toMatchObject({
      refusal: { code: 'file.secret-mark' },
    })
    await expect(take('程序.exe', Buffer.from([0x4d, 0x5a, 0, 0, 1]))).rejects.toMatchObject({
      refusal: { code: 'file.kind' },
    })
  })

  test('whose form was never sent is swept away after a day, others stay', async () => {
    const kept = await desk.intake.takeFile({ name: 'a.txt', content: Buffer.from('留下'), no: 1 }, county.time.now)
    await desk.receive({ files: [kept] })
    const lost = await desk.intake.takeFile({ name: 'b.txt', content: Buffer.from('丢下'), no: 1 }, county.time.now)
    const left = async () =>
      (await county.rows<{ file_id: string }>('select distinct file_id from vault.sealed_chunk')).map(
        (row) => row.file_id,
      )
    await vaultScan(county.services, [desk.subjects])('2022-07-05')
    expect(await left()).toContain(lost.fileId)
    county.time.now += 25 * 60 * 60_000
    await vaultScan(county.services, [desk.subjects])('2022-07-06')
    expect(await left()).not.toContain(lost.fileId)
    expect(await left()).toContain(kept.fileId)
    delete people.director
    delete people.officer
    await post('director', 'unlock', { holder: 'office', passphrase })
  })
})

describe('erasing', () => {
  const custody = (vaultId: string, verb: string, body: object, caller: Caller = 'director') =>
    post(caller, `custody/${vaultId}/${verb}`, body)

  test('is asked, held, refused or decided; then nothing is left and the ledger still holds', async () => {
    const file = await desk.intake.takeFile({ name: 'a.txt', content: Buffer.from('附件'), no: 1 }, county.time.now)
    const [vaultId, other] = [await desk.receive({ files: [file] }), await desk.receive()]
    await open(vaultId)
    expect((await custody(vaultId, 'ask-erasure', { ground: 'submitterAsked' }, 'officer')).status).toBe(200)
    expect((await custody(vaultId, 'decide-erasure', { decision: 'erase' }, 'officer')).body.code).toBe(
      'vault.director-only',
    )
    expect((await custody(vaultId, 'decide-erasure', { decision: 'erase' })).body.code).toBe('vault.case-still-open')
    const subject = desk.subjects.all.get(vaultId)!
    desk.subjects.all.set(vaultId, { ...subject, isOpen: false })
    await custody(vaultId, 'hold', { reason: 'audit', isOnHold: true })
    const { lines } = (await (await as('director')).get('/api/vault/erasures')).body
    expect(lines).toMatchObject([{ vaultId, caseNumber: subject.number, ground: 'submitterAsked', isOnHold: true }])
    expect((await custody(vaultId, 'decide-erasure', { decision: 'erase' })).body.code).toBe('vault.on-hold')
    await custody(vaultId, 'hold', { reason: 'audit', isOnHold: false })
    expect(await rowsOf(vaultId)).toEqual({ rows: 3, pieces: 1 })
    expect((await custody(vaultId, 'decide-erasure', { decision: 'erase' })).status).toBe(200)
    expect(await rowsOf(vaultId)).toEqual({ rows: 0, pieces: 0 })
    expect((await county.rows('select 1 from vault.sealed_chunk where file_id = $1', [file.fileId])).length).toBe(0)
    expect((await open(vaultId)).body.code).toBe('vault.erased')
    expect((await open(other)).status).toBe(200)
    expect(await verifyChain(county.services.databases.app)).toEqual([])
  })

  test('is proposed when the years of keeping are over, and not again for a year after a refusal', async () => {
    const [old, open] = [await desk.receive(), await desk.receive()]
    desk.subjects.all.set(old, { ...desk.subjects.all.get(old)!, isOpen: false })
    const asked = async () =>
      (await (await as('director')).get('/api/vault/erasures')).body.lines.map(
        (line: { vaultId: string }) => line.vaultId,
      )
    await vaultScan(county.services, [desk.subjects])('2027-07-06')
    expect(await asked()).toContain(old)
    expect(await asked()).not.toContain(open)
    await custody(old, 'decide-erasure', { decision: 'refuse', because: '仍在诉讼' })
    await vaultScan(county.services, [desk.subjects])('2022-08-01')
    expect(await asked()).not.toContain(old)
    await vaultScan(county.services, [desk.subjects])('2023-07-05')
    expect(await asked()).toContain(old)
    expect((await rowsOf(old)).rows).toBe(2)
  })

  test('that was cut off between the ledger and the deletion is finished by the daily scan', async () => {
    const vaultId = await desk.receive()
    desk.subjects.all.set(vaultId, { ...desk.subjects.all.get(vaultId)!, isOpen: false })
    await custody(vaultId, 'ask-erasure', { ground: 'periodOver' })
    // The vault's login loses its right for the moment: the same as a stop right after the ledger was written.
    await county.services.databases.owner.query('revoke delete on vault.sealed from yingshang_vault')
    expect((await custody(vaultId, 'decide-erasure', { decision: 'erase' })).status).toBe(500)
    await county.services.databases.owner.query('grant delete on vault.sealed to yingshang_vault')
    expect((await rowsOf(vaultId)).rows).toBe(2)
    expect((await open(vaultId)).body.code).toBe('vault.erased')
    await vaultScan(county.services, [desk.subjects])('2022-07-07')
    expect((await rowsOf(vaultId)).rows).toBe(0)
  })
})
