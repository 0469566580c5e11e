import type { PersonActor } from '@yingshang/core/kernel/actor'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startReminderBench, type ReminderBench } from '../../testing/reminders.ts'
import { makePerson, makeUnit, type TestUnit } from '../../testing/task-campaign.ts'
import { verifyChain } from '../platform/ledger/verify.ts'

let bench: ReminderBench
let unit: TestUnit
let liaison: PersonActor
beforeAll(async () => {
  bench = await startReminderBench()
  unit = await makeUnit(bench.services.databases, '县人社局', bench.root)
  liaison = await makePerson(bench.services.databases, 'unitLiaison', unit)
  await bench.details(liaison, { name: '联络员一号', mobile: '13900000001' })
})
afterAll(() => bench.stop())

const list = async () => (await bench.ask(bench.officer, 'GET', '/api/calls')).body
const note = (callId: string, body: object, person = bench.officer) =>
  bench.ask(person, 'POST', `/api/calls/${callId}/attempts`, body)

test('from nobody reached to told: number and text to copy, failed attempts, who told them and when', async () => {
  await bench.tell({ kind: 'task.overdue', unitId: unit.id, facts: { no: '12', title: '压缩企业开办时间' } })
  await bench.sending.pass()
  const [call] = (await list()).calls
  expect(call).toMatchObject({
    personName: '联络员一号',
    unitName: '县人社局',
    mobile: '13900000001',
    since: '2022-07-04',
    text: '【营商办提醒】\n【逾期】第 12 项“压缩企业开办时间”已经逾期。\n请登录系统办理。',
    attempts: [],
  })
  expect((await note(call.callId, { outcome: 'noAnswer', at: '08:50', newsIds: [] })).body.state).toBe('waiting')
  expect((await list()).calls[0].attempts).toEqual([
    { outcome: 'noAnswer', on: '2022-07-04', at: '08:50', byName: 'coordinationOfficer一号' },
  ])
  const ahead = await note(call.callId, { outcome: 'reached', at: '23:59', newsIds: call.newsIds })
  expect([ahead.status, ahead.body.code]).toEqual([409, 'call.time-ahead'])

  // News that came while the officer was dialling stays to be told.
  await bench.tell({ kind: 'task.urged', unitId: unit.id, facts: { no: '14' } })
  const told = await note(call.callId, { outcome: 'reached', at: '08:55', newsIds: call.newsIds })
  expect(told.body).toEqual({ callId: call.callId, state: 'told' })
  const again = await note(call.callId, { outcome: 'reached', at: '08:56', newsIds: call.newsIds })
  expect([again.status, again.body.code]).toEqual([409, 'call.not-waiting'])
  await bench.sending.pass()
  const after = await list()
  expect(after.toldToday).toMatchObject([{ callId: call.callId, personName: '联络员一号' }])
  expect(after.toldToday[0].attempts).toHaveLength(2)
  expect(after.calls).toHaveLength(1)
  expect(after.calls[0].lines[0]).toContain('第 14 项')
})

test('who reads it in the desk needs no call, and nobody stands on the list twice', async () => {
  await bench.tell({ kind: 'task.urged', unitId: unit.id, facts: { no: '15' } })
  await bench.sending.pass()
  await bench.sending.pass()
  expect((await list()).calls).toHaveLength(1)
  await bench.ask(liaison, 'POST', '/api/notifications/read', {})
  await bench.sending.pass()
  expect((await list()).calls).toEqual([])
  const states = await bench.rows<{ status: string }>('select status from app.call order by status')
  expect(states.map((row) => row.status)).toEqual(['needless', 'told'])
})

test('somebody who left is taken off, and the successor is put on', async () => {
  await bench.tell({ kind: 'task.urged', unitId: unit.id, facts: { no: '16' } })
  await bench.sending.pass()
  const successor = await makePerson(bench.services.databases, 'unitLiaison', unit)
  await bench.details(successor, { name: '联络员二号', mobile: '13900000002' })
  await bench.rows(`update app.post set until_day = '2022-07-03' where person_id = $1`, [liaison.personId])
  await bench.sending.pass()
  await bench.sending.pass()
  expect((await list()).calls.map((one: { personName: string }) => one.personName)).toEqual(['联络员二号'])
})

test('the list is the office’s alone, and every record of a call stands in an intact ledger', async () => {
  const answer = await bench.ask(liaison, 'GET', '/api/calls')
  expect(answer.status).toBeGreaterThanOrEqual(401)
  expect(JSON.stringify(answer.body)).not.toContain('1390000000')
  const streams = await bench.rows<{ id: string }>('select id from app.call')
  expect(streams.length).toBeGreaterThanOrEqual(3)
  for (const { id } of streams) expect(await verifyChain(bench.services.databases.app, id)).toEqual([])
})

test('what was overtaken is not told: a confirmed task, an overdue one that was due soon, news of a month ago', async () => {
  const town = await makeUnit(bench.services.databases, '丁镇', bench.root)
  await makePerson(bench.services.databases, 'unitLiaison', town)
  const about = (kind: 'task.dueSoon' | 'task.overdue' | 'task.confirmed' | 'task.urged', id: string) =>
    bench.tell({ kind, unitId: town.id, subject: { kind: 'assignment', id }, facts: { no: id } })
  const soon = await about('task.dueSoon', '31')
  const other = await about('task.dueSoon', '32')
  const overdue = await about('task.overdue', '31')
  const troubleOf = async (newsId: string) =>
    (await bench.rows<{ trouble: string | null }>('select trouble from app.delivery where news_id = $1', [newsId]))[0]!.trouble
  expect([await troubleOf(soon), await troubleOf(other), await troubleOf(overdue)]).toEqual([
    'news.superseded',
    null,
    null,
  ])
  await about('task.confirmed', '31')
  expect(await troubleOf(overdue)).toBe('news.superseded')
  await bench.rows(`update app.news set business_day = '2022-06-03' where id = $1`, [other])
  await bench.sending.pass()
  expect(await troubleOf(other)).toBe('news.stale')
  expect((await list()).calls.some((one: { unitName: string }) => one.unitName === '丁镇')).toBe(false)
})
