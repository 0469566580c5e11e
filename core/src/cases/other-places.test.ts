import { describe, expect, test } from 'vitest'
import {
  commands,
  director,
  facts,
  head,
  liaison,
  noClassification,
  officer,
  person,
  Story,
  submitter,
} from '../../testing/case-kit.ts'
import { hubei } from '../rules/places/hubei.zh.ts'
import { jilinCityZone } from '../rules/places/jilin-city-zone.zh.ts'
import { ruleSetOfPlace } from '../rules/places/place.ts'
import { caseRulesOf } from './rules-of-cases.ts'

const leader = person('leader', 'office')

describe('a case over National Day under the rules of Hubei', () => {
  const rules = caseRulesOf(ruleSetOfPlace(hubei, '320724'))
  const received = { ...commands.register, facts: facts({ receivedOn: '2022-09-28' }) }
  const begun = () => new Story({ rules }).step('2022-09-28', submitter, received)
  const told = () =>
    begun()
      .step('2022-09-28', officer, 'accept')
      .step('2022-09-28', officer, 'assign')
      .step('2022-09-29', liaison, 'sign')
      .step('2022-10-20', head, 'reportResult')

  test('three working days decide on acceptance, fifteen are the unit’s', () => {
    expect(begun().live.file.triage?.dueOn).toBe('2022-10-08')
    expect(told().round.firstDueOn).toBe('2022-10-24')
  })

  test('the five working days for telling start with the unit’s result, however long the office verifies', () => {
    const story = told().step('2022-10-25', officer, 'verify')
    expect(story.round.informDeadline).toMatchObject({ startEvent: 'resultReported', dueOn: '2022-10-27' })
    const again = told()
      .step('2022-10-21', officer, 'returnForRevision')
      .step('2022-10-24', head, 'reportResult')
      .step('2022-10-25', officer, 'verify')
    expect(again.round.informDeadline?.dueOn).toBe('2022-10-31')
  })

  test('who is dissatisfied is called back, and the case is concluded with its own figures', () => {
    const rate = { ...commands.rate, reasons: ['notSolved'] }
    const story = told()
      .step('2022-10-25', officer, 'verify')
      .step('2022-10-26', officer, 'informSubmitter')
      .step('2022-10-27', submitter, rate)
    expect(story.refusal('2022-10-27', submitter, { ...rate, reasons: ['unsolved'] })).toBe('case.reason-unknown')
    expect(rules.dissatisfactionReasons.find(({ code }) => code === 'notSolved')?.leadsTo).toBe('callBack')
    expect(story.round).toMatchObject({ informedOn: '2022-10-26', firstResultOn: '2022-10-20' })
  })
})

describe('a case under the rules of Jilin City’s zone', () => {
  const rules = caseRulesOf(ruleSetOfPlace(jilinCityZone, '320724'))
  const graded = (tier: string) => {
    const classification = { ...noClassification, tier }
    return new Story({ rules })
      .step('2022-09-26', submitter, 'register')
      .step('2022-09-26', officer, { type: 'accept', classification })
      .step('2022-09-28', officer, 'assign')
      .step('2022-09-29', liaison, 'sign')
  }

  test.each([
    ['general', '2022-10-13'],
    ['complex', '2022-10-28'],
    ['major', '2022-11-28'],
  ])('%s is due on %s, in days of the calendar', (tier, dueOn) => {
    expect(graded(tier).round.deadline?.dueOn).toBe(dueOn)
  })

  test('nothing is accepted before its difficulty is said', () => {
    const story = new Story({ rules }).step('2022-09-26', submitter, 'register')
    expect(story.refusal('2022-09-26', officer, 'accept')).toBe('case.tier-needed')
  })

  test('a longer period needs the leader in charge; the office and its director do not grant it', () => {
    const story = graded('major').step('2022-11-10', head, 'askExtension')
    for (const other of [officer, director, head])
      expect(story.refusal('2022-11-11', other, 'grantExtension')).toBe('case.approver-only')
    story.step('2022-11-11', leader, 'grantExtension')
    expect(story.round.deadline!.dueOn > '2022-11-28').toBe(true)
  })
})
