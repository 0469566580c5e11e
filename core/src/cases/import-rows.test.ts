import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasSecretMark } from '../kernel/secret-mark.ts'
import { addDays, isoDay } from '../kernel/dates.ts'
import { findHeader, importColumns, profileGaps, suggestProfile, type ImportProfile } from './import-columns.ts'
import { planImport } from './import-plan.ts'
import { importFaultSentence } from './import-words.zh.ts'
import { readInstant, type ImportCells, type ImportSurroundings } from './import-rows.ts'

const header = ['工单编号', '受理时间', '诉求类型', '标题', '诉求内容', '来电人', '联系电话', '首问单位']
const today = '2022-09-26'
const around: ImportSurroundings = {
  businessDay: today,
  unitOf: (name) => (name === '县住建局' ? 'unit-1' : undefined),
  isSecret: hasSecretMark,
}
const good = ['GD-001', '2022-09-20 10:21:33', '投诉', '许可太慢', '办了两个月还没有结果。', '', '', '县住建局']
const rowsOf = (...rows: string[][]): ImportCells[] => rows.map((cells, at) => ({ row: at + 2, cells }))
const changed = (change: Record<number, string>) => good.map((text, at) => change[at] ?? text)
const plan = (rows: ImportCells[], known: string[] = [], profile = suggestProfile(header)) =>
  planImport({ header, rows }, profile, around, new Set(known))

describe('the columns of a file', () => {
  test('are suggested from the headings, whatever stands around them', () => {
    const { columns } = suggestProfile(['序号', '* 工单编号（必填）', '受理时间', '诉求 内容', '来电号码', '备注'])
    expect(columns).toEqual({
      number: '* 工单编号（必填）',
      receivedOn: '受理时间',
      text: '诉求 内容',
      mobile: '来电号码',
    })
  })

  test('one heading serves one column, and the profile of last time goes first', () => {
    const earlier: ImportProfile = { columns: { title: '内容', text: '备注' }, defaultKind: 'complaint' }
    expect(suggestProfile(['编号', '受理时间', '内容', '备注'], earlier)).toEqual({
      columns: { number: '编号', receivedOn: '受理时间', title: '内容', text: '备注' },
      defaultKind: 'complaint',
    })
  })

  test('the header is found under a title line; a file without one has none', () => {
    expect(findHeader([['9 月工单'], [], header, good])).toBe(2)
    expect(findHeader([good])).toBeUndefined()
  })

  test('gaps name what is missing and what the file does not have', () => {
    expect(profileGaps({ columns: { text: '正文' }, defaultKind: null }, header)).toEqual({
      missing: ['number', 'receivedOn'],
      unknown: ['text'],
    })
  })

  test('whatever the order of the columns, the same headings are suggested for them', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(header, { minLength: header.length }), (shuffled) => {
        expect(suggestProfile(shuffled)).toEqual(suggestProfile(header))
      }),
    )
  })
})

describe('rows', () => {
  test('a good row becomes a case with its true day and minute', () => {
    expect(plan(rowsOf(good)).fresh).toEqual([
      {
        row: 2,
        number: 'GD-001',
        receivedOn: '2022-09-20',
        receivedAt: '10:21',
        kind: 'complaint',
        title: '许可太慢',
        text: '办了两个月还没有结果。',
        object: '',
        unitId: 'unit-1',
        submitterKind: 'unknown',
        identity: null,
      },
    ])
  })

  test('a row without a title is called by its first sentence', () => {
    expect(plan(rowsOf(changed({ 3: '' }))).fresh[0]!.title).toBe('办了两个月还没有结果')
  })

  test('who sent it says nothing about what kind of submitter it is', () => {
    const row = plan(rowsOf(changed({ 5: '来电人甲', 6: '13800000000' }))).fresh[0]!
    expect(row).toMatchObject({ submitterKind: 'unknown', identity: { name: '来电人甲', mobile: '13800000000' } })
  })

  const wrong: [string, Record<number, string>, string][] = [
    ['import.empty', { 0: '' }, '第 2 行“来件编号”：没有填写，请补上。'],
    ['import.number-is-telephone', { 0: '13800000000' }, '是手机号码'],
    ['import.number-wrong', { 0: '见附件' }, '不像编号'],
    ['import.day-wrong', { 1: '2022-02-30' }, '不是存在的日期'],
    ['import.day-in-future', { 1: addDays(today, 1) }, '晚于今天'],
    ['import.kind-unknown', { 2: '其他诉求单' }, '不认识'],
    ['import.kind-tip', { 2: '举报' }, '纪检监察机关'],
    ['import.too-long', { 3: '长'.repeat(101) }, '100 个字以内'],
    ['import.secret', { 4: '机密★1年 办了两个月' }, '密级'],
    ['import.unit-unknown', { 7: '某局' }, '找不到'],
  ]
  test.each(wrong)('%s', (code, change, words) => {
    const { faults, fresh } = plan(rowsOf(changed(change)))
    expect(faults.map((fault) => fault.code)).toEqual([code])
    expect(importFaultSentence(faults[0]!)).toContain(words)
    expect(fresh).toEqual([])
  })

  test('all faults of all rows are told at once', () => {
    const { faults, faultyRows, fresh } = plan(
      rowsOf(changed({ 0: '', 1: '昨天', 2: '催办' }), good, changed({ 0: 'gd-001 ' }), changed({ 0: 'GD-9', 4: '' })),
    )
    expect(faults.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '2 number',
      '2 receivedOn',
      '2 kind',
      '4 number',
      '5 text',
    ])
    expect(importFaultSentence(faults[3]!)).toBe('第 4 行“来件编号”：与第 3 行的编号相同，请删去一行。')
    expect([faultyRows, fresh.length]).toEqual([3, 1])
  })

  test('a column of the profile decides the kind only where the row is silent', () => {
    const profile = { ...suggestProfile(header), defaultKind: 'inquiry' as const }
    const { fresh } = plan(rowsOf(changed({ 2: '' }), changed({ 0: 'GD-2' })), [], profile)
    expect(fresh.map((row) => row.kind)).toEqual(['inquiry', 'complaint'])
  })
})

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(...good, '2022-13-01', '举报', '１２'),
)
const anyRows = fc.array(fc.array(anyText, { maxLength: 9 }), { maxLength: 20 }).map((rows) => rowsOf(...rows))

test('every filled row is a case, known, or faulty; never two of these', () => {
  fc.assert(
    fc.property(anyRows, fc.array(fc.constantFrom('GD-001', '12')), (rows, known) => {
      const made = plan(rows, known)
      expect(made.fresh.length + made.known + made.faultyRows).toBe(made.rows)
      const faulty = new Set(made.faults.map(({ row }) => row))
      expect(made.fresh.filter(({ row }) => faulty.has(row))).toEqual([])
      expect(new Set(made.fresh.map(({ number }) => number)).size).toBe(made.fresh.length)
    }),
  )
})

test('the same file again brings nothing new', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const once = plan(rows)
      const again = plan(
        rows,
        once.fresh.map(({ number }) => number),
      )
      expect(again.fresh).toEqual([])
      expect(again.known).toBe(once.fresh.length)
      expect(again.faults).toEqual(once.faults)
    }),
  )
})

test('a fault carries no word of the row', () => {
  const allowed = new Set<string>(importColumns)
  fc.assert(
    fc.property(anyRows, (rows) => {
      for (const fault of plan(rows).faults) {
        const { row, column, code, number = 0, ...rest } = fault
        expect([typeof row, typeof number, rest]).toEqual(['number', 'number', {}])
        expect(allowed.has(column) && code.startsWith('import.')).toBe(true)
      }
    }),
  )
})

test('days are read as people write them, and only days that exist', () => {
  const days = fc.integer({ min: 0, max: 40_000 }).map((day) => isoDay(day))
  fc.assert(
    fc.property(days, fc.constantFrom('-', '/', '.'), fc.boolean(), (iso, between, plain) => {
      const parts = iso.split('-')
      const written = plain ? parts.join(between) : parts.map((part) => String(Number(part))).join(between)
      expect(readInstant(written)).toEqual({ on: iso, at: null })
      expect(readInstant(`${written} 9:05`)).toEqual({ on: iso, at: '09:05' })
      const chinese = `${parts[0]}年${Number(parts[1])}月${Number(parts[2])}日`
      expect(readInstant(chinese)).toEqual({ on: iso, at: null })
    }),
  )
  for (const none of ['2022-02-29', '2022-9', '44830', '2022-09-26 24:00', '2022-09-26 10:61', '下周一'])
    expect(readInstant(none)).toBeUndefined()
})
