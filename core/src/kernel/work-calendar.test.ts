import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayNumber, isoDay, weekday } from './dates.ts'
import { OutsideCalendar } from './work-calendar-days.ts'
import { publishedYears, shippedCalendarVersion } from './work-calendar-notices.ts'
import {
  addWorkingDays,
  addWorkingDaysToMany,
  buildWorkCalendar,
  countWorkingDays,
  isWorkingDay,
  touchesUnpublished,
  workingDayFrom,
  workingDaysOfYear,
} from './work-calendar.ts'

const calendar = buildWorkCalendar(shippedCalendarVersion)

// The reference: nothing but the notices' lists and the day of the week, one day at a time.
const off = new Set<string>()
const worked = new Set<string>()
for (const { days } of publishedYears) for (const { date, kind } of days) (kind === 'off' ? off : worked).add(date)
function worksByTheLists(day: string): boolean {
  if (worked.has(day)) return true
  return !off.has(day) && weekday(day) <= 5
}
function walk(from: string, n: number): string {
  let day = from
  for (let left = n; left > 0;) {
    day = addDays(day, 1)
    if (worksByTheLists(day)) left--
  }
  return day
}

const publishedDay = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2026-06-30') }).map(isoDay)
const anyDay = fc.integer({ min: dayNumber('2014-03-01'), max: dayNumber('2040-06-30') }).map(isoDay)

describe('adding working days', () => {
  test.each([
    ['2022-06-30', 15, '2022-07-21'],
    ['2022-09-28', 5, '2022-10-10'],
    ['2022-09-28', 15, '2022-10-24'],
    ['2022-12-29', 5, '2023-01-06'],
    ['2023-01-19', 5, '2023-01-31'],
    ['2023-04-27', 15, '2023-05-22'],
    ['2023-09-28', 15, '2023-10-25'],
    ['2024-02-08', 5, '2024-02-21'],
    ['2024-09-29', 15, '2024-10-24'],
    ['2025-01-24', 5, '2025-02-07'],
    ['2025-09-29', 15, '2025-10-27'],
    ['2026-02-12', 15, '2026-03-11'],
    ['2026-09-18', 5, '2026-09-24'],
    ['2026-09-24', 15, '2026-10-22'],
    ['2026-12-21', 15, '2027-01-12'],
    // 2020: 春节 lengthened to 2 February by the second notice
    ['2020-01-23', 1, '2020-02-03'],
  ])('%s + %i working days is %s', (from, n, due) => {
    expect(addWorkingDays(calendar, from, n)).toBe(due)
  })

  test('the whole published range agrees with a day-by-day walk', () => {
    fc.assert(
      fc.property(publishedDay, fc.integer({ min: 1, max: 100 }), (from, n) => {
        expect(addWorkingDays(calendar, from, n)).toBe(walk(from, n))
      }),
      { numRuns: 2000 },
    )
  })

  test('counting undoes adding, forwards and backwards, from every day', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -40, max: 120 }).filter((n) => n !== 0),
        (from, n) => {
          expect(countWorkingDays(calendar, from, addWorkingDays(calendar, from, n))).toBe(n)
        },
      ),
    )
  })

  test('the answer is a working day, after the start, and one working day more is later', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 120 }), (from, n) => {
        const due = addWorkingDays(calendar, from, n)
        expect(isWorkingDay(calendar, due)).toBe(true)
        expect(due > from).toBe(true)
        expect(addWorkingDays(calendar, from, n + 1) > due).toBe(true)
      }),
    )
  })

  test('a later start never ends earlier', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: 1, max: 60 }), (a, b, n) => {
        const [earlier, later] = a <= b ? [a, b] : [b, a]
        expect(addWorkingDays(calendar, earlier, n) <= addWorkingDays(calendar, later, n)).toBe(true)
      }),
    )
  })

  test('two periods in a row are one long period', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (from, a, b) => {
        expect(addWorkingDays(calendar, addWorkingDays(calendar, from, a), b)).toBe(
          addWorkingDays(calendar, from, a + b),
        )
      }),
    )
  })

  test('0 keeps a working day and moves a rest day to the next working day', () => {
    expect(workingDayFrom(calendar, '2022-09-30')).toBe('2022-09-30')
    expect(workingDayFrom(calendar, '2022-10-01')).toBe('2022-10-08')
  })

  test('many at once are the same as one by one', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyDay, fc.integer({ min: 1, max: 90 }))), (asked) => {
        const due = addWorkingDaysToMany(
          calendar,
          Int32Array.from(asked, ([from]) => dayNumber(from)),
          Int32Array.from(asked, ([, n]) => n),
        )
        expect([...due].map(isoDay)).toEqual(asked.map(([from, n]) => addWorkingDays(calendar, from, n)))
      }),
    )
  })
})

describe('counting working days', () => {
  test('the years have the working days of the notices', () => {
    const perYear = [2020, 2021, 2022, 2023, 2024, 2025, 2026].map((year) =>
      countWorkingDays(calendar, `${year - 1}-12-31`, `${year}-12-31`),
    )
    expect(perYear).toEqual([249, 250, 249, 249, 251, 248, 248])
    expect([2020, 2021, 2022, 2023, 2024, 2025, 2026].map((year) => workingDaysOfYear(calendar, year))).toEqual(perYear)
    // The first and the last year that are covered have no day before and none after.
    expect([2014, 2040].map((year) => workingDaysOfYear(calendar, year) > 240)).toEqual([true, true])
  })

  test('the first day does not count, the last does', () => {
    expect(countWorkingDays(calendar, '2022-09-29', '2022-09-30')).toBe(1)
    expect(countWorkingDays(calendar, '2022-09-30', '2022-10-07')).toBe(0)
    expect(countWorkingDays(calendar, '2022-10-07', '2022-10-09')).toBe(2)
    expect(Object.is(countWorkingDays(calendar, '2022-10-07', '2022-10-01'), 0)).toBe(true)
  })

  test('31 December 2022 is a day off of the next year and 2 January 2023 follows it', () => {
    expect(addWorkingDays(calendar, '2022-12-30', 1)).toBe('2023-01-03')
    expect(countWorkingDays(calendar, '2022-12-30', '2023-01-03')).toBe(1)
  })
})

describe('what a notice may still change', () => {
  test('a published year is settled across its boundary to another published year', () => {
    expect(touchesUnpublished(calendar, '2022-12-20', '2023-01-20')).toBe(false)
  })

  test('a year without a notice is not', () => {
    expect(touchesUnpublished(calendar, '2026-12-21', '2027-01-12')).toBe(true)
    expect(touchesUnpublished(calendar, '2027-03-01', '2027-03-02')).toBe(true)
    expect(touchesUnpublished(calendar, '2026-11-01', '2026-12-24')).toBe(false)
  })

  test('the last week of December waits for the next notice', () => {
    expect(touchesUnpublished(calendar, '2026-12-24', '2026-12-25')).toBe(true)
  })
})

test.each(['2022-02-30', '2022-13-01', '2013-12-31', '2041-01-01', '2022-1-1', '2022/01/01', '', '20220101', '今天'])(
  'a day that does not exist or is not covered is refused: "%s"',
  (day) => {
    expect(() => addWorkingDays(calendar, day, 1)).toThrow(OutsideCalendar)
    expect(() => countWorkingDays(calendar, '2022-01-01', day)).toThrow(OutsideCalendar)
  },
)

test('a period that runs out of the calendar is refused, never shortened', () => {
  expect(() => addWorkingDays(calendar, '2040-12-20', 60)).toThrow(OutsideCalendar)
  expect(() => addWorkingDays(calendar, '2014-01-05', -60)).toThrow(OutsideCalendar)
  expect(() => addWorkingDays(calendar, '2022-01-05', 1.5)).toThrow(OutsideCalendar)
})
