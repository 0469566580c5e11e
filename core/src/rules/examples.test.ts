import { expect, test } from 'vitest'
import { shippedCalendarVersion } from '../kernel/work-calendar-notices.ts'
import { buildWorkCalendar } from '../kernel/work-calendar.ts'
import { exampleMoments, ruleExamples } from './examples.ts'
import { jilinCityZone } from './places/jilin-city-zone.zh.ts'
import { ruleSetOfPlace } from './places/place.ts'
import { selfSet } from './setting.ts'
import { standingRuleSet } from './standing-rule-set.ts'

const calendar = buildWorkCalendar(shippedCalendarVersion)
const usual = standingRuleSet('320724')

test('a rule set shows what it would give, one date for each of its periods', () => {
  const found = ruleExamples(usual, '2022-09-28', calendar)
  expect(found.map(({ moment }) => moment)).toEqual([...exampleMoments])
  const due = Object.fromEntries(found.map(({ moment, dueOn }) => [moment, dueOn]))
  expect(due).toMatchObject({
    triage: '2022-10-08',
    handle: '2022-10-24',
    extended: '2022-11-14',
    feedback: '2022-10-10',
  })
})

test('with tiers there is a date for each of them', () => {
  const found = ruleExamples(ruleSetOfPlace(jilinCityZone, '320724'), '2022-09-28', calendar)
  const handled = found
    .filter(({ moment }) => moment === 'handle')
    .map(({ tier, dueOn }) => [tier?.name ?? null, dueOn])
  expect(handled).toEqual([
    ['一般', '2022-10-13'],
    ['较复杂', '2022-10-28'],
    ['重大', '2022-11-28'],
  ])
})

test('a period that the rules do not have gives no date', () => {
  const { complaint } = usual
  const short = { ...usual, complaint: { ...complaint, triage: selfSet(null), extensionGrants: selfSet(0) } }
  const moments = ruleExamples(short, '2022-09-28', calendar).map(({ moment }) => moment)
  expect(moments).not.toContain('triage')
  expect(moments).not.toContain('extended')
})
