import { describe, expect, test } from 'vitest'
import { computeDeadline } from '../kernel/deadline.ts'
import { shippedCalendarVersion } from '../kernel/work-calendar-notices.ts'
import { buildWorkCalendar } from '../kernel/work-calendar.ts'
import { caseInnerDueOn, deadlineKeys, deadlineRuleOf, extensionsOf, handleRule, triageRule } from './deadline-rules.ts'
import { ruleSetFromPlan } from './from-plan.ts'
import type { RuleSet } from './rule-set.ts'
import { selfSet } from './setting.ts'

const calendar = buildWorkCalendar(shippedCalendarVersion)
const silent = { rules: { complaint: { handle: null, extension: null, feedback: null, rework: null } } }
const head = { id: 'a-1', series: 'a', title: '试验用规则', divisionCode: '320724', validFrom: '2022-06-01' }
const usual = ruleSetFromPlan(silent, head)
const withComplaint = (part: Partial<RuleSet['complaint']>): RuleSet => ({
  ...usual,
  complaint: { ...usual.complaint, ...part },
})

test('every period of a case has a complete rule under its own key', () => {
  for (const key of deadlineKeys) {
    const rule = deadlineRuleOf(usual, key)
    expect(rule).toMatchObject({ key, ruleVersion: 'a-1', unit: expect.any(String) })
    expect(computeDeadline(rule, { kind: 'start', on: '2022-09-28' }, calendar).dueOn > '2022-09-28').toBe(true)
  }
})

test('a rule set may have no period for triage', () => {
  expect(triageRule(usual)).toMatchObject({ key: 'complaint.triage', days: 3, unit: 'working' })
  expect(triageRule(withComplaint({ triage: selfSet(null) }))).toBeNull()
})

describe('the unit’s period', () => {
  const graded = withComplaint({
    tiers: selfSet([{ code: 'major', name: '重大', period: { days: 60, unit: 'calendar' } }]),
  })

  test('is the tier’s own in the first round', () => {
    expect(handleRule(graded)).toMatchObject({ days: 15, unit: 'working' })
    expect(handleRule(graded, 'major')).toMatchObject({ key: 'complaint.handle', days: 60, unit: 'calendar' })
  })

  test('is the rework period in later rounds, whatever the tier', () => {
    const rework = withComplaint({ ...graded.complaint, rework: selfSet({ days: 10, unit: 'working' }) })
    expect(handleRule(rework, 'major', 2)).toMatchObject({ key: 'complaint.rework', days: 10 })
  })

  test('of a tier that the version does not have is a mistake, not a default', () => {
    expect(() => handleRule(graded, 'easy')).toThrow(RangeError)
  })
})

test('rework has no extension unless the rules give one', () => {
  expect([extensionsOf(usual, 1).grants, extensionsOf(usual, 2).grants]).toEqual([1, 0])
  expect(extensionsOf(withComplaint({ extensionInRework: selfSet(true) }), 2)).toEqual({
    grants: 1,
    cap: { days: 15, unit: 'working' },
  })
})

test('supporting units owe their part of a case before the lead, never before the assignment', () => {
  expect(caseInnerDueOn(usual, '2022-09-28', '2022-10-24', calendar)).toBe('2022-10-17')
  expect(caseInnerDueOn(usual, '2022-10-20', '2022-10-24', calendar)).toBe('2022-10-20')
})

describe('the clocks of the sample rules on real days', () => {
  test.each([
    ['complaint.handle', '2022-06-30', '2022-07-21'],
    ['complaint.feedback', '2022-09-28', '2022-10-10'],
    ['complaint.handle', '2022-09-28', '2022-10-24'],
    ['complaint.feedback', '2022-12-29', '2023-01-06'],
    ['complaint.feedback', '2023-01-19', '2023-01-31'],
    ['complaint.handle', '2023-04-27', '2023-05-22'],
    ['complaint.handle', '2023-09-28', '2023-10-25'],
    ['complaint.feedback', '2024-02-08', '2024-02-21'],
    ['complaint.handle', '2024-09-29', '2024-10-24'],
    ['complaint.feedback', '2025-01-24', '2025-02-07'],
    ['complaint.handle', '2025-09-29', '2025-10-27'],
    ['complaint.handle', '2026-02-12', '2026-03-11'],
    ['complaint.feedback', '2026-09-18', '2026-09-24'],
    ['complaint.handle', '2026-09-24', '2026-10-22'],
  ] as const)('%s from %s ends on %s', (key, on, dueOn) => {
    const record = computeDeadline(deadlineRuleOf(usual, key), { kind: 'start', on }, calendar)
    expect(record).toMatchObject({ dueOn, provisional: false })
  })

  test('into a year without a notice: the date with its mark', () => {
    const record = computeDeadline(
      deadlineRuleOf(usual, 'complaint.handle'),
      { kind: 'start', on: '2026-12-21' },
      calendar,
    )
    expect(record).toMatchObject({ dueOn: '2027-01-12', provisional: true })
  })
})
