import { afterAll, beforeAll, expect, test } from 'vitest'
import { personId, signedIn, unitId } from '../../testing/caller.ts'
import { startTestProduct, type TestProduct } from '../../testing/product.ts'
import { prepareTrial } from '../sample/prepare.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
  await prepareTrial(product.services)
})
afterAll(() => product.stop())

test('in the running campaign a merger takes the open tasks along, and a hand-over lists them', async () => {
  const officer = await signedIn(product, '营商办工作人员1')
  const [from, into] = [await unitId(product, '县科技局'), await unitId(product, '县工信局')]
  const parts = async (unit: string) => {
    const found = await product.services.databases.app.query<{ n: number }>(
      'select count(*)::int as n from app.assignment where unit_id = $1 and open',
      [unit],
    )
    return found.rows[0]!.n
  }
  const before = await parts(from)
  expect(before).toBeGreaterThan(0)
  const liaison = await personId(product, '县科技局联络员1')
  const listed = await officer.get(`/api/units/${from}/hand-over/${liaison}`)
  expect(listed.body.openItems).toHaveLength(before)
  expect(listed.body.openItems[0]).toMatchObject({ kind: 'unit', path: expect.stringMatching(/tasks\/[0-9a-f-]{36}$/) })

  const merged = await officer.post(`/api/units/${from}/merge`, { into, on: '2022-07-04' })
  expect(merged.status, merged.text).toBe(200)
  expect(await parts(from)).toBe(0)
  const commands = await product.services.databases.app.query(
    "select distinct command_id from ledger.entry where type in ('unitMerged', 'movedWithUnit') and business_day = '2022-07-04'",
  )
  expect(commands.rowCount).toBe(1)
  const own = await signedIn(product, '县科技局联络员1')
  expect((await own.get('/api/me')).body.posts).toMatchObject([{ role: 'unitLiaison', unitName: '县工信局' }])
})
