import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alertLevelOn, workingDaysLeft } from './alert-level.ts'
import { defaultAlertRule } from './alert-level-rule.ts'
import { addDays, dayNumber, isoDay } from './dates.ts'
import { pauseDeadline, resumeDeadline } from './deadline-pause.ts'
import { defaultCountingRule, type DeadlineRule } from './deadline-rule.ts'
import { computeDeadline, extendDeadline, recountDeadline } from './deadline.ts'
import { shippedCalendarVersion } from './work-calendar-notices.ts'
import { addWorkingDays, buildWorkCalendar } from './work-calendar.ts'

const calendar = buildWorkCalendar(shippedCalendarVersion)
const handle: DeadlineRule = {
  key: 'complaint.handle',
  ruleVersion: 'rules-1',
  days: 15,
  unit: 'working',
  counting: defaultCountingRule,
  alert: defaultAlertRule,
}
const first = computeDeadline(handle, { kind: 'assigned', on: '2022-09-28' }, calendar)
const returned = (on: string) => ({ kind: 'returned', on })

describe('a result handed in and returned', () => {
  test('comes back with the days that were left, no new fifteen', () => {
    const paused = pauseDeadline(first, '2022-10-19', calendar)
    expect(paused).toMatchObject({ daysLeft: 3, unit: 'working', usedDays: 12 })
    const resumed = resumeDeadline(paused, handle, returned('2022-10-26'), calendar)
    expect(resumed).toMatchObject({
      startEvent: 'returned',
      dayZero: '2022-10-26',
      dueOn: '2022-10-31',
      countedDays: 15,
      usedDays: 12,
    })
    // five working days or fewer are left all along
    expect(alertLevelOn(resumed, '2022-10-26')).toBe('blue')
  })

  test('an empty answer on the last day ends up overdue', () => {
    const paused = pauseDeadline(first, '2022-10-24', calendar)
    expect(paused.daysLeft).toBe(0)
    const resumed = resumeDeadline(paused, handle, returned('2022-10-25'), calendar)
    expect(resumed).toBe(first)
    expect(alertLevelOn(resumed, '2022-10-25')).toBe('red')
  })

  test('handed in late it stays late', () => {
    const paused = pauseDeadline(first, '2022-10-26', calendar)
    expect(paused.daysLeft).toBe(-2)
    expect(resumeDeadline(paused, handle, returned('2022-10-28'), calendar).dueOn).toBe('2022-10-24')
  })
})

test('pausing and resuming on the same day changes nothing but the start', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 14 }), (worked) => {
      const on = worked === 0 ? '2022-09-28' : addWorkingDays(calendar, '2022-09-28', worked)
      const resumed = resumeDeadline(pauseDeadline(first, on, calendar), handle, returned(on), calendar)
      expect([resumed.dueOn, resumed.countedDays, resumed.thresholds]).toEqual([
        first.dueOn,
        first.countedDays,
        {
          ...first.thresholds,
          blueFrom: on > first.thresholds.blueFrom ? on : first.thresholds.blueFrom,
          yellowFrom: on > first.thresholds.yellowFrom ? on : first.thresholds.yellowFrom,
        },
      ])
    }),
  )
})

test('however often it is paused, a clock never gives more working days than its period', () => {
  const waits = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 9 })), { maxLength: 6 })
  const starts = fc.integer({ min: dayNumber('2020-03-01'), max: dayNumber('2026-01-01') }).map(isoDay)
  fc.assert(
    fc.property(starts, waits, (on, rounds) => {
      let record = computeDeadline(handle, { kind: 'assigned', on }, calendar)
      let used = 0
      for (const [work, wait] of rounds) {
        const handedIn = addWorkingDays(calendar, record.dayZero, work)
        if (handedIn >= record.dueOn) break
        used += work
        const paused = pauseDeadline(record, handedIn, calendar)
        expect(paused.usedDays).toBe(used)
        record = resumeDeadline(paused, handle, returned(addDays(handedIn, wait)), calendar)
      }
      expect(used + workingDaysLeft(calendar, record, record.dayZero)).toBe(15)
      expect(record.countedDays).toBe(15)
    }),
  )
})

test('an extension after a pause lengthens the same period, and a recount keeps it', () => {
  const resumed = resumeDeadline(pauseDeadline(first, '2022-10-19', calendar), handle, returned('2022-10-26'), calendar)
  const longer = extendDeadline(resumed, { days: 15, unit: 'working' }, handle, calendar)
  expect(longer).toMatchObject({ dueOn: addWorkingDays(calendar, '2022-10-26', 18), countedDays: 30 })
  expect(recountDeadline(longer, handle, calendar)).toEqual(longer)
})

test('a period in days of the calendar keeps days of the calendar', () => {
  const days30: DeadlineRule = { ...handle, days: 30, unit: 'calendar' }
  const record = computeDeadline(days30, { kind: 'assigned', on: '2022-06-01' }, calendar)
  const paused = pauseDeadline(record, '2022-06-21', calendar)
  expect(paused).toMatchObject({ unit: 'calendar', daysLeft: 10 })
  expect(resumeDeadline(paused, days30, returned('2022-07-01'), calendar).dueOn).toBe('2022-07-11')
})
