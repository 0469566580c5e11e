import { describe, expect, test } from 'vitest'
import { computeDeadline, extendDeadline, fixedDeadline } from '../kernel/deadline.ts'
import { shippedCalendarVersion } from '../kernel/work-calendar-notices.ts'
import { buildWorkCalendar, countWorkingDays } from '../kernel/work-calendar.ts'
import { deadlineKeys, deadlineRuleOf, supportingDueOn, taskDueRule } from './deadline-rules.ts'
import { guannanRuleSet, ruleSetFromPlan } from './from-plan.ts'
import type { RuleSet } from './rule-set.ts'
import { nextRuleSet, readRuleSet, ruleSetById, ruleSetOn } from './rule-set-version.ts'
import { selfSetSettings, settingsOf } from './settings.ts'

const calendar = buildWorkCalendar(shippedCalendarVersion)
const working = (days: number) => ({ days, unit: 'working' as const, clause: '二-七' })
const guannanPlan = {
  rules: { complaint: { handle: working(15), extension: working(15), feedback: working(5), rework: working(15) } },
  stages: [{ start: '2022-07-01' }, { start: '2022-06-01' }, { start: null }],
}
const silentPlan = { rules: { complaint: { handle: null, extension: null, feedback: null, rework: null } } }
const head = { id: 'a-1', series: 'a', title: '试验用规则', divisionCode: '320724', validFrom: '2022-06-01' }
const guannan = guannanRuleSet(guannanPlan)

describe('the rule set of the sample campaign', () => {
  test('takes the four periods with their clause from the notice', () => {
    const fromClause = settingsOf(guannan).filter(({ setting }) => setting.source.kind === 'clause')
    expect(fromClause).toEqual([
      {
        path: 'complaint.handle',
        setting: { value: { days: 15, unit: 'working' }, source: { kind: 'clause', clause: '二-七' } },
      },
      {
        path: 'complaint.extension',
        setting: { value: { days: 15, unit: 'working' }, source: { kind: 'clause', clause: '二-七' } },
      },
      {
        path: 'complaint.feedback',
        setting: { value: { days: 5, unit: 'working' }, source: { kind: 'clause', clause: '二-七' } },
      },
      {
        path: 'complaint.rework',
        setting: { value: { days: 15, unit: 'working' }, source: { kind: 'clause', clause: '二-七' } },
      },
    ])
    expect(guannan.validFrom).toBe('2022-06-01')
  })

  test('marks everything the notice does not say as set by the office itself', () => {
    const paths = selfSetSettings(guannan).map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(['complaint.handleStarts', 'complaint.verify', 'alert', 'counting']))
    expect(paths).toHaveLength(settingsOf(guannan).length - 4)
  })

  test('counts the case over National Day and its one extension', () => {
    const handle = deadlineRuleOf(guannan, 'complaint.handle')
    const first = computeDeadline(handle, { kind: 'assigned', on: '2022-09-28' }, calendar)
    expect(first).toMatchObject({ dueOn: '2022-10-24', ruleVersion: 'guannan-2022-1', ruleKey: 'complaint.handle' })
    const longer = extendDeadline(first, guannan.complaint.extension.value, handle, calendar)
    expect(longer.dueOn).toBe('2022-11-14')
    const told = computeDeadline(
      deadlineRuleOf(guannan, 'complaint.feedback'),
      { kind: 'verified', on: '2022-09-28' },
      calendar,
    )
    expect(told.dueOn).toBe('2022-10-10')
  })
})

describe('a notice that says nothing about complaints', () => {
  test('gets a complete rule set, all of it set by the office itself', () => {
    const rules = ruleSetFromPlan(silentPlan, head)
    expect(selfSetSettings(rules)).toHaveLength(settingsOf(rules).length)
    expect(rules.complaint.handle.value).toEqual({ days: 15, unit: 'working' })
  })

  test('a number without a clause is the office’s own', () => {
    const plan = { rules: { complaint: { ...silentPlan.rules.complaint, handle: { ...working(10), clause: '' } } } }
    const rules = ruleSetFromPlan(plan, head)
    expect(rules.complaint.handle).toEqual({ value: { days: 10, unit: 'working' }, source: { kind: 'selfSet' } })
  })

  test('a period no rule set can have is an error', () => {
    const plan = { rules: { complaint: { ...silentPlan.rules.complaint, handle: working(0) } } }
    expect(() => ruleSetFromPlan(plan, head)).toThrow('complaint.handle.value.days')
  })
})

describe('versions', () => {
  const later = (changes: Partial<RuleSet>) => ({
    ...guannan,
    id: 'guannan-2022-2',
    validFrom: '2022-09-01',
    ...changes,
  })

  test('the newest version that has begun is valid', () => {
    const answer = nextRuleSet([guannan], later({}))
    if (!answer.ok) throw new Error('refused')
    const versions = [answer.ruleSet, guannan]
    expect(ruleSetOn(versions, '2022-05-31')).toBeUndefined()
    expect(ruleSetOn(versions, '2022-08-31')?.id).toBe('guannan-2022-1')
    expect(ruleSetOn(versions, '2022-09-01')?.id).toBe('guannan-2022-2')
    expect(ruleSetById(versions, 'guannan-2022-1')).toBe(guannan)
  })

  test.each([
    ['rules.id-in-use', { id: 'guannan-2022-1' }],
    ['rules.other-series', { series: 'hubei' }],
    ['rules.valid-from-not-later', { validFrom: '2022-06-01' }],
    ['rules.invalid-value', { validFrom: '2022-02-30' }],
    ['rules.invalid-value', { divisionCode: '灌南' }],
  ])('%s', (code, changes) => {
    const answer = nextRuleSet([guannan], later(changes))
    expect(answer.ok ? [] : answer.problems.map((problem) => problem.code)).toEqual([code])
  })

  test('a version cannot be changed afterwards', () => {
    expect(() => Object.assign(guannan.complaint.handle.value, { days: 20 })).toThrow(TypeError)
    expect(() => Object.assign(guannan, { validFrom: '2020-01-01' })).toThrow(TypeError)
  })

  test('survives storage unchanged', () => {
    const answer = readRuleSet(JSON.parse(JSON.stringify(guannan)))
    expect(answer.ok && answer.ruleSet).toEqual(guannan)
  })
})

describe('what the ledger asks of a rule set', () => {
  test('every period has a complete rule', () => {
    for (const key of deadlineKeys)
      expect(deadlineRuleOf(guannan, key)).toMatchObject({ key, ruleVersion: guannan.id, days: expect.any(Number) })
  })

  test('supporting units owe their part five working days before the task, never before it starts', () => {
    expect(supportingDueOn(guannan, '2022-06-01', '2022-10-14', calendar)).toBe('2022-10-09')
    expect(countWorkingDays(calendar, '2022-10-09', '2022-10-14')).toBe(5)
    // due on a rest day: five working days before it, Saturday 31 December 2022 being off
    expect(supportingDueOn(guannan, '2022-06-01', '2022-12-31', calendar)).toBe('2022-12-26')
    expect(supportingDueOn(guannan, '2022-10-12', '2022-10-14', calendar)).toBe('2022-10-12')
    expect(supportingDueOn(guannan, '2022-10-20', '2022-10-14', calendar)).toBe('2022-10-14')
  })

  test('a task due on a printed date has lamps', () => {
    const record = fixedDeadline(taskDueRule(guannan), { kind: 'published', on: '2022-06-15' }, '2022-06-30', calendar)
    expect(record).toMatchObject({ ruleKey: 'task.due', dueOn: '2022-06-30', countedDays: 11 })
    expect(record.thresholds).toEqual({ blueFrom: '2022-06-23', yellowFrom: '2022-06-28', overdueFrom: '2022-07-01' })
  })
})
