import { describe, expect, test } from 'vitest'
import { shippedCalendarVersion as shipped } from './work-calendar-notices.ts'
import { calendarVersionOn, withLocalDays, withYear, type CalendarYear } from './work-calendar-year.ts'
import { addWorkingDays, buildWorkCalendar, dayFacts, isWorkingDay, touchesUnpublished } from './work-calendar.ts'

const calendar = buildWorkCalendar(shipped)
const year2027: CalendarYear = {
  year: 2027,
  status: 'published',
  notices: [{ number: '试验用', issuedOn: null, url: '' }],
  days: [
    { date: '2026-12-31', kind: 'off', name: '元旦' },
    { date: '2026-12-27', kind: 'work', name: '元旦' },
    { date: '2027-01-01', kind: 'off', name: '元旦' },
  ],
}

describe('a year without a notice', () => {
  test('has ordinary weekends and the statutory days', () => {
    expect(dayFacts(calendar, '2027-01-01')).toEqual({
      kind: 'statutoryHoliday',
      working: false,
      name: '元旦',
      unsettled: true,
    })
    expect(dayFacts(calendar, '2027-01-02').kind).toBe('weekend')
    expect(isWorkingDay(calendar, '2027-01-04')).toBe(true)
    expect(isWorkingDay(calendar, '2027-10-03')).toBe(false)
    expect(isWorkingDay(calendar, '2027-10-04')).toBe(true)
  })

  test('a year before the first notice is treated alike', () => {
    expect(calendar.statusOfYear[2019]).toBe('none')
    expect(isWorkingDay(calendar, '2019-05-01')).toBe(false)
    expect(isWorkingDay(calendar, '2019-05-02')).toBe(true)
    expect(touchesUnpublished(calendar, '2019-12-31', '2020-01-02')).toBe(true)
  })
})

describe('a new version', () => {
  const newer = withYear(shipped, year2027, { id: 'cn-2027', adoptedOn: '2026-11-10' })

  test('arranges the December before its own year and settles it', () => {
    const updated = buildWorkCalendar(newer)
    expect(isWorkingDay(updated, '2026-12-31')).toBe(false)
    expect(isWorkingDay(updated, '2026-12-27')).toBe(true)
    expect(dayFacts(updated, '2026-12-27')).toMatchObject({ kind: 'makeUpWorkday', name: '元旦', unsettled: false })
    expect(touchesUnpublished(updated, '2026-12-21', '2027-01-12')).toBe(false)
    expect(addWorkingDays(updated, '2026-12-21', 15)).toBe('2027-01-12')
  })

  test('leaves the version before it as it was', () => {
    expect(shipped.years.some((year) => year.year === 2027)).toBe(false)
    expect(isWorkingDay(buildWorkCalendar(shipped), '2026-12-31')).toBe(true)
    expect(buildWorkCalendar(newer).versionId).toBe('cn-2027')
    expect(calendar.versionId).toBe('cn-2020-2026')
  })

  test('counts from the day it was adopted', () => {
    const versions = [newer, shipped]
    expect(calendarVersionOn(versions, '2026-11-09')?.id).toBe('cn-2020-2026')
    expect(calendarVersionOn(versions, '2026-11-10')?.id).toBe('cn-2027')
    expect(calendarVersionOn(versions, '2013-01-01')?.id).toBe('cn-2020-2026')
    expect(calendarVersionOn([], '2026-11-10')).toBeUndefined()
  })

  test('a year entered before its notice keeps the statutory days and stays unsettled', () => {
    const guess: CalendarYear = { ...year2027, status: 'provisional' }
    const updated = buildWorkCalendar(withYear(shipped, guess, { id: 'guess', adoptedOn: '2026-11-10' }))
    expect(isWorkingDay(updated, '2026-12-31')).toBe(false)
    expect(isWorkingDay(updated, '2027-10-01')).toBe(false)
    expect(touchesUnpublished(updated, '2027-03-01', '2027-03-02')).toBe(true)
  })
})

test('a local day wins over the national arrangement and over the ordinary week', () => {
  const local = withLocalDays(
    shipped,
    [
      { date: '2022-07-11', kind: 'off', name: '本地节日', basis: '试验用' },
      { date: '2022-10-01', kind: 'work', name: '本地上班', basis: '试验用' },
    ],
    { id: 'local', adoptedOn: '2022-01-01' },
  )
  const updated = buildWorkCalendar(local)
  expect(dayFacts(updated, '2022-07-11')).toMatchObject({ kind: 'localHoliday', working: false, name: '本地节日' })
  expect(dayFacts(updated, '2022-10-01')).toMatchObject({ kind: 'localWorkday', working: true })
  expect(addWorkingDays(updated, '2022-07-08', 1)).toBe('2022-07-12')
})
