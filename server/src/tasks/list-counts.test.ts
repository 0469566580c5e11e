import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type Caller, type TestApp } from '../../testing/app.ts'
import { cloneDatabase, type TestDatabase } from '../../testing/database.ts'
import { aTask, makePerson, makeUnit, now, publishTasks } from '../../testing/task-campaign.ts'
import { listCounts } from './list-counts.ts'

let base: TestDatabase
let app: TestApp
let campaignId: string
let taskIds: string[]
let officer: Caller

/** Three tasks of one list, all due on the fifth: one handed in, one concluded, one nobody touched; a second list. */
beforeAll(async () => {
  base = await cloneDatabase()
  app = await startTestApp(base, now)
  const county = await makeUnit(base.databases, '试验县')
  const office = await makeUnit(base.databases, '县营商办', county)
  const housing = await makeUnit(base.databases, '县住建局', county)
  const head = await app.as((await makePerson(base.databases, 'unitHead', housing)).personId)
  officer = await app.as((await makePerson(base.databases, 'coordinationOfficer', office)).personId)
  const due = {
    dueOn: '2022-07-05',
    printed: { text: '7月5日前', kind: 'date', due: '2022-07-05', every: null },
  } as const
  const made = await publishTasks(base.databases, [
    ...['1', '2', '3'].map((no) => aTask([housing], { no, ...due })),
    aTask([housing], { no: '1', listId: 'list-2', listTitle: '另一份清单', dueOn: '2022-09-30' }),
  ])
  campaignId = made.campaignId
  taskIds = made.taskIds
  for (const part of made.assignmentIds.slice(0, 2)) {
    expect((await head.post(`/api/assignments/${part}/sign`, {})).status).toBe(200)
    expect((await head.post(`/api/assignments/${part}/hand-in`, { result: { text: '已经办好' } })).status).toBe(200)
  }
  const confirmed = await officer.post(`/api/assignments/${made.assignmentIds[1]}/confirm`, { outcome: 'completed' })
  expect(confirmed.status).toBe(200)
})
afterAll(async () => {
  await app.http.close()
  await base.drop()
})

test('what was handed in waits for the office and is not overdue, nor is what is concluded', async () => {
  const counts = await listCounts(base.databases.app, campaignId, '2022-07-06')
  expect(Object.fromEntries(counts)).toEqual({
    'list-1': { tasks: 3, concluded: 1, overdue: 1 },
    'list-2': { tasks: 1, concluded: 0, overdue: 0 },
  })
})

test('the day itself is not over yet; a withdrawn task is in no figure', async () => {
  const sum = async (day: string) =>
    [...(await listCounts(base.databases.app, campaignId, day)).values()].reduce((all, one) => all + one.overdue, 0)
  expect(await sum('2022-07-05')).toBe(0)
  const { body } = await officer.get(`/api/campaigns/${campaignId}/overview`)
  expect(body.total.figures.overdue.tasks).toBe(await sum(body.day))
  expect((await officer.post(`/api/tasks/${taskIds[2]}/withdraw`, { reason: '重复' })).status).toBe(200)
  expect((await listCounts(base.databases.app, campaignId, '2022-07-06')).get('list-1')).toEqual({
    tasks: 2,
    concluded: 1,
    overdue: 0,
  })
})
