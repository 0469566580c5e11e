import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type Caller, type TestApp } from '../../testing/app.ts'
import { cloneDatabase, type TestDatabase } from '../../testing/database.ts'
import { aTask, makePerson, makeUnit, now, publishTasks, type TestUnit } from '../../testing/task-campaign.ts'
import { verifyChain } from '../platform/ledger/verify.ts'

let base: TestDatabase
let app: TestApp
const units: Record<string, TestUnit> = {}
const by: Record<string, Caller> = {}

beforeAll(async () => {
  base = await cloneDatabase()
  app = await startTestApp(base, now)
  units['county'] = await makeUnit(base.databases, '试验县')
  for (const name of ['office', 'housing', 'power', 'water'])
    units[name] = await makeUnit(base.databases, `县${name}局`, units['county'])
  units['section'] = await makeUnit(base.databases, '一科', units['housing'])
  const join = async (name: string, ...post: [Parameters<typeof makePerson>[1], string, string?]) => {
    const [role, home, at] = post
    const person = await makePerson(base.databases, role, units[home]!, units[at ?? home])
    by[name] = await app.as(person.personId)
  }
  await join('officer', 'coordinationOfficer', 'office')
  await join('seconded', 'coordinationOfficer', 'housing', 'office')
  await join('head', 'unitHead', 'housing')
  await join('liaison', 'unitLiaison', 'housing')
  await join('powerHead', 'unitHead', 'power')
})
afterAll(async () => {
  expect(await verifyChain(base.databases.app)).toEqual([])
  await app.http.close()
  await base.drop()
})

const act = (who: string, part: string, name: string, body: object = {}) =>
  by[who]!.post(`/api/assignments/${part}/${name}`, body)
const page = async (taskId: string) => (await by['officer']!.get(`/api/tasks/${taskId}`)).body
const part = (name: string, role: 'lead' | 'responsible' | 'supporting') => ({
  unitId: units[name]!.id,
  unitPath: units[name]!.path,
  role,
  origin: 'named' as const,
  printedName: units[name]!.name,
})
async function publish(...parts: ReturnType<typeof part>[]) {
  const made = await publishTasks(base.databases, [aTask([], { parts })])
  return { ...made, taskId: made.taskIds[0]! }
}

describe('requests', () => {
  const ask = (assignmentId: string, dueOn = '2022-10-31', who = 'head') =>
    act(who, assignmentId, 'ask-change', { what: { kind: 'date', dueOn }, reason: '方案须上会' })

  test('a date is asked for once at a time, not approved by a colleague, and the first date stays', async () => {
    const { taskId, assignmentIds } = await publish(part('housing', 'responsible'))
    const id = assignmentIds[0]!
    expect((await ask(id, '2022-10-31', 'liaison')).body.code).toBe('assignment.head-signs')
    const request = (await ask(id)).body.id as string
    expect((await ask(id)).body.code).toBe('assignment.change-asked-before')
    const approve = (who: string) => by[who]!.post(`/api/change-requests/${request}/approve`, { note: '同意' })
    expect((await approve('seconded')).body.code).toBe('changeRequest.own-unit')
    expect((await approve('head')).body.code).toBe('changeRequest.office-only')
    expect((await approve('officer')).body).toEqual({ id: request, status: 'approved' })
    expect(await page(taskId)).toMatchObject({
      dueOn: '2022-10-31',
      firstDueOn: '2022-09-30',
      parts: [
        {
          deadline: {
            record: { dueOn: '2022-10-31' },
            firstDueOn: '2022-09-30',
            superseded: [{ dueOn: '2022-09-30', reason: '方案须上会' }],
          },
        },
      ],
      requests: [{ id: request, status: 'approved', answer: '同意' }],
    })
  })

  test('a refusal needs a reason and leaves the date; then another may be asked for', async () => {
    const { taskId, assignmentIds } = await publish(part('housing', 'responsible'))
    const request = (await ask(assignmentIds[0]!)).body.id as string
    const refuse = (reason: string) => by['officer']!.post(`/api/change-requests/${request}/refuse`, { reason })
    expect((await refuse(' ')).status).toBe(400)
    expect((await refuse('不影响按期完成')).body.status).toBe('refused')
    expect((await page(taskId)).dueOn).toBe('2022-09-30')
    expect((await ask(assignmentIds[0]!)).status).toBe(200)
  })

  test('another unit gets the part; the request of a part that was withdrawn lapses', async () => {
    const { taskId, assignmentIds } = await publish(part('housing', 'responsible'))
    const id = assignmentIds[0]!
    const wish = { what: { kind: 'unit', unitId: units['power']!.id }, reason: '职能已经划转' }
    const request = (await act('head', id, 'ask-change', wish)).body.id as string
    await by['officer']!.post(`/api/change-requests/${request}/approve`, {})
    expect((await page(taskId)).parts).toMatchObject([
      {
        id,
        status: 'assigned',
        unit: { id: units['power']!.id },
        formerUnits: [{ unit: { id: units['housing']!.id } }],
      },
    ])
    expect((await act('powerHead', id, 'sign')).status).toBe(200)
    const second = (
      await act('powerHead', id, 'ask-change', { what: { kind: 'date', dueOn: '2022-12-01' }, reason: '晚' })
    ).body.id
    await act('officer', id, 'withdraw', { reason: '重复列入' })
    const requests = (await page(taskId)).requests as { id: string; status: string }[]
    expect(requests.find((one) => one.id === second)?.status).toBe('lapsed')
  })
})

describe('direct changes by the office', () => {
  test('another date for the task moves the lead and the inner dates; a seconded colleague may not', async () => {
    const { taskId } = await publish(part('housing', 'lead'), part('power', 'supporting'))
    const change = (who: string) =>
      by[who]!.post(`/api/tasks/${taskId}/change-date`, { dueOn: '2022-10-31', reason: '省里推迟验收' })
    expect((await change('seconded')).body.code).toBe('task.own-unit')
    expect((await change('officer')).status).toBe(200)
    const dues = (await page(taskId)).parts.map((one: any) => one.deadline.record.dueOn)
    expect(dues).toEqual(['2022-10-31', '2022-10-24'])
  })

  test('naming a lead, adding a unit and withdrawing the lead keep who owes to whom', async () => {
    const { taskId } = await publish(part('housing', 'responsible'), part('power', 'responsible'))
    const receivers = async () =>
      (await page(taskId)).parts
        .filter((one: any) => one.status !== 'withdrawn')
        .map((one: any) => [one.unit.name, one.role, one.handsInTo?.unit.name ?? null])
    await by['officer']!.post(`/api/tasks/${taskId}/name-lead`, { unitId: units['power']!.id, reason: '会议明确' })
    await by['officer']!.post(`/api/tasks/${taskId}/add-part`, {
      unitId: units['water']!.id,
      role: 'supporting',
      reason: '涉及供水',
    })
    expect(await receivers()).toEqual([
      ['县power局', 'lead', null],
      ['县housing局', 'responsible', '县power局'],
      ['县water局', 'supporting', '县power局'],
    ])
    const { parts } = await page(taskId)
    const added = parts.find((one: any) => one.unit.name === '县water局')
    expect(added.deadline.record.dueOn).toBe('2022-09-23')
    const again = await by['officer']!.post(`/api/tasks/${taskId}/add-part`, {
      unitId: units['water']!.id,
      role: 'supporting',
      reason: '重',
    })
    expect(again.body.code).toBe('task.unit-has-part')
  })

  test('a withdrawn task ends all its parts and says why', async () => {
    const { taskId } = await publish(part('housing', 'responsible'), part('power', 'responsible'))
    expect((await by['officer']!.post(`/api/tasks/${taskId}/withdraw`, { reason: '与省级任务重复' })).status).toBe(200)
    expect(await page(taskId)).toMatchObject({
      status: 'withdrawn',
      endReason: '与省级任务重复',
      parts: [{ withdrawnBecause: 'taskWithdrawn' }, { withdrawnBecause: 'taskWithdrawn' }],
    })
  })
})

test('two last confirmations at the same moment conclude the task', async () => {
  for (let round = 0; round < 20; round++) {
    const { taskId, assignmentIds } = await publish(part('housing', 'responsible'), part('power', 'responsible'))
    for (const id of assignmentIds) {
      const who = (await act('head', id, 'sign')).status === 200 ? 'head' : 'powerHead'
      if (who === 'powerHead') await act(who, id, 'sign')
      expect((await act(who, id, 'hand-in', { result: { text: '完成' } })).status).toBe(200)
    }
    const answers = await Promise.all(
      assignmentIds.map((id) => act('officer', id, 'confirm', { outcome: 'completed' })),
    )
    expect(answers.map((answer) => answer.status)).toEqual([200, 200])
    expect((await page(taskId)).status).toBe('concluded')
  }
})

test('units merge: parts move as they stand, double ones end, the office of a unit concerned may not', async () => {
  const from = await makeUnit(base.databases, '县水利站', units['county'])
  const moving = { ...part('water', 'responsible'), unitId: from.id, unitPath: from.path }
  const alone = await publish(moving)
  const both = await publish({ ...moving, role: 'lead' }, part('water', 'supporting'))
  const move = (who: string) =>
    by[who]!.post('/api/assignments/move', { fromUnitId: from.id, toUnitId: units['water']!.id, reason: '机构改革' })
  expect((await move('head')).body.code).toBe('assignment.office-only')
  expect((await move('officer')).body).toEqual({ tasks: 2, moved: 1, ended: 1 })
  expect((await page(alone.taskId)).parts).toMatchObject([
    { unit: { name: '县water局' }, formerUnits: [{ unit: { name: '县水利站' } }] },
  ])
  const merged = await page(both.taskId)
  expect(merged.leadUnit.name).toBe('县water局')
  expect(merged.parts.map((one: any) => [one.unit.name, one.status, one.role])).toEqual([
    ['县water局', 'assigned', 'lead'],
    ['县水利站', 'withdrawn', 'lead'],
  ])
})

test('the time line comes in pages without a gap or a repetition', async () => {
  const { taskId, assignmentIds } = await publish(part('housing', 'responsible'))
  await act('liaison', assignmentIds[0]!, 'sign')
  for (let n = 0; n < 7; n++) await act('liaison', assignmentIds[0]!, 'report', { text: `第 ${n} 次` })
  const seen: string[] = []
  let before = ''
  for (let pages = 0; pages < 10; pages++) {
    const url = `/api/tasks/${taskId}/history?size=3${before}`
    const { entries, next } = (await by['liaison']!.get(url)).body
    seen.push(...entries.map((entry: any) => entry.facts.text ?? entry.what))
    if (next === null) break
    before = `&before=${next}`
  }
  expect(seen).toEqual([...[6, 5, 4, 3, 2, 1, 0].map((n) => `第 ${n} 次`), 'signed', 'assigned', 'taskPublished'])
})
