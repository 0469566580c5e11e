import { partsToShow } from '@yingshang/core/tasks/assignment-contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type Caller, type TestApp } from '../../testing/app.ts'
import { cloneDatabase, type TestDatabase } from '../../testing/database.ts'
import { aTask, makePerson, makeUnit, now, publishTasks } from '../../testing/task-campaign.ts'

let base: TestDatabase
let app: TestApp
let liaison: Caller
let head: Caller
let officer: Caller
let parts: string[]

/** Six tasks: five of one day, and the last, `6`, due before them. */
beforeAll(async () => {
  base = await cloneDatabase()
  app = await startTestApp(base, now)
  const county = await makeUnit(base.databases, '试验县')
  const office = await makeUnit(base.databases, '县营商办', county)
  const housing = await makeUnit(base.databases, '县住建局', county)
  const sign = async (...who: Parameters<typeof makePerson> extends [unknown, ...infer Rest] ? Rest : never) =>
    app.as((await makePerson(base.databases, ...who)).personId)
  liaison = await sign('unitLiaison', housing)
  head = await sign('unitHead', housing)
  officer = await sign('coordinationOfficer', office)
  const tasks = ['1', '2', '3', '4', '5'].map((no) => aTask([housing], { no }))
  const made = await publishTasks(base.databases, [...tasks, aTask([housing], { no: '6', dueOn: '2022-07-05' })])
  parts = made.assignmentIds
  await act(liaison, 3, 'sign')
  await act(liaison, 3, 'draft', { text: '已经办好' })
  await act(liaison, 1, 'sign')
  await act(head, 1, 'hand-in', { result: { text: '已经办好' } })
  await act(officer, 1, 'return', { reason: '缺少佐证材料' })
})
afterAll(async () => {
  await app.http.close()
  await base.drop()
})

async function act(who: Caller, place: number, name: string, body: object = {}): Promise<void> {
  expect((await who.post(`/api/assignments/${parts[place]}/${name}`, body)).status).toBe(200)
}

async function seen(
  who: Caller,
  show: string,
): Promise<{ signs: boolean; nos: string[]; counts: object; total: number }> {
  const { body } = await who.get(`/api/my-unit/parts?show=${show}`)
  return { ...body, nos: body.parts.map((part: { task: { no: string } }) => part.task.no) }
}

test('a liaison reads by date, and on one day in the order of the notice', async () => {
  expect(await seen(liaison, 'toDo')).toMatchObject({ signs: false, nos: ['6', '1', '2', '3', '4', '5'] })
})

test('who signs finds first what waits for the signature, then what came back', async () => {
  expect(await seen(head, 'toDo')).toMatchObject({ signs: true, nos: ['4', '2', '6', '1', '3', '5'] })
})

test('every count opens to exactly its parts', async () => {
  expect((await seen(head, 'toSignOff')).nos).toEqual(['4'])
  expect((await seen(head, 'returned')).nos).toEqual(['2'])
  expect((await seen(head, 'toSign')).nos).toEqual(['6', '1', '3', '5'])
  expect((await seen(head, 'dueSoon')).nos).toEqual(['6'])
  const { counts } = await seen(head, 'open')
  for (const show of partsToShow) {
    const found = await seen(head, show)
    expect(found.total, show).toBe(found.nos.length)
    if (show in counts) expect(counts, show).toMatchObject({ [show]: found.total })
  }
})
