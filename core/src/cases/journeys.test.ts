import { expect, test } from 'vitest'
import {
  assigned,
  commands,
  head,
  informed,
  liaison,
  officer,
  otherHead,
  otherLiaison,
  submitter,
  thirdHead,
} from '../../testing/case-kit.ts'
import { firstAnswerLate } from './round.ts'

// Journey 4: a case over National Day. The days are those of the 2022 notice.
test('a case assigned on 28 September 2022 is due on 24 October; one extension, no second', () => {
  const story = assigned('2022-09-28').step('2022-09-29', liaison, 'sign')
  expect(story.round.deadline?.dueOn).toBe('2022-10-24')

  story.step('2022-10-24', head, 'askExtension')
  expect(story.refusal('2022-10-24', head, { ...commands.askExtension, extensionId: 'e2' })).toBe(
    'case.extension-pending',
  )
  story.step('2022-10-25', officer, 'grantExtension')
  // Counted from the old due day, not from the day of the grant.
  expect(story.round.deadline?.dueOn).toBe('2022-11-14')
  expect(story.round.firstDueOn).toBe('2022-10-24')
  expect(story.round.superseded).toMatchObject([{ because: 'extended', deadline: { dueOn: '2022-10-24' } }])
  expect(story.live.file.tellings.at(-1)).toMatchObject({ about: 'extension' })

  expect(story.refusal('2022-11-10', head, { ...commands.askExtension, extensionId: 'e2' })).toBe(
    'case.extended-already',
  )
})

test('an extension asked after expiry is refused, one above the cap too', () => {
  const story = assigned('2022-09-28').step('2022-09-29', liaison, 'sign')
  expect(story.refusal('2022-10-25', head, 'askExtension')).toBe('case.extension-after-due')
  expect(story.refusal('2022-10-24', head, { ...commands.askExtension, days: 16 })).toBe('case.extension-over-cap')
  expect(story.refusal('2022-10-24', liaison, 'askExtension')).toBe('case.head-signs')
})

// Journey 5: dissatisfied with new evidence.
test('a second round has its own fifteen working days; the first round stays as it was, late', () => {
  const story = assigned('2022-09-28')
    .step('2022-09-29', liaison, 'sign')
    .step('2022-10-25', head, 'reportResult')
    .step('2022-10-26', officer, 'verify')
    .step('2022-10-27', officer, 'informSubmitter')
    .step('2022-10-28', submitter, 'rate')
  expect(firstAnswerLate(story.round)).toBe(true)
  expect(story.refusal('2022-10-28', submitter, { ...commands.askRework, evidence: 0 })).toBe(
    'case.new-evidence-needed',
  )
  expect(story.refusal('2022-10-28', officer, 'conclude')).toBe('case.rework-window-open')

  story.step('2022-10-28', submitter, 'askRework').step('2022-10-31', officer, 'grantRework')
  const [first, second] = story.live.file.rounds
  expect(second).toMatchObject({ no: 2, deadline: { dueOn: '2022-11-21', countedDays: 15 } })

  story
    .step('2022-11-01', liaison, 'sign')
    .step('2022-11-10', head, 'reportResult')
    .step('2022-11-11', officer, 'verify')
    .step('2022-11-14', officer, 'informSubmitter')
  expect(story.live.file.rounds[0]).toEqual(first)
  expect(firstAnswerLate(story.live.file.rounds[0]!)).toBe(true)
  expect(story.refusal('2022-11-02', head, 'askExtension')).toBe('case.not-now')
})

test('rework has no extension', () => {
  const story = informed()
    .step('2022-10-20', submitter, 'rate')
    .step('2022-10-21', submitter, 'askRework')
    .step('2022-10-24', officer, 'grantRework')
    .step('2022-10-25', liaison, 'sign')
  expect(story.refusal('2022-10-26', head, 'askExtension')).toBe('case.no-extension-in-rework')
})

test('the office says why when it refuses another round, and the submitter is told', () => {
  const story = informed()
    .step('2022-10-20', submitter, 'rate')
    .step('2022-10-21', submitter, 'askRework')
    .step('2022-10-24', officer, 'refuseRework')
  expect(story.state.kind).toBe('informed')
  expect(story.round.reworkRequest).toMatchObject({ judged: 'refused', why: { textId: 'words' } })
  expect(story.live.file.tellings.at(-1)?.about).toBe('reworkRefused')
  expect(story.refusal('2022-10-24', submitter, 'askRework')).toBe('case.rework-refused-before')
  story.step('2022-10-24', officer, { ...commands.conclude, conclusion: 'explained' })
  expect(story.state.kind).toBe('concluded')
})

// Journey 6: two units push a case back and forth.
test('the second refusal goes to the office, whose decision nobody declines', () => {
  const story = assigned('2022-09-28').step('2022-09-29', head, 'decline')
  expect(story.state).toMatchObject({ kind: 'accepted', awaits: 'reassignment' })

  story.step('2022-09-30', officer, { ...commands.assign, units: { leadUnitId: 'other', supporting: [] } })
  expect(story.round.deadline?.startOn).toBe('2022-09-30')
  expect(story.round.firstDueOn).toBe('2022-10-24')

  story.step('2022-10-08', otherHead, 'decline')
  expect(story.state).toMatchObject({ kind: 'accepted', awaits: 'decision' })
  expect(story.refusal('2022-10-09', officer, 'assign')).toBe('case.decision-needed')

  story.step('2022-10-09', officer, 'decideHandling')
  // It comes back to the first unit, with the clock it had: pushing it away gained no day.
  expect(story.round).toMatchObject({ leadUnitId: 'bureau', binding: true, deadline: { dueOn: '2022-10-24' } })
  expect(story.round.declines.map((one) => [one.unitId, one.outcome])).toEqual([
    ['bureau', 'taken'],
    ['other', 'overruled'],
  ])
  expect(story.round.handOvers.map((one) => [one.from, one.to, one.because])).toEqual([
    ['bureau', 'other', 'declined'],
    ['other', 'bureau', 'decision'],
  ])
  expect(story.refusal('2022-10-10', head, 'decline')).toBe('case.decided-by-office')
})

test('a unit declines once, inside its window, by its head', () => {
  const story = assigned('2022-09-28')
  expect(story.refusal('2022-09-29', liaison, 'decline')).toBe('case.head-signs')
  expect(story.refusal('2022-10-08', head, 'decline')).toBe('case.decline-window-over')
  story.step('2022-09-30', head, 'decline').step('2022-09-30', officer, 'assign')
  expect(story.refusal('2022-09-30', head, 'decline')).toBe('case.declined-once-already')
  expect(story.round.handOvers).toEqual([])
})

test('a hand-over gives the new unit its own clock and keeps the old one on record', () => {
  const story = assigned('2022-09-28').step('2022-09-29', liaison, 'sign').step('2022-10-10', officer, 'handOver')
  expect(story.round).toMatchObject({ leadUnitId: 'other', signedOn: null, firstDueOn: '2022-10-24' })
  expect(story.round.deadline?.dueOn).toBe('2022-10-31')
  expect(story.round.handOvers).toHaveLength(1)
  story
    .step('2022-10-11', otherLiaison, 'sign')
    .step('2022-10-12', officer, { ...commands.handOver, toUnitId: 'bureau' })
  expect(story.round.deadline?.dueOn).toBe('2022-10-24')
  expect(story.refusal('2022-10-12', thirdHead, 'decline')).toBe('case.unit-only')
})
