import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canary, filesWithCanary, holdsCanary, tablesWithCanary } from '../../../e2e/kit/canary.ts'
import { startCounty, type County } from '../../testing/gates/county.ts'
import { vaultDesk, type VaultDesk } from '../../testing/vault-desk.ts'
import { writeBackup } from '../platform/backup/write.ts'
import { receiptCodeOf } from './receipt.ts'

// Names, numbers, words, a file and a receipt that exist nowhere else go through every door of the vault, right and wrong;
// then every place is searched that somebody without the private key can read.
let county: County
let desk: VaultDesk
const folder = mkdtempSync(join(tmpdir(), 'yingshang-vault-canaries-'))
const passphrase = '密封件口令 晴天 石桥 茶壶'
const person = canary(8_001)
const inFile = canary(8_002)
const mobile = { name: '13988138001' }
const firm = { name: '县金丝雀八零一商贸有限公司' }
let receipt: { name: string }

beforeAll(async () => {
  county = await startCounty()
  desk = await vaultDesk(county)
})
afterAll(async () => {
  await desk.http.close()
  await county.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function plant(): Promise<void> {
  const { now } = county.time
  const director = await desk.enter(county.people.director)
  await director.post('/api/vault/keys', { holder: 'office', passphrase })
  const file = await desk.intake.takeFile(
    { name: `${inFile.name}.txt`, content: Buffer.from(`附件里的 ${inFile.name}`), no: 1 },
    now,
  )
  const identity = { name: person.name, mobile: mobile.name, company: firm.name }
  const text = `我叫${person.name}，电话${mobile.name}，单位${firm.name}，反映窗口推诿。`
  const masked = await desk.intake.seal({
    holder: 'office',
    original: { title: person.name, text },
    identity,
    consent: 'doNotPassOn',
    now,
  })
  for (const { text: shown } of [masked.maskedTitle, masked.maskedText])
    for (const one of [person, mobile, firm]) expect(holdsCanary(shown, one)).toBe(false)
  const vaultId = await desk.receive({
    original: { title: `${person.name}反映`, text, object: firm.name },
    identity,
    files: [file],
  })
  const message = await desk.intake.sealMessage({ holder: 'office', vaultId, text: `补充：请找${person.name}`, now })
  expect([message.maskedText.text.includes('请找'), message.attachments.length]).toEqual([true, 1])
  const code = receiptCodeOf(county.services.keys.siteKey, randomUUID())
  receipt = { name: code }
  await desk.intake.receipt({ code, subject: { kind: 'case', id: randomUUID() }, now })

  for (const caller of ['head', 'admin', 'officer', 'discipline', 'auditor'] as const) {
    const one = await desk.enter(county.people[caller])
    await one.post('/api/vault/openings', { vaultId, part: 'identity', reason: 'contacting', note: person.name })
    await one.post('/api/vault/unlock', { holder: 'office', passphrase: person.name })
    await one.post('/api/vault/recover', {
      holder: 'office',
      recoveryCode: person.name,
      passphrase: person.name.repeat(4),
    })
    await one.post('/api/vault/openings', { vaultId, part: person.name, reason: person.name })
    await one.get(`/api/vault/custody/${encodeURIComponent(person.name)}`)
  }
  await director.post('/api/vault/unlock', { holder: 'office', passphrase })
  for (const part of ['identity', 'original']) {
    const { body } = await director.post('/api/vault/openings', {
      vaultId,
      part,
      reason: 'lawfulRequest',
      note: '联系人：张小测',
    })
    expect(JSON.stringify(body)).toContain(person.name)
    if (part === 'original')
      expect((await director.get(`/api/vault/openings/${body.openingId}/files/${file.fileId}`)).text).toContain(
        inFile.name,
      )
  }
}

test('what a submitter gave stands nowhere but sealed: no table, no login, no log, no failed answer, no backup', async () => {
  await plant()
  const { services, logged } = county
  const all = [person, inFile, mobile, firm, receipt]
  const { urls } = services.config as { urls: { app: string; vault: string; owner: string } }
  for (const login of ['app', 'vault', 'owner'] as const)
    for (const one of all)
      expect([login, one.name, await tablesWithCanary(urls[login], one)]).toEqual([login, one.name, []])
  for (const one of all) expect(logged.filter((line) => holdsCanary(line, one))).toEqual([])
  const failed = desk.answers.filter(({ status }) => status >= 400)
  expect(failed.length).toBeGreaterThan(15)
  for (const one of all) expect(failed.filter(({ text }) => holdsCanary(text, one))).toEqual([])
  const { siteKey } = services.keys
  const file = join(folder, 'vault.backup')
  await writeBackup({
    ownerUrl: urls.owner,
    file,
    seal: { kind: 'site', siteKey },
    siteKey,
    clock: services.clock,
    kind: 'asked',
  })
  for (const one of all) expect(await filesWithCanary(folder, one)).toEqual([])
})

test('the search finds what is there: an open copy of the same name', async () => {
  const { urls } = county.services.config as { urls: { owner: string } }
  await county.services.databases.owner.query('create table app.open_copy (words text)')
  await county.services.databases.owner.query('insert into app.open_copy values ($1)', [person.name])
  expect(await tablesWithCanary(urls.owner, person)).toEqual(['app.open_copy'])
})
