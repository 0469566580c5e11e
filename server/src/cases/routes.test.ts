import { randomUUID } from 'node:crypto'
import { caseDecider } from '@yingshang/core/cases/case'
import type { CaseEvent } from '@yingshang/core/cases/case-events'
import { replay } from '@yingshang/core/kernel/decider'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ok, openCaseOffice, type CaseOffice } from '../../testing/case-office.ts'
import { eventsOf, load } from '../platform/ledger/load.ts'
import { verifyChain } from '../platform/ledger/verify.ts'
import { caseTable } from './tables.ts'

let county: CaseOffice
beforeAll(async () => {
  county = await openCaseOffice()
})
beforeEach(() => county.onDay('2022-09-28'))
afterAll(() => county.close())

const result = (more: object = {}) => ({ text: '许可已经发放', outcome: 'solved', ...more })
const act = (who: string, id: string, name: string, body: object = {}) => ok(county.act(who, id, name, body))
const refusal = async (who: string, id: string, name: string, body: object = {}) => {
  const { status, body: answer } = await county.act(who, id, name, body)
  return [status, answer.code]
}
const page = async (who: string, id: string) => ok(county.as(who).get(`/api/cases/${id}`))

describe('from receipt to conclusion', () => {
  test('journey 4: over National Day, one extension, told, heard, concluded; state equals ledger', async () => {
    const id = await county.assigned()
    await act('liaison', id, 'sign')
    expect((await page('liaison', id)).clocks.find((one: any) => one.clock === 'handle').record.dueOn).toBe(
      '2022-10-24',
    )
    const days = (await ok(county.as('liaison').get(`/api/cases/${id}/clocks/handle`))).days
    expect(days.filter((one: any) => one.kind === 'makeUpWorkday').map((one: any) => one.day)).toEqual([
      '2022-10-08',
      '2022-10-09',
    ])
    await county.onDay('2022-10-24')
    await act('head', id, 'ask-extension', { days: 10, reason: '需要专家论证' })
    const asked = (await page('officer', id)).rounds[0].extensions[0]
    expect(asked).toMatchObject({ status: 'pending', days: 10, reason: '需要专家论证' })
    await act('officer', id, 'grant-extension', { extensionId: asked.id, days: 10 })
    expect(await refusal('head', id, 'ask-extension', { days: 1, reason: '再延' })).toEqual([
      409,
      'case.extended-already',
    ])
    await county.onDay('2022-11-01')
    await act('liaison', id, 'draft', result())
    await act('head', id, 'report-result', { result: null })
    expect(await refusal('seconded', id, 'verify', { outcome: 'solved', note: '' })).toEqual([403, 'case.own-unit'])
    await act('officer', id, 'verify', { outcome: 'solved', note: '电话核实' })
    await county.onDay('2022-11-03')
    await act('officer', id, 'inform', { way: 'telephone', answer: '许可已于 10 月 31 日发放。' })
    await county.submitterDoes(id, () => ({
      command: { type: 'rate', satisfaction: 'satisfied', option: null, reasons: [], words: null },
    }))
    await act('officer', id, 'conclude', { conclusion: 'solved', words: '' })
    const seen = await page('officer', id)
    expect(seen).toMatchObject({ status: 'concluded', conclusion: { kind: 'solved', on: '2022-11-03' } })
    expect(seen.rounds[0]).toMatchObject({ firstAnswerLate: false, answer: '许可已于 10 月 31 日发放。' })
    expect(seen.rounds[0].ratings).toMatchObject([{ satisfaction: 'satisfied', by: 'submitter' }])

    const db = county.services.databases.app
    const stored = await load(db, caseTable, id)
    expect(stored!.state).toEqual(replay(caseDecider, (await eventsOf(db, id)) as CaseEvent[]))
    expect(await verifyChain(db, id)).toEqual([])
  })

  test('journey 5: a second round by the submitter’s new evidence; the first stays late', async () => {
    const id = await county.assigned()
    await act('liaison', id, 'sign')
    await county.onDay('2022-10-25')
    await act('head', id, 'report-result', { result: result() })
    await act('officer', id, 'verify', { outcome: 'explained', note: '' })
    await act('officer', id, 'inform', { way: 'receiptPage', answer: '已作说明。' })
    const codes = (await page('officer', id)).lists.dissatisfactionReasons.map((one: any) => one.code)
    await county.submitterDoes(id, () => ({
      command: { type: 'rate', satisfaction: 'dissatisfied', option: null, reasons: [codes[0]], words: null },
    }))
    await county.submitterDoes(id, ({ texts }) => ({
      command: { type: 'askRework', evidence: 2, reason: texts.keep('rating', { text: '有新的录音' }) },
    }))
    expect((await page('liaison', id)).rounds[0].reworkRequest.reason).toBe('')
    expect((await page('officer', id)).rounds[0].reworkRequest.reason).toBe('有新的录音')
    await act('officer', id, 'grant-rework', { why: '有新的证据', units: { leadUnitId: county.units.bureau.id } })
    const seen = await page('officer', id)
    expect(seen.rounds.map((round: any) => [round.no, round.firstAnswerLate])).toEqual([
      [1, true],
      [2, false],
    ])
    expect(seen.rounds[1].dueOn).toBe('2022-11-15')
  })

  test('journey 6: the second refusal goes to the office; the evidence is in rows of its own', async () => {
    const id = await county.assigned()
    await act('head', id, 'decline', { reason: '不属于本局职责' })
    expect(await refusal('head', id, 'sign')).toEqual([404, 'case.not-found'])
    await act('officer', id, 'assign', { units: { leadUnitId: county.units.other.id }, note: '' })
    await act('otherHead', id, 'decline', { reason: '也不属于本局' })
    const bureau = { units: { leadUnitId: county.units.bureau.id } }
    expect(await refusal('officer', id, 'assign', { ...bureau, note: '' })).toEqual([409, 'case.decision-needed'])
    expect(await refusal('seconded', id, 'decide', { ...bureau, reason: '按三定方案' })).toEqual([403, 'case.own-unit'])
    await act('director', id, 'decide', { ...bureau, reason: '按三定方案' })
    const seen = await page('officer', id)
    expect(seen.rounds[0]).toMatchObject({ binding: true, dueOn: '2022-10-24' })
    expect(seen.handOvers).toBe(2)
    const rows = await county.base.databases.app.query('select unit_id from app.case_decline where case_id = $1', [id])
    expect(rows.rows).toHaveLength(2)
    expect(await refusal('head', id, 'decline', { reason: '仍不属于' })).toEqual([409, 'case.decided-by-office'])
  })

  test('merging ends one case in another, in one write', async () => {
    const one = await county.register()
    const other = await county.assigned()
    await act('officer', one.id, 'merge', { intoCaseId: other })
    expect(await page('officer', one.id)).toMatchObject({ conclusion: { kind: 'merged', into: { id: other } } })
    expect((await page('officer', other)).mergedCases).toEqual([one])
    expect(await refusal('officer', other, 'merge', { intoCaseId: one.id })).toEqual([409, 'case.into-not-open'])
    expect(await refusal('officer', other, 'merge', { intoCaseId: other })).toEqual([409, 'case.merge-with-itself'])
  })

  test('a court is transferred to by its name in the tree, never assigned', async () => {
    const { id } = await county.register()
    await act('officer', id, 'accept', { classification: {} })
    const court = { units: { leadUnitId: county.units.court.id }, note: '' }
    expect(await refusal('officer', id, 'assign', court)).toEqual([409, 'case.court-only-tracked'])
    expect(await refusal('officer', id, 'transfer', {})).toEqual([409, 'case.transfer-nowhere'])
    await act('officer', id, 'transfer', { unitId: county.units.court.id })
    expect((await page('officer', id)).conclusion).toMatchObject({ kind: 'transferred', transferredTo: '县法院' })
  })
})

describe('at once and again', () => {
  test('of a hundred requests for more time at once one is kept', async () => {
    const id = await county.assigned()
    await act('liaison', id, 'sign')
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => county.act('head', id, 'ask-extension', { days: 5, reason: '论证' })),
    )
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1)
    const others = new Set(answers.filter((one) => one.status !== 200).map((one) => `${one.status} ${one.body.code}`))
    for (const code of others) expect(['409 case.extension-pending', '409 write.busy']).toContain(code)
    const rows = await county.base.databases.app.query('select status from app.case_extension where case_id = $1', [id])
    expect(rows.rows).toEqual([{ status: 'pending' }])
  })

  test('the table itself lets no second request, grant or refusal in', async () => {
    const id = await county.assigned()
    const { app } = county.base.databases
    const add = (status: string, grantNo: number | null, total: number) =>
      app.query(
        `insert into app.case_extension (id, case_id, round, status, grant_no, grants_allowed, days, total_days, cap_days)
         values ($1, $2, 1, $3, $4, 1, 5, $5, 15)`,
        [randomUUID(), id, status, grantNo, total],
      )
    await add('pending', null, 0)
    await expect(add('pending', null, 0)).rejects.toThrow('case_extension_pending')
    await add('granted', 1, 5)
    await expect(add('granted', 1, 5)).rejects.toThrow('case_extension_grant')
    await expect(add('granted', 2, 5)).rejects.toThrow('check constraint')
    await expect(add('refused', null, 16)).rejects.toThrow('check constraint')
  })

  test('a repeated command answers its first result and acts once', async () => {
    const id = await county.assigned()
    const command = randomUUID()
    const body = { reason: '不属于本局职责' }
    const first = await county.act('head', id, 'decline', body, command)
    const again = await county.act('head', id, 'decline', body, command)
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.body).toEqual(first.body)
    expect((await page('officer', id)).rounds[0].declines).toHaveLength(1)
  })

  test('cases coming in at once have numbers without a gap', async () => {
    const made = await Promise.all(Array.from({ length: 40 }, () => county.register()))
    const serials = made.map((one) => Number(one.number.slice(-6))).sort((a, b) => a - b)
    expect(new Set(serials).size).toBe(40)
    expect(serials.at(-1)! - serials[0]!).toBe(39)
    await expect(county.register({ receivedOn: '2022-12-01' })).rejects.toThrow('case.received-in-future')
    const next = await county.register()
    expect(Number(next.number.slice(-6))).toBe(serials.at(-1)! + 1)
  })
})

test('words stand in erasable rows: the ledger holds commitments only', async () => {
  const id = await county.assigned()
  await act('head', id, 'decline', { reason: '某某某不属于本局职责' })
  const { rows } = await county.base.databases.app.query<{ body: string }>(
    'select body from ledger.entry where stream_id = $1',
    [id],
  )
  expect(rows.length).toBeGreaterThan(3)
  for (const { body } of rows) expect(body).not.toMatch(/某某某|施工许可/)
  await county.base.databases.owner.query('delete from app.case_text where case_id = $1', [id])
  expect(await page('officer', id)).toMatchObject({ title: '', text: '' })
  expect(await verifyChain(county.services.databases.app, id)).toEqual([])
})
