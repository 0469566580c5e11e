import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendar, rules } from '../../testing/case-kit.ts'
import { walk, walks } from '../../testing/case-walks.ts'
import { canonical } from '../kernel/canonical.ts'
import { replay } from '../kernel/decider.ts'
import { isOwnUnit } from '../kernel/own-unit.ts'
import { units } from '../../testing/case-kit.ts'
import type { CaseEvent } from './case-events.ts'
import type { CaseRules } from './case-rules.ts'
import { caseStatuses } from './case-state.ts'
import { caseDecider } from './case.ts'
import { totalWorkingDays } from './clocks.ts'
import { grantedDaysOf, grantsOf, ratingOf } from './round.ts'

/** The notice's own numbers, and others that a place may set. */
const ruleSets: fc.Arbitrary<Partial<CaseRules>> = fc.constantFrom<Partial<CaseRules>>(
  {},
  { extension: { grants: 2, cap: { days: 20, unit: 'working' }, inRework: true, approver: 'unitHead' } },
  { handleStarts: 'signed', declinesBeforeDecision: 0, handle: { days: 30, unit: 'calendar' } },
  { handleStarts: 'registered', pauseAtHandIn: false, rework: { ...rules.rework, times: 3, needsNewEvidence: false } },
)

const reachedStates = new Set<string>()
const reachedEvents = new Set<string>()

const forAll = (check: (run: ReturnType<typeof walk>, own: CaseRules) => void) =>
  fc.assert(
    fc.property(ruleSets, walks, (own, throws) => {
      const run = walk(throws, own)
      for (const { after, event } of run.happened) {
        reachedStates.add(after.kind)
        reachedEvents.add(event.type)
      }
      check(run, { ...rules, ...own })
    }),
    { numRuns: 500 },
  )

test('the state is what its events replay to, after the ledger has written and read them', () =>
  forAll(({ state, events }) => {
    const stored = JSON.parse(canonical(events)) as CaseEvent[]
    expect(replay(caseDecider, stored)).toEqual(JSON.parse(canonical(state)))
  }))

test('at most one extension is pending; grants and days never go beyond the rules; none in rework where not allowed', () =>
  forAll(({ happened }, own) => {
    for (const { after } of happened)
      for (const round of after.file.rounds) {
        expect(round.extensions.filter((one) => one.status === 'pending').length).toBeLessThanOrEqual(1)
        expect(grantsOf(round)).toBeLessThanOrEqual(own.extension.grants)
        expect(grantedDaysOf(round)).toBeLessThanOrEqual(own.extension.cap.days)
        expect(round.extensions.flatMap((one) => one.grantNo ?? []).sort()).toEqual(
          [...Array(grantsOf(round)).keys()].map((place) => place + 1),
        )
        if (round.no > 1 && !own.extension.inRework) expect(round.extensions).toEqual([])
      }
  }))

/** Events by which a unit's due day may become another one. */
const moving: readonly CaseEvent['type'][] = [
  'assigned',
  'signed',
  'declined',
  'handlingDecided',
  'handedOver',
  'statutoryExit',
  'extensionGranted',
  'returnedForRevision',
  'deadlineRecounted',
  'reworkGranted',
]

test('a due day moves only by an event that says so, and what it was stays on record', () =>
  forAll(({ happened }) => {
    for (const { before, after, event } of happened) {
      const [was, is] = [before.file.rounds.at(-1), after.file.rounds.at(-1)]
      if (!was || was.no !== is?.no) continue
      if (was.deadline?.dueOn === is.deadline?.dueOn) continue
      expect(moving).toContain(event.type)
      if (was.deadline) expect(is.superseded.map((one) => one.deadline)).toContainEqual(was.deadline)
      // Nobody's time is cut short by handing in: it stays, or runs on with what was left.
      if (event.type === 'returnedForRevision' && was.deadline && is.deadline)
        expect(is.deadline.dueOn >= was.deadline.dueOn).toBe(true)
    }
  }))

test('the first due day and the first answer of a round are never lost; a late first answer stays late', () =>
  forAll(({ happened }) => {
    for (const { before, after } of happened)
      for (const [place, round] of before.file.rounds.entries()) {
        const later = after.file.rounds[place]!
        if (round.firstDueOn !== null) expect(later.firstDueOn).toBe(round.firstDueOn)
        if (round.firstResultOn === null) continue
        expect(later.firstResultOn).toBe(round.firstResultOn)
        expect(later.firstAnswerDueOn).toBe(round.firstAnswerDueOn)
      }
  }))

test('rounds before the current one never change', () =>
  forAll(({ happened }) => {
    for (const { before, after, event } of happened) {
      const frozen = before.file.rounds.slice(0, -1)
      expect(after.file.rounds.slice(0, frozen.length)).toEqual(frozen)
      const added = after.file.rounds.length - before.file.rounds.length
      const opens = event.type === 'reworkGranted' || (event.type === 'assigned' && before.file.rounds.length === 0)
      expect(added).toBe(opens ? 1 : 0)
    }
  }))

test('silence is set by the calendar only, and is never a satisfied case', () =>
  forAll(({ happened }) => {
    for (const { event, command } of happened)
      if (event.type === 'rated') expect(event.rating.satisfaction === 'noAnswer').toBe(command.type === 'lapseAnswer')
  }))

test('what the submitter said is not replaced by what an officer writes down', () =>
  forAll(({ state }) => {
    for (const round of state.file.rounds) {
      const first = round.ratings.findIndex((one) => one.by === 'submitter')
      if (first >= 0) expect(round.ratings.slice(first).every((one) => one.by === 'submitter')).toBe(true)
    }
  }))

test('each unit declines once per round, and nobody after the binding decision', () =>
  forAll(({ happened, state }, own) => {
    for (const round of state.file.rounds) {
      const ids = round.declines.map((one) => one.unitId)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.length).toBeLessThanOrEqual(own.declinesBeforeDecision + 1)
    }
    for (const { before, event } of happened)
      if (event.type === 'declined') expect(before.file.rounds.at(-1)!.binding).toBe(false)
  }))

test("the submitter's total runs through every hand-over; who comes back has the clock it had", () =>
  forAll(({ happened }) => {
    let total = 0
    for (const { before, after, event, day } of happened) {
      const now = totalWorkingDays(after.file, day, calendar)
      expect(now).toBeGreaterThanOrEqual(total)
      total = now
      if (event.type !== 'handedOver' && event.type !== 'assigned' && event.type !== 'handlingDecided') continue
      const round = after.file.rounds.at(-1)!
      const had = before.file.rounds.at(-1)?.superseded.findLast((one) => one.unitId === round.leadUnitId)
      if (had && round.statutory === null) expect(round.deadline).toEqual(had.deadline)
    }
  }))

test('a case ends told and heard, and never while rework may still be asked for', () =>
  forAll(({ happened }) => {
    for (const { before, after, event, day } of happened) {
      expect(before.kind === 'concluded' && after.kind !== 'concluded').toBe(false)
      if (event.type !== 'concluded' || before.kind !== 'informed') continue
      if (event.conclusion.kind === 'withdrawn') continue
      const round = before.file.rounds.at(-1)!
      expect(ratingOf(round)).not.toBeNull()
      if (ratingOf(round) === 'dissatisfied' && round.reworkRequest === null && round.no === 1)
        expect(day > round.reworkWindow!.dueOn).toBe(true)
    }
  }))

const ruling = ['handlingDecided', 'handedOver', 'extensionGranted', 'verified', 'returnedForRevision', 'reworkGranted']

test('nobody rules over their own unit', () =>
  forAll(({ happened }, own) => {
    for (const { before, event, by } of happened) {
      // Where the rules say so, the head of the unit itself approves more time.
      if (event.type === 'extensionGranted' && own.extension.approver === 'unitHead') continue
      const lead = before.file.rounds.at(-1)?.leadUnitId
      if (ruling.includes(event.type) && lead) expect(isOwnUnit(by, units.get(lead)!.path)).toBe(false)
    }
  }))

test('the walks above reach every state and every event', () => {
  expect([...reachedStates].sort()).toEqual([...caseStatuses].sort())
  const unreached = [...allEvents].filter((type) => !reachedEvents.has(type))
  expect(unreached).toEqual([])
})

/** Recounting needs another calendar version; registering is the beginning of every walk. */
const allEvents = new Set<CaseEvent['type']>([
  'accepted',
  'classified',
  'supplementAsked',
  'supplementReceived',
  'caseTakenIn',
  'maskedTextCorrected',
  'prominenceMarked',
  'assigned',
  'signed',
  'declined',
  'handlingDecided',
  'handedOver',
  'statutoryExit',
  'partGiven',
  'extensionAsked',
  'extensionGranted',
  'extensionRefused',
  'drafted',
  'draftSentBack',
  'resultReported',
  'urged',
  'verified',
  'returnedForRevision',
  'contactAttempted',
  'informed',
  'rated',
  'reworkAsked',
  'reworkGranted',
  'reworkRefused',
  'concluded',
  'followedUp',
  'withdrawalAsked',
  'withdrawalSetAside',
  'messageAdded',
  'movedWithUnit',
])
