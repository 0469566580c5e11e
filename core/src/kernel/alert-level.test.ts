import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alertLevelOn, alertThresholds, daysLeftAt, timeLeftOn, workingDaysLeft } from './alert-level.ts'
import { alertLevels, defaultAlertRule, type AlertRule } from './alert-level-rule.ts'
import { addDays, dayNumber, isoDay } from './dates.ts'
import { shippedCalendarVersion } from './work-calendar-notices.ts'
import { addWorkingDays, buildWorkCalendar, countWorkingDays } from './work-calendar.ts'

const calendar = buildWorkCalendar(shippedCalendarVersion)
const start = fc.integer({ min: dayNumber('2020-03-01'), max: dayNumber('2026-03-01') }).map(isoDay)
const lamp = fc.record({
  percentLeft: fc.option(fc.integer({ min: 0, max: 100 })),
  workingDaysLeft: fc.option(fc.integer({ min: 0, max: 20 })),
})

function thresholdsOf(dayZero: string, n: number, rule: AlertRule = defaultAlertRule) {
  const dueOn = addWorkingDays(calendar, dayZero, n)
  return { dueOn, thresholds: alertThresholds(calendar, rule, { dayZero, dueOn, periodDays: n }) }
}

describe('the lamps of a 15-day period over National Day 2022', () => {
  const record = thresholdsOf('2022-09-28', 15)

  test('come on at five and two working days left, and red the day after', () => {
    expect(record).toEqual({
      dueOn: '2022-10-24',
      thresholds: { blueFrom: '2022-10-17', yellowFrom: '2022-10-20', overdueFrom: '2022-10-25' },
    })
    expect(workingDaysLeft(calendar, record, record.thresholds.blueFrom)).toBe(5)
    expect(workingDaysLeft(calendar, record, record.thresholds.yellowFrom)).toBe(2)
  })

  test.each([
    ['2022-09-28', 'normal'],
    ['2022-10-16', 'normal'],
    ['2022-10-17', 'blue'],
    ['2022-10-19', 'blue'],
    ['2022-10-20', 'yellow'],
    ['2022-10-24', 'yellow'],
    ['2022-10-25', 'red'],
    ['2023-06-01', 'red'],
  ])('%s is %s', (day, level) => {
    expect(alertLevelOn(record, day)).toBe(level)
  })
})

describe('percentage and number', () => {
  test('the share left is rounded down, then compared', () => {
    // 4 of 13 is 30.7 %: rounded down 30, so the lamp of 30 % is on
    expect(daysLeftAt({ percentLeft: 30, workingDaysLeft: null }, 13)).toBe(4)
    // 5 of 16 is 31.25 %
    expect(daysLeftAt({ percentLeft: 30, workingDaysLeft: null }, 16)).toBe(4)
    expect(daysLeftAt({ percentLeft: 30, workingDaysLeft: null }, 100)).toBe(30)
  })

  test('the earlier of the two wins', () => {
    expect(daysLeftAt({ percentLeft: 30, workingDaysLeft: 5 }, 15)).toBe(5)
    expect(daysLeftAt({ percentLeft: 30, workingDaysLeft: 5 }, 120)).toBe(37)
  })

  test('a lamp with neither never comes on before red', () => {
    const off = { percentLeft: null, workingDaysLeft: null }
    const record = thresholdsOf('2022-09-28', 15, { blue: off, yellow: off })
    expect(alertLevelOn(record, record.dueOn)).toBe('normal')
    expect(alertLevelOn(record, addDays(record.dueOn, 1))).toBe('red')
  })

  test('the level is what the definition says on every day, for any rule and period', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 120 }), lamp, lamp, (dayZero, n, blue, yellow) => {
        const record = thresholdsOf(dayZero, n, { blue, yellow })
        for (let day = dayZero; day <= addDays(record.dueOn, 3); day = addDays(day, 1)) {
          const left = countWorkingDays(calendar, day, record.dueOn)
          const on = ({ percentLeft, workingDaysLeft: number }: typeof blue) =>
            (percentLeft !== null && Math.floor((100 * left) / n) <= percentLeft) || (number !== null && left <= number)
          const expected = day > record.dueOn ? 'red' : on(yellow) ? 'yellow' : on(blue) ? 'blue' : 'normal'
          expect([day, alertLevelOn(record, day)]).toEqual([day, expected])
        }
      }),
      { numRuns: 150 },
    )
  })

  test('thresholds stand in order and a level never goes back', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 120 }), lamp, lamp, (dayZero, n, blue, yellow) => {
        const record = thresholdsOf(dayZero, n, { blue, yellow })
        const { blueFrom, yellowFrom, overdueFrom } = record.thresholds
        expect(blueFrom >= dayZero && blueFrom <= yellowFrom && yellowFrom <= overdueFrom).toBe(true)
        let worst = 0
        for (let day = dayZero; day <= overdueFrom; day = addDays(day, 1)) {
          const rank = alertLevels.indexOf(alertLevelOn(record, day))
          expect(rank).toBeGreaterThanOrEqual(worst)
          worst = rank
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('the time left in words', () => {
  test.each([
    ['2022-10-19', { kind: 'workingDaysLeft', days: 3 }],
    ['2022-10-24', { kind: 'dueToday' }],
    ['2022-10-26', { kind: 'overdue', days: 2 }],
  ])('due 2022-10-24, seen on %s', (day, expected) => {
    expect(timeLeftOn(calendar, { dueOn: '2022-10-24' }, day)).toEqual(expected)
  })

  test('due on a rest day, and rest days after a due day', () => {
    // 31 December 2022 is off, 30 December is the last working day
    expect(timeLeftOn(calendar, { dueOn: '2022-12-31' }, '2022-12-30')).toEqual({ kind: 'restDaysLeft', days: 1 })
    expect(timeLeftOn(calendar, { dueOn: '2022-09-30' }, '2022-10-07')).toEqual({ kind: 'justOverdue' })
    expect(timeLeftOn(calendar, { dueOn: '2022-09-30' }, '2022-10-08')).toEqual({ kind: 'overdue', days: 1 })
  })

  test('left before the due day and over after it are the same distance', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 60 }), (day, n) => {
        const later = addWorkingDays(calendar, day, n)
        expect(workingDaysLeft(calendar, { dueOn: later }, day)).toBe(n)
        expect(workingDaysLeft(calendar, { dueOn: day }, later)).toBe(-n)
        expect(Object.is(workingDaysLeft(calendar, { dueOn: day }, day), 0)).toBe(true)
      }),
    )
  })
})
