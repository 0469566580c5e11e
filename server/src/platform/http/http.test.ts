import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type Caller, type TestApp } from '../../../testing/app.ts'
import { cloneDatabase, type TestDatabase } from '../../../testing/database.ts'
import { makePerson, makeUnit, now } from '../../../testing/task-campaign.ts'

let database: TestDatabase
let app: TestApp
let officer: Caller

beforeAll(async () => {
  database = await cloneDatabase()
  app = await startTestApp(database, now)
  const office = await makeUnit(database.databases, '县营商办')
  officer = await app.as((await makePerson(database.databases, 'coordinationOfficer', office)).personId)
})
afterAll(() => database.drop())

test('nothing under /api answers without a session, and the failure says only that', async () => {
  for (const contract of app.http.servedContracts.filter((one) => one.method === 'GET')) {
    const url = contract.path.replace(/:\w+/g, '00000000-0000-4000-8000-000000000000')
    const answer = await app.http.inject({ method: 'GET', url })
    expect([url, answer.statusCode]).toEqual([url, 401])
    expect(answer.json().code).toBe('access.signed-out')
  }
})

test('a write from a foreign page is refused, one from our own page is not', async () => {
  const send = (origin: string) =>
    app.http.inject({ method: 'POST', url: '/api/plans', headers: { origin, host: 'yingshang.lan' }, payload: {} })
  expect((await send('https://evil.example')).json().code).toBe('access.foreign-origin')
  expect((await send('null')).json().code).toBe('access.foreign-origin')
  expect((await send('https://yingshang.lan')).json().code).toBe('access.signed-out')
})

test('bad input is refused by field in Chinese, before anything is done', async () => {
  const answer = await officer.post('/api/plans', { fileId: 'x', purpose: { kind: 'campaign' } })
  expect([answer.status, answer.body.code]).toEqual([400, 'input.invalid'])
  expect(answer.body.fields[0].path).toBe('body.fileId')
  expect(answer.body.fields[0].message).toMatch(/[\u4e00-\u9fff]/)
})

test.each([
  ['NUL in a body', '{"fileId":"\\u0000","purpose":{"kind":"campaign"}}'],
  ['broken JSON', '{"fileId":'],
  ['prototype poisoning', '{"__proto__":{"admin":true}}'],
])('%s is refused as bad input', async (_name, payload) => {
  const answer = await app.http.inject({
    method: 'POST',
    url: '/api/plans',
    headers: { 'content-type': 'application/json' },
    payload,
  })
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'input.invalid'])
})

test('an unknown path and a NUL in the path answer a problem, not a page', async () => {
  expect((await app.http.inject({ url: '/api/nothing' })).json().code).toBe('page.not-found')
  expect((await app.http.inject({ url: '/api/plans/%00' })).statusCode).toBe(400)
})

test('a bug answers an incident number; the log has the place, not the content', async () => {
  await database.databases.owner.query('alter table app.plan rename to plan_away')
  const answer = await officer.get('/api/plans')
  await database.databases.owner.query('alter table app.plan_away rename to plan')
  expect(answer.status).toBe(500)
  expect(answer.body.incident).toMatch(/^\d{6}$/)
  const line = app.lines.find((one) => one.includes(answer.body.incident))!
  expect(JSON.parse(line)).toMatchObject({ event: 'incident', code: '42P01' })
  expect(line).not.toContain('plan_away')
})

test('the API description has every route with its schemas', async () => {
  const description = (await officer.get('/api/openapi.json')).body
  expect(description.openapi).toBe('3.1.0')
  for (const contract of app.http.servedContracts) {
    const operation = description.paths[contract.path.replace(/:(\w+)/g, '{$1}')]?.[contract.method.toLowerCase()]
    expect(operation, contract.path).toBeDefined()
    expect(operation.summary).toMatch(/[\u4e00-\u9fff]/)
  }
  expect(
    description.paths['/api/plans/{planId}/publish'].post.requestBody.content['application/json'].schema.properties
      .version.type,
  ).toBe('integer')
})

test('pages and answers carry the strict policy', async () => {
  const page = await app.http.inject({ url: '/' })
  const policy = String(page.headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  expect(page.headers['x-content-type-options']).toBe('nosniff')
  const other = await app.http.inject({ url: '/' })
  const nonce = (text: string) => /nonce-([^']+)/.exec(text)![1]
  expect(nonce(policy)).not.toBe(nonce(String(other.headers['content-security-policy'])))
})
