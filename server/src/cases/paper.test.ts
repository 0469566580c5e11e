import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { printedForms, type PrintedForm } from '@yingshang/core/cases/printed-forms'
import { ok, openCaseOffice, type CaseOffice } from '../../testing/case-office.ts'
import { downloadSheet } from '../../testing/workbook.ts'
import { caseLedgerColumns } from './ledger-export.ts'

let county: CaseOffice
let twice: string
beforeAll(async () => {
  county = await openCaseOffice('2022-09-28')
  twice = await reworked()
})
afterAll(() => county.close())

const act = (who: string, id: string, name: string, body: object = {}) => ok(county.act(who, id, name, body))

/** Extended, answered late, told, dissatisfied, sent back for a second round. */
async function reworked(): Promise<string> {
  const id = await county.assigned({ masked: { title: '=施工许可', text: '拖了<两>个月', object: '某窗口' } })
  await act('liaison', id, 'sign')
  await act('head', id, 'ask-extension', { days: 5, reason: '需要专家论证' })
  const { rounds, lists } = await ok(county.as('officer').get(`/api/cases/${id}`))
  await act('officer', id, 'grant-extension', { extensionId: rounds[0].extensions[0].id, days: 5 })
  await county.onDay('2022-11-15')
  await act('head', id, 'report-result', { result: { text: '许可已经发放', outcome: 'partlySolved' } })
  await act('officer', id, 'verify', { outcome: 'partlySolved', note: '' })
  await act('officer', id, 'contact-attempt', { way: 'telephone', outcome: 'noAnswer' })
  await act('officer', id, 'inform', { way: 'telephone', answer: '许可已经发放。' })
  await county.submitterDoes(id, ({ texts }) => ({
    command: {
      type: 'rate',
      satisfaction: 'dissatisfied',
      option: null,
      reasons: [lists.dissatisfactionReasons[0].code],
      words: texts.keep('rating', { text: '只发了一半' }),
    },
  }))
  await county.submitterDoes(id, ({ texts }) => ({
    command: { type: 'askRework', evidence: 2, reason: texts.keep('rating', { text: '有照片' }) },
  }))
  await act('officer', id, 'grant-rework', { why: '照片是新的证据', units: { leadUnitId: county.units.bureau.id } })
  return id
}

const print = (who: string, id: string, form: string) => county.as(who).get(`/print/cases/${id}/${form}`)

describe('papers', () => {
  test('each says what the case says, escaped, without script, and carries the number', async () => {
    const expected: Partial<Record<PrintedForm, RegExp>> = {
      assignment: /交办单[\s\S]*县住建局/,
      extension: /延期审批表/,
      verification: /核查确认单/,
      feedback: /反馈表/,
      rework: /重新办理通知书[\s\S]*照片是新的证据[\s\S]*第 2 轮/,
    }
    const { forms, number } = await ok(county.as('officer').get(`/api/cases/${twice}`))
    expect(forms).toEqual(['assignment', 'rework'])
    for (const form of forms as PrintedForm[]) {
      const { status, body } = await print('officer', twice, form)
      expect(status).toBe(200)
      expect(body).toMatch(expected[form]!)
      expect(body).toContain(number)
      expect(body).toContain('拖了&lt;两&gt;个月')
      expect(body).not.toMatch(/<script|font-family: &quot;/)
    }
  })

  test('refusal and supplement are for the submitter, and nobody in a unit prints them', async () => {
    await county.onDay('2022-09-28')
    const { id } = await county.register()
    await act('officer', id, 'ask-supplement', { what: '请补交合同' })
    expect((await print('officer', id, 'supplement')).body).toContain('请补交合同')
    await county.submitterDoes(id, () => ({ command: { type: 'receiveSupplement', masked: null } }))
    await act('officer', id, 'refuse', { ground: 'civil', why: '合同纠纷' })
    const refusal = (await print('officer', id, 'refusal')).body
    expect(refusal).toContain('不予受理')
    expect(refusal).toContain('合同纠纷')
    expect(refusal).toContain('行政复议')
    expect((await print('officer', id, 'assignment')).status).toBe(404)
  })

  test('the papers of a round that is told: extension, verification, feedback', async () => {
    await county.onDay('2022-09-28')
    const id = await county.assigned()
    await act('liaison', id, 'sign')
    await act('head', id, 'ask-extension', { days: 5, reason: '需要专家论证' })
    expect((await print('head', id, 'extension')).body).toMatch(/需要专家论证[\s\S]*待批/)
    await act('head', id, 'report-result', { result: { text: '许可已经发放', outcome: 'solved' } })
    await act('officer', id, 'verify', { outcome: 'solved', note: '' })
    await act('officer', id, 'inform', { way: 'telephone', answer: '许可已经发放。' })
    expect((await print('officer', id, 'verification')).body).toMatch(/许可已经发放[\s\S]*解决/)
    expect((await print('officer', id, 'feedback')).body).toMatch(/电话[\s\S]*尚未评价/)
    for (const form of ['verification', 'feedback']) expect((await print('head', id, form)).status).toBe(404)
    for (const form of printedForms) expect((await print('otherHead', id, form)).status).toBe(404)
    expect((await county.as('officer').get(`/print/cases/${id}/nothing`)).status).toBe(404)
    expect((await county.as('officer').get('/print/cases/x/assignment')).status).toBe(404)
  })
})

test('投诉台账 has a line for each round, a late first answer stays late, and no cell is a formula', async () => {
  const { sheet, disposition } = await downloadSheet(
    county.app,
    county.people['officer']!.personId,
    '/api/cases.xlsx?show=all',
  )
  expect(decodeURIComponent(disposition)).toContain('投诉台账.xlsx')
  const headings = (sheet.getRow(3).values as string[]).slice(1)
  expect(headings).toEqual(caseLedgerColumns.map((column) => column.header))
  const rows: Record<string, string>[] = []
  sheet.eachRow((row, number) => {
    if (number <= 3) return
    const values = (row.values as (string | number | undefined)[]).slice(1)
    rows.push(Object.fromEntries(headings.map((heading, at) => [heading, String(values[at] ?? '')])))
  })
  const { number } = await ok(county.as('officer').get(`/api/cases/${twice}`))
  const line = rows.find((row) => row['编号'] === number)!
  expect(line).toMatchObject({
    来源: '网上反映',
    承办单位: '县住建局\n县住建局',
    '事项（脱敏）': "'=施工许可",
    '延期（天）': '5\n',
    满意度: '不满意\n',
    办理结果: '部分解决\n',
  })
  expect(line['首次反馈结果']).toBe('2022-11-15（逾期）\n')
  const total = (await ok(county.as('officer').get('/api/cases?show=all'))).total
  expect(rows).toHaveLength(total)
  expect((await county.as('leader').get('/api/cases.xlsx')).status).toBe(403)
})
