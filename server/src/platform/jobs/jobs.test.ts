import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../testing/database.ts'
import { makeLog } from '../log.ts'
import { startDaily } from './daily.ts'
import { startJobs, type Jobs } from './runner.ts'

let database: TestDatabase
let jobs: Jobs
const lines: string[] = []
const log = makeLog(
  (line) => lines.push(line),
  () => Date.UTC(2022, 6, 4),
)
const told: unknown[] = []
let failures = 1

beforeAll(async () => {
  database = await cloneDatabase()
  const handlers = {
    tell: async (payload: unknown) => void told.push(payload),
    shaky: async () => {
      if (failures-- > 0) throw new Error('某人的电话 13900000000')
      told.push('recovered')
    },
  }
  jobs = await startJobs(database.databases.owner, handlers, log)
})
afterAll(async () => {
  await jobs.stop()
  await database.drop()
})

const put = (task: string, payload: object) =>
  database.databases.app.query('insert into ledger.outbox (id, task, payload, created_at) values ($1, $2, $3, now())', [
    randomUUID(),
    task,
    payload,
  ])

test('what stands in the outbox is done once, and the outbox is empty afterwards', async () => {
  for (let n = 0; n < 30; n++) await put('tell', { n })
  await jobs.drain()
  await expect.poll(() => told.length).toBe(30)
  expect(new Set(told.map((one) => (one as { n: number }).n)).size).toBe(30)
  const left = await database.databases.owner.query('select 1 from ledger.outbox')
  expect(left.rowCount).toBe(0)
})

test('a failed job is kept for another try and leaves no content in log or queue', async () => {
  await put('shaky', {})
  await jobs.drain()
  await expect.poll(() => lines.some((line) => line.includes('job-failed'))).toBe(true)
  expect(lines.join('\n')).not.toContain('13900000000')
  const queue = await database.databases.owner.query<{ last_error: string }>(
    'select last_error from graphile_worker.jobs where last_error is not null',
  )
  expect(queue.rows.map((row) => row.last_error).join()).not.toContain('13900000000')
  await database.databases.owner.query('update graphile_worker._private_jobs set run_at = now()')
  await jobs.drain()
  await expect.poll(() => told.includes('recovered')).toBe(true)
})

test('the app login cannot reach the queue', async () => {
  await expect(database.databases.app.query('select * from graphile_worker.jobs')).rejects.toMatchObject({
    code: '42501',
  })
})

test('every business day that was crossed is scanned once, in order, and a failing scan is tried again', async () => {
  const days: string[] = []
  let broken = true
  const scan = async (day: string) => {
    if (day === '2022-07-06' && broken) throw new Error('broken')
    days.push(day)
  }
  const daily = startDaily(database.databases, { now: () => Date.UTC(2022, 6, 4) }, [scan], log)
  await daily.catchUp()
  await database.databases.app.query("update app.installation set trial_day = '2022-07-07'")
  await daily.catchUp()
  expect(days).toEqual(['2022-07-04', '2022-07-05'])
  broken = false
  await daily.catchUp()
  await daily.catchUp()
  expect(days).toEqual(['2022-07-04', '2022-07-05', '2022-07-06', '2022-07-07'])
  daily.stop()
})
