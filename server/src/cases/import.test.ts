import { createHash, randomUUID } from 'node:crypto'
import { caseDecider } from '@yingshang/core/cases/case'
import type { CaseEvent } from '@yingshang/core/cases/case-events'
import { replay } from '@yingshang/core/kernel/decider'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCaseOffice, ok, type CaseOffice } from '../../testing/case-office.ts'
import { setUpVault } from '../../testing/vault.ts'
import { openSession } from '../platform/auth/sessions.ts'
import { sessionCookie } from '../platform/http/session.ts'
import { eventsOf, load } from '../platform/ledger/load.ts'
import { verifyChain } from '../platform/ledger/verify.ts'
import { caseTable } from './tables.ts'

let county: CaseOffice
beforeAll(async () => {
  county = await openCaseOffice()
  await setUpVault(county.base)
})
afterAll(() => county.close())

const header = ['工单编号', '受理时间', '诉求类型', '标题', '诉求内容', '来电人', '联系电话', '首问单位']
const canary = '来电人甲乙丙'
const rowOf = (serial: number): string[] => [
  `GD-${String(serial).padStart(4, '0')}`,
  `2022-09-${String((serial % 25) + 1).padStart(2, '0')} 09:${String(serial % 60).padStart(2, '0')}:00`,
  ['投诉', '咨询', '求助', '建议'][serial % 4]!,
  `许可办理太慢之${serial}`,
  `施工许可办了两个月还没有结果，请帮忙催一催，这是第${serial}件。`,
  canary,
  `138${String(serial).padStart(8, '0')}`,
  serial % 2 === 0 ? '县住建局' : '',
]
const rowsTo = (last: number, prefix = 'GD') =>
  Array.from({ length: last }, (_, at) => rowOf(at + 1)).map((row) => [row[0]!.replace('GD', prefix), ...row.slice(1)])
const csv = (rows: string[][]) => Buffer.from([header, ...rows].map((row) => row.join(',')).join('\r\n'))

async function post(path: string, bytes: Buffer, commandId: string = randomUUID(), who = 'officer') {
  const { databases } = county.base
  const session = { personId: county.people[who]!.personId, now: county.services.clock.now(), secondFactor: true }
  const token = await openSession(databases.app, { ...session, byLink: true, browser: '' })
  const response = await county.app.http.inject({
    method: 'POST',
    url: path,
    headers: {
      cookie: `${sessionCookie}=${token}`,
      'x-command-id': commandId,
      'content-type': 'application/octet-stream',
    },
    payload: bytes,
  })
  return { status: response.statusCode, body: response.json() as any }
}
const check = (bytes: Buffer, who = 'officer') =>
  post('/api/case-imports/check?source=hotline12345', bytes, randomUUID(), who)
async function run(bytes: Buffer, { faulty = 'refuse', commandId = randomUUID() as string } = {}) {
  const { profile } = (await check(bytes)).body
  const digest = createHash('sha256').update(bytes).digest('hex')
  const query = new URLSearchParams({ source: 'hotline12345', digest, faulty, profile: JSON.stringify(profile) })
  return post(`/api/case-imports?${query}`, bytes, commandId)
}
const one = async <Row extends object>(sql: string, values: unknown[] = []) =>
  (await county.base.databases.owner.query<Row>(sql, values)).rows[0]!
const counts = (prefix: string) =>
  one<{ cases: number; texts: number; sealed: number; entries: number }>(
    `with mine as (select c.* from app.case c join app.import_row r on r.case_id = c.id where r.number like $1)
     select (select count(*)::int from mine) as cases,
       (select count(*)::int from app.case_text t join mine on mine.id = t.case_id where t.kind = 'masked') as texts,
       (select count(*)::int from vault.sealed s join mine on mine.vault_id = s.vault_id) as sealed,
       (select count(*)::int from ledger.entry e join mine on mine.id = e.stream_id where e.type = 'registered') as entries`,
    [`${prefix}-%`],
  )

describe('the hotline sends 800 rows', () => {
  const bad = rowsTo(800)
  for (const [at, column, text] of [
    [3, 0, ''],
    [17, 1, '2022-02-30'],
    [40, 1, '2022-10-01 08:00'],
    [41, 1, ''],
    [99, 2, '举报'],
    [120, 2, '其他诉求单'],
    [200, 2, ''],
    [201, 3, '长'.repeat(101)],
    [300, 4, ''],
    [333, 0, 'GD-0001'],
    [420, 0, '13800000000'],
    [555, 7, '某某局'],
    [700, 0, '见附件'],
    [799, 4, '机密★1年 两个月'],
  ] as const)
    bad[at]![column] = text

  test('the dry run tells all 14 errors at once and writes nothing', async () => {
    const { status, body } = await check(csv(bad))
    expect(status).toBe(200)
    expect(body).toMatchObject({ rows: 800, fresh: 786, known: 0, faultyRows: 14, missing: [], unknown: [] })
    expect(body.faults).toHaveLength(14)
    expect(body.faults[0]).toEqual({ row: 5, column: 'number', code: 'import.empty' })
    expect(body.faults.map((fault: any) => fault.row)).toEqual(
      [3, 17, 40, 41, 99, 120, 200, 201, 300, 333, 420, 555, 700, 799].map((at) => at + 2),
    )
    expect(JSON.stringify(body.preview)).not.toContain(canary)
    expect((await counts('GD')).cases).toBe(0)
  })

  test('with errors nothing is imported until told', async () => {
    const answer = await run(csv(bad))
    expect(answer).toMatchObject({ status: 409, body: { code: 'import.has-faults' } })
    expect((await counts('GD')).cases).toBe(0)
  })

  test('left out on request; mended and sent again: the 14 come in, nothing twice', async () => {
    const first = await run(csv(bad), { faulty: 'skip' })
    expect(first.body.batch).toMatchObject({ status: 'done', registered: 786, leftOut: 14 })
    const mended = csv(rowsTo(800))
    const second = await run(mended)
    expect(second.body).toMatchObject({ fresh: 14, known: 786, faultyRows: 0, batch: { registered: 14 } })
    const third = await run(mended)
    expect(third.body).toMatchObject({ fresh: 0, known: 800, batch: null })
    expect(await counts('GD')).toEqual({ cases: 800, texts: 800, sealed: 1600, entries: 800 })
  })

  test('cases carry their true day and the unit asked first, and nobody’s name', async () => {
    const { rows } = await county.base.databases.owner.query<{
      id: string
      received: string
      at: string
      unit: string
    }>(
      `select c.id, c.received_on::text as received, c.state #>> '{file,facts,receivedAt}' as at,
         c.first_contact_unit_id as unit from app.case c join app.import_row r on r.case_id = c.id
       where r.number = 'GD-0012'`,
    )
    expect(rows).toMatchObject([{ received: '2022-09-13', at: '09:12', unit: county.units.bureau.id }])
    const stored = await load(county.base.databases.app, caseTable, rows[0]!.id)
    const events = (await eventsOf(county.base.databases.app, rows[0]!.id)) as CaseEvent[]
    expect(stored!.state).toEqual(replay(caseDecider, events))
    const leaks = await one<{ leaks: number }>(
      `select (select count(*)::int from app.case where state::text like $1)
         + (select count(*)::int from app.case_text where title || text || object like $1)
         + (select count(*)::int from app.import_batch where state::text like $1)
         + (select count(*)::int from ledger.entry where body like $1) as leaks`,
      [`%${canary}%`],
    )
    expect(leaks.leaks).toBe(0)
  })
})

test('a wrong batch is taken back: what is in hand stays, the rest may come in again', async () => {
  const file = csv(rowsTo(250, 'WR'))
  const { batch } = (await run(file)).body
  const { id } = await one<{ id: string }>(`select case_id as id from app.import_row where number = 'WR-0007'`)
  await ok(county.act('officer', id, 'accept', { classification: {} }))
  const undo = (who: string, body = { reason: 'wrongFile' }) =>
    county.as(who).post(`/api/case-imports/${batch.id}/undo`, body)
  expect(await undo('head')).toMatchObject({ status: 403, body: { code: 'import.office-only' } })
  const undone = await ok(undo('officer'))
  expect(undone).toMatchObject({ status: 'undone', undo: { reason: 'wrongFile', withdrawn: 249, kept: 1 } })
  expect(await ok(undo('officer'))).toEqual(undone)
  const ends = await one<{ withdrawn: number; told: number }>(
    `select count(*) filter (where c.conclusion = 'withdrawn')::int as withdrawn,
       count(*) filter (where jsonb_array_length(c.state #> '{file,tellings}') > 0)::int as told
     from app.case c join app.import_row r on r.case_id = c.id where r.batch_id = $1`,
    [batch.id],
  )
  expect(ends).toEqual({ withdrawn: 249, told: 0 })
  expect((await run(file)).body).toMatchObject({ fresh: 249, known: 1, batch: { registered: 249 } })
  expect(await verifyChain(county.base.databases.app)).toEqual([])
})

test('cut off in the middle, the same file goes on where it stood', async () => {
  const { owner } = county.base.databases
  const file = csv(rowsTo(450, 'CUT'))
  await owner.query(`alter table app.import_row add constraint cut_here check (number <> 'CUT-0333') not valid`)
  expect((await run(file)).status).toBe(500)
  expect((await counts('CUT')).cases).toBe(300)
  const batches = await ok(county.as('officer').get('/api/case-imports'))
  const cut = batches.find((one: any) => one.status === 'running')
  expect(cut).toMatchObject({ status: 'running', registered: 300, planned: 450 })
  await owner.query('alter table app.import_row drop constraint cut_here')
  const { batch } = (await run(file)).body
  expect(batch).toMatchObject({ id: cut.id, status: 'done', registered: 450 })
  expect(await counts('CUT')).toEqual({ cases: 450, texts: 450, sealed: 900, entries: 450 })
  const serials = await one<{ cases: number; last: number }>(
    'select count(*)::int as cases, max(serial) as last from app.case',
  )
  expect(serials.last).toBe(serials.cases)
})

test('an answer that got lost is asked for again: the same batch, as it ended', async () => {
  const file = csv(rowsTo(5, 'AGAIN'))
  const commandId = randomUUID()
  const first = await run(file, { commandId })
  expect(first.body.batch).toMatchObject({ status: 'done', registered: 5 })
  expect((await run(file, { commandId })).body.batch).toEqual(first.body.batch)
})

test('the same file from two windows at once: every row once', async () => {
  const file = csv(rowsTo(230, 'TWO'))
  const answers = await Promise.all([run(file), run(file)])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(await counts('TWO')).toEqual({ cases: 230, texts: 230, sealed: 460, entries: 230 })
})

test('units have no part in it', async () => {
  expect((await check(csv(rowsTo(1)), 'head')).body.code).toBe('import.office-only')
  expect((await county.as('leader').get('/api/case-imports')).status).toBe(403)
})
