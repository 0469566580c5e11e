import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayNumber, isoDay } from './dates.ts'
import { explainDays, explainTo } from './work-calendar-explain.ts'
import { shippedCalendarVersion } from './work-calendar-notices.ts'
import { addWorkingDays, buildWorkCalendar, countWorkingDays, isWorkingDay } from './work-calendar.ts'

const calendar = buildWorkCalendar(shippedCalendarVersion)
const anyDay = fc.integer({ min: dayNumber('2019-06-01'), max: dayNumber('2028-06-30') }).map(isoDay)

test('National Day 2022: the two worked weekend days count, the seven days off do not', () => {
  const days = explainDays(calendar, '2022-09-28', 15)
  expect(days[0]).toEqual({
    day: '2022-09-28',
    number: null,
    dayZero: true,
    kind: 'workday',
    name: '',
    unsettled: false,
  })
  expect(days.filter((day) => day.kind === 'holiday').map((day) => day.day)).toEqual([
    '2022-10-01',
    '2022-10-02',
    '2022-10-03',
    '2022-10-04',
    '2022-10-05',
    '2022-10-06',
    '2022-10-07',
  ])
  expect(days.filter((day) => day.kind === 'makeUpWorkday').map((day) => [day.day, day.number])).toEqual([
    ['2022-10-08', 3],
    ['2022-10-09', 4],
  ])
  expect(days.at(-1)).toMatchObject({ day: '2022-10-24', number: 15 })
})

test('an explanation names every day once and agrees with adding and counting', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (from, n) => {
      const days = explainDays(calendar, from, n)
      expect(days.map((day) => day.day)).toEqual(days.map((_, offset) => addDays(from, offset)))
      expect(days.at(-1)).toMatchObject({ day: addWorkingDays(calendar, from, n), number: n })
      const counted = days.filter((day) => day.number !== null)
      expect(counted.map((day) => day.number)).toEqual(counted.map((_, place) => place + 1))
      for (const day of days.slice(1)) expect(day.number !== null).toBe(isWorkingDay(calendar, day.day))
      expect(days.filter((day) => day.dayZero)).toHaveLength(1)
    }),
  )
})

test('between two days it counts what countWorkingDays counts', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (from, length) => {
      const to = addDays(from, length)
      const counted = explainTo(calendar, from, to).filter((day) => day.number !== null)
      expect(counted).toHaveLength(countWorkingDays(calendar, from, to))
    }),
  )
  expect(explainTo(calendar, '2022-10-02', '2022-10-01')).toEqual([])
})
