import chineseDays from 'chinese-days'
import { describe, expect, test } from 'vitest'
import { addDays, weekday } from './dates.ts'
import { publishedYears, shippedCalendarVersion } from './work-calendar-notices.ts'
import { statutoryHolidays } from './work-calendar-statutory.ts'
import { calendarVersion } from './work-calendar-year.ts'
import { buildWorkCalendar, isWorkingDay } from './work-calendar.ts'

const calendar = buildWorkCalendar(shippedCalendarVersion)

describe('the shipped calendar', () => {
  test('gives the same answer as chinese-days for every day of 2020–2026', () => {
    const different: string[] = []
    let seen = 0
    for (let day = '2020-01-01'; day <= '2026-12-31'; day = addDays(day, 1), seen++)
      if (chineseDays.isWorkday(day) !== isWorkingDay(calendar, day)) different.push(day)
    expect(different).toEqual([])
    expect(seen).toBe(2557)
  })

  test('is a valid version: one notice at least per year, no day twice, make-up days on weekends only', () => {
    expect(calendarVersion.safeParse(shippedCalendarVersion).success).toBe(true)
    expect(publishedYears.map((year) => year.year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026])
    const dates = publishedYears.flatMap((year) => year.days.map((day) => day.date))
    expect(new Set(dates).size).toBe(dates.length)
    for (const year of publishedYears) {
      expect(year.notices.length).toBeGreaterThan(0)
      expect(year.days.map((day) => day.date)).toEqual(year.days.map((day) => day.date).sort())
      for (const day of year.days) if (day.kind === 'work') expect(weekday(day.date)).toBeGreaterThan(5)
    }
  })

  test('every statutory holiday of a published year is a day off', () => {
    for (const { year } of publishedYears)
      for (const { date } of statutoryHolidays(year))
        expect([date, isWorkingDay(calendar, date)]).toEqual([date, false])
  })
})

describe('statutory holidays', () => {
  test('eleven days until 2024, thirteen since 2025', () => {
    expect(new Set(statutoryHolidays(2023).map((day) => day.date)).size).toBe(11)
    expect(statutoryHolidays(2024)).toHaveLength(11)
    expect(statutoryHolidays(2027)).toHaveLength(13)
  })

  test('2027: 除夕 is 5 February, 2 May is off', () => {
    const days = statutoryHolidays(2027)
    expect(days.filter((day) => day.name === '春节').map((day) => day.date)).toEqual([
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
    ])
    expect(days.map((day) => day.date)).toContain('2027-05-02')
    expect(statutoryHolidays(2024).map((day) => day.date)).not.toContain('2024-05-02')
  })

  test('the lunar and solar days agree with a second table for 2019–2040', () => {
    for (let year = 2019; year <= 2040; year++) {
      const days = statutoryHolidays(year)
      const first = (name: string) => days.find((day) => day.name === name)?.date
      const newYear = chineseDays.getSolarDateFromLunar(`${year}-01-01`).date
      expect([year, first('春节')]).toEqual([year, year >= 2025 ? addDays(newYear, -1) : newYear])
      expect(first('清明节')).toBe(chineseDays.getSolarTermDate(year, 4, 'pure_brightness'))
      expect(first('端午节')).toBe(chineseDays.getSolarDateFromLunar(`${year}-05-05`).date)
      expect(first('中秋节')).toBe(chineseDays.getSolarDateFromLunar(`${year}-08-15`).date)
    }
  })

  test('a year nobody wrote down is an error, not a guess', () => {
    expect(() => statutoryHolidays(2041)).toThrow(RangeError)
  })
})
