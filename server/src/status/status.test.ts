import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startReminderBench, type ReminderBench } from '../../testing/reminders.ts'
import { makePerson } from '../../testing/task-campaign.ts'

let bench: ReminderBench
beforeAll(async () => {
  bench = await startReminderBench()
})
afterAll(() => bench.stop())

const status = async () => (await bench.ask(bench.administrator, 'GET', '/api/status')).body
const checkOf = async (key: string) =>
  (await status()).checks.find((check: { key: string }) => check.key === key) as { level: string; text: string }

test('a fresh trial: what is in order, what is missing, in sentences', async () => {
  const body = await status()
  expect(body).toMatchObject({ businessDay: '2022-07-04', mode: 'trial' })
  const levels = Object.fromEntries(body.checks.map((check: { key: string; level: string }) => [check.key, check.level]))
  expect(levels).toMatchObject({
    database: 'fine',
    backup: 'warning',
    queue: 'fine',
    calendar: 'fine',
    protection: 'fine',
    mail: 'off',
    robots: 'off',
    calls: 'fine',
  })
  // The product of this test has no data folder: a look that fails is a failing check, not a failing page.
  expect(levels.disk).toBe('failing')
  for (const check of body.checks) expect(check.text, check.key).not.toMatch(/undefined|null|NaN/)
})

test('a queue that stands still, a backup that is old, a day that was not scanned', async () => {
  await bench.rows('insert into ledger.outbox (id, task, payload, created_at) values ($1, $2, $3, $4)', [
    randomUUID(),
    'notify',
    '{}',
    new Date(bench.time.now - 7 * 60_000),
  ])
  expect(await checkOf('queue')).toMatchObject({ level: 'warning', text: '1 条在等，最早的等了 7 分钟。' })
  await bench.rows(
    `insert into app.backup (id, taken_at, kind, bytes, entries, migration) values ($1, $2, 'asked', 2097152, 1, 1)`,
    [randomUUID(), new Date(bench.time.now - 9 * 86_400_000)],
  )
  expect(await checkOf('backup')).toMatchObject({ level: 'warning', text: '已有 9 天没有备份，最近一次：2022-06-25 09:00。' })
  await bench.rows(`insert into app.scanned_day (day, scanned_at) values ('2022-07-03', now())`)
  expect(await checkOf('dailyScan')).toMatchObject({ level: 'failing' })
})

test('a mail server that does not answer is seen here', async () => {
  await bench.ask(bench.administrator, 'PUT', '/api/channels/mail', {
    host: '127.0.0.1',
    port: 1,
    security: 'none',
    user: '',
    from: 'office@county.example.cn',
    fromName: '县营商办',
    certificate: '',
  })
  await bench.details(bench.officer, { email: 'officer@county.example.cn' })
  await bench.tell({ kind: 'task.handedIn', roles: ['coordinationOfficer'], facts: { no: '1' } })
  await bench.passAfter(2)
  expect(await checkOf('mail')).toMatchObject({ level: 'fine' })
  await bench.rows(`update app.delivery set made_at = made_at - interval '2 hours' returning id`)
  expect(await checkOf('mail')).toMatchObject({ level: 'warning' })
})

test('a login that may do too much is seen', async () => {
  await bench.rows('grant update on ledger.entry to yingshang_app')
  const found = await checkOf('protection')
  await bench.rows('revoke update on ledger.entry from yingshang_app')
  expect(found).toMatchObject({ level: 'failing' })
  expect(found.text).toContain('多出 1 项')
  expect(await checkOf('protection')).toMatchObject({ level: 'fine' })
})

test('the page is for administrator and auditor; anybody may ask whether it is alive, and learns nothing more', async () => {
  expect((await bench.ask(bench.officer, 'GET', '/api/status')).body.code).toBe('status.administrator-only')
  const auditor = await makePerson(bench.services.databases, 'auditor', bench.office)
  expect((await bench.ask(auditor, 'GET', '/api/status')).status).toBe(200)
  const health = await bench.http.inject({ method: 'GET', url: '/healthz' })
  expect([health.statusCode, health.body]).toEqual([200, '{"ok":true}'])
})
