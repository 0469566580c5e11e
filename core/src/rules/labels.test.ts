import { expect, test } from 'vitest'
import { dutyPeriodName, legsText, periodText } from '../kernel/deadline-labels.zh.ts'
import { periodsOf, recurrences } from '../kernel/deadline-periods.ts'
import type { PlanPackage } from '../plans/package.ts'
import { guannanRuleSet } from './from-plan.ts'
import { ruleSetProblemSentence, settingNames } from './labels.zh.ts'
import { nextRuleSet, ruleSetProblemCodes } from './rule-set-version.ts'
import { changedSettings, settingsOf } from './settings.ts'

const clause = 'clause-7'
const plan: Pick<PlanPackage, 'rules' | 'stages'> = {
  rules: {
    complaint: { handle: { days: 15, unit: 'working', clause }, extension: null, feedback: null, rework: null },
  },
  stages: [],
}
const rules = guannanRuleSet(plan)

test('every setting has a name and every name a setting', () => {
  expect(
    settingsOf(rules)
      .map(({ path }) => path)
      .sort(),
  ).toEqual(Object.keys(settingNames).sort())
})

test('every problem has a sentence that names the setting', () => {
  for (const code of ruleSetProblemCodes)
    expect(
      ruleSetProblemSentence({ code, path: 'complaint.handle.value.days', facts: { newest: '2022-06-01' } }),
    ).not.toMatch(/undefined|complaint/)
  const answer = nextRuleSet([rules], {
    ...rules,
    id: '2',
    validFrom: '2022-09-01',
    complaint: { ...rules.complaint, handle: 0 },
  })
  expect(answer.ok ? '' : ruleSetProblemSentence(answer.problems[0]!)).toBe('“办理时限”缺失或写法不对，请检查后再保存')
})

test('a preview shows what the next version changes, and nothing else', () => {
  const handle = { value: { days: 10, unit: 'working' as const }, source: { kind: 'selfSet' as const } }
  const answer = nextRuleSet([rules], {
    ...rules,
    id: '2',
    validFrom: '2022-09-01',
    complaint: { ...rules.complaint, handle },
  })
  expect(answer.ok && changedSettings(rules, answer.ruleSet)).toEqual([
    { path: 'complaint.handle', before: rules.complaint.handle, after: handle },
  ])
  expect(changedSettings(rules, rules)).toEqual([])
})

test('periods in words', () => {
  expect(periodText({ days: 15, unit: 'working' })).toBe('15 个工作日')
  expect(
    legsText([
      { days: 15, unit: 'working' },
      { days: 1, unit: 'month' },
    ]),
  ).toBe('15 个工作日，延长 1 个月')
  expect(['2022-Q3', '2022-07', '2022-H2', '2022', '2022-W09', 'all'].map(dutyPeriodName)).toEqual([
    '2022年第三季度',
    '2022年7月',
    '2022年下半年',
    '2022年',
    '2022年第9周',
    '全期',
  ])
  for (const every of recurrences)
    for (const { key } of periodsOf(every, '2022-06-01', '2024-02-29', 'count'))
      expect(dutyPeriodName(key)).toMatch(/^20\d\d年(第[一二三四]季度|[上下]半年|第\d{1,2}周|\d{1,2}月)?$/)
})
