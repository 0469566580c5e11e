import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type Caller, type TestApp } from '../../testing/app.ts'
import { cloneDatabase, type TestDatabase } from '../../testing/database.ts'
import { aTask, makePerson, makeUnit, now, publishTasks, type TestUnit } from '../../testing/task-campaign.ts'
import { verifyChain } from '../platform/ledger/verify.ts'

let base: TestDatabase
let app: TestApp
let officer: Caller
let liaison: Caller
let head: Caller
let units: { lead: TestUnit; helper: TestUnit }

beforeAll(async () => {
  base = await cloneDatabase()
  app = await startTestApp(base, now)
  const county = await makeUnit(base.databases, '试验县')
  const office = await makeUnit(base.databases, '县营商办', county)
  units = {
    lead: await makeUnit(base.databases, '县住建局', county),
    helper: await makeUnit(base.databases, '县水利局', county),
  }
  officer = await app.as((await makePerson(base.databases, 'coordinationOfficer', office)).personId)
  liaison = await app.as((await makePerson(base.databases, 'unitLiaison', units.helper)).personId)
  head = await app.as((await makePerson(base.databases, 'unitHead', units.helper)).personId)
})
afterAll(async () => {
  expect(await verifyChain(base.databases.app)).toEqual([])
  await app.http.close()
  await base.drop()
})

const part = (unit: TestUnit, role: 'lead' | 'supporting') => ({
  unitId: unit.id,
  unitPath: unit.path,
  role,
  origin: 'named' as const,
  printedName: unit.name,
})
/** A joint task due on 2022-10-14: the supporting unit owes its part five working days before, on 2022-10-09. */
async function jointTask() {
  const parts = [part(units.lead, 'lead'), part(units.helper, 'supporting')]
  const { taskIds, assignmentIds } = await publishTasks(base.databases, [aTask([], { parts, dueOn: '2022-10-14' })])
  return { taskId: taskIds[0]!, lead: assignmentIds[0]!, helper: assignmentIds[1]! }
}
/** The test's tasks are published with the calendar the program came with: brings them up to the version in force. */
async function settle() {
  const { number, lists } = await moves()
  const ids = lists.flatMap((list: any) => list.items.map((one: { id: string }) => one.id))
  if (ids.length > 0) expect((await confirm(number, ids)).body).toEqual({ moved: ids.length })
}
const days: object[] = []
/** One more local day off. */
async function dayOff(date: string) {
  days.push({ date, kind: 'off', name: '县里放假', basis: '县政府通知', division: '320724' })
  const { number } = (await officer.get('/api/calendar')).body.current
  const proposal = { kind: 'overlay', days }
  const seen = (await officer.post('/api/calendar/preview', { proposal })).body
  const { status } = await officer.post('/api/calendar/versions', {
    proposal,
    basedOn: number,
    reason: '通知',
    warningsSeen: true,
  })
  expect(status).toBe(200)
  return seen
}
const moves = async () => (await officer.get('/api/calendar/moves')).body
const confirm = (number: number, ids: string[], who = officer) =>
  who.post('/api/calendar/moves/taskParts/confirm', { number, ids })
const rowOf = async (id: string) =>
  (
    await base.databases.owner.query(
      'select state, due_on, first_due_on, blue_from, version from app.assignment where id = $1',
      [id],
    )
  ).rows[0]
const item = (lists: any[], id: string) =>
  lists.flatMap((list) => list.items).find((one: { id: string }) => one.id === id)

test('a day off lists what it moves, with both dates and the day that is the reason; nothing moves by itself', async () => {
  const task = await jointTask()
  expect((await moves()).lists).toEqual([])
  const seen = await dayOff('2022-10-12')
  expect(item(seen.lists, task.helper)).toMatchObject({
    effect: 'due',
    before: { dueOn: '2022-10-09' },
    after: { dueOn: '2022-10-08' },
  })
  const { number, lists } = await moves()
  expect(lists).toMatchObject([{ list: 'taskParts', total: 2, due: 1, alerts: 1 }])
  expect(item(lists, task.helper)).toMatchObject({
    unit: '县水利局',
    path: `/tasks/${task.taskId}`,
    because: [{ day: '2022-10-12', before: { kind: 'workday' }, after: { kind: 'localHoliday', name: '县里放假' } }],
  })
  // The date that the notice gives stays; the days of its lamps are counted again.
  expect(item(lists, task.lead)).toMatchObject({
    effect: 'alerts',
    before: { dueOn: '2022-10-14' },
    after: { dueOn: '2022-10-14' },
  })
  expect((await rowOf(task.helper)).due_on).toBe('2022-10-09')

  const before = await rowOf(task.helper)
  expect((await confirm(number, [task.helper], liaison)).body.code).toBe('calendar.not-allowed')
  expect((await confirm(number - 1, [task.helper])).body.code).toBe('calendar.changed-meanwhile')
  expect((await confirm(number, [task.helper])).body).toEqual({ moved: 1 })
  const after = await rowOf(task.helper)
  expect(after).toMatchObject({ due_on: '2022-10-08', first_due_on: '2022-10-09', version: before.version + 1 })
  expect(after.state.part.superseded).toEqual([
    { deadline: before.state.part.deadline, reason: `工作日历更新为第 ${number} 版` },
  ])
  expect(after.state.part.deadline.calendarVersion).toBe(`work-calendar-${number}`)
  // Only what was confirmed: the lead's part still waits.
  expect((await moves()).lists).toMatchObject([{ total: 1, due: 0, alerts: 1 }])
  expect((await confirm(number, [task.helper])).body.code).toBe('calendar.nothing-moves')

  const {
    days: explained,
    deadline,
    countedBack,
  } = (await officer.get(`/api/assignments/${task.helper}/deadline`)).body
  expect([deadline.record.dueOn, countedBack]).toEqual(['2022-10-08', { from: '2022-10-14', workingDays: 5 }])
  expect([explained[0].day, explained.at(-1).day, explained.at(-1).number]).toEqual(['2022-10-08', '2022-10-14', 5])
  expect(explained.find((one: { day: string }) => one.day === '2022-10-12')).toMatchObject({ kind: 'localHoliday' })
  const history = (await officer.get(`/api/tasks/${task.taskId}/history`)).body
  const entry = history.entries.find((one: { what: string }) => one.what === 'deadlineRecounted')
  expect(entry.facts).toMatchObject({ dueOn: '2022-10-08' })
  const told = await base.databases.owner.query(
    "select payload from ledger.outbox where payload->>'kind' = 'task.dateChanged'",
  )
  expect(told.rows.map((row) => row.payload.subject.id)).toEqual([task.helper])
  const kept = await base.databases.owner.query("select body from ledger.entry where type = 'movesConfirmed'")
  expect(kept.rows.map((row) => JSON.parse(row.body).data)).toEqual([
    { list: 'taskParts', number, moved: 1, on: '2022-07-04' },
  ])
  await confirm(number, [task.lead])
})

test('closed items never move, not even when somebody asks for them by id', async () => {
  const [open, withdrawn, concluded] = [await jointTask(), await jointTask(), await jointTask()]
  expect((await officer.post(`/api/assignments/${withdrawn.helper}/withdraw`, { reason: '不再需要' })).status).toBe(200)
  for (const action of ['sign', 'hand-in']) {
    const result = { text: '已经办好', fileIds: [], publication: null, withoutParts: true }
    const body = action === 'sign' ? {} : { result }
    expect((await head.post(`/api/assignments/${concluded.helper}/${action}`, body)).status).toBe(200)
  }
  await base.databases.owner.query(
    `update app.assignment set status = 'confirmed', open = false, running = false,
       state = jsonb_set(state, '{kind}', '"confirmed"') where id = $1`,
    [concluded.helper],
  )
  const closed = [withdrawn.helper, concluded.helper]
  const before = await Promise.all(closed.map(rowOf))
  await dayOff('2022-10-10')
  const { number, lists } = await moves()
  const ids = lists.flatMap((list: any) => list.items.map((one: { id: string }) => one.id))
  expect(ids).toContain(open.helper)
  for (const id of closed) expect(ids).not.toContain(id)
  expect((await confirm(number, closed)).body.code).toBe('calendar.nothing-moves')
  expect((await confirm(number, [...closed, open.helper])).body).toEqual({ moved: 1 })
  expect(await Promise.all(closed.map(rowOf))).toEqual(before)
  await confirm(number, ids)
})

test('two people confirm the same list at once: every deadline moves once', async () => {
  const tasks = [await jointTask(), await jointTask(), await jointTask()]
  await settle()
  const before = await Promise.all(tasks.map((task) => rowOf(task.helper)))
  await dayOff('2022-10-13')
  const { number, lists } = await moves()
  const ids = lists.flatMap((list: any) => list.items.map((one: { id: string }) => one.id))
  const answers = await Promise.all([confirm(number, ids), confirm(number, ids), confirm(number, ids)])
  expect(answers.filter((one) => one.status === 200)).toHaveLength(1)
  expect(answers.filter((one) => one.status !== 200).map((one) => one.body.code)).toEqual([
    'calendar.nothing-moves',
    'calendar.nothing-moves',
  ])
  const after = await Promise.all(tasks.map((task) => rowOf(task.helper)))
  expect(after.map((row) => row.version)).toEqual(before.map((row) => row.version + 1))
  expect((await moves()).lists).toEqual([])
})

test('an undo brings the dates back by the same way: listed, confirmed, every date readable', async () => {
  const task = await jointTask()
  await settle()
  const first = await rowOf(task.helper)
  const seen = await dayOff('2022-10-11')
  const { due_on: was } = first
  expect(item(seen.lists, task.helper)).toMatchObject({ effect: 'due', before: { dueOn: was } })
  await settle()
  const moved = await rowOf(task.helper)
  expect(moved.due_on < was).toBe(true)
  days.pop()
  const { number } = await moves()
  const proposal = { kind: 'restore', number: number - 1 }
  const back = await officer.post('/api/calendar/versions', {
    proposal,
    basedOn: number,
    reason: '发错了',
    warningsSeen: true,
  })
  expect(back.body.number).toBe(number + 1)
  expect((await rowOf(task.helper)).due_on).toBe(moved.due_on)
  await settle()
  const last = await rowOf(task.helper)
  expect(last).toMatchObject({ due_on: was, first_due_on: '2022-10-09' })
  expect(last.state.part.superseded.slice(-2).map((one: any) => one.deadline.dueOn)).toEqual([was, moved.due_on])
})

test('a version that is taken back before anybody confirmed moves nothing', async () => {
  const task = await jointTask()
  await settle()
  const before = await rowOf(task.helper)
  await dayOff('2022-09-28')
  const { number, lists } = await moves()
  expect(item(lists, task.helper)).toBeDefined()
  days.pop()
  const proposal = { kind: 'restore', number: number - 1 }
  await officer.post('/api/calendar/versions', { proposal, basedOn: number, reason: '发错了', warningsSeen: true })
  expect((await moves()).lists).toEqual([])
  expect(await rowOf(task.helper)).toEqual(before)
})
