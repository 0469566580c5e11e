import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canary, filesWithCanary, holdsCanary, tablesWithCanary } from '../../e2e/kit/canary.ts'
import { startChild, type ChildProduct } from '../testing/child-product.ts'
import { readStorage } from './platform/config.ts'
import { reachDatabase } from './platform/database/reach.ts'
import { writeBackup } from './platform/backup/write.ts'

// The whole program as it runs, its log files, its job queue and its database: names and numbers that exist nowhere else
// go in by the real doors, then every door is tried with them, and then they are looked for.
const folder = mkdtempSync(join(tmpdir(), 'yingshang-canaries-'))
const person = canary(7_001)
const mobile = { name: '13977137001' }
const camera = { name: 'canary-camera-owner-7002' }
const fileName = canary(7_003)
const submitter = canary(7_004)
const submitterMobile = { name: '13977137004' }
const all = [person, mobile, camera, fileName, submitter, submitterMobile]

const answers: { readonly asked: string; readonly status: number; readonly text: string }[] = []
let product: ChildProduct
const cookies: Record<string, string> = {}

beforeAll(async () => {
  product = await startChild({ folder })
  for (const role of ['coordinationOfficer', 'administrator', 'unitLiaison'])
    cookies[role] = await enter(product.links.find((link) => link.role === role)!.link)
})
afterAll(async () => {
  await product.end()
  rmSync(folder, { recursive: true, force: true })
})

async function enter(link: string): Promise<string> {
  const answer = await fetch(link, { redirect: 'manual' })
  return answer.headers.get('set-cookie')!.split(';')[0]!
}

async function ask(role: string | undefined, method: string, path: string, body?: unknown, type = 'application/json') {
  const headers: Record<string, string> = { 'x-command-id': randomUUID() }
  if (role !== undefined) headers['cookie'] = cookies[role]!
  if (body !== undefined && !(body instanceof FormData)) headers['content-type'] = type
  const sent = body instanceof FormData || typeof body === 'string' ? body : JSON.stringify(body)
  const answer = await fetch(product.url + path, { method, headers, redirect: 'manual', ...(sent === undefined ? {} : { body: sent }) })
  const text = await answer.text()
  answers.push({ asked: `${method} ${path}`, status: answer.status, text })
  return { status: answer.status, read: () => JSON.parse(text) }
}

async function plant(): Promise<void> {
  const officer = 'coordinationOfficer'
  const mine = (await ask('unitLiaison', 'GET', '/api/my-unit/parts?size=5')).read()
  const homeUnitId = mine.unit.id
  const made = await ask(officer, 'POST', '/api/people', {
    homeUnitId,
    role: 'unitStaff',
    name: person.name,
    mobile: mobile.name,
    email: `${mobile.name}@example.org`,
  })
  expect(made.status).toBe(200)
  const { personId } = made.read()
  expect((await ask(officer, 'POST', '/api/people/search', { text: person.name })).read().people).toHaveLength(1)
  expect((await ask(officer, 'GET', `/api/people/${personId}`)).status).toBe(200)

  const picture = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#888' } })
    .withExif({ IFD0: { Artist: camera.name, Copyright: camera.name } })
    .jpeg()
    .toBuffer()
  expect(picture.includes(camera.name)).toBe(true)
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(picture)]), `${fileName.name}.jpg`)
  const uploaded = await ask('unitLiaison', 'POST', '/api/files?purpose=evidence', form)
  expect(uploaded.status).toBe(200)
  const [part] = mine.parts
  await ask('unitLiaison', 'POST', `/api/assignments/${part.id}/sign`, {})
  const report = { text: '见附件', percent: 10, fileIds: [uploaded.read().fileId] }
  expect((await ask('unitLiaison', 'POST', `/api/assignments/${part.id}/report`, report)).status).toBe(200)
  expect((await ask('unitLiaison', 'POST', `/api/assignments/${part.id}/persons`, { personIds: [personId] })).status).toBeLessThan(500)
}

/** Somebody is written down by the office as they told it: the words and who they are go into the vault and nowhere else. */
async function submit(): Promise<void> {
  const body = {
    kind: 'complaint',
    source: 'telephone',
    receivedOn: '2022-07-04',
    title: `${submitter.name}来电`,
    text: `我叫${submitter.name}，电话${submitterMobile.name}，到窗口五次没有办成。`,
    identity: { name: submitter.name, mobile: submitterMobile.name },
  }
  // The trial's keys are made beside its start.
  const keyId = async () => (await ask('coordinationOfficer', 'GET', '/api/vault/keys')).read().holders[0].keyId as string | null
  await expect.poll(keyId, { timeout: 60_000 }).not.toBeNull()
  expect((await ask('coordinationOfficer', 'POST', '/api/cases', body)).status).toBe(200)
}

/** Every route there is, with canaries wherever something can be typed; broken bodies, wrong kinds, unknown addresses. */
async function sweep(): Promise<void> {
  const { paths } = (await ask('coordinationOfficer', 'GET', '/api/openapi.json')).read() as { paths: Record<string, Record<string, unknown>> }
  const routes = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => ({ path, method: method.toUpperCase() })))
  expect(routes.length).toBeGreaterThan(60)
  const typed = encodeURIComponent(person.name)
  const query = `text=${typed}&search=${mobile.name}&unit=${typed}&page=${typed}&sort=${typed}`
  const body = { name: person.name, text: mobile.name, mobile: person.name, reason: { deep: [person.name] }, change: { type: person.name } }
  // Signing out with a session of the others would end the sweep.
  const leaves = /sign-out|sessions|\/trial\//
  for (const { path, method } of routes) {
    const withIds = path.replaceAll(/\{\w+\}/g, () => randomUUID())
    const withNames = path.replaceAll(/\{\w+\}/g, typed)
    for (const role of [undefined, 'coordinationOfficer', 'administrator', 'unitLiaison']) {
      if (role !== undefined && leaves.test(path) && method !== 'GET') continue
      if (method === 'GET') {
        await ask(role, 'GET', `${withIds}?${query}`)
        await ask(role, 'GET', `${withNames}?${query}`)
        await ask(role, 'GET', withIds)
      } else {
        await ask(role, method, withIds, body)
        await ask(role, method, withNames, `{"name": "${person.name}", "mobile": "${mobile.name}"`)
      }
    }
  }
  for (const path of [`/${typed}`, `/desk/${typed}?${query}`, `/sign-in/${typed}`, `/assets/${typed}.js`, `/api/files/${typed}`, '/%00'])
    await ask(undefined, 'GET', path)
  await ask('coordinationOfficer', 'POST', '/api/people', `name=${typed}`, 'application/x-www-form-urlencoded')
  // Refused while it is still being sent: the closed connection may be seen before the answer.
  await ask('coordinationOfficer', 'POST', '/api/people', { name: person.name.repeat(300_000) }).catch((error: unknown) =>
    expect(error).toMatchObject({ message: 'fetch failed' }),
  )
  await ask('coordinationOfficer', 'POST', '/api/people', `{"name": "${person.name}\\u0000"}`)
  await ask(undefined, 'POST', '/api/sign-in', { name: mobile.name, password: person.name })
}

test('what belongs to a person stands in one table, and in no log, queue, ledger, backup or answer of a failure', async () => {
  await plant()
  await submit()
  await sweep()
  await queueWorked()
  expect(answers.length).toBeGreaterThan(500)
  const failed = answers.filter((answer) => answer.status >= 400)
  expect(failed.length).toBeGreaterThan(200)
  expect(failed.filter(({ status }) => status >= 500).map(({ asked, status }) => `${asked} ${status}`)).toEqual([])
  for (const one of all) expect(failed.filter(({ text }) => holdsCanary(text, one)).map(({ asked }) => asked)).toEqual([])
  expect(answers.filter(({ text }) => holdsCanary(text, camera))).toEqual([])

  for (const one of all) expect(await filesWithCanary(join(folder, 'logs'), one)).toEqual([])
  for (const one of all) expect(holdsCanary(product.printed(), one)).toBe(false)
  const reached = await reachDatabase(readStorage('trial', { YINGSHANG_DATA: folder }))
  try {
    const allowed = new Map([
      [person, ['app.person_details']],
      [mobile, ['app.person_details']],
      [camera, []],
      [fileName, ['app.file']],
      [submitter, []],
      [submitterMobile, []],
    ])
    for (const url of [reached.urls.app, reached.urls.owner])
      for (const one of all) expect([one.name, await tablesWithCanary(url, one)]).toEqual([one.name, allowed.get(one)])
    const { siteKey } = reached.keys
    const seal = { kind: 'site', siteKey } as const
    const clock = { now: () => Date.now() }
    await writeBackup({ ownerUrl: reached.urls.owner, file: join(folder, 'canaries.backup'), seal, siteKey, clock, kind: 'asked' })
    for (const one of all) expect((await filesWithCanary(folder, one)).filter((path) => path.endsWith('.backup'))).toEqual([])
  } finally {
    await reached.close()
  }
})

/**
 * Waits until the outbox is forwarded and every job had its turn. The search of the queue would prove nothing if nothing
 * had ever gone through it.
 */
async function queueWorked(): Promise<void> {
  const reached = await reachDatabase(readStorage('trial', { YINGSHANG_DATA: folder }))
  const client = new pg.Client({ connectionString: reached.urls.owner })
  await client.connect()
  const left = async () => {
    const { rows } = await client.query(
      `select (select count(*)::int from ledger.outbox)
            + (select count(*)::int from graphile_worker._private_jobs where attempts = 0 or locked_at is not null) as left`,
    )
    return rows[0].left
  }
  await expect.poll(left).toBe(0)
  const { rows } = await client.query('select count(*)::int as tasks from graphile_worker._private_tasks')
  expect(rows[0].tasks).toBeGreaterThan(0)
  await client.end()
  await reached.close()
}
