import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseDecider } from '@yingshang/core/cases/case'
import type { CaseEvent } from '@yingshang/core/cases/case-events'
import { replay } from '@yingshang/core/kernel/decider'
import { ok, openCaseOffice, type CaseOffice } from '../../testing/case-office.ts'
import { eventsOf } from '../platform/ledger/load.ts'
import { verifyChain } from '../platform/ledger/verify.ts'

let office: CaseOffice
const days: object[] = []

beforeAll(async () => void (office = await openCaseOffice('2022-09-28')))
afterAll(async () => {
  expect(await verifyChain(office.base.databases.app)).toEqual([])
  await office.close()
})

/** One more local day off, adopted by the officer. */
async function dayOff(date: string) {
  days.push({ date, kind: 'off', name: '县里放假', basis: '县政府通知', division: '320724' })
  const basedOn = (await office.as('officer').get('/api/calendar')).body.current.number
  const body = { proposal: { kind: 'overlay', days }, basedOn, reason: '通知', warningsSeen: true }
  await ok(office.as('officer').post('/api/calendar/versions', body))
}
const listOf = async (who: string) => {
  const { number, lists } = await ok(office.as(who).get('/api/calendar/moves'))
  return { number, items: lists.find((one: { list: string }) => one.list === 'cases')?.items ?? [] }
}
const confirm = (who: string, number: number, ids: string[]) =>
  office.as(who).post('/api/calendar/moves/cases/confirm', { number, ids })
const roundOf = async (id: string) =>
  (await office.base.databases.owner.query('select state, due_on, version from app.case where id = $1', [id])).rows[0]

test('a case over National Day: a local day off moves its fifteen working days when the office says so, both dates stay', async () => {
  const id = await office.assigned()
  expect((await roundOf(id)).due_on).toBe('2022-10-24')
  await dayOff('2022-10-12')
  const { number, items } = await listOf('officer')
  expect(items).toMatchObject([
    {
      id,
      unit: '县住建局',
      effect: 'due',
      before: { dueOn: '2022-10-24' },
      after: { dueOn: '2022-10-25' },
      because: [{ day: '2022-10-12', before: { kind: 'workday' }, after: { kind: 'localHoliday' } }],
    },
  ])
  expect(items[0].title).toMatch(/^\d{6}-2022-\d+ 承办期限$/)
  expect(JSON.stringify(items)).not.toContain('施工许可')
  expect((await roundOf(id)).due_on).toBe('2022-10-24')

  // Who keeps the calendar but may not read cases neither sees nor moves them.
  expect((await listOf('administrator')).items).toEqual([])
  expect((await confirm('administrator', number, [id])).body.code).toBe('calendar.nothing-moves')
  expect((await confirm('liaison', number, [id])).body.code).toBe('calendar.not-allowed')

  expect(await ok(confirm('officer', number, [id]))).toEqual({ moved: 1 })
  const { state, due_on } = await roundOf(id)
  expect(due_on).toBe('2022-10-25')
  const round = state.file.rounds.at(-1)
  expect(round.superseded).toMatchObject([{ because: 'recounted', deadline: { dueOn: '2022-10-24' } }])
  expect(round.firstDueOn).toBe('2022-10-24')
  expect((await listOf('officer')).items).toEqual([])
  const db = office.services.databases.app
  expect(state).toEqual(replay(caseDecider, (await eventsOf(db, id)) as CaseEvent[]))
})

test('a concluded case never moves, not even by its id', async () => {
  const open = await office.assigned()
  const gone = await office.assigned()
  for (const [who, action, body] of [
    ['liaison', 'sign', {}],
    ['head', 'report-result', { result: { text: '已经发证', outcome: 'solved', withoutParts: true } }],
    ['officer', 'verify', { outcome: 'solved', note: '' }],
    ['officer', 'inform', { way: 'telephone', answer: '已经发证。' }],
  ] as const)
    await ok(office.act(who, gone, action, body))
  await office.submitterDoes(gone, () => ({
    command: { type: 'rate', satisfaction: 'satisfied', option: null, reasons: [], words: null },
  }))
  await ok(office.act('officer', gone, 'conclude', { conclusion: 'solved', words: '' }))
  const before = await roundOf(gone)
  await dayOff('2022-09-30')
  const { number, items } = await listOf('officer')
  expect(items.map((one: { id: string }) => one.id)).toContain(open)
  expect(items.map((one: { id: string }) => one.id)).not.toContain(gone)
  expect((await confirm('officer', number, [gone])).body.code).toBe('calendar.nothing-moves')
  expect(await roundOf(gone)).toEqual(before)
})
