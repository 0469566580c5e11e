import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type Caller, type TestApp } from '../../testing/app.ts'
import { cloneDatabase, type TestDatabase } from '../../testing/database.ts'
import { aTask, calendar, makePerson, makeUnit, now, publishTasks, type TestUnit } from '../../testing/task-campaign.ts'
import { downloadSheet } from '../../testing/workbook.ts'
import { record } from '../platform/ledger/record.ts'
import { runDailyTaskScan } from './daily-scan.ts'
import { revisionChanges } from './for-others.ts'

let base: TestDatabase
let app: TestApp
let housing: TestUnit
let power: TestUnit
let officer: Caller
let officerId: string
let head: Caller
let powerHead: Caller

beforeAll(async () => {
  base = await cloneDatabase()
  app = await startTestApp(base, now)
  const county = await makeUnit(base.databases, '试验县')
  const office = await makeUnit(base.databases, '县营商办', county)
  housing = await makeUnit(base.databases, '县住建局', county)
  power = await makeUnit(base.databases, '县供电公司', county)
  const join = async (...post: Parameters<typeof makePerson>) => app.as((await makePerson(...post)).personId)
  officerId = (await makePerson(base.databases, 'coordinationOfficer', office)).personId
  officer = await app.as(officerId)
  head = await join(base.databases, 'unitHead', housing)
  powerHead = await join(base.databases, 'unitHead', power)
})
afterAll(async () => {
  await app.http.close()
  await base.drop()
})

const outbox = async (kind: string) =>
  (
    await base.databases.owner.query<{ payload: any }>(
      `select payload from ledger.outbox where payload->>'kind' = $1 order by id`,
      [kind],
    )
  ).rows.map((row) => row.payload)

describe('调度', () => {
  test('who reported, who did not, the summary frozen at the end and beside the next run', async () => {
    const made = await publishTasks(base.databases, [aTask([housing, power]), aTask([housing], { no: '2' })])
    const { campaignId, assignmentIds } = made
    const open = (title: string, by = officer) =>
      by.post('/api/reporting-runs', { title, dueOn: '2022-07-25', choose: { kind: 'filter', filter: { campaignId } } })
    expect((await open('第一次', head)).body.code).toBe('reportingRun.office-only')
    // A report from before the run does not answer it.
    await head.post(`/api/assignments/${assignmentIds[0]}/report`, { text: '先前的进展' })
    const first = (await open('第一次')).body.id as string
    await head.post(`/api/assignments/${assignmentIds[0]}/report`, { text: '完成六成', percent: 60 })
    const running = (await officer.get(`/api/reporting-runs/${first}`)).body
    expect(running.counts).toEqual({ asked: 3, reported: 1, late: 0, missing: 2 })
    expect(running.missingUnits.map((one: any) => [one.unit.name, one.missing]).sort()).toEqual(
      [
        ['县供电公司', 1],
        ['县住建局', 1],
      ].sort(),
    )
    await officer.post(`/api/reporting-runs/${first}/remind`)
    expect((await outbox('reportingRun.dueSoon')).map((one) => one.facts.count)).toEqual([1, 1])
    expect((await officer.post(`/api/reporting-runs/${first}/close`)).body.status).toBe('closed')
    // What comes after the end does not change the summary.
    await powerHead.post(`/api/assignments/${assignmentIds[1]}/report`, { text: '太晚了' })
    const closed = (await officer.get(`/api/reporting-runs/${first}`)).body
    expect(closed).toMatchObject({ status: 'closed', counts: { missing: 2 }, actions: [] })

    const second = (await open('第二次')).body.id as string
    await head.post(`/api/assignments/${assignmentIds[0]}/report`, { text: '完成八成', percent: 80 })
    const compared = (await officer.get(`/api/reporting-runs/${second}`)).body
    expect(compared.previous).toMatchObject({ id: first, title: '第一次', counts: { reported: 1, missing: 2 } })
    const line = compared.lines.find((one: any) => one.assignmentId === assignmentIds[0])
    expect(line).toMatchObject({
      report: { percent: 80 },
      before: { answer: 'reported', percent: 60, text: '完成六成' },
    })
    const own = (await powerHead.get(`/api/reporting-runs/${second}`)).body
    expect(own.lines.map((one: any) => one.unit.name)).toEqual(['县供电公司'])
    const { sheet } = await downloadSheet(app, officerId, `/api/reporting-runs/${second}/summary.xlsx`)
    expect(sheet.getRow(1).getCell(1).value).toBe('第二次汇总表')
    expect(sheet.getRow(2).getCell(1).value).toContain('应报 3，已报 1（迟报 0），未报 2')
    const lines = [4, 5, 6].map((row) => sheet.getRow(row).values as unknown[])
    const reported = lines.find((values) => values[10] === '完成八成')!
    expect(reported.slice(11, 15)).toEqual([80, '已报', '完成六成', 60])
  })

  test('parts that are named must be open parts of the campaign', async () => {
    const one = await publishTasks(base.databases, [aTask([housing])])
    const other = await publishTasks(base.databases, [aTask([housing])])
    const answer = await officer.post('/api/reporting-runs', {
      title: '点名',
      dueOn: '2022-07-25',
      choose: { kind: 'assignments', campaignId: one.campaignId, assignmentIds: other.assignmentIds },
    })
    expect(answer.body.code).toBe('reportingRun.part-not-open')
  })
})

describe('the daily scan', () => {
  const scan = (day: string) => runDailyTaskScan({ ...app.services, databases: base.databases }, day)

  test('opens a period on its first day with the units of the day before, once however often it runs', async () => {
    const printed = { text: '每季度至少一次', kind: 'recurring' as const, due: null, every: 'quarter' }
    const { taskIds, assignmentIds } = await publishTasks(base.databases, [
      aTask([housing, power], { printed, dueOn: null }),
    ])
    await head.post(`/api/assignments/${assignmentIds[0]}/persons`, { personIds: [] })
    await officer.post(`/api/assignments/${assignmentIds[1]}/withdraw`, { reason: '不涉及' })
    await scan('2022-09-30')
    await scan('2022-10-01')
    await scan('2022-10-01')
    const page = (await officer.get(`/api/tasks/${taskIds[0]}`)).body
    const rows = page.parts.map((part: any) => [part.period.key, part.unit.name, part.status])
    expect(rows).toEqual([
      ['2022-Q4', '县住建局', 'assigned'],
      ['2022-Q3', '县住建局', 'assigned'],
      ['2022-Q3', '县供电公司', 'withdrawn'],
    ])
    expect(page).toMatchObject({
      dueOn: '2022-12-31',
      periods: [{ opened: false }, { opened: true }, { opened: true }, { opened: false }],
    })
    await scan('2023-01-01')
    expect((await officer.get(`/api/tasks/${taskIds[0]}`)).body.parts).toHaveLength(4)
  })

  test('tells each unit once a day what became urgent or overdue', async () => {
    const town = await makeUnit(base.databases, '试验镇', housing)
    const due = (dueOn: string, no: string) =>
      aTask([town], { no, printed: { text: dueOn, kind: 'date', due: dueOn, every: null }, dueOn })
    await publishTasks(base.databases, [due('2022-07-20', '1'), due('2022-07-20', '2'), due('2022-07-12', '3')])
    const of = async (kind: string) => (await outbox(kind)).filter((one) => one.unitId === town.id)
    await scan('2022-07-13')
    await scan('2022-07-13')
    expect(await of('task.overdue')).toMatchObject([{ facts: { no: '3', dueOn: '2022-07-12' }, items: [{ no: '3' }] }])
    const soon = await of('task.dueSoon')
    expect(soon).toMatchObject([{ facts: { count: 2 }, items: [{ no: '1' }, { no: '2' }] }])
  })

  test('an ongoing task turns into routine with its last yearly conclusion', async () => {
    const printed = { text: '长年坚持', kind: 'ongoing' as const, due: null, every: null }
    const { taskIds, assignmentIds } = await publishTasks(base.databases, [aTask([housing], { printed, dueOn: null })])
    const id = assignmentIds[0]
    await head.post(`/api/assignments/${id}/sign`)
    await head.post(`/api/assignments/${id}/hand-in`, { result: { text: '年度小结' } })
    const wrong = await officer.post(`/api/assignments/${id}/confirm`, { outcome: 'completed' })
    expect(wrong.body.code).toBe('assignment.ongoing-never-closed')
    await officer.post(`/api/assignments/${id}/confirm`, { outcome: 'routine' })
    expect((await officer.get(`/api/tasks/${taskIds[0]}`)).body.status).toBe('routine')
  })
})

test('a revised notice changes words, dates and units in place and keeps the work done (rule T-15)', async () => {
  const before = [aTask([housing]), aTask([housing], { no: '2' }), aTask([housing], { no: '3', title: '不再列入' })]
  const { taskIds, assignmentIds } = await publishTasks(base.databases, before)
  await head.post(`/api/assignments/${assignmentIds[0]}/sign`)
  await head.post(`/api/assignments/${assignmentIds[0]}/report`, { text: '做了一半' })
  const printed = { text: '2022年10月底前', kind: 'month' as const, due: '2022-10-31', every: null }
  const occasion = {
    actor: { kind: 'system', job: 'publish' } as const,
    businessDay: '2022-08-01',
    now,
    commandId: crypto.randomUUID(),
  }
  const revised = await revisionChanges(base.databases.app, occasion, {
    planId: crypto.randomUUID(),
    reason: '修订后的方案',
    calendar,
    kept: [
      {
        taskId: taskIds[0]!,
        position: 0,
        task: aTask([housing, power], { title: '压缩企业开办和注销时间', printed, dueOn: '2022-10-31' }),
      },
      { taskId: taskIds[1]!, position: 1, task: aTask([power], { no: '2' }) },
    ],
    gone: [taskIds[2]!],
  })
  expect(await record(base.databases.app, { ...occasion, ...revised })).toEqual({ kind: 'done' })
  const page = async (place: number) => (await officer.get(`/api/tasks/${taskIds[place]}`)).body
  expect(await page(0)).toMatchObject({
    title: '压缩企业开办和注销时间',
    dueOn: '2022-10-31',
    firstDueOn: '2022-09-30',
    parts: [
      {
        unit: { name: '县住建局' },
        status: 'signed',
        reports: 1,
        deadline: { record: { dueOn: '2022-10-31' }, firstDueOn: '2022-09-30' },
      },
      { unit: { name: '县供电公司' }, status: 'assigned', deadline: { record: { dueOn: '2022-10-31' } } },
    ],
  })
  expect((await page(1)).parts.map((part: any) => [part.unit.name, part.status, part.withdrawnBecause])).toEqual([
    ['县供电公司', 'assigned', null],
    ['县住建局', 'withdrawn', 'revised'],
  ])
  expect((await page(2)).status).toBe('withdrawn')
})
