import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedIn, unitId } from '../../testing/caller.ts'
import { startTestProduct, type TestProduct } from '../../testing/product.ts'
import { isUntouched, refillTrial } from '../platform/database/trial.ts'
import { reminderJobs } from '../reminders/address.ts'
import { startSending } from '../reminders/deliver.ts'
import { prepareTrial } from './prepare.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
  await refillTrial(product.services, prepareTrial)
  product.time.now += 60_000
})
afterAll(() => product.stop())

test('what the program does by itself leaves a trial untouched; what a person does is never thrown away', async () => {
  const { services } = product
  const entries = async () => (await services.databases.owner.query('select 1 from ledger.entry')).rowCount!
  const before = await entries()
  const news = { kind: 'task.assigned', unitId: await unitId(product, '县政务办'), roles: ['unitLiaison'], facts: { count: 3 } }
  await reminderJobs(services)['notify']!(news, { key: randomUUID() })
  const sending = startSending(services)
  await sending.pass()
  await sending.stop()
  expect(await entries()).toBeGreaterThan(before) // somebody stands on the call list now
  expect(await isUntouched(services)).toBe(true)

  const liaison = await signedIn(product, '县政务办联络员1')
  const [part] = (await liaison.get('/api/my-unit/parts?size=1')).body.parts
  expect((await liaison.post(`/api/assignments/${part.id}/sign`)).status).toBe(200)
  expect(await isUntouched(services)).toBe(false)
})
