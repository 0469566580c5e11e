import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../testing/database.ts'
import { makeLog } from '../log.ts'
import { startJobs, type Jobs } from './runner.ts'

let database: TestDatabase
let jobs: Jobs
const lines: string[] = []
const log = makeLog((line) => lines.push(line), Date.now)
const told: string[] = []
let hold = Promise.resolve()
let held = 0
const handlers = {
  tell: async (payload: unknown) => void told.push((payload as { word: string }).word),
  slow: async () => {
    held++
    await hold
  },
}
const start = () => startJobs(database.databases.owner, handlers, log, true)

beforeAll(async () => {
  database = await cloneDatabase()
  jobs = await start()
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

test('the queue goes on after the database went away in the middle of a job', async () => {
  let release = () => {}
  hold = new Promise((resolve) => (release = resolve))
  await put('slow', {})
  jobs.poke()
  await expect.poll(() => held).toBe(1)
  await administrator(`alter database ${database.name} allow_connections false`)
  await administrator(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database.name}'`)
  release()
  await expect.poll(() => lines.some((line) => line.includes('job-runner-ended'))).toBe(true)
  await administrator(`alter database ${database.name} allow_connections true`)
  await put('tell', { word: 'after' })
  jobs.poke()
  await expect.poll(() => told).toEqual(['after'])
})

async function administrator(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('cluster').superuserUrl })
  await client.connect()
  await client.query(sql)
  await client.end()
}

test('a job that a killed program had in hand is done by the next one at once', async () => {
  await jobs.stop()
  const { owner } = database.databases
  await owner.query('select graphile_worker.add_job(\'tell\', \'{"word": "left behind"}\')')
  await owner.query(
    "update graphile_worker._private_jobs set locked_by = 'killed', locked_at = now() where locked_by is null",
  )
  told.length = 0
  jobs = await start()
  await expect.poll(() => told).toContain('left behind')
})
