import type { signInLog } from '@yingshang/core/units/access-contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { activated, goodPassword, printSlip } from '../../testing/activation.ts'
import { browser, personId, signedIn, type Browser } from '../../testing/caller.ts'
import { startTestProduct, type TestProduct } from '../../testing/product.ts'
import { prepareSamplePeople } from '../sample/people.ts'

type Log = z.output<typeof signInLog.reply>

let product: TestProduct
let auditor: Browser
let person: string
const tries = 130

/** A person activates, mistypes the password once, gets in, and is reset in person; then a stranger tries often. */
beforeAll(async () => {
  product = await startTestProduct()
  await prepareSamplePeople(product.services)
  const officer = await signedIn(product, '营商办工作人员1')
  auditor = await signedIn(product, '县审计局审计1')
  person = await personId(product, '县教育局联络员1')
  const { signInName } = await activated(product, officer, '县教育局联络员1')
  const at = browser(product.http)
  product.time.now += 1000
  await at.post('/api/sign-in', { name: signInName, password: 'not-this-password' })
  product.time.now += 1000
  await at.post('/api/sign-in', { name: signInName, password: goodPassword })
  product.time.now += 1000
  await printSlip(officer, person)
  await product.services.databases.owner.query(
    `insert into access.occurrence (id, at, kind) select made.id, now(), 'wrongPassword'
     from (select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid as id from generate_series(1, $1) n) made`,
    [tries],
  )
})
afterAll(() => product.stop())

async function read(query: string): Promise<Log> {
  const { status, body } = await auditor.get(`/api/sign-in-log?${query}`)
  expect(status).toBe(200)
  return body
}

test('one person’s entries, newest first, say who reset the account', async () => {
  const { occurrences, more } = await read(`personId=${person}`)
  expect(occurrences.map((one) => one.kind)).toEqual(['reset', 'signedIn', 'wrongPassword', 'activated'])
  expect(occurrences[0]).toMatchObject({
    by: '营商办工作人员1',
    person: { name: '县教育局联络员1', unitName: '县教育局' },
  })
  expect(occurrences[1]!.by).toBeNull()
  expect(more).toBe(false)
})

test('only those who did not get in', async () => {
  expect((await read(`personId=${person}&only=refused`)).occurrences.map((one) => one.kind)).toEqual(['wrongPassword'])
})

test('page by page nothing is left out and nothing comes twice', async () => {
  const seen: string[] = []
  for (let before = ''; ;) {
    const { occurrences, more } = await read(`only=refused${before}`)
    seen.push(...occurrences.map((one) => one.id))
    if (!more) break
    before = `&before=${seen.at(-1)}`
  }
  expect(seen).toHaveLength(tries + 1)
  expect(seen).toEqual([...new Set(seen)].toSorted().toReversed())
})
