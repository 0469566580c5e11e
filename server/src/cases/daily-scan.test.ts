import { afterAll, beforeAll, expect, test } from 'vitest'
import { ok, openCaseOffice, type CaseOffice } from '../../testing/case-office.ts'
import { runDailyCaseScan } from './daily-scan.ts'
import { caseMoves } from './for-others.ts'
import { record } from '../platform/ledger/record.ts'

let county: CaseOffice
beforeAll(async () => void (county = await openCaseOffice()))
afterAll(() => county.close())

const page = (id: string) => ok(county.as('officer').get(`/api/cases/${id}`))
const scan = (day: string) => runDailyCaseScan(county.services, day)
const act = (who: string, id: string, name: string, body: object = {}) => ok(county.act(who, id, name, body))
const news = async () => {
  const { rows } = await county.base.databases.owner.query<{ kind: string; roles: string[]; facts: object }>(
    `select payload ->> 'kind' as kind, payload -> 'roles' as roles, payload -> 'facts' as facts from ledger.outbox order by created_at, id`,
  )
  return rows
}

test('a supplement that never comes lapses on the day after its period, once', async () => {
  await county.onDay('2022-09-26')
  const { id } = await county.register()
  await act('officer', id, 'ask-supplement', { what: '缺少合同' })
  const { supplements } = await page(id)
  expect((await scan(supplements[0].dueOn)).lapsed).toBe(0)
  await county.onDay('2022-10-31')
  expect((await scan('2022-10-31')).lapsed).toBe(1)
  expect((await scan('2022-10-31')).lapsed).toBe(0)
  expect(await page(id)).toMatchObject({ status: 'concluded', conclusion: { kind: 'supplementNotGiven' } })
})

test('silence becomes "no answer" after its period and opens the conclusion', async () => {
  await county.onDay('2022-09-26')
  const id = await county.assigned()
  await act('liaison', id, 'sign')
  await act('head', id, 'report-result', { result: { text: '已经办好', outcome: 'solved' } })
  await act('officer', id, 'verify', { outcome: 'solved', note: '' })
  await act('officer', id, 'inform', { way: 'telephone', answer: '已经办好' })
  expect((await scan('2022-09-27')).silent).toBe(0)
  expect((await county.act('officer', id, 'conclude', { conclusion: 'solved', words: '' })).body.code).toBe(
    'case.answer-awaited',
  )
  await county.onDay('2022-11-30')
  expect((await scan('2022-11-30')).silent).toBe(1)
  expect((await page(id)).rounds[0].ratings).toMatchObject([{ satisfaction: 'noAnswer', by: 'office' }])
  await act('officer', id, 'conclude', { conclusion: 'solved', words: '' })
  expect(
    (await ok(county.as('leader').get('/api/cases/leader-summary?from=2022-09-01&to=2022-11-30'))).satisfaction,
  ).toEqual([
    { value: 'satisfied', now: 0, before: 0 },
    { value: 'partly', now: 0, before: 0 },
    { value: 'dissatisfied', now: 0, before: 0 },
    { value: 'noAnswer', now: 1, before: 0 },
  ])
})

test('units hear once what turns overdue, the office of its own clocks; never what a case says', async () => {
  await county.onDay('2022-09-26')
  const id = await county.assigned()
  const { clocks } = await page(id)
  const { dueOn, thresholds } = clocks.find((one: any) => one.clock === 'handle').record
  await county.base.databases.owner.query('delete from ledger.outbox')
  expect((await scan(thresholds.blueFrom)).told).toBeGreaterThan(0)
  await scan(thresholds.overdueFrom)
  await scan(thresholds.overdueFrom)
  const told = (await news()).filter((one) => one.kind === 'case.overdue' && one.roles.includes('unitHead'))
  expect(told).toHaveLength(1)
  expect(told[0]!.facts).toMatchObject({ dueOn })
  expect(JSON.stringify(await news())).not.toMatch(/施工|某公司/)
})

test('two units become one: its cases move with their dates', async () => {
  await county.onDay('2022-09-26')
  const id = await county.assigned()
  const before = (await page(id)).rounds[0]
  const occasion = county.occasion(county.people['director']!)
  const move = { fromUnitId: county.units.bureau.id, toUnitId: county.units.other.id }
  const moved = await caseMoves(county.services, occasion, move)
  await record(county.services.databases.app, { ...occasion, ...moved })
  const after = (await page(id)).rounds[0]
  expect(after).toMatchObject({ leadUnit: { id: county.units.other.id }, dueOn: before.dueOn, handOvers: [] })
  expect((await county.as('liaison').get(`/api/cases/${id}`)).status).toBe(404)
  await act('otherHead', id, 'sign')
})
