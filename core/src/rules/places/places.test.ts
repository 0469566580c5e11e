import { describe, expect, test } from 'vitest'
import { computeDeadline, extendDeadline } from '../../kernel/deadline.ts'
import { shippedCalendarVersion } from '../../kernel/work-calendar-notices.ts'
import { buildWorkCalendar } from '../../kernel/work-calendar.ts'
import { deadlineRuleOf, handleRule, triageRule } from '../deadline-rules.ts'
import { readRuleSet } from '../rule-set-version.ts'
import type { RuleSet } from '../rule-set.ts'
import { settingsOf } from '../settings.ts'
import { elsewhere } from './elsewhere.zh.ts'
import { hubei } from './hubei.zh.ts'
import { jilinCityZone } from './jilin-city-zone.zh.ts'
import { ruleSetOfPlace } from './place.ts'

const calendar = buildWorkCalendar(shippedCalendarVersion)
const places = [hubei, jilinCityZone, ...elsewhere]
const rulesOf = (code: string) =>
  ruleSetOfPlace(
    places.find((place) => place.code === code)!,
    '320724',
  )
const due = (rule: ReturnType<typeof handleRule>, on: string) => computeDeadline(rule, { kind: 'start', on }, calendar)

/** The last day of a step that began on a day; `handle general` names a tier. */
function dueOn(rules: RuleSet, step: string, on: string): string {
  const [name, tier = null] = step.split(' ')
  if (name === 'triage') return due(triageRule(rules)!, on).dueOn
  if (name === 'handle') return due(handleRule(rules, tier), on).dueOn
  if (name === 'extended') {
    const rule = handleRule(rules, tier)
    return extendDeadline(due(rule, on), rules.complaint.extension.value, rule, calendar).dueOn
  }
  if (name === 'feedback') return due(deadlineRuleOf(rules, 'complaint.feedback'), on).dueOn
  return due(deadlineRuleOf(rules, 'complaint.declineWindow'), on).dueOn
}

// Real dates: 2022-10-08 and 10-09 were worked for National Day, 2024-02-18 for Spring Festival.
describe('clocks of other places over the holidays', () => {
  test.each([
    ['hubei-2020', 'triage', '2022-09-28', '2022-10-08'],
    ['hubei-2020', 'handle', '2022-09-28', '2022-10-24'],
    ['hubei-2020', 'feedback', '2022-09-28', '2022-10-10'],
    ['hubei-2020', 'triage', '2024-02-08', '2024-02-19'],
    ['hubei-2020', 'handle', '2024-02-08', '2024-03-06'],
    ['hubei-2020', 'feedback', '2024-02-08', '2024-02-21'],
    ['jilin-city-zone-2022', 'handle general', '2022-09-28', '2022-10-13'],
    ['jilin-city-zone-2022', 'handle complex', '2022-09-28', '2022-10-28'],
    // The sixtieth day is a Sunday, so the period ends on Monday (rule D-11).
    ['jilin-city-zone-2022', 'handle major', '2022-09-28', '2022-11-28'],
    // The fifteenth day is in the holiday; the first working day after it is a Saturday.
    ['jilin-city-zone-2022', 'handle general', '2022-09-18', '2022-10-08'],
    ['jilin-city-zone-2022', 'handle complex', '2024-02-08', '2024-03-11'],
    ['fuling-2024', 'triage', '2022-09-28', '2022-09-30'],
    ['fuling-2024', 'handle', '2022-09-28', '2022-10-10'],
    ['fuling-2024', 'feedback', '2022-09-28', '2022-10-10'],
    ['fuling-2024', 'triage', '2024-02-08', '2024-02-18'],
    ['fuling-2024', 'handle', '2024-02-08', '2024-02-21'],
    ['jinan-2022', 'handle', '2022-09-28', '2022-10-10'],
    ['jinan-2022', 'extended', '2022-09-28', '2022-10-24'],
    ['jinan-2022', 'extended', '2024-02-08', '2024-03-06'],
    ['samr-2022', 'triage', '2022-09-28', '2022-10-12'],
    ['samr-2022', 'handle', '2022-09-28', '2022-12-05'],
    ['samr-2022', 'handle clue', '2022-09-28', '2022-10-24'],
    ['samr-2022', 'extended clue', '2022-09-28', '2022-11-14'],
    ['samr-2022', 'handle', '2024-02-08', '2024-04-18'],
    ['samr-2022', 'feedback', '2022-10-24', '2022-11-02'],
    ['henan-2020', 'triage', '2022-09-28', '2022-10-08'],
    ['henan-2020', 'handle', '2022-09-28', '2022-10-28'],
    // Thirty days from 28 October end on Sunday 27 November.
    ['henan-2020', 'extended', '2022-09-28', '2022-11-28'],
    ['shandong-2020', 'triage', '2022-09-30', '2022-10-08'],
    ['shandong-2020', 'handle complex', '2022-09-28', '2022-11-14'],
    ['shandong-hotline-2017', 'extended', '2022-09-28', '2022-11-02'],
    ['shaanxi-2025', 'handle', '2022-09-28', '2022-10-12'],
    ['shaanxi-2025', 'handle complex', '2022-09-28', '2022-10-28'],
    ['puyang-hotline', 'decline', '2022-09-30', '2022-10-09'],
    ['foreign-investment-2020', 'handle', '2022-09-28', '2022-12-26'],
  ])('%s: %s from %s ends on %s', (code, step, on, expected) => {
    expect(dueOn(rulesOf(code), step, on)).toBe(expected)
  })

  test('over a year without a notice the date is provisional', () => {
    const record = due(handleRule(rulesOf('hubei-2020')), '2026-12-21')
    expect(record).toMatchObject({ dueOn: '2027-01-12', provisional: true })
    expect(due(handleRule(rulesOf('fuling-2024')), '2022-12-01').provisional).toBe(false)
  })

  test('Shandong’s hotline lights yellow with one working day left and red on the first day overdue', () => {
    const { thresholds } = due(handleRule(rulesOf('shandong-hotline-2017')), '2022-09-28')
    expect(thresholds).toMatchObject({ yellowFrom: '2022-10-21', overdueFrom: '2022-10-25' })
  })
})

describe('a place’s rule set', () => {
  test.each(places.map((place) => [place.name, place] as const))(
    '%s is complete and survives storage',
    (_name, place) => {
      const rules = ruleSetOfPlace(place, '320724')
      const answer = readRuleSet(JSON.parse(JSON.stringify(rules)))
      expect(answer.ok && answer.ruleSet).toEqual(rules)
    },
  )

  test('says of each setting whether the place’s document gives it or the office itself', () => {
    for (const place of places) {
      const given = place.settings.map(({ path }) => path)
      for (const { path, setting } of settingsOf(ruleSetOfPlace(place, '320724')))
        expect(setting.source.kind, `${place.code} ${path}`).toBe(given.includes(path) ? 'document' : 'selfSet')
    }
  })

  test('tells places apart where a journey goes another way', () => {
    const { complaint } = rulesOf('hubei-2020')
    expect(complaint.anonymity.value).toBe('refuse')
    expect(complaint.feedbackStarts.value).toBe('resultReported')
    expect(complaint.dissatisfactionReasons.value.every(({ leadsTo }) => leadsTo === 'callBack')).toBe(true)
    expect(rulesOf('jilin-city-zone-2022').complaint.extensionApprover.value).toBe('leader')
  })
})
