import exceljs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCounty, type Caller, type County } from '../../../testing/gates/county.ts'
import { partMaker } from '../../../testing/gates/parts.ts'

let county: County
let make: ReturnType<typeof partMaker>
beforeAll(async () => {
  county = await startCounty()
  make = partMaker(county)
})
afterAll(() => county.stop())

const markup = `<img src=x onerror=alert(1)>"'&`
const formula = `=HYPERLINK("http://evil.example","点这里")`

async function cellsOf(as: Caller, url: string): Promise<exceljs.Cell[]> {
  const { bytes, status } = await county.as(as).get(url)
  expect(status).toBe(200)
  const book = new exceljs.Workbook()
  await book.xlsx.load(bytes as never)
  const cells: exceljs.Cell[] = []
  for (const sheet of book.worksheets) sheet.eachRow((row) => row.eachCell((cell) => void cells.push(cell)))
  return cells
}

test('names of people and units are text on the printed slips', async () => {
  const director = county.as('director')
  const unit = await director.post('/api/units', {
    parentId: county.units.own,
    kind: 'section',
    name: markup,
    shortName: markup,
  })
  const person = { homeUnitId: unit.body.unitId ?? county.units.own, role: 'unitStaff', name: markup }
  const { personId } = (await director.post('/api/people', person)).body
  const issued = await director.post('/api/activation-slips', { personIds: [personId] })
  const page = (await director.get(issued.body.printPath)).text
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;')
  expect(page).not.toContain('<img')
})

test('the name of a campaign and of its stages is text on the public page', async () => {
  await county.services.databases.owner.query(
    `update app.campaign set state = jsonb_set(jsonb_set(state, '{name}', to_jsonb($1::text)), '{stages,0,periodText}', to_jsonb($1::text))`,
    [markup],
  )
  const page = await county.http.inject({ url: '/' })
  expect(page.statusCode).toBe(200)
  expect(page.body.split('&lt;img src=x onerror=alert(1)&gt;').length).toBe(3)
  expect(page.body).not.toContain('<img')
  expect(page.body).not.toContain('<script')
})

test('what people typed is never a formula in a workbook', async () => {
  const { id, runId } = await make.run()
  for (const [at, text] of [formula, '+1+1', '-1+1', '@SUM(1)', '\t=1', '\r=1'].entries())
    await make.act('liaison', id, 'report', { text: `${text}${at}` })
  await make.act('liaison', id, 'report', { text: formula })
  await county.as('director').post(`/api/units/${county.units.stranger}/rename`, { name: '=1+1', shortName: '=1+1' })
  for (const url of [
    `/api/tasks.xlsx?campaignId=${county.campaignId}`,
    `/api/reporting-runs/${runId}/summary.xlsx`,
    '/api/roster/template.xlsx',
  ]) {
    const cells = await cellsOf('director', url)
    expect(cells.length).toBeGreaterThan(0)
    expect(cells.filter((cell) => cell.type === exceljs.ValueType.Formula)).toEqual([])
    // The template keeps names as they are, so that they are found again: its cells are texts by type.
    if (url.endsWith('template.xlsx')) continue
    const risky = cells.filter((cell) => typeof cell.value === 'string' && /^[=+@\t\r]/.test(cell.value))
    expect(risky.map((cell) => cell.value)).toEqual([])
  }
  const run = await cellsOf('director', `/api/reporting-runs/${runId}/summary.xlsx`)
  expect(run.some((cell) => cell.value === `'${formula}`)).toBe(true)
})

test('a title cannot add a header or a path to a download', async () => {
  const part = await make.signed()
  const choose = { kind: 'assignments', campaignId: county.campaignId, assignmentIds: [part.id] }
  const title = 'a"\r\nset-cookie: x=1\r\n\r\n../../调度'
  const opened = await county
    .as('director')
    .post('/api/reporting-runs', { title, note: '', dueOn: '2022-07-25', choose })
  expect([200, 400]).toContain(opened.status)
  if (opened.status === 400) return
  const answer = await county.http.inject({
    url: `/api/reporting-runs/${opened.body.id}/summary.xlsx`,
    cookies: { yingshang_session: county.as('director').cookie! },
  })
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect(String(answer.headers['content-disposition'])).toMatch(/^attachment; filename\*=UTF-8''[\w%.!~*'()-]+$/)
})

test('a log line is one line of JSON whatever is asked, and says nothing of what was asked', async () => {
  const words = 'CANARY\u001b[31m'
  const before = county.logged.length
  await county
    .as('head')
    .get(`/api/tasks?campaignId=${county.campaignId}&q=${encodeURIComponent(`${words}\n{"event":"forged"}`)}`)
  await county.as('head').get(`/api/${encodeURIComponent(words)}`)
  await county.as('head').post('/api/people/search', { text: words })
  await county.http.inject({
    url: '/api/me',
    headers: { 'user-agent': words.replace('\u001b', ''), 'x-forwarded-for': 'CANARY' },
  })
  const lines = county.logged.slice(before)
  expect(lines).toHaveLength(4)
  for (const line of lines) {
    for (const trace of ['CANARY', 'forged', '\n', '\u001b']) expect(line).not.toContain(trace)
    expect(JSON.parse(line)).toMatchObject({ event: 'request' })
  }
})
