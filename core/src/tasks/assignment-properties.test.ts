import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aPart, context, due, given, head, liaison, officer, paths, person } from '../../testing/task-kit.ts'
import { isInside, type PersonActor } from '../kernel/actor.ts'
import { canonical } from '../kernel/canonical.ts'
import { replay } from '../kernel/decider.ts'
import type { AssignmentEvent } from './assignment-events.ts'
import { assignmentDecider, type AssignmentCommand } from './assignment.ts'
import { openKinds, type Assignment, type LivePart } from './assignment-state.ts'

const result = { text: '办好', fileIds: [], publication: null, withoutParts: true }
const work = fc.constantFrom<AssignmentCommand>(
  { type: 'sign' },
  { type: 'draft', result },
  { type: 'sendDraftBack', reason: '改' },
  { type: 'handIn', result },
  { type: 'handIn', result: null },
  { type: 'accept' },
  { type: 'return', reason: '不全' },
  { type: 'confirm', outcome: 'completed' },
  { type: 'settle', outcome: 'completed' },
)
const report = fc.integer({ min: 0, max: 9 }).map((n): AssignmentCommand => ({
  type: 'report',
  report: { reportId: `r${n}`, text: '进展', percent: n, fileIds: [], corrects: n > 7 ? 'r0' : null },
}))
const request = fc.constantFrom<AssignmentCommand>(
  { type: 'askChange', requestId: 'q1' },
  { type: 'askChange', requestId: 'q2' },
  { type: 'settleChange', requestId: 'q1' },
  { type: 'settleChange', requestId: 'q2' },
)
const date = fc
  .constantFrom('2022-08-31', '2022-10-31', '2022-12-30')
  .map((day): AssignmentCommand => ({ type: 'changeDate', deadline: due(day), reason: '调整' }))
const ending = fc.constantFrom<AssignmentCommand>(
  { type: 'withdraw', because: 'office', reason: '不要' },
  { type: 'handToUnit', unitId: 'other', printedName: '别的局', reason: '划转' },
)
const commands: fc.Arbitrary<AssignmentCommand> = fc.oneof(
  { arbitrary: work, weight: 20 },
  { arbitrary: report, weight: 3 },
  { arbitrary: request, weight: 3 },
  { arbitrary: date, weight: 2 },
  { arbitrary: ending, weight: 1 },
)
const cast: PersonActor[] = [
  officer,
  head,
  liaison,
  person('unitHead', 'other'),
  person('coordinationOfficer', 'office', 'bureau'),
  {
    ...person('coordinationDirector', 'office'),
    posts: [...head.posts, ...person('coordinationDirector', 'office').posts],
  },
]
const steps = fc.array(fc.tuple(commands, fc.constantFrom(...cast), fc.integer({ min: 0, max: 3 })), {
  minLength: 10,
  maxLength: 60,
  size: 'max',
})
const start = fc.constantFrom<Partial<ReturnType<typeof aPart>>>(
  {},
  { handsInTo: { kind: 'lead', assignmentId: 'lead' }, role: 'supporting' },
  { deadline: null },
  { deadlineKind: 'ongoing' },
)

interface Step {
  readonly before: LivePart
  readonly after: LivePart
  readonly event: AssignmentEvent
  readonly by: PersonActor
}

/** Carries out what is allowed; answers every event with the state before and after, and all events. */
function carryOut(part: Partial<ReturnType<typeof aPart>>, list: [AssignmentCommand, PersonActor, number][]) {
  let state: LivePart = given(part)
  const events: AssignmentEvent[] = [{ type: 'assigned', part: aPart(part) }]
  const happened: Step[] = []
  for (const [command, by, outstanding] of list) {
    const receiver = part.handsInTo ? { unitId: 'other', open: true } : null
    const unitPath = paths[state.part.unitId as keyof typeof paths]
    const target = { path: paths.other, holdsPart: false }
    const correctsOwnReport = state.part.reports > 0
    const around = context(by, { receiver, unitPath, outstanding, target, correctsOwnReport })
    const decision = assignmentDecider.decide(command, state, around)
    if (!decision.ok) continue
    for (const event of decision.events) {
      const after = assignmentDecider.evolve(state as Assignment, event) as LivePart
      happened.push({ before: state, after, event, by })
      events.push(event)
      state = after
    }
  }
  return { state, events, happened }
}

/** Event types that the sequences of all properties led to. */
const reached = new Set<string>()

const forAll = (check: (run: ReturnType<typeof carryOut>) => void) =>
  fc.assert(
    fc.property(start, steps, (part, list) => {
      const run = carryOut(part, list)
      for (const { event } of run.happened) reached.add(event.type)
      check(run)
    }),
    { numRuns: 400 },
  )

test('the state is what its events replay to, after the ledger has written and read them', () =>
  forAll(({ state, events }) => {
    const stored = JSON.parse(canonical(events)) as AssignmentEvent[]
    expect(replay(assignmentDecider, stored)).toEqual(JSON.parse(canonical(state)))
  }))

test('the due day moves only when somebody changes it, never on a return; what was replaced stays readable', () =>
  forAll(({ happened }) => {
    for (const { before, after, event } of happened) {
      if (event.type === 'dueDateChanged') {
        const replaced = before.part.deadline ? [before.part.deadline] : []
        expect(after.part.superseded.map((one) => one.deadline)).toEqual([
          ...before.part.superseded.map((one) => one.deadline),
          ...replaced,
        ])
      } else expect(after.part.deadline).toEqual(before.part.deadline)
    }
  }))

test('the first due day is never lost, nor a unit’s first hand-in; another unit starts without one', () =>
  forAll(({ happened }) => {
    for (const { before, after, event } of happened) {
      if (before.part.firstDueOn !== null) expect(after.part.firstDueOn).toBe(before.part.firstDueOn)
      if (event.type === 'handedToUnit')
        expect(after.part).toMatchObject({ firstHandedInOn: null, firstAnswerDueOn: null, lastHandedInOn: null })
      else if (before.part.firstHandedInOn !== null)
        expect(after.part.firstHandedInOn).toBe(before.part.firstHandedInOn)
    }
  }))

test("conflict of interest never passes: nobody takes, returns or rules on their own or their home unit's part", () =>
  forAll(({ happened }) => {
    for (const { before, event, by } of happened) {
      const ruling = ['returned', 'dueDateChanged', 'handedToUnit', 'partWithdrawn'].includes(event.type)
      const verified = event.type === 'confirmed' && before.kind === 'handedIn'
      const path = paths[before.part.unitId as keyof typeof paths]
      if (verified || (ruling && before.part.handsInTo.kind === 'office'))
        expect(isInside(path, by.homeUnitPath)).toBe(false)
      if (before.kind === 'handedIn' && ['confirmed', 'partAccepted', 'returned'].includes(event.type))
        expect([before.by, before.draftedBy]).not.toContain(by.personId)
    }
  }))

test('a result leaves the unit only by its head or deputy', () =>
  forAll(({ happened }) => {
    for (const { before, event, by } of happened)
      if (event.type === 'handedIn')
        expect(by.posts.some((post) => post.role === 'unitHead' && post.unitId === before.part.unitId)).toBe(true)
  }))

test('at most one request is open, and none of a part that has ended', () =>
  forAll(({ happened, state }) => {
    for (const { before, event } of happened)
      if (event.type === 'changeAsked') expect(before.part.changeRequestId).toBeNull()
    if (!openKinds.includes(state.kind)) expect(state.part.changeRequestId).toBeNull()
  }))

test('reports and returns are counted, and nothing follows an end', () =>
  forAll(({ happened, events, state }) => {
    const count = (type: string, from = 0) => events.slice(from).filter((event) => event.type === type).length
    expect(state.part.reports).toBe(count('progressReported'))
    // Returns are those of the unit that holds the part.
    expect(state.part.returns).toBe(count('returned', events.findLastIndex((event) => event.type === 'handedToUnit') + 1))
    for (const { before } of happened) expect(['confirmed', 'withdrawn']).not.toContain(before.kind)
  }))

test('the sequences above lead to every event they can', () => {
  const own = [
    'signed',
    'progressReported',
    'drafted',
    'draftSentBack',
    'handedIn',
    'partAccepted',
    'returned',
    'confirmed',
  ]
  const ruled = ['changeAsked', 'changeSettled', 'dueDateChanged', 'handedToUnit', 'partWithdrawn']
  expect([...reached].sort()).toEqual([...own, ...ruled].sort())
})
