import exceljs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canary, holdsCanary, tablesWithCanary } from '../../../e2e/kit/canary.ts'
import { goodPassword, printSlip } from '../../testing/activation.ts'
import { browser, personId, signedIn, unitId } from '../../testing/caller.ts'
import { startTestProduct, type TestProduct } from '../../testing/product.ts'
import { prepareSamplePeople } from '../sample/people.ts'
import { commitmentOf } from './people-draft.ts'
import { workbookType } from './roster-routes.ts'

// A name and two numbers that exist nowhere else, through every door a person's details come in by.
const name = canary(41)
const mobile = { name: '13977130041' }
const password = { name: 'canary-oak-tree-41-x' }
const planted = [name, mobile, password]

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
  await prepareSamplePeople(product.services)
})
afterAll(() => product.stop())

test('names, numbers and passwords stand in no ledger entry, log line, address, problem or other table', async () => {
  const officer = await signedIn(product, '营商办工作人员1')
  const unit = await unitId(product, '县科技局')
  const made = await officer.post('/api/people', {
    homeUnitId: unit,
    role: 'unitStaff',
    name: name.name,
    mobile: mobile.name,
    email: `${mobile.name}@example.org`,
  })
  expect(made.status).toBe(200)
  const person = made.body.personId
  await officer.post(`/api/people/${person}/details`, {
    name: name.name,
    mobile: mobile.name,
    officePhone: '0518-83210041',
  })
  await officer.post('/api/people/search', { text: name.name })
  await officer.get(`/api/people/${person}`)
  await officer.get(`/api/units/${unit}`)
  // A roster that is taken, and one whose rows are all wrong.
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('名册')
  sheet.addRow(['单位', '姓名', '岗位', '手机'])
  sheet.addRow(['县科技局', name.name, '联络员', mobile.name])
  sheet.addRow([name.name, name.name, name.name, `${mobile.name}9`])
  const bytes = Buffer.from(await book.xlsx.writeBuffer())
  const checked = await officer.post('/api/roster/check', bytes, { 'content-type': workbookType })
  expect(checked.body.faults.length).toBeGreaterThan(0)
  await officer.post(`/api/roster/import?digest=${checked.body.digest}`, bytes, { 'content-type': workbookType })
  expect(
    (
      await officer.post(`/api/roster/import?digest=${checked.body.digest}&faulty=skip`, bytes, {
        'content-type': workbookType,
      })
    ).body.newPosts,
  ).toBe(1)
  // Sign-in: right, wrong, with the password typed as the name, and bodies that do not fit.
  const own = browser(product.http)
  const code = await printSlip(officer, person)
  await own.post('/api/activation', { code, password: mobile.name })
  expect((await own.post('/api/activation', { code, password: password.name })).status).toBe(200)
  expect((await own.post('/api/sign-in', { name: mobile.name, password: password.name })).status).toBe(200)
  for (const body of [
    { name: mobile.name, password: goodPassword },
    { name: password.name, password: mobile.name },
    { name: name.name },
    { name: [name.name], password: { deep: password.name } },
  ])
    await browser(product.http).post('/api/sign-in', body)
  await officer.post('/api/people', {
    homeUnitId: name.name,
    role: name.name,
    name: name.name.repeat(20),
    mobile: `${mobile.name}x`,
  })
  await officer.post(`/api/people/${person}/posts`, { unitId: unit, role: 'administrator', fromDay: '2022-07-04' })
  await own.post('/api/me/password', { current: password.name, password: name.name })
  await officer.post(`/api/units/${unit}/hand-over`, {
    from: await personId(product, '县科技局联络员1'),
    to: person,
    on: '2022-07-05',
    note: '见柜子',
  })
  await officer.post(`/api/people/${person}/leave`, { lastDay: '2022-07-04' })

  const { asked, failed } = product
  expect(asked.length).toBeGreaterThan(20)
  expect(failed.length).toBeGreaterThan(8)
  expect(product.logged.length).toBeGreaterThan(20)
  for (const one of planted) {
    const secret = one === password
    expect(await tablesWithCanary(product.services.config.urls!.app, one)).toEqual(secret ? [] : ['app.person_details'])
    expect(product.logged.filter((line) => holdsCanary(line, one))).toEqual([])
    expect(asked.filter((url) => holdsCanary(url, one))).toEqual([])
    expect(failed.filter((text) => holdsCanary(text, one))).toEqual([])
  }
  const ledger = await product.services.databases.owner.query<{ everything: string }>(
    "select string_agg(body, ' ') || (select string_agg(result, ' ') from ledger.command) || coalesce((select string_agg(payload::text, ' ') from ledger.outbox), '') as everything from ledger.entry",
  )
  for (const one of planted) expect(holdsCanary(ledger.rows[0]!.everything, one)).toBe(false)
})

test('the ledger’s commitment is opened by the details and their salt, and by nothing once the row is erased', async () => {
  const { databases } = product.services
  const person = await personId(product, '县科技局主要负责人1')
  const kept = await databases.owner.query<{ body: string }>(
    "select body from ledger.entry where type = 'personRegistered' and stream_id = $1",
    [person],
  )
  const { detailsCommitment } = JSON.parse(kept.rows[0]!.body).data
  const row = await databases.app.query<{ name: string; salt: Buffer }>(
    'select name, salt from app.person_details where person_id = $1',
    [person],
  )
  const details = { name: row.rows[0]!.name, mobile: null, officePhone: null, email: null }
  expect(commitmentOf(row.rows[0]!.salt, details)).toBe(detailsCommitment)
  expect(row.rows[0]!.salt).toHaveLength(32)
  expect(commitmentOf(Buffer.alloc(32), details)).not.toBe(detailsCommitment)
  expect(commitmentOf(row.rows[0]!.salt, { ...details, mobile: '13900000000' })).not.toBe(detailsCommitment)
})
