import { describe, expect, test } from 'vitest'
import {
  assigned,
  calendar,
  commands,
  director,
  head,
  informed,
  liaison,
  officer,
  otherLiaison,
  person,
  rules,
  scan,
  Story,
  submitter,
} from '../../testing/case-kit.ts'
import { shippedCalendarVersion } from '../kernel/work-calendar-notices.ts'
import { buildWorkCalendar } from '../kernel/work-calendar.ts'
import { offeredOnCase } from './offered.ts'
import { context } from '../../testing/case-kit.ts'

describe('before anybody handles it', () => {
  const registered = () => new Story().step('2022-09-26', submitter, 'register')

  // rule C-07
  test('a supplement is asked for once; its arrival starts the office clock again', () => {
    const story = registered()
    expect(story.live.file.triage?.dueOn).toBe('2022-10-08')
    story.step('2022-09-27', officer, 'askSupplement').step('2022-10-10', submitter, 'receiveSupplement')
    expect(story.state.kind).toBe('registered')
    expect(story.live.file.triage).toMatchObject({ startOn: '2022-10-10', dueOn: '2022-10-17' })
    expect(story.refusal('2022-10-10', officer, 'askSupplement')).toBe('case.supplement-asked-before')
  })

  test('a supplement that never comes ends the case only after its period', () => {
    const story = registered().step('2022-09-27', officer, 'askSupplement')
    expect(story.refusal('2022-10-14', scan, 'lapseSupplement')).toBe('case.supplement-awaited')
    story.step('2022-10-15', scan, 'lapseSupplement')
    expect(story.state).toMatchObject({ kind: 'concluded', conclusion: { kind: 'supplementNotGiven' } })
  })

  test('a refusal needs a ground of the rule set and is told', () => {
    const story = registered()
    expect(story.refusal('2022-09-26', officer, { ...commands.refuse, ground: 'whim' })).toBe('case.ground-unknown')
    story.step('2022-09-26', officer, 'refuse')
    expect(story.state).toMatchObject({ conclusion: { kind: 'refused', ground: 'civil' } })
    expect(story.live.file.tellings).toMatchObject([{ about: 'refused', way: 'receiptPage' }])
  })

  // rule C-08
  test('a court is transferred to, never assigned; an instruction on a court case is not passed on', () => {
    const story = registered()
    expect(story.refusal('2022-09-26', officer, 'transfer')).toBeNull()
    story.step('2022-09-26', officer, 'accept')
    const toCourt = { ...commands.assign, units: { leadUnitId: 'court', supporting: [] } }
    expect(story.refusal('2022-09-26', officer, toCourt)).toBe('case.court-only-tracked')
    const facts = { ...commands.register.facts, source: 'instruction' as const }
    const instructed = new Story().step('2022-09-26', officer, { ...commands.register, facts })
    expect(instructed.refusal('2022-09-26', officer, 'transfer')).toBe('case.instruction-on-court-case')
  })

  test('under tiers a case is accepted with one, and its period is that of the tier', () => {
    const tiers = [{ code: 'hard', name: '重大', period: { days: 60, unit: 'calendar' as const } }]
    const story = new Story({ rules: { ...rules, tiers } }).step('2022-09-26', submitter, 'register')
    expect(story.refusal('2022-09-26', officer, 'accept')).toBe('case.tier-needed')
    const classification = { ...commands.accept.classification, tier: 'hard' }
    story.step('2022-09-26', officer, { type: 'accept', classification }).step('2022-09-28', officer, 'assign')
    expect(story.round.deadline?.dueOn).toBe('2022-11-28')
  })
})

describe('the unit clock', () => {
  // rule C-16
  test('handing in stops it; a return runs on with the days that were left', () => {
    const story = assigned('2022-09-28').step('2022-09-29', liaison, 'sign').step('2022-10-20', head, 'reportResult')
    expect(story.round.paused).toMatchObject({ daysLeft: 2 })
    story.step('2022-10-26', officer, 'returnForRevision')
    expect(story.round.deadline?.dueOn).toBe('2022-10-28')
    expect(story.round).toMatchObject({ firstResultOn: '2022-10-20', firstAnswerDueOn: '2022-10-24', returns: 1 })
  })

  test('an empty answer on the last day is overdue the moment it comes back', () => {
    const story = assigned('2022-09-28').step('2022-09-29', liaison, 'sign').step('2022-10-24', head, 'reportResult')
    story.step('2022-10-27', officer, 'returnForRevision')
    expect(story.round.deadline?.dueOn).toBe('2022-10-24')
  })

  // rule C-20
  test('a statutory procedure has its own period, no extension, and is still told about', () => {
    const story = assigned('2022-09-28')
      .step('2022-09-29', liaison, 'sign')
      .step('2022-09-30', officer, 'exitToStatutory')
    expect(story.round.statutory).toMatchObject({ statute: '行政许可法', decidedBy: officer.personId })
    expect(story.round.deadline?.ruleKey).toBe('complaint.statutory')
    expect(story.refusal('2022-10-10', head, 'askExtension')).toBe('case.no-extension-of-statutory')
    story.step('2022-12-01', head, 'reportResult').step('2022-12-02', officer, 'verify')
    expect(story.round.informDeadline?.dueOn).toBe('2022-12-09')
  })

  test('what runs on the petition clocks only is concluded without the campaign telling', () => {
    const story = assigned('2022-09-28')
      .step('2022-09-29', liaison, 'sign')
      .step('2022-09-30', officer, { ...commands.exitToStatutory, kind: 'petition' })
      .step('2022-12-01', head, 'reportResult')
      .step('2022-12-02', officer, 'verify')
    expect(story.round.informDeadline).toBeNull()
    story.step('2022-12-05', officer, { ...commands.conclude, conclusion: 'statutory' })
    expect(story.state.kind).toBe('concluded')
  })

  test('a new calendar moves what is open, keeps both dates, and says when nothing moves', () => {
    const without = buildWorkCalendar({
      ...shippedCalendarVersion,
      id: 'before-the-notice',
      years: shippedCalendarVersion.years.filter((year) => year.year !== 2022),
    })
    const story = assigned('2022-09-28', { calendar: without }).step('2022-09-29', liaison, 'sign')
    expect(story.round.deadline).toMatchObject({ dueOn: '2022-10-20', provisional: true })
    const later = new Story({ calendar })
    later.events = story.events
    later.state = story.state
    later.step('2022-09-30', scan, 'recount')
    expect(later.round.superseded).toMatchObject([{ because: 'recounted', deadline: { dueOn: '2022-10-20' } }])
    expect(later.round.deadline).toMatchObject({ dueOn: '2022-10-24', provisional: false })
    expect(later.round.firstDueOn).toBe('2022-10-20')
    expect(later.refusal('2022-09-30', scan, 'recount')).toBe('case.nothing-moves')
  })
})

describe('a joint case', () => {
  const supporting = [{ unitId: 'other', innerDueOn: '2022-10-12' }]
  const units = { leadUnitId: 'bureau', supporting }
  const joint = () =>
    new Story()
      .step('2022-09-26', submitter, 'register')
      .step('2022-09-26', officer, 'accept')
      .step('2022-09-28', officer, { ...commands.assign, units })
      .step('2022-09-29', liaison, 'sign')

  test('the lead answers after the others, or knowingly without them', () => {
    const story = joint()
    const waiting = { ...commands.reportResult.result, withoutParts: false }
    expect(story.refusal('2022-10-10', head, { type: 'reportResult', result: waiting })).toBe('case.parts-outstanding')
    story
      .step('2022-10-10', otherLiaison, 'givePart')
      .step('2022-10-11', head, { type: 'reportResult', result: waiting })
    expect(story.round.result?.without).toBe(0)
    expect(story.refusal('2022-10-11', liaison, 'givePart')).toBe('case.supporting-only')
  })

  test('inner dates lie before the lead’s, and no unit is named twice', () => {
    const story = new Story().step('2022-09-26', submitter, 'register').step('2022-09-26', officer, 'accept')
    const late = { ...units, supporting: [{ unitId: 'other', innerDueOn: '2022-10-24' }] }
    expect(story.refusal('2022-09-28', officer, { ...commands.assign, units: late })).toBe(
      'case.inner-date-not-earlier',
    )
    const twice = { ...units, supporting: [{ unitId: 'bureau', innerDueOn: null }] }
    expect(story.refusal('2022-09-28', officer, { ...commands.assign, units: twice })).toBe('case.unit-twice')
  })
})

describe('telling and hearing', () => {
  // rule C-21
  test('five working days from verification, that day not counted', () => {
    const story = assigned('2022-09-19')
      .step('2022-09-20', liaison, 'sign')
      .step('2022-09-27', head, 'reportResult')
      .step('2022-09-29', officer, 'verify')
    expect(story.round.informDeadline?.dueOn).toBe('2022-10-11')
  })

  // rule C-22
  test('silence becomes "no answer" after its period, and a later word replaces it', () => {
    const story = informed()
    expect(story.refusal('2022-11-03', scan, 'lapseAnswer')).toBe('case.answer-awaited')
    expect(story.refusal('2022-11-03', officer, 'conclude')).toBe('case.answer-awaited')
    story.step('2022-11-04', scan, 'lapseAnswer').step('2022-11-04', officer, 'conclude')
    story.step('2022-11-10', submitter, 'rate')
    expect(story.round.ratings.map((one) => one.satisfaction)).toEqual(['noAnswer', 'dissatisfied'])
    expect(story.state.kind).toBe('concluded')
  })

  test('dissatisfaction says why', () => {
    const story = informed()
    expect(story.refusal('2022-10-21', submitter, { ...commands.rate, reasons: [] })).toBe('case.reason-needed')
    expect(story.refusal('2022-10-21', submitter, { ...commands.rate, reasons: ['x'] })).toBe('case.reason-unknown')
  })

  // rule C-24
  test('"could not be reached" needs tries spread over days', () => {
    const story = assigned()
      .step('2022-09-29', liaison, 'sign')
      .step('2022-10-17', head, 'reportResult')
      .step('2022-10-18', officer, 'verify')
      .step('2022-10-18', officer, 'recordContactAttempt')
      .step('2022-10-19', officer, 'recordContactAttempt')
      .step('2022-10-19', officer, 'recordContactAttempt')
    const unreachable = { ...commands.conclude, conclusion: 'unreachable' } as const
    expect(story.refusal('2022-10-21', officer, unreachable)).toBe('case.not-unreachable-yet')
    story.step('2022-10-21', officer, 'recordContactAttempt')
    expect(story.refusal('2022-10-21', officer, unreachable)).toBeNull()
    expect(story.refusal('2022-10-21', officer, 'conclude')).toBe('case.not-informed')
  })

  // rule C-23
  test('a withdrawal is asked for and checked, two acts', () => {
    const story = assigned()
    expect(story.refusal('2022-09-29', officer, 'withdraw')).toBe('case.no-withdrawal-asked')
    story.step('2022-09-29', submitter, 'askWithdrawal').step('2022-09-30', officer, 'withdraw')
    expect(story.state).toMatchObject({ kind: 'concluded', conclusion: { kind: 'withdrawn' } })
  })
})

test('conflict of interest: a seconded officer does not rule over the home bureau', () => {
  const seconded = person('coordinationDirector', 'office', 'bureau', 'seconded')
  const story = assigned().step('2022-09-29', liaison, 'sign').step('2022-10-17', head, 'reportResult')
  expect(story.refusal('2022-10-18', seconded, 'verify')).toBe('case.own-unit')
  expect(story.refusal('2022-10-18', seconded, 'returnForRevision')).toBe('case.own-unit')
  expect(story.refusal('2022-10-18', director, 'verify')).toBeNull()
})

test('a forbidden action is offered with the reason the server would give; other people’s work is left out', () => {
  const story = assigned().step('2022-09-29', liaison, 'sign')
  const offered = offeredOnCase(story.live, context(liaison, '2022-10-10'))
  expect(offered.map((one) => one.name)).toEqual(['reportResult', 'draft', 'askExtension', 'decline'])
  expect(offered.filter((one) => !one.allowed).map((one) => one.refusal?.code)).toEqual([
    'case.head-signs',
    'case.head-signs',
    'case.head-signs',
  ])
  const forHead = offeredOnCase(story.live, context(head, '2022-10-25'))
  expect(forHead.find((one) => one.name === 'askExtension')?.refusal?.code).toBe('case.extension-after-due')
})
