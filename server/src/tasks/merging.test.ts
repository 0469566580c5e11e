import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApp, type Caller, type TestApp } from '../../testing/app.ts'
import { cloneDatabase, type TestDatabase } from '../../testing/database.ts'
import { aTask, makePerson, makeUnit, now, publishTasks, type TestUnit } from '../../testing/task-campaign.ts'
import { runDailyTaskScan } from './daily-scan.ts'

let base: TestDatabase
let app: TestApp
let county: TestUnit
let made = 0
let station: TestUnit
let bureau: TestUnit
let officer: Caller
let stationHead: Caller
let bureauHead: Caller

beforeAll(async () => {
  base = await cloneDatabase()
  app = await startTestApp(base, now)
  county = await makeUnit(base.databases, '试验县')
  const office = await makeUnit(base.databases, '县营商办', county)
  officer = await app.as((await makePerson(base.databases, 'coordinationOfficer', office)).personId)
})
beforeEach(async () => {
  station = await makeUnit(base.databases, `县水利站${++made}`, county)
  bureau = await makeUnit(base.databases, `县水务局${made}`, county)
  stationHead = await app.as((await makePerson(base.databases, 'unitHead', station)).personId)
  bureauHead = await app.as((await makePerson(base.databases, 'unitHead', bureau)).personId)
})
afterAll(async () => {
  await app.http.close()
  await base.drop()
})

/** The station becomes part of the bureau, with its open parts, as the registry of units records it. */
async function merge(): Promise<void> {
  const move = { fromUnitId: station.id, toUnitId: bureau.id, reason: '县水利站并入县水务局' }
  expect((await officer.post('/api/assignments/move', move)).status).toBe(200)
  await base.databases.owner.query('update app.unit set active = false, merged_into = $2 where id = $1', [
    station.id,
    bureau.id,
  ])
}
const act = (who: Caller, part: string, name: string, body: object = {}) =>
  who.post(`/api/assignments/${part}/${name}`, body)
const page = async (taskId: string) => (await officer.get(`/api/tasks/${taskId}`)).body
const quarterly = { text: '每季度至少一次', kind: 'recurring' as const, due: null, every: 'quarter' }
const partOf = (unit: TestUnit, role: 'lead' | 'responsible' | 'supporting') => ({
  unitId: unit.id,
  unitPath: unit.path,
  role,
  origin: 'named' as const,
  printedName: unit.name,
})

test('a unit that had done its quarter before it was merged leaves the next quarter, and the lead, to the other', async () => {
  const helper = await makeUnit(base.databases, '县气象局', county)
  const parts = [partOf(station, 'lead'), partOf(helper, 'supporting')]
  const { taskIds, assignmentIds } = await publishTasks(base.databases, [
    aTask([], { printed: quarterly, dueOn: null, parts }),
  ])
  const lead = assignmentIds[0]!
  await act(stationHead, lead, 'sign')
  await act(stationHead, lead, 'hand-in', { result: { text: '本季已办', withoutParts: true } })
  expect((await act(officer, lead, 'confirm', { outcome: 'completed' })).status).toBe(200)
  await merge()
  expect((await page(taskIds[0]!)).leadUnit.name).toBe(bureau.name)
  await runDailyTaskScan({ ...app.services, databases: base.databases }, '2022-10-01')
  const next = (await page(taskIds[0]!)).parts.filter((part: any) => part.period.key === '2022-Q4')
  expect(next.map((part: any) => [part.unit.name, part.role, part.handsInTo?.unit.name ?? null])).toEqual([
    [bureau.name, 'lead', null],
    ['县气象局', 'supporting', bureau.name],
  ])
})

test('where both had done their quarter, the next one has one part of the unit that is left', async () => {
  const { taskIds, assignmentIds } = await publishTasks(base.databases, [
    aTask([station, bureau], { printed: quarterly, dueOn: null }),
  ])
  for (const [part, who] of [
    [assignmentIds[0]!, stationHead],
    [assignmentIds[1]!, bureauHead],
  ] as const) {
    await act(who, part, 'sign')
    await act(who, part, 'hand-in', { result: { text: '本季已办' } })
    await act(officer, part, 'confirm', { outcome: 'completed' })
  }
  await merge()
  await runDailyTaskScan({ ...app.services, databases: base.databases }, '2022-10-01')
  const next = (await page(taskIds[0]!)).parts.filter((part: any) => part.period.key === '2022-Q4')
  expect(next.map((part: any) => part.unit.name)).toEqual([bureau.name])
})

test('a request goes over with its part: the unit that is left takes it back, nobody else', async () => {
  const { assignmentIds } = await publishTasks(base.databases, [aTask([station])])
  const ask = { what: { kind: 'date', dueOn: '2022-10-31' }, reason: '方案须上会' }
  const request = (await act(stationHead, assignmentIds[0]!, 'ask-change', ask)).body.id as string
  await merge()
  const takeBack = (who: Caller) => who.post(`/api/change-requests/${request}/take-back`)
  expect((await takeBack(officer)).body.code).toBe('changeRequest.unit-only')
  const [shown] = (await bureauHead.get(`/api/my-unit/parts?unitId=${bureau.id}`)).body.parts
  expect(shown.id).toBe(assignmentIds[0])
  expect((await takeBack(bureauHead)).body.status).toBe('takenBack')
})
