import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProduct, type TestProduct } from '../../testing/product.ts'
import { fillTrialOnce } from '../platform/database/trial.ts'
import { verifyChain } from '../platform/ledger/verify.ts'
import { trialFirstDay } from '../platform/stamp.ts'
import { signInLinksForRoles } from './people.ts'
import { prepareTrial } from './prepare.ts'

let product: TestProduct
let cookies: Record<string, string>
beforeAll(async () => {
  product = await startTestProduct({ prepare: prepareTrial })
  await fillTrialOnce(product.services, prepareTrial)
  const [officer] = await signInLinksForRoles(product.services)
  cookies = await enter(officer!.path)
})
afterAll(() => product.stop())

async function enter(path: string): Promise<Record<string, string>> {
  const entered = await product.http.inject({ url: path })
  return Object.fromEntries(entered.cookies.map((cookie) => [cookie.name, cookie.value]))
}

const count = async (sql: string) => (await product.services.databases.owner.query<{ n: number }>(sql)).rows[0]!.n
const post = (url: string, payload: object, own = cookies) =>
  product.http.inject({ method: 'POST', url, payload, cookies: own, headers: { 'x-command-id': randomUUID() } })

test('a new start brings the sample back on its first day and signs the same role in again', async () => {
  const tasks = await count('select count(*)::int as n from app.task')
  expect(tasks).toBeGreaterThan(100)
  expect((await post('/api/trial/day', { day: '2022-08-01' })).statusCode).toBe(200)
  const before = await count('select extract(epoch from min(recorded_at))::int as n from ledger.entry')
  product.time.now += 60_000

  const [first, second] = await Promise.all([
    post('/api/trial/reset', { confirm: '重新开始' }),
    post('/api/trial/reset', { confirm: '重新开始' }),
  ])
  const answers = [first, second].toSorted((a, b) => a.statusCode - b.statusCode)
  expect(answers.map((answer) => answer.statusCode)).toEqual([200, 503])
  expect(answers[1]!.json().code).toBe('trial.resetting')

  expect((await product.http.inject({ url: '/api/me', cookies })).statusCode).toBe(401)
  const again = await enter(answers[0]!.json().signIn)
  const me = (await product.http.inject({ url: '/api/me', cookies: again })).json()
  expect(me.businessDay).toBe(trialFirstDay)
  expect(me.posts.map((one: { role: string }) => one.role)).toContain('coordinationOfficer')
  expect(await count('select count(*)::int as n from app.task')).toBe(tasks)
  expect(await count('select extract(epoch from min(recorded_at))::int as n from ledger.entry')).toBeGreaterThan(before)
  expect(await verifyChain(product.services.databases.app)).toEqual([])
  cookies = again
})

test('a fill that was cut off is begun anew at the next start; a finished one is left alone', async () => {
  const { owner } = product.services.databases
  const first = await owner.query<{ id: string }>('select id from app.campaign')
  const cutOff = async () => Promise.reject(new Error('cut off'))
  await fillTrialOnce(product.services, cutOff)
  expect((await owner.query('select id from app.campaign')).rows).toEqual(first.rows)

  await owner.query('update app.installation set prepared_at = null')
  await expect(fillTrialOnce(product.services, cutOff)).rejects.toThrow('cut off')
  expect(await count('select count(*)::int as n from app.unit')).toBe(0)
  await fillTrialOnce(product.services, prepareTrial)
  const now = await owner.query<{ id: string }>('select id from app.campaign')
  expect(now.rows).toHaveLength(1)
  expect(now.rows).not.toEqual(first.rows)
})

test('without the right words nothing is emptied', async () => {
  expect((await post('/api/trial/reset', { confirm: '是' })).statusCode).toBe(401)
  const [officer] = await signInLinksForRoles(product.services)
  const own = await enter(officer!.path)
  expect((await post('/api/trial/reset', { confirm: '是' }, own)).statusCode).toBe(400)
  expect(await count('select count(*)::int as n from app.campaign')).toBe(1)
})
