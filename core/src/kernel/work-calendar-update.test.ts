import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDifference } from './work-calendar-difference.ts'
import { readHolidayFile, writeHolidayFile } from './work-calendar-file.ts'
import {
  alertLevelNames,
  calendarProblemSentence,
  dayReason,
  explainedDayLine,
  timeLeftSentence,
} from './work-calendar-labels.zh.ts'
import { explainDays } from './work-calendar-explain.ts'
import { readHolidayNotice } from './work-calendar-notice.ts'
import { publishedYears, shippedCalendarVersion } from './work-calendar-notices.ts'
import { calendarProblemCodes, canBeAdopted } from './work-calendar-proposal.ts'
import { withYear } from './work-calendar-year.ts'
import { buildWorkCalendar, dayFacts, dayKinds } from './work-calendar.ts'

const codesOf = (text: string) => readHolidayFile(text).problems.map((problem) => problem.code)
const file = (changes: object) =>
  JSON.stringify({ year: 2027, papers: [], days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }], ...changes })

describe('a file in the holiday-cn format', () => {
  test.each(publishedYears.map((year) => [year.year, year] as const))(
    '%i goes out and comes in unchanged',
    (_, year) => {
      const proposal = readHolidayFile(writeHolidayFile(year))
      expect(proposal.year?.days).toEqual(year.days)
      expect(proposal.year?.notices.map((notice) => notice.url)).toEqual(year.notices.map((notice) => notice.url))
      expect(proposal.problems).toEqual([])
    },
  )

  test.each([
    ['calendar.file-not-json', '元旦：1月1日放假'],
    ['calendar.file-shape', '{}'],
    ['calendar.file-shape', '[]'],
    ['calendar.file-shape', 'null'],
    ['calendar.file-shape', file({ days: [{ name: '元旦', date: '2027-02-30', isOffDay: true }] })],
    ['calendar.year-empty', file({ days: [] })],
    ['calendar.year-not-covered', file({ year: 2099 })],
    ['calendar.day-of-other-year', file({ year: 2026 })],
    ['calendar.make-up-on-weekday', file({ days: [{ name: '元旦', date: '2027-01-04', isOffDay: false }] })],
  ])('%s', (code, text) => {
    const proposal = readHolidayFile(text)
    expect(codesOf(text)).toContain(code)
    expect(canBeAdopted(proposal)).toBe(false)
  })

  test('a byte-order mark does no harm', () => {
    expect(readHolidayFile(`\u{FEFF}${file({})}`).year?.days).toHaveLength(1)
  })

  test('any text is answered, never thrown at', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(canBeAdopted(readHolidayFile(text))).toBe(false)
        expect(canBeAdopted(readHolidayNotice(text))).toBe(false)
      }),
    )
  })
})

test('the difference a new year makes is what a person has to look at', () => {
  const { year } = readHolidayFile(
    file({
      days: [
        { name: '元旦', date: '2026-12-31', isOffDay: true },
        { name: '元旦', date: '2027-01-01', isOffDay: true },
        { name: '元旦', date: '2027-01-03', isOffDay: false },
      ],
    }),
  )
  const before = buildWorkCalendar(shippedCalendarVersion)
  const after = buildWorkCalendar(withYear(shippedCalendarVersion, year!, { id: 'next', adoptedOn: '2026-11-10' }))
  const rows = calendarDifference(before, after)
  expect(rows.slice(0, 3).map((row) => [row.day, dayReason(row.before), dayReason(row.after), row.moves])).toEqual([
    ['2026-12-31', '工作日', '元旦放假', true],
    ['2027-01-01', '元旦（法定节假日）', '元旦放假', false],
    ['2027-01-03', '周末', '元旦调休上班', true],
  ])
  // An incomplete year takes no statutory day away.
  expect(rows).toHaveLength(3)
  expect(dayReason(dayFacts(after, '2027-10-01'))).toBe('国庆节（法定节假日）')
  expect(calendarDifference(before, before)).toEqual([])
})

describe('words', () => {
  const calendar = buildWorkCalendar(shippedCalendarVersion)

  test('an explanation over National Day, a line a day', () => {
    const lines = explainDays(calendar, '2022-09-30', 2).map(explainedDayLine)
    expect(lines[0]).toBe('2022-09-30 周五 起算当日，不计（工作日）')
    expect(lines[1]).toBe('2022-10-01 周六 不计：国庆节放假')
    expect(lines.at(-1)).toBe('2022-10-09 周日 第 2 个工作日（国庆节调休上班）')
    expect(lines).toHaveLength(10)
  })

  test('an unsettled day says so', () => {
    const lines = explainDays(calendar, '2026-12-31', 1).map(explainedDayLine)
    expect(lines[1]).toBe('2027-01-01 周五 不计：元旦（法定节假日） 暂定')
    expect(lines.at(-1)).toBe('2027-01-04 周一 第 1 个工作日 暂定')
  })

  test('time left', () => {
    expect(timeLeftSentence({ kind: 'workingDaysLeft', days: 3 })).toBe('还剩 3 个工作日')
    expect(timeLeftSentence({ kind: 'overdue', days: 2 })).toBe('已超 2 个工作日')
    expect(alertLevelNames.red).toContain('逾期')
  })

  test('every problem and every kind of day has a sentence without holes', () => {
    const facts = { text: '甲', year: 2027, first: 2014, last: 2040, date: '2027-01-01', name: '元旦', names: '元旦' }
    const later = { dates: '2026-12-31', next: 2028, newest: 2026, count: 1, businessDay: '2026-11-10' }
    const more = { ...facts, ...later, stated: 1, found: 2, division: '320000', own: '320724', number: 9 }
    for (const code of calendarProblemCodes)
      expect(calendarProblemSentence({ code, severity: 'error', facts: more })).not.toMatch(/undefined|^$/)
    for (const kind of dayKinds) expect(dayReason({ kind, name: '元旦' })).not.toMatch(/undefined|^$/)
  })
})
