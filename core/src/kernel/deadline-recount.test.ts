import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultAlertRule } from './alert-level-rule.ts'
import { addDays } from './dates.ts'
import { computeDeadline, recountDeadline } from './deadline.ts'
import { changedDays, recountEffect, touchedBetween } from './deadline-recount.ts'
import { defaultCountingRule } from './deadline-rule.ts'
import { publishedYears, shippedCalendarVersion } from './work-calendar-notices.ts'
import { withLocalDays, withYear } from './work-calendar-year.ts'
import { addWorkingDays, buildWorkCalendar, countWorkingDays } from './work-calendar.ts'

const rule = {
  key: 'complaint.handle',
  ruleVersion: '1',
  days: 15,
  unit: 'working',
  counting: defaultCountingRule,
  alert: defaultAlertRule,
} as const
const shipped = buildWorkCalendar(shippedCalendarVersion)
const withOff = (...dates: string[]) =>
  buildWorkCalendar(
    withLocalDays(
      shippedCalendarVersion,
      dates.map((date) => ({ date, kind: 'off', name: '本地', basis: '依据' })),
      { id: 'next', adoptedOn: '2022-10-01' },
    ),
  )
const due = (on: string, calendar = shipped) => computeDeadline(rule, { kind: 'assigned', on }, calendar)

test('a local day off inside the period moves the last day and is named as the reason', () => {
  const before = due('2022-09-28')
  const after = recountDeadline(before, rule, withOff('2022-10-12'))
  expect([before.dueOn, after.dueOn]).toEqual(['2022-10-24', '2022-10-25'])
  expect(recountEffect(before, after)).toBe('due')
  expect(changedDays(shipped, withOff('2022-10-12'), before.dayZero, after.dueOn)).toEqual([
    { day: '2022-10-12', before: { kind: 'workday', name: '' }, after: { kind: 'localHoliday', name: '本地' } },
  ])
})

test('a day off after the last day, or on a rest day, moves nothing', () => {
  const before = due('2022-09-28')
  for (const day of ['2022-10-25', '2022-10-15'])
    expect(recountEffect(before, recountDeadline(before, rule, withOff(day)))).toBeNull()
  expect(changedDays(shipped, withOff('2022-10-15'), '2022-10-01', '2022-10-31')).toEqual([])
})

test('the notice of the year that was missing makes a date certain without moving it', () => {
  const missing = { ...shippedCalendarVersion, years: publishedYears.filter((year) => year.year !== 2026) }
  const before = due('2026-03-02', buildWorkCalendar(missing))
  expect(before.provisional).toBe(true)
  const notice = withYear(missing, publishedYears.at(-1)!, { id: 'next', adoptedOn: '2026-01-01' })
  const after = recountDeadline(before, rule, buildWorkCalendar(notice))
  expect([after.dueOn, after.provisional, recountEffect(before, after)]).toEqual([before.dueOn, false, 'certainty'])
})

test('with more days off a date never comes earlier, and it moves by as many working days as were lost', () => {
  fc.assert(
    fc.property(fc.nat(700), fc.uniqueArray(fc.nat(60), { maxLength: 5 }), (start, offsets) => {
      const on = addDays('2022-01-03', start)
      const calendar = withOff(...offsets.map((offset) => addDays(on, offset)))
      const before = due(on)
      const after = recountDeadline(before, rule, calendar)
      expect(after.dueOn >= before.dueOn).toBe(true)
      const lost = changedDays(shipped, calendar, addDays(before.dayZero, 1), after.dueOn).length
      expect(countWorkingDays(shipped, before.dueOn, after.dueOn)).toBe(lost)
      expect(after.dueOn).toBe(addWorkingDays(calendar, on, 15))
      expect(recountEffect(before, before)).toBeNull()
    }),
  )
})

test('a deadline that no changed day touches is counted as before, whatever its unit', () => {
  const missing = { ...shippedCalendarVersion, years: publishedYears.filter((year) => year.year !== 2023) }
  const calendars = [
    shipped,
    buildWorkCalendar({ ...missing, id: 'without-2023' }),
    withOff('2022-10-12', '2022-12-30'),
  ]
  const calendar = fc.constantFrom(...calendars)
  const unit = fc.constantFrom('working', 'calendar', 'month')
  let untouched = 0
  fc.assert(
    fc.property(
      calendar,
      calendar,
      fc.nat(500),
      unit,
      fc.integer({ min: 1, max: 40 }),
      (before, after, start, of, days) => {
        const long = { ...rule, unit: of, days: of === 'month' ? 1 + (days % 6) : days }
        const record = computeDeadline(long, { kind: 'assigned', on: addDays('2022-01-03', start) }, before)
        const again = recountDeadline(record, long, after)
        if (touchedBetween(before, after)(record.dayZero, record.dueOn)) return
        untouched++
        expect({ ...again, calendarVersion: record.calendarVersion }).toEqual(record)
      },
    ),
    { numRuns: 300 },
  )
  expect(untouched).toBeGreaterThan(20)
})
