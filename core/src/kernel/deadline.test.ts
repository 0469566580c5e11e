import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alertLevelOn } from './alert-level.ts'
import { defaultAlertRule } from './alert-level-rule.ts'
import { addDays, addMonths, dayNumber, isoDay } from './dates.ts'
import { deadlineRecord } from './deadline-row.ts'
import { defaultCountingRule, type CountingRule, type DeadlineRule } from './deadline-rule.ts'
import { computeDeadline, extendDeadline, fixedDeadline, isLate, recountDeadline } from './deadline.ts'
import { shippedCalendarVersion } from './work-calendar-notices.ts'
import { withLocalDays } from './work-calendar-year.ts'
import { addWorkingDays, buildWorkCalendar, isWorkingDay } from './work-calendar.ts'

const calendar = buildWorkCalendar(shippedCalendarVersion)
const start = fc.integer({ min: dayNumber('2020-03-01'), max: dayNumber('2026-03-01') }).map(isoDay)

function rule(days: number, unit: DeadlineRule['unit'], counting: Partial<CountingRule> = {}): DeadlineRule {
  return {
    key: 'complaint.handle',
    ruleVersion: 'rules-1',
    days,
    unit,
    counting: { ...defaultCountingRule, ...counting },
    alert: defaultAlertRule,
  }
}
const due = (asked: DeadlineRule, on: string, at?: string) =>
  computeDeadline(asked, at === undefined ? { kind: 'assigned', on } : { kind: 'assigned', on, at }, calendar).dueOn

test('fifteen working days over National Day 2022, as a complete record', () => {
  expect(computeDeadline(rule(15, 'working'), { kind: 'assigned', on: '2022-09-28' }, calendar)).toEqual({
    ruleKey: 'complaint.handle',
    ruleVersion: 'rules-1',
    calendarVersion: 'cn-2020-2026',
    startEvent: 'assigned',
    startOn: '2022-09-28',
    startAt: null,
    dayZero: '2022-09-28',
    legs: [{ days: 15, unit: 'working' }],
    dueOn: '2022-10-24',
    dueTime: '24:00',
    usedDays: 0,
    countedDays: 15,
    thresholds: { blueFrom: '2022-10-17', yellowFrom: '2022-10-20', overdueFrom: '2022-10-25' },
    provisional: false,
  })
})

describe('receipt on a rest day or after hours', () => {
  const next = { lateReceipt: 'nextWorkingDay' } as const
  test.each([
    // a working day within hours: that day is not counted either way
    ['2022-09-28', '17:30', '2022-09-29', '2022-09-29'],
    ['2022-09-28', '17:31', '2022-09-29', '2022-09-30'],
    // the first day of National Day: 8 October is the first working day after it
    ['2022-10-01', undefined, '2022-10-08', '2022-10-09'],
  ])('%s %s: one working day ends %s, or %s with the setting', (on, at, sameDay, nextDay) => {
    expect(due(rule(1, 'working'), on, at)).toBe(sameDay)
    expect(due(rule(1, 'working', next), on, at)).toBe(nextDay)
  })
})

describe('days of the calendar, months and years', () => {
  test.each([
    [15, 'calendar', 'moves', '2022-06-01', '2022-06-16'],
    // 15 June + 110 days is 3 October: moved behind the holiday, or left alone
    [110, 'calendar', 'moves', '2022-06-15', '2022-10-08'],
    [110, 'calendar', 'stays', '2022-06-15', '2022-10-03'],
    [1, 'month', 'moves', '2022-01-31', '2022-02-28'],
    [1, 'month', 'stays', '2022-01-15', '2022-02-15'],
    [1, 'year', 'stays', '2020-02-29', '2021-02-28'],
    [3, 'month', 'moves', '2022-06-30', '2022-09-30'],
    [6, 'month', 'moves', '2022-06-30', '2022-12-30'],
    // 31 December 2022 is a Saturday off, 1 and 2 January as well
    [2, 'month', 'moves', '2022-10-31', '2023-01-03'],
  ] as const)('%i %s(s), the end %s: from %s to %s', (days, unit, restDayEnd, on, expected) => {
    expect(due(rule(days, unit, { restDayEnd }), on)).toBe(expected)
  })

  test('a moved end is a working day, and never earlier than the unmoved one', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 200 }), (on, days) => {
        const moved = due(rule(days, 'calendar'), on)
        expect(isWorkingDay(calendar, moved)).toBe(true)
        expect(moved >= addDays(on, days)).toBe(true)
      }),
    )
  })

  test('months keep the day or end with the month', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 48 }), (on, months) => {
        const end = addMonths(on, months)
        const distance = (+end.slice(0, 4) - +on.slice(0, 4)) * 12 + +end.slice(5, 7) - +on.slice(5, 7)
        expect(distance).toBe(months)
        expect(end.slice(8) === on.slice(8) || addDays(end, 1).slice(8) === '01').toBe(true)
      }),
    )
  })
})

describe('an extension', () => {
  test('is counted from the old due day, and the lamps go by both periods together', () => {
    const handle = rule(15, 'working')
    const first = computeDeadline(handle, { kind: 'assigned', on: '2022-09-28' }, calendar)
    const longer = extendDeadline(first, { days: 15, unit: 'working' }, handle, calendar)
    expect(longer.dueOn).toBe('2022-11-14')
    expect(longer.dueOn).toBe(addWorkingDays(calendar, '2022-09-28', 30))
    expect(longer).toMatchObject({ dayZero: '2022-09-28', startEvent: 'assigned', countedDays: 30 })
    // 30 % of 30 days is 9 working days, more than the 5 of the number
    expect(longer.thresholds.blueFrom).toBe(addWorkingDays(calendar, '2022-09-28', 21))
    expect(first.dueOn).toBe('2022-10-24')
  })

  test('in days of the calendar starts at the moved end of the first period', () => {
    const handle = rule(110, 'calendar')
    const first = computeDeadline(handle, { kind: 'assigned', on: '2022-06-15' }, calendar)
    const longer = extendDeadline(first, { days: 10, unit: 'calendar' }, handle, calendar)
    expect(longer.dueOn).toBe('2022-10-18')
    expect(recountDeadline(longer, handle, calendar)).toEqual(longer)
  })
})

describe('a date that is given', () => {
  const given = (dueOn: string, on = '2022-06-15') =>
    fixedDeadline(rule(1, 'working'), { kind: 'published', on }, dueOn, calendar)

  test('stays on a rest day and is not provisional, its lamps go by the working days from publication', () => {
    const record = given('2022-12-31')
    expect(record).toMatchObject({ dueOn: '2022-12-31', legs: [], countedDays: 138, provisional: false })
    expect(record.thresholds.overdueFrom).toBe('2023-01-01')
    expect(alertLevelOn(record, '2022-12-30')).toBe('yellow')
    // 42 of 138 working days are 30.4 %, rounded down 30
    expect(alertLevelOn(record, addWorkingDays(calendar, '2022-12-30', -42))).toBe('blue')
    expect(alertLevelOn(record, addWorkingDays(calendar, '2022-12-30', -43))).toBe('normal')
  })

  test('in a year without a notice is not provisional: it does not move', () => {
    expect(given('2027-06-30', '2026-12-01').provisional).toBe(false)
  })

  test('before the start is overdue from the first day', () => {
    const record = given('2022-06-01')
    expect(record.countedDays).toBe(0)
    expect(alertLevelOn(record, '2022-06-15')).toBe('red')
    expect(record.thresholds.blueFrom <= record.thresholds.yellowFrom).toBe(true)
  })
})

test('the last day ends at midnight or at the close of business', () => {
  const midnight = computeDeadline(rule(15, 'working'), { kind: 'assigned', on: '2022-09-28' }, calendar)
  const office = computeDeadline(
    rule(15, 'working', { dayEnds: 'closeOfBusiness', closeOfBusiness: '17:00' }),
    { kind: 'assigned', on: '2022-09-28' },
    calendar,
  )
  expect(office.dueTime).toBe('17:00')
  expect(isLate(midnight, '2022-10-24', '23:59')).toBe(false)
  expect(isLate(office, '2022-10-24', '17:00')).toBe(false)
  expect(isLate(office, '2022-10-24', '17:01')).toBe(true)
  expect(isLate(office, '2022-10-23', '23:59')).toBe(false)
  expect(isLate(midnight, '2022-10-25')).toBe(true)
})

describe('another calendar version', () => {
  const handle = rule(15, 'working')
  const withHoliday = buildWorkCalendar(
    withLocalDays(shippedCalendarVersion, [{ date: '2022-10-12', kind: 'off', name: '本地节日', basis: '试验用' }], {
      id: 'local',
      adoptedOn: '2022-10-01',
    }),
  )

  test('moves what it touches, extensions included, and names itself', () => {
    const first = computeDeadline(handle, { kind: 'assigned', on: '2022-09-28' }, calendar)
    const longer = extendDeadline(first, { days: 15, unit: 'working' }, handle, calendar)
    expect(recountDeadline(first, handle, withHoliday)).toMatchObject({ dueOn: '2022-10-25', calendarVersion: 'local' })
    expect(recountDeadline(longer, handle, withHoliday).dueOn).toBe('2022-11-15')
    expect(recountDeadline(first, handle, calendar)).toEqual(first)
  })

  test('never moves a given date', () => {
    const record = fixedDeadline(handle, { kind: 'published', on: '2022-09-01' }, '2022-10-12', calendar)
    expect(recountDeadline(record, handle, withHoliday).dueOn).toBe('2022-10-12')
  })
})

test('a deadline in a year without a notice is provisional', () => {
  const record = computeDeadline(rule(15, 'working'), { kind: 'assigned', on: '2026-12-21' }, calendar)
  expect(record).toMatchObject({ dueOn: '2027-01-12', provisional: true })
})

test('a record survives storage unchanged', () => {
  fc.assert(
    fc.property(
      start,
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom('working', 'calendar', 'month'),
      (on, n, unit) => {
        const record = computeDeadline(rule(n, unit), { kind: 'assigned', on }, calendar)
        expect(deadlineRecord.parse(JSON.parse(JSON.stringify(record)))).toEqual(record)
      },
    ),
  )
})
