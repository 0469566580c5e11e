import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultAlertRule } from './alert-level-rule.ts'
import { addDays, dayNumber, isoDay } from './dates.ts'
import { explainDeadline } from './deadline-explain.ts'
import { defaultCountingRule, periodUnits, type DeadlineRule } from './deadline-rule.ts'
import { computeDeadline, extendDeadline, fixedDeadline } from './deadline.ts'
import { explainDays } from './work-calendar-explain.ts'
import { explainedDeadlineLine } from './work-calendar-labels.zh.ts'
import { shippedCalendarVersion } from './work-calendar-notices.ts'
import { buildWorkCalendar } from './work-calendar.ts'

const calendar = buildWorkCalendar(shippedCalendarVersion)
const rule = (days: number, unit: DeadlineRule['unit']): DeadlineRule => ({
  key: 'complaint.handle',
  ruleVersion: 'rules-1',
  days,
  unit,
  counting: defaultCountingRule,
  alert: defaultAlertRule,
})
const assigned = (on: string) => ({ kind: 'assigned', on })

test('a period in working days is explained as the calendar explains it', () => {
  const record = computeDeadline(rule(15, 'working'), assigned('2022-09-28'), calendar)
  const days = explainDeadline(record, defaultCountingRule, calendar)
  const plain = days.map(({ leg: _leg, unit: _unit, endMoved: _moved, ...day }) => day)
  expect(plain).toEqual(explainDays(calendar, '2022-09-28', 15))
})

test('the days by which an end was moved are named', () => {
  const record = computeDeadline(rule(3, 'calendar'), assigned('2022-09-29'), calendar)
  expect(explainDeadline(record, defaultCountingRule, calendar).map(explainedDeadlineLine)).toEqual([
    '2022-09-29 周四 起算当日，不计（工作日）',
    '2022-09-30 周五 第 1 日',
    '2022-10-01 周六 第 2 日（国庆节放假）',
    '2022-10-02 周日 第 3 日（国庆节放假）',
    '2022-10-03 周一 顺延：国庆节放假',
    '2022-10-04 周二 顺延：国庆节放假',
    '2022-10-05 周三 顺延：国庆节放假',
    '2022-10-06 周四 顺延：国庆节放假',
    '2022-10-07 周五 顺延：国庆节放假',
    '2022-10-08 周六 顺延至此（国庆节调休上班）',
  ])
})

test('an extension is a stretch of its own', () => {
  const handle = rule(2, 'working')
  const record = extendDeadline(
    computeDeadline(handle, assigned('2022-09-28'), calendar),
    { days: 1, unit: 'working' },
    handle,
    calendar,
  )
  const lines = explainDeadline(record, defaultCountingRule, calendar).map(explainedDeadlineLine)
  expect(lines[2]).toBe('2022-09-30 周五 第 2 个工作日')
  expect(lines.at(-1)).toBe('2022-10-08 周六 延长第 1 个工作日（国庆节调休上班）')
})

describe('what holds for every deadline', () => {
  test('every day once, from day zero to the due day, and the last number is the period', () => {
    const start = fc.integer({ min: dayNumber('2020-03-01'), max: dayNumber('2026-01-01') }).map(isoDay)
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 30 }), fc.constantFrom(...periodUnits), (on, n, unit) => {
        const asked = unit === 'year' || unit === 'month' ? rule(Math.ceil(n / 10), unit) : rule(n, unit)
        const record = computeDeadline(asked, assigned(on), calendar)
        const days = explainDeadline(record, defaultCountingRule, calendar)
        expect(days.map((day) => day.day)).toEqual(days.map((_, offset) => addDays(on, offset)))
        expect(days.at(-1)?.day).toBe(record.dueOn)
        expect(Math.max(0, ...days.map((day) => day.number ?? 0))).toBe(
          unit === 'working' || unit === 'calendar' ? n : 0,
        )
        for (const day of days) expect(explainedDeadlineLine(day)).not.toMatch(/undefined|null/)
      }),
    )
  })

  test('a given date shows the working days until it', () => {
    const record = fixedDeadline(rule(1, 'working'), assigned('2022-12-29'), '2022-12-31', calendar)
    expect(explainDeadline(record, defaultCountingRule, calendar).map(explainedDeadlineLine)).toEqual([
      '2022-12-29 周四 起算当日，不计（工作日）',
      '2022-12-30 周五 第 1 个工作日',
      '2022-12-31 周六 不计：元旦放假',
    ])
  })
})
