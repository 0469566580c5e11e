import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCounty, type Caller, type County } from '../../../testing/gates/county.ts'
import { partMaker, result } from '../../../testing/gates/parts.ts'

let county: County
let make: ReturnType<typeof partMaker>
beforeAll(async () => {
  county = await startCounty()
  make = partMaker(county)
})
afterAll(() => county.stop())

const send = (caller: Caller, path: string, body: unknown, id: string) =>
  county.as(caller).post(path, body, { 'x-command-id': id })
const events = async (id: string) =>
  (
    await county.rows<{ type: string }>('select type from ledger.entry where stream_id = $1 order by version', [id])
  ).map((row) => row.type)

test('a hundred times the same command at once, and again later, acts once and answers the same', async () => {
  const { id } = await make.signed()
  const command = randomUUID()
  const report = () => send('liaison', `/api/assignments/${id}/report`, { text: '同一份进展' }, command)
  const answers = await Promise.all(Array.from({ length: 100 }, report))
  answers.push(await report())
  expect(new Set(answers.map((answer) => `${answer.status} ${answer.text}`)).size).toBe(1)
  expect(answers[0]!.status).toBe(200)
  expect((await events(id)).filter((type) => type === 'progressReported')).toHaveLength(1)
})

test('a hundred different commands at once: signing happens once, every report that was taken is in the ledger', async () => {
  const { id } = await make.assigned()
  const sign = () => send('liaison', `/api/assignments/${id}/sign`, {}, randomUUID())
  const signed = await Promise.all(Array.from({ length: 100 }, sign))
  expect(signed.filter((answer) => answer.status === 200)).toHaveLength(1)
  expect(new Set(signed.filter((answer) => answer.status !== 200).map((answer) => answer.status))).toEqual(
    new Set([409]),
  )
  const reports = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      send('liaison', `/api/assignments/${id}/report`, { text: `进展${n}` }, randomUUID()),
    ),
  )
  const taken = reports.filter((answer) => answer.status === 200)
  expect(reports.every((answer) => answer.status === 200 || answer.body.code === 'write.busy')).toBe(true)
  expect((await events(id)).filter((type) => type === 'progressReported')).toHaveLength(taken.length)
})

test('confirming, returning and withdrawing at once: one of them happened, the row is the replay of its ledger', async () => {
  const { id } = await make.handedIn()
  const calls = Array.from({ length: 33 }, () => [
    send('officer', `/api/assignments/${id}/confirm`, { outcome: 'completed' }, randomUUID()),
    send('director', `/api/assignments/${id}/return`, { reason: '退回' }, randomUUID()),
    send('director', `/api/assignments/${id}/withdraw`, { reason: '撤销' }, randomUUID()),
  ]).flat()
  const answers = await Promise.all(calls)
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200, 409]))
  const after = (await events(id)).slice(3)
  // Returned, it can still be withdrawn; confirmed or withdrawn, nothing follows.
  expect([['confirmed'], ['partWithdrawn'], ['returned'], ['returned', 'partWithdrawn']]).toContainEqual(after)
  const [row] = await county.rows<{ version: number }>('select version from app.assignment where id = $1', [id])
  expect(row!.version).toBe((await events(id)).length)
})

test('a command id of somebody else, of another route or with another content is another command', async () => {
  const first = await make.signed()
  const second = await make.signed()
  const command = randomUUID()
  const report = (caller: Caller, id: string, text: string) =>
    send(caller, `/api/assignments/${id}/report`, { text }, command)
  expect((await report('liaison', first.id, '一')).body).toMatchObject({ id: first.id })
  expect((await report('staff', first.id, '一')).status).toBe(200)
  expect((await report('liaison', second.id, '一')).body).toMatchObject({ id: second.id })
  expect((await report('liaison', first.id, '二')).status).toBe(200)
  expect((await send('head', `/api/assignments/${first.id}/hand-in`, { result }, command)).body).toMatchObject({
    status: 'handedIn',
  })
  expect((await events(first.id)).slice(2)).toEqual([
    'progressReported',
    'progressReported',
    'progressReported',
    'handedIn',
  ])
  // Who may not do it learns nothing from the id of a command that somebody else has sent.
  expect((await report('stranger', first.id, '一')).body.code).toBe('assignment.unit-only')
})

test('a command id that is none is refused, and none at all is a new command', async () => {
  const { id } = await make.assigned()
  for (const wrong of ['1', `${randomUUID()}'`, randomUUID().toUpperCase()])
    expect((await send('liaison', `/api/assignments/${id}/sign`, {}, wrong)).body.code).toBe('input.command-id')
  expect(await events(id)).toEqual(['assigned'])
})

test('fields that a contract does not name are left aside: nobody writes who, when or in which state', async () => {
  const { id } = await make.signed()
  const extra = {
    text: '进展',
    by: county.people.officer,
    on: '2021-01-01',
    reportId: randomUUID(),
    actor: { personId: county.people.officer },
    businessDay: '2021-01-01',
    part: { unitId: county.units.stranger, headSigns: false, deadline: null },
    state: { kind: 'confirmed' },
    version: 99,
  }
  const poisoned = { ...extra, constructor: { prototype: { admin: true } } }
  expect((await send('liaison', `/api/assignments/${id}/report`, poisoned, randomUUID())).body.code).toBe(
    'input.invalid',
  )
  expect((await send('liaison', `/api/assignments/${id}/report`, extra, randomUUID())).status).toBe(200)
  const [entry] = await county.rows<{ body: string }>(
    `select body from ledger.entry where stream_id = $1 and type = 'progressReported'`,
    [id],
  )
  const body = JSON.parse(entry!.body)
  expect(body).toMatchObject({ businessDay: '2022-07-04', actor: { personId: county.people.liaison } })
  expect(body.data.report).toMatchObject({ by: county.people.liaison, on: '2022-07-04' })
  expect(body.data.report.reportId).not.toBe(extra.reportId)
  expect(Object.keys(body.data.report).sort()).toEqual([
    'by',
    'corrects',
    'fileIds',
    'on',
    'percent',
    'reportId',
    'text',
  ])
  const [row] = await county.rows<{ state: any }>('select state from app.assignment where id = $1', [id])
  expect(row!.state).toMatchObject({ kind: 'signed', part: { unitId: county.units.own, headSigns: true } })
})

test('ids of other things in the place of an id are not found, whatever they are ids of', async () => {
  const { id, taskId } = await make.signed()
  const { requestId } = await make.asked()
  for (const wrong of [taskId, county.campaignId, county.units.own, county.people.head, requestId, randomUUID()]) {
    expect((await county.as('head').post(`/api/assignments/${wrong}/report`, { text: '进展' })).body.code).toBe(
      'assignment.not-found',
    )
    expect((await county.as('officer').get(`/api/files/${wrong}`)).body.code).toBe('file.not-found')
  }
  for (const wrong of [id, county.campaignId, county.units.own]) {
    expect((await county.as('officer').get(`/api/tasks/${wrong}`)).body.code).toBe('task.not-found')
    expect((await county.as('officer').post(`/api/change-requests/${wrong}/approve`, { note: '' })).body.code).toBe(
      'changeRequest.not-found',
    )
    expect(
      (await county.as('officer').get(`/api/campaigns/${wrong === county.campaignId ? id : wrong}`)).body.code,
    ).toBe('campaign.not-found')
  }
  const unknown = await county.as('officer').get(`/api/tasks?campaignId=${id}`)
  expect(unknown.body).toMatchObject({ rows: [], total: 0 })
})
