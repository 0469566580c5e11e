import { randomUUID } from 'node:crypto'
import exceljs from 'exceljs'
import type { TaskRow } from '@yingshang/core/tasks/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type Caller, type TestApp } from '../../testing/app.ts'
import { cloneDatabase, type TestDatabase } from '../../testing/database.ts'
import { aTask, makePerson, makeUnit, now, publishTasks, type TestUnit } from '../../testing/task-campaign.ts'
import { downloadSheet } from '../../testing/workbook.ts'
import { ledgerColumns } from './ledger-export.ts'
import { safeCell } from '../platform/http/sheet.ts'

let base: TestDatabase
let app: TestApp
let housing: TestUnit
let power: TestUnit
let officer: Caller
let liaison: Caller
let officerId: string
let campaignId: string
let parts: string[]

const printed = (kind: 'date' | 'ongoing' | 'recurring' | 'none', due: string | null = null) => ({
  text: kind === 'date' ? `${due}前` : '长期',
  kind,
  due,
  every: kind === 'recurring' ? 'quarter' : null,
})

beforeAll(async () => {
  base = await cloneDatabase()
  app = await startTestApp(base, now)
  const county = await makeUnit(base.databases, '试验县')
  const office = await makeUnit(base.databases, '县营商办', county)
  housing = await makeUnit(base.databases, '县住建局', county)
  power = await makeUnit(base.databases, '县供电公司', county)
  const person = await makePerson(base.databases, 'coordinationOfficer', office)
  officerId = person.personId
  officer = await app.as(person.personId)
  liaison = await app.as((await makePerson(base.databases, 'unitHead', housing)).personId)
  const dated = (no: string, title: string, dueOn: string, units: TestUnit[], more = {}) =>
    aTask(units, { no, title, printed: printed('date', dueOn), dueOn, ...more })
  const made = await publishTasks(base.databases, [
    dated('1', '压缩企业开办时间', '2022-07-01', [housing]),
    dated('2', '优化电力接入', '2022-07-05', [power], { basis: ['电力条例'], listId: 'list-2', listTitle: '省级清单' }),
    dated('3', '提升供水服务', '2022-07-12', [housing, power]),
    dated('4', '=1+1 推广水电气联办', '2022-12-30', [housing], { text: '在水库周边先行' }),
    aTask([power], { no: '5', title: '长年宣传', printed: printed('ongoing'), dueOn: null }),
    aTask([housing], { no: '6', title: '每季走访', printed: printed('recurring'), dueOn: null }),
    aTask([housing], { no: '7', title: '待定事项', printed: printed('none'), dueOn: null }),
  ])
  campaignId = made.campaignId
  parts = made.assignmentIds
})
afterAll(async () => {
  await app.http.close()
  await base.drop()
})

async function list(query: string, by: Caller = officer): Promise<{ rows: TaskRow[]; total: number; more: boolean }> {
  const answer = await by.get(`/api/tasks?campaignId=${campaignId}&${query}`)
  expect(answer.status).toBe(200)
  return answer.body
}
const numbers = async (query: string, by?: Caller) => (await list(query, by)).rows.map((row) => row.no)
const q = (text: string) => numbers(`q=${encodeURIComponent(text)}`)

describe('the ledger', () => {
  test('searches by two characters anywhere, by one at the beginning of a title, by names of units', async () => {
    expect(await q('水库')).toEqual(['4'])
    expect(await q('电力')).toEqual(['2'])
    expect(await q('供电公司')).toEqual(['2', '3', '5'])
    expect(await q('压')).toEqual(['1'])
    expect(await q('缩')).toEqual([])
    // Both pairs stand in the text, but not next to one another.
    expect(await q('联办水')).toEqual([])
    expect(await q('水电 联办')).toEqual(['4'])
    expect(await q('％')).toHaveLength(7)
  })

  test('filters by list, unit, role, basis, kind, window and alert level', async () => {
    expect(await numbers('list=list-2')).toEqual(['2'])
    expect(await numbers(`unit=${power.id}`)).toEqual(['2', '3', '5'])
    expect(await numbers(`unit=${power.id}&role=lead`)).toEqual([])
    expect(await numbers(`basis=${encodeURIComponent('电力条例')}`)).toEqual(['2'])
    expect(await numbers('kind=ongoing,recurring')).toEqual(['5', '6'])
    expect(await numbers('from=2022-07-01&to=2022-07-31')).toEqual(['1', '2', '3', '5', '6'])
    expect(await numbers('alert=red')).toEqual(['1'])
    expect(await numbers('alert=yellow')).toEqual(['2'])
    expect(await numbers('alert=blue,yellow')).toEqual(['2'])
    expect(await numbers('alert=none')).toEqual(['7'])
    expect(await numbers('status=withdrawn')).toEqual([])
    expect(await numbers('part=assigned')).toHaveLength(7)
  })

  test('the level shown is the level filtered by', async () => {
    for (const row of (await list('')).rows) expect(await numbers(`alert=${row.alert}`)).toContain(row.no)
    const [first] = (await list('alert=red')).rows
    expect(first).toMatchObject({ timeLeft: { kind: 'overdue', days: 1 }, parts: [{ alert: 'red' }] })
  })

  test('sorts with tasks without a date last, pages, and counts', async () => {
    expect(await numbers('sort=dueOn')).toEqual(['1', '2', '3', '6', '4', '5', '7'])
    expect(await numbers('sort=dueOn&size=2&page=2')).toEqual(['3', '6'])
    expect(await list('size=2')).toMatchObject({ total: 7, more: false, page: 1, size: 2 })
    const bad = await officer.get(`/api/tasks?campaignId=${campaignId}&alert=purple`)
    expect([bad.status, bad.body.code]).toEqual([400, 'input.invalid'])
  })

  test('a unit sees the tasks it takes part in, with all their units', async () => {
    expect(await numbers('', liaison)).toEqual(['1', '3', '4', '6', '7'])
    const facets = (await liaison.get(`/api/tasks/facets?campaignId=${campaignId}`)).body
    expect(facets.units.map((unit: { name: string; count: number }) => [unit.name, unit.count])).toEqual([
      ['县住建局', 5],
      ['县供电公司', 1],
    ])
    expect(facets.lists).toEqual([{ id: 'list-1', title: '县级任务清单', count: 5 }])
  })

  test('a row shows the latest report, and is found as before after its task was worked on', async () => {
    await liaison.post(`/api/assignments/${parts[0]}/sign`)
    await liaison.post(`/api/assignments/${parts[0]}/report`, { text: '系统已上线', percent: 80 })
    const [row] = (await list(`q=${encodeURIComponent('开办')}`)).rows
    expect(row).toMatchObject({ latestReport: { text: '系统已上线', percent: 80, unit: { name: '县住建局' } } })
  })
})

test('lamp and time left speak of the same part, and none is told of a day that nobody is held to any more', async () => {
  const made = await publishTasks(base.databases, [
    aTask([housing, power], { printed: printed('date', '2022-12-30'), dueOn: '2022-12-30' }),
  ])
  const row = async () => (await officer.get(`/api/tasks?campaignId=${made.campaignId}`)).body.rows[0]
  expect(await row()).toMatchObject({ alert: 'normal', timeLeft: { kind: 'workingDaysLeft' } })
  const sooner = { dueOn: '2022-07-06', reason: '省里提前验收' }
  await officer.post(`/api/assignments/${made.assignmentIds[1]}/change-date`, sooner)
  expect(await row()).toMatchObject({
    dueOn: '2022-12-30',
    alert: 'yellow',
    timeLeft: { kind: 'workingDaysLeft', days: 2 },
  })
  await officer.post(`/api/assignments/${made.assignmentIds[1]}/withdraw`, { reason: '改由他人办理' })
  expect(await row()).toMatchObject({ alert: 'normal', timeLeft: { kind: 'workingDaysLeft' } })
  await officer.post(`/api/assignments/${made.assignmentIds[0]}/withdraw`, { reason: '不再需要' })
  expect(await row()).toMatchObject({ alert: 'none', timeLeft: null })
})

describe('the workbook', () => {
  test("opens again with the county's columns, the rows of the filter, print set-up and no formula", async () => {
    const url = `/api/tasks.xlsx?campaignId=${campaignId}&unit=${housing.id}&sort=dueOn`
    const { sheet, disposition } = await downloadSheet(app, officerId, url)
    expect(disposition).toContain(encodeURIComponent('任务台账.xlsx'))
    expect(sheet.getRow(3).values).toEqual([undefined, ...ledgerColumns.map((column) => column.header)])
    const column = (name: string) => ledgerColumns.findIndex((one) => one.header === name) + 1
    const cell = (row: number, name: string) => sheet.getRow(row).getCell(column(name))
    const titles = [4, 5, 6, 7, 8].map((row) => cell(row, '编号').value)
    expect(titles).toEqual(['1', '3', '6', '4', '7'])
    expect(cell(5, '责任单位').value).toBe('县住建局、县供电公司')
    expect(cell(4, '亮灯').value).toBe('▲ 逾期（红）\n已超 1 个工作日')
    expect(cell(7, '任务').value).toBe("'=1+1 推广水电气联办")
    expect(cell(7, '任务').alignment).toMatchObject({ wrapText: true })
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9, fitToWidth: 1, fitToHeight: 0 })
    expect(sheet.pageSetup.printTitlesRow).toBe('1:3')
    sheet.eachRow((row) => row.eachCell((one) => expect(one.type).not.toBe(exceljs.ValueType.Formula)))
  })

  test('a large ledger is written in batches and complete', async () => {
    const many = Array.from({ length: 1203 }, (_, n) => aTask([housing], { no: String(n + 1) }))
    const made = await publishTasks(base.databases, many, { id: randomUUID() })
    const { sheet } = await downloadSheet(app, officerId, `/api/tasks.xlsx?campaignId=${made.campaignId}`)
    expect(sheet.rowCount).toBe(1206)
    expect(sheet.getRow(1206).getCell(3).value).toBe('1203')
    const page = (await officer.get(`/api/tasks?campaignId=${made.campaignId}`)).body
    expect([page.total, page.more]).toEqual([1000, true])
  })

  test('text that a spreadsheet could take for a formula is led by an apostrophe', () => {
    for (const text of ['=1+1', '+1', '-1', '@x', '\tx']) expect(safeCell(text)).toBe(`'${text}`)
    expect(safeCell('a\u0000b')).toBe('ab')
    expect(safeCell(-1)).toBe(-1)
  })
})
