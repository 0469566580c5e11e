import { describe, expect, test } from 'vitest'
import { writeHolidayFile } from '../kernel/work-calendar-file.ts'
import { calendarProblemSentence } from '../kernel/work-calendar-labels.zh.ts'
import { publishedYears } from '../kernel/work-calendar-notices.ts'
import { buildWorkCalendar, dayFacts } from '../kernel/work-calendar.ts'
import { calendarOfDivision, divisionCovers, type KeptVersion, type OverlayDay } from './kept-version.ts'
import { calendarProposal, readChange, type CalendarProposalInput } from './proposal.ts'

const division = '320724'
const version = (years = publishedYears, overlay: OverlayDay[] = []): KeptVersion => ({
  number: 1,
  id: 'cn-2020-2026',
  adoptedOn: '2014-01-01',
  years: [...years],
  overlay,
})
const without = (year: number) => version(publishedYears.filter((one) => one.year !== year))
const fileOf = (year: number) => writeHolidayFile(publishedYears.find((one) => one.year === year)!)

function read(proposal: unknown, current: KeptVersion, businessDay = '2022-07-04', earlier: KeptVersion | null = null) {
  const input: CalendarProposalInput = calendarProposal.parse(proposal)
  return readChange(input, { current, shipped: publishedYears, earlier, division, businessDay })
}
const codes = (found: ReturnType<typeof read>) => found.problems.map(({ code, severity }) => `${severity} ${code}`)

describe('a year by file', () => {
  test('the next year, before it begins: nothing to look at but the open December', () => {
    const found = read({ kind: 'file', text: fileOf(2026), name: '2026.json' }, without(2026))
    expect(found.change).toMatchObject({ kind: 'year', year: { year: 2026, status: 'published' } })
    expect(codes(found)).toEqual(['note calendar.december-open'])
    expect(found.source).toMatchObject({ kind: 'file', title: '2026.json' })
  })

  test('the notice of 2023 says that it arranges 31 December 2022', () => {
    const found = read({ kind: 'file', text: fileOf(2023) }, without(2023))
    expect(codes(found)).toEqual(['note calendar.reaches-back'])
    expect(calendarProblemSentence(found.problems[0]!)).toContain('2022-12-31')
  })

  test('days that are over, a skipped year and a missing source want a look', () => {
    const late = read({ kind: 'file', text: fileOf(2022) }, without(2022), '2022-07-04')
    expect(codes(late)).toContain('warning calendar.past-days')
    const skipped = read({ kind: 'file', text: fileOf(2026) }, version(publishedYears.filter((one) => one.year < 2025)))
    expect(codes(skipped)).toContain('warning calendar.year-skipped')
    const bare = JSON.stringify({ ...JSON.parse(fileOf(2026)), papers: [] })
    expect(codes(read({ kind: 'file', text: bare }, without(2026)))).toContain('warning calendar.source-missing')
    const provisional = read({ kind: 'file', text: bare, status: 'provisional' }, without(2026))
    expect(codes(provisional)).not.toContain('warning calendar.source-missing')
    expect(provisional.change).toMatchObject({ year: { status: 'provisional' } })
  })

  test('letters that did not survive are an error, not a holiday with a strange name', () => {
    expect(codes(read({ kind: 'file', text: '{"year":2027,"days":[{"name":"\u{FFFD}"}]}' }, version()))).toEqual([
      'error calendar.file-letters',
    ])
  })
})

describe('a pasted notice', () => {
  const notice = '关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。'

  test('its number can be given by hand where the text has none', () => {
    const plain = read({ kind: 'notice', text: notice }, version())
    expect(codes(plain)).toContain('warning calendar.notice-no-number')
    const named = read({ kind: 'notice', text: notice, number: '国办发明电〔2026〕9号' }, version())
    expect(codes(named)).not.toContain('warning calendar.notice-no-number')
    expect(named.source.title).toBe('国办发明电〔2026〕9号')
    expect(named.change).toMatchObject({ year: { notices: [{ number: '国办发明电〔2026〕9号' }] } })
  })

  test('all that is wrong is said at once', () => {
    const text = '关于2027年部分节假日安排的通知一、元旦：1月1日（周三）放假，共2天。二、春节：2月30日放假。'
    const found = codes(read({ kind: 'notice', text }, version()))
    for (const code of ['calendar.notice-weekday', 'calendar.notice-total', 'calendar.notice-date'])
      expect(found.some((one) => one.endsWith(code))).toBe(true)
  })
})

describe('local days', () => {
  const day = (more: Partial<OverlayDay> = {}): OverlayDay => ({
    date: '2022-10-12',
    kind: 'off',
    name: '民族节日',
    basis: '自治条例',
    division,
    ...more,
  })

  test.each([
    [[], [day(), day({ division: '320000', date: '2022-10-13' })]],
    [['error calendar.day-twice'], [day(), day({ kind: 'work', date: '2022-10-12' })]],
    [['error calendar.local-division'], [day({ division: '330100' })]],
    [['error calendar.local-day-outside'], [day({ date: '2099-01-01' })]],
    [['note calendar.local-work-on-weekday'], [day({ kind: 'work' })]],
  ])('%j', (expected, days) => {
    const found = codes(read({ kind: 'overlay', days }, version()))
    expect(found.filter((code) => expected.length > 0 || !code.startsWith('note'))).toEqual(
      expect.arrayContaining(expected),
    )
    expect(found.filter((code) => code.startsWith('error'))).toHaveLength(
      expected.filter((one) => one.startsWith('error')).length,
    )
  })

  test('a code covers what lies inside it; the nearer place wins; other places do not notice', () => {
    expect(divisionCovers('320000', division)).toBe(true)
    expect(divisionCovers('320700', division)).toBe(true)
    expect(divisionCovers('320724', '320700')).toBe(false)
    expect(divisionCovers('330000', division)).toBe(false)
    const overlay = [day({ kind: 'work', name: '县里上班' }), day({ division: '320000', name: '全省放假' })]
    const of = (code: string) => buildWorkCalendar(calendarOfDivision(version(publishedYears, overlay), code))
    expect(dayFacts(of(division), '2022-10-12')).toMatchObject({ kind: 'localWorkday', name: '县里上班' })
    expect(dayFacts(of('320722'), '2022-10-12')).toMatchObject({ kind: 'localHoliday', name: '全省放假' })
    expect(dayFacts(of('330100'), '2022-10-12').kind).toBe('workday')
  })
})

test('an earlier version that is not there, a shipped year nobody knows', () => {
  expect(codes(read({ kind: 'restore', number: 9 }, version()))).toEqual(['error calendar.version-unknown'])
  expect(codes(read({ kind: 'shipped', year: 2031 }, version()))).toEqual(['error calendar.year-empty'])
  expect(read({ kind: 'restore', number: 1 }, version(), '2022-07-04', without(2026)).change?.kind).toBe('restore')
})
