import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isIsoDate } from '../../kernel/dates.ts'
import { understandDeadline } from './deadlines.ts'
import { understandPeriod } from './stages.ts'

const context = { year: 2022, start: '2022-06-01', end: '2023-02-28' }

describe('a deadline as printed', () => {
  it.each([
    ['', 'none', null, null],
    ['10月31日前', 'date', '2022-10-31', null],
    ['10 月 31 日', 'date', '2022-10-31', null],
    ['2023年6月底前', 'date', '2023-06-30', null],
    ['2月底前', 'date', '2023-02-28', null],
    ['6月底', 'date', '2022-06-30', null],
    ['年底前', 'date', '2022-12-31', null],
    ['第三季度末', 'date', '2022-09-30', null],
    ['上半年', 'date', '2022-06-30', null],
    ['8月中旬', 'date', '2022-08-20', null],
    ['2022年10月', 'month', '2022-10-31', null],
    ['2022年10月—2023年3月', 'date', '2023-03-31', null],
    ['6月底前完成初稿，9月底前印发', 'date', '2022-09-30', null],
    ['2022.10.15', 'date', '2022-10-15', null],
    ['长期坚持', 'ongoing', null, null],
    ['长年坚持', 'ongoing', null, null],
    ['全年', 'ongoing', null, null],
    ['持续推进', 'ongoing', null, null],
    ['长年坚持，每季度不少于一次', 'recurring', null, 'quarter'],
    ['每半年一次', 'recurring', null, 'halfYear'],
    ['每月25日前', 'recurring', null, 'month'],
    ['每年12月底前', 'recurring', null, 'year'],
    ['立行立改', 'none', null, null],
  ])('%s', (text, kind, due, every) => {
    expect(understandDeadline(text, context).deadline).toEqual({ text: text.trim(), kind, due, every })
  })

  it.each([
    ['自发文之日起3个月内', '2022-09-08', 'deadline-from-issue'],
    ['印发之日起30日内完成', '2022-07-08', 'deadline-from-issue'],
    ['方案印发后两个月内', '2022-08-08', 'deadline-from-issue'],
    ['本通知下发后半年内', '2022-12-08', 'deadline-from-issue'],
    ['自印发之日起一年内', '2023-06-08', 'deadline-from-issue'],
    ['2022年8月31日起6个月内', '2023-02-28', undefined],
    ['自发文之日起20个工作日内', null, 'deadline-in-working-days'],
  ])('that runs from a day: %s', (text, due, trouble) => {
    const understood = understandDeadline(text, { ...context, issuedOn: '2022-06-08' })
    expect(understood.deadline).toEqual({ text, kind: 'date', due, every: null })
    expect(understood.troubles.map(({ kind }) => kind)).toEqual(trouble === undefined ? [] : [trouble])
  })

  it('that runs from the day of a document without one says so and gives no day', () => {
    const { deadline, troubles } = understandDeadline('自发文之日起3个月内', context)
    expect(deadline.due).toBeNull()
    expect(troubles).toEqual([{ kind: 'deadline-start-unknown' }])
  })

  it('that no calendar has is an error and gives no day', () => {
    const { deadline, troubles } = understandDeadline('2022年2月30日', context)
    expect(deadline.due).toBeNull()
    expect(troubles.map(({ kind }) => kind)).toContain('impossible-date')
  })

  it('without a year says which year was taken, and without any year to take gives no day', () => {
    expect(understandDeadline('9月30日', context).troubles).toEqual([{ kind: 'year-assumed', year: 2022 }])
    const unknown = understandDeadline('9月30日', { year: null, start: null, end: null })
    expect(unknown.deadline.due).toBeNull()
    expect(unknown.troubles.map(({ kind }) => kind)).toEqual(['deadline-unread'])
  })

  it('of any words gives an existing day or none', () => {
    const words = fc.array(
      fc.constantFrom(
        '2022年',
        '13月',
        '2月',
        '30日',
        '31日',
        '底',
        '前',
        '第',
        '四季度',
        '每',
        '年',
        '长期',
        '上旬',
        '明年',
        '—',
        '，',
        '0月',
        '99日',
      ),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(words, (parts) => {
        const { deadline } = understandDeadline(parts.join(''), context)
        if (deadline.due !== null) expect(isIsoDate(deadline.due)).toBe(true)
        if (deadline.kind === 'recurring') expect(deadline.every).not.toBeNull()
      }),
    )
  })
})

describe('a period as printed', () => {
  it.each([
    ['2022年6月', '2022-06-01', '2022-06-30'],
    ['2022年6—7月', '2022-06-01', '2022-07-31'],
    ['2022年11月—2023年2月', '2022-11-01', '2023-02-28'],
    ['6月1日—30日', '2022-06-01', '2022-06-30'],
    ['6月1日至7月15日', '2022-06-01', '2022-07-15'],
    ['11月~次年2月', '2022-11-01', '2023-02-28'],
    ['2022年3月中旬—6月底', '2022-03-11', '2022-06-30'],
    ['2022年3月上旬–中旬', '2022-03-01', '2022-03-20'],
    ['9月底前', null, '2022-09-30'],
    ['即日起', null, null],
  ])('%s', (text, start, end) => {
    expect(understandPeriod(text, 2022)).toEqual({ start, end })
  })
})
