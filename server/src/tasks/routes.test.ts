import { randomUUID } from 'node:crypto'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import { replay } from '@yingshang/core/kernel/decider'
import { assignmentDecider } from '@yingshang/core/tasks/assignment'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type Caller, type TestApp } from '../../testing/app.ts'
import { cloneDatabase, type TestDatabase } from '../../testing/database.ts'
import { aTask, makePerson, makeUnit, now, publishTasks, type TestUnit } from '../../testing/task-campaign.ts'
import { eventsOf, load } from '../platform/ledger/load.ts'
import { assignmentTable } from './tables.ts'

let base: TestDatabase
let app: TestApp
let office: TestUnit
let housing: TestUnit
let power: TestUnit
let section: TestUnit
const callers: Record<string, Caller> = {}

async function caller(
  name: string,
  role: Parameters<typeof makePerson>[1],
  home: TestUnit,
  postIn?: TestUnit,
): Promise<PersonActor> {
  const person = await makePerson(base.databases, role, home, postIn)
  callers[name] = await app.as(person.personId)
  return person
}

beforeAll(async () => {
  base = await cloneDatabase()
  app = await startTestApp(base, now)
  const county = await makeUnit(base.databases, '试验县')
  office = await makeUnit(base.databases, '县营商办', county)
  housing = await makeUnit(base.databases, '县住建局', county)
  power = await makeUnit(base.databases, '县供电公司', county)
  section = await makeUnit(base.databases, '审批科', housing)
  await caller('officer', 'coordinationOfficer', office)
  await caller('seconded', 'coordinationOfficer', housing, office)
  await caller('liaison', 'unitLiaison', housing)
  await caller('head', 'unitHead', housing)
  await caller('powerHead', 'unitHead', power)
  await caller('clerk', 'unitStaff', section)
  await caller('leader', 'leader', county)
  await caller('panel', 'panelMember', county)
})
afterAll(async () => {
  await app.http.close()
  await base.drop()
})

const act = (who: string, part: string, name: string, body: object = {}, commandId?: string) =>
  callers[who]!.post(`/api/assignments/${part}/${name}`, body, commandId)
const result = (more: object = {}) => ({ text: '已经办好', ...more })

async function publish(...args: Parameters<typeof aTask>) {
  const made = await publishTasks(base.databases, [aTask(...args)])
  return { ...made, taskId: made.taskIds[0]!, part: made.assignmentIds[0]!, others: made.assignmentIds.slice(1) }
}

describe('a unit works its part', () => {
  test('signed, reported, drafted, signed off, returned with the date unmoved, confirmed: the task is concluded', async () => {
    const { taskId, part } = await publish([housing])
    expect((await act('liaison', part, 'sign')).body).toEqual({ id: part, status: 'signed' })
    expect((await act('liaison', part, 'report', { text: '完成一半', percent: 50 })).status).toBe(200)
    const early = await act('liaison', part, 'hand-in', { result: result() })
    expect([early.status, early.body.code]).toEqual([403, 'assignment.head-signs'])
    expect((await act('liaison', part, 'draft', result())).body.status).toBe('drafted')
    expect((await act('head', part, 'hand-in', { result: null })).body.status).toBe('handedIn')
    expect((await act('officer', part, 'return', { reason: '缺少佐证材料' })).body.status).toBe('returned')
    expect((await act('head', part, 'hand-in', { result: result({ text: '已补材料' }) })).body.status).toBe('handedIn')
    expect((await act('officer', part, 'confirm', { outcome: 'completed' })).body.status).toBe('confirmed')
    const page = (await callers['leader']!.get(`/api/tasks/${taskId}`)).body
    expect(page).toMatchObject({ status: 'concluded', endedOn: '2022-07-04', actions: [] })
    expect(page.parts[0]).toMatchObject({
      status: 'confirmed',
      returns: 1,
      firstHandedInOn: '2022-07-04',
      deadline: { record: { dueOn: '2022-09-30' }, firstDueOn: '2022-09-30', superseded: [] },
      result: { text: '已补材料' },
      latestReport: { text: '完成一半', percent: 50 },
    })
    const row = (await load(base.databases.app, assignmentTable, part))!
    expect(row.state).toEqual(replay(assignmentDecider, (await eventsOf(base.databases.app, part)) as never))
    const history = (await callers['liaison']!.get(`/api/tasks/${taskId}/history`)).body
    expect(history.entries.map((entry: { what: string }) => entry.what)).toEqual([
      'taskConcluded',
      'confirmed',
      'handedIn',
      'returned',
      'handedIn',
      'drafted',
      'progressReported',
      'signed',
      'assigned',
      'taskPublished',
    ])
    expect(history.entries[3]).toMatchObject({
      facts: { reason: '缺少佐证材料' },
      who: { kind: 'person', role: 'coordinationOfficer', unit: { name: '县营商办' } },
      unit: { name: '县住建局' },
      mark: expect.stringMatching(/^[0-9a-f]{12}$/),
    })
  })

  test('an officer seconded from the unit sees the action disabled and is refused with the same reason', async () => {
    const { taskId, part } = await publish([housing])
    await act('head', part, 'sign')
    await act('head', part, 'hand-in', { result: result() })
    const page = (await callers['seconded']!.get(`/api/tasks/${taskId}`)).body
    const confirm = page.parts[0].actions.find((action: { name: string }) => action.name === 'confirm')
    expect(confirm).toMatchObject({ allowed: false, refusal: { code: 'assignment.own-unit' } })
    const tried = await act('seconded', part, 'confirm', { outcome: 'completed' })
    expect([tried.status, tried.body.code]).toEqual([403, 'assignment.own-unit'])
    expect((await act('officer', part, 'confirm', { outcome: 'completed' })).status).toBe(200)
  })

  test('a repeated command acts once and answers its first result, also when the state would refuse it now', async () => {
    const { part } = await publish([housing])
    const command = randomUUID()
    expect((await act('liaison', part, 'sign', {}, command)).body.status).toBe('signed')
    expect((await act('liaison', part, 'sign', {}, command)).body).toEqual({ id: part, status: 'signed' })
    const other = await act('liaison', part, 'sign')
    expect([other.status, other.body.code]).toEqual([409, 'assignment.not-now'])
    expect((await eventsOf(base.databases.app, part)).filter((event) => event.type === 'signed')).toHaveLength(1)
  })

  test('what must be published needs its place and day', async () => {
    const { part } = await publish([housing], { mustPublish: true })
    await act('head', part, 'sign')
    const without = await act('head', part, 'hand-in', { result: result() })
    expect([without.status, without.body.code]).toEqual([409, 'assignment.publication-needed'])
    const publication = { place: '县政府门户网站公示栏', on: '2022-07-01' }
    expect((await act('head', part, 'hand-in', { result: result({ publication }) })).status).toBe(200)
  })
})

describe('lead and supporting units', () => {
  const withLead = () =>
    publish([], {
      parts: [
        { unitId: housing.id, unitPath: housing.path, role: 'lead', origin: 'named', printedName: '县住建局' },
        { unitId: power.id, unitPath: power.path, role: 'supporting', origin: 'named', printedName: '县供电公司' },
      ],
    })

  test('the lead takes the supporting part and gives one result; both end with the task', async () => {
    const { taskId, part, others } = await withLead()
    const supporting = others[0]!
    await act('head', part, 'sign')
    const early = await act('head', part, 'hand-in', { result: result() })
    expect([early.body.code, early.body.facts]).toEqual(['assignment.parts-outstanding', { count: 1 }])
    await act('powerHead', supporting, 'sign')
    await act('powerHead', supporting, 'hand-in', { result: result() })
    const office = await act('officer', supporting, 'confirm', { outcome: 'completed' })
    expect(office.body.code).toBe('assignment.not-handed-in-to-office')
    expect((await act('liaison', supporting, 'return', { reason: '数据不全' })).body.status).toBe('returned')
    await act('powerHead', supporting, 'hand-in', { result: result() })
    expect((await act('liaison', supporting, 'accept')).body.status).toBe('accepted')
    expect((await act('head', part, 'hand-in', { result: result() })).status).toBe(200)
    expect((await act('officer', part, 'confirm', { outcome: 'completed' })).status).toBe(200)
    const page = (await callers['leader']!.get(`/api/tasks/${taskId}`)).body
    expect(page.parts.map((one: { status: string }) => one.status)).toEqual(['confirmed', 'confirmed'])
    expect(page.status).toBe('concluded')
  })

  test('a result may knowingly go without a part; the part then ends and says so', async () => {
    const { taskId, part } = await withLead()
    await act('head', part, 'sign')
    expect((await act('head', part, 'hand-in', { result: result({ withoutParts: true }) })).status).toBe(200)
    await act('officer', part, 'confirm', { outcome: 'completed' })
    const page = (await callers['leader']!.get(`/api/tasks/${taskId}`)).body
    expect(page.parts[0].result.without).toBe(1)
    expect(page.parts[1]).toMatchObject({ status: 'withdrawn', withdrawnBecause: 'concludedWithout' })
  })

  test('passing inside needs a unit inside and an earlier date; the inner unit hands in to the one above', async () => {
    const { part } = await publish([housing])
    await act('head', part, 'sign')
    const pass = (unitId: string, innerDueOn: string) => act('liaison', part, 'pass', { unitId, innerDueOn })
    expect((await pass(power.id, '2022-09-01')).body.code).toBe('assignment.pass-inside-only')
    expect((await pass(section.id, '2022-09-30')).body.code).toBe('assignment.inner-date-not-earlier')
    const inner = (await pass(section.id, '2022-09-01')).body.id as string
    expect((await pass(section.id, '2022-09-01')).body.code).toBe('assignment.unit-holds-part')
    await act('clerk', inner, 'sign')
    expect((await act('clerk', inner, 'hand-in', { result: result() })).status).toBe(200)
    const mine = (await callers['liaison']!.get('/api/my-unit/parts')).body
    expect(mine.toTake.map((one: { id: string }) => one.id)).toContain(inner)
    expect((await act('liaison', inner, 'accept')).body.status).toBe('accepted')
    const clerk = (await callers['clerk']!.get('/api/my-unit/parts')).body
    expect(clerk.parts[0]).toMatchObject({
      id: inner,
      deadline: { record: { dueOn: '2022-09-01' } },
      doneWhen: ['parentAccepts'],
      why: { origin: 'passed' },
    })
  })
})

describe('who may read', () => {
  test('a unit reads the tasks it takes part in, others are not there for it', async () => {
    const { taskId, part } = await publish([housing])
    expect((await callers['clerk']!.get(`/api/tasks/${taskId}`)).status).toBe(404)
    expect((await callers['liaison']!.get(`/api/tasks/${taskId}`)).status).toBe(200)
    expect((await callers['powerHead']!.get(`/api/tasks/${taskId}`)).status).toBe(404)
    expect((await callers['powerHead']!.get(`/api/assignments/${part}/reports`)).status).toBe(404)
    expect((await callers['panel']!.get(`/api/tasks/${taskId}`)).status).toBe(403)
    expect((await act('powerHead', part, 'sign')).body.code).toBe('assignment.unit-only')
  })

  test('a file can only be attached by who uploaded it, and is read with the task', async () => {
    const { part } = await publish([housing, power])
    const upload = (who: string) => callers[who]!.upload('/api/files?purpose=evidence', '说明.txt', '现场核对记录')
    const foreign = (await upload('powerHead')).body.fileId as string
    const own = (await upload('liaison')).body.fileId as string
    const attach = (id: string) => act('liaison', part, 'report', { text: '见附件', fileIds: [id] })
    expect((await attach(foreign)).body.code).toBe('assignment.files-not-yours')
    expect((await attach(own)).status).toBe(200)
    expect((await callers['powerHead']!.get(`/api/files/${own}`)).status).toBe(200)
    expect((await callers['panel']!.get(`/api/files/${own}`)).status).toBe(403)
    const reports = (await callers['liaison']!.get(`/api/assignments/${part}/reports`)).body.reports
    expect(reports[0].files).toEqual([expect.objectContaining({ id: own, name: '说明.txt' })])
  })
})
