import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type Caller, type TestApp } from '../../testing/app.ts'
import { cloneDatabase, type TestDatabase } from '../../testing/database.ts'
import { aTask, makePerson, makeUnit, now, publishTasks, type TestUnit } from '../../testing/task-campaign.ts'

let base: TestDatabase
let app: TestApp
let housing: TestUnit
let power: TestUnit
let officer: Caller
let head: Caller
let powerHead: Caller

beforeAll(async () => {
  base = await cloneDatabase()
  app = await startTestApp(base, now)
  const county = await makeUnit(base.databases, '试验县')
  const office = await makeUnit(base.databases, '县营商办', county)
  housing = await makeUnit(base.databases, '县住建局', county)
  power = await makeUnit(base.databases, '县供电公司', county)
  officer = await app.as((await makePerson(base.databases, 'coordinationOfficer', office)).personId)
  head = await app.as((await makePerson(base.databases, 'unitHead', housing)).personId)
  powerHead = await app.as((await makePerson(base.databases, 'unitHead', power)).personId)
})
afterAll(async () => {
  await app.http.close()
  await base.drop()
})

async function signedParts(...units: TestUnit[]): Promise<string[]> {
  const { assignmentIds } = await publishTasks(base.databases, [aTask(units)])
  for (const id of assignmentIds) for (const who of [head, powerHead]) await who.post(`/api/assignments/${id}/sign`)
  return assignmentIds
}
const report = (who: Caller, part: string, body: object, commandId?: string) =>
  who.post(`/api/assignments/${part}/report`, { text: '进展', ...body }, commandId)
const reportsOf = async (part: string) => (await officer.get(`/api/assignments/${part}/reports`)).body.reports

describe('reports of a part', () => {
  test('a correction names a report of the same part, also an older one, and no other', async () => {
    const [mine, theirs] = (await signedParts(housing, power)) as [string, string]
    for (const text of ['第一次', '第二次']) expect((await report(head, mine, { text })).status).toBe(200)
    await report(powerHead, theirs, { text: '别人的' })
    const [second, first] = await reportsOf(mine)
    const [other] = await reportsOf(theirs)
    for (const corrects of [first.reportId, second.reportId])
      expect((await report(head, mine, { text: '更正', corrects })).status).toBe(200)
    for (const corrects of [other.reportId, randomUUID()]) {
      const refused = await report(head, mine, { text: '更正', corrects })
      expect([refused.status, refused.body.code]).toEqual([409, 'assignment.report-unknown'])
    }
    expect((await reportsOf(mine)).map((one: { corrects: string | null }) => one.corrects)).toEqual([
      second.reportId,
      first.reportId,
      null,
      null,
    ])
  })

  test('many at the same moment are all taken, each decided on the part as the one before left it', async () => {
    const [part] = (await signedParts(housing)) as [string]
    const answers = await Promise.all([1, 2, 3, 4].map((n) => report(head, part, { text: `第 ${n} 次` })))
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200])
    expect(await reportsOf(part)).toHaveLength(4)
  })

  test('a repeated command reports once; a part that does not exist is not found', async () => {
    const [part] = (await signedParts(housing)) as [string]
    const command = randomUUID()
    const answers = [await report(head, part, {}, command), await report(head, part, {}, command)]
    expect(answers.map((answer) => answer.body)).toEqual([answers[0]!.body, answers[0]!.body])
    expect(await reportsOf(part)).toHaveLength(1)
    for (const id of [randomUUID(), '00000000-0000-0000-0000-000000000000', part.replaceAll('-', ''), 'x'])
      expect([400, 404]).toContain((await report(head, id, {})).status)
    expect((await report(head, part.toUpperCase(), {})).status).toBe(200)
  })
})

test('a unit that takes over a part starts without the reports, hand-ins and returns of the one before', async () => {
  const [part] = (await signedParts(housing)) as [string]
  await report(head, part, { text: '做了一半' })
  await head.post(`/api/assignments/${part}/hand-in`, { result: { text: '完成' } })
  await officer.post(`/api/assignments/${part}/return`, { reason: '不完整' })
  const given = await officer.post(`/api/assignments/${part}/hand-to-unit`, { unitId: power.id, reason: '职能划转' })
  expect(given.status).toBe(200)
  const [own] = (await powerHead.get(`/api/my-unit/parts?unitId=${power.id}`)).body.parts.filter(
    (one: { id: string }) => one.id === part,
  )
  expect(own).toMatchObject({
    status: 'assigned',
    firstHandedInOn: null,
    latestReport: null,
    returns: 0,
    formerUnits: [{ unit: { name: '县住建局' } }],
  })
  const columns = await base.databases.owner.query(
    'select first_handed_in_on, first_answer_due_on, last_handed_in_on, last_reported_on from app.assignment where id = $1',
    [part],
  )
  expect(Object.values(columns.rows[0])).toEqual([null, null, null, null])
  expect(await reportsOf(part)).toMatchObject([{ text: '做了一半' }])
})
