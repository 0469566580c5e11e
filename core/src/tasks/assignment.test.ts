import { describe, expect, test } from 'vitest'
import {
  aPart,
  context,
  due,
  given,
  handedIn,
  head,
  inEveryState,
  liaison,
  officer,
  paths,
  person,
  result,
  returned,
  signed,
  today,
} from '../../testing/task-kit.ts'
import { assignmentActions, assignmentActionsNow } from './assignment-actions.ts'
import { assignmentDecider, type AssignmentCommand, type AssignmentContext } from './assignment.ts'
import { assignmentKinds, type Assignment, type LivePart } from './assignment-state.ts'
import { policyRefusals } from './policy.ts'

const decide = (state: LivePart, command: AssignmentCommand, by: AssignmentContext) => {
  const decision = assignmentDecider.decide(command, state, by)
  return decision.ok ? decision.events.map((event) => event.type) : decision.refusal.code
}
const result_ = { text: '已经办好', fileIds: [], publication: null, withoutParts: false }
const lead = { handsInTo: { kind: 'lead' as const, assignmentId: 'lead' }, role: 'supporting' as const }
const receiver = { unitId: 'other', open: true }

/** One command of every kind, as somebody could send it. */
const commands: { [Type in AssignmentCommand['type']]: Extract<AssignmentCommand, { type: Type }> } = {
  assign: { type: 'assign', part: aPart() },
  sign: { type: 'sign' },
  report: { type: 'report', report: { reportId: 'r', text: '进展', percent: 10, fileIds: [], corrects: null } },
  draft: { type: 'draft', result: result_ },
  sendDraftBack: { type: 'sendDraftBack', reason: '改' },
  handIn: { type: 'handIn', result: result_ },
  accept: { type: 'accept' },
  return: { type: 'return', reason: '改' },
  confirm: { type: 'confirm', outcome: 'completed' },
  pass: { type: 'pass', assignmentId: 'inner', unitId: 'section', innerDueOn: '2022-09-01', note: '' },
  namePersons: { type: 'namePersons', personIds: ['p'] },
  askChange: { type: 'askChange', requestId: 'q' },
  settleChange: { type: 'settleChange', requestId: 'q' },
  changeDate: { type: 'changeDate', deadline: due('2022-10-31'), reason: '改' },
  handToUnit: { type: 'handToUnit', unitId: 'other', printedName: '别的局', reason: '改' },
  moveWithUnit: { type: 'moveWithUnit', unitId: 'other', reason: '撤并' },
  changeRole: { type: 'changeRole', role: 'lead', handsInTo: { kind: 'office' }, deadline: null, reason: '改' },
  withdraw: { type: 'withdraw', because: 'office', reason: '改' },
  settle: { type: 'settle', outcome: 'completed' },
}

describe('the table of what may happen next', () => {
  test('names every action once per state and every action is possible somewhere', () => {
    for (const actions of Object.values(assignmentActionsNow)) expect(new Set(actions).size).toBe(actions.length)
    expect(new Set(Object.values(assignmentActionsNow).flat())).toEqual(new Set(assignmentActions))
  })

  test('is what decide refuses by: "not now" exactly for what the table leaves out', () => {
    const ofBureau = { unitId: 'bureau', open: true }
    const both = { target: { path: paths.section, holdsPart: false } }
    for (const kind of assignmentKinds)
      for (const action of assignmentActions) {
        const cast = [context(officer, both), context(head, both), context({ ...head, personId: 'taker' }, { ...both, receiver: ofBureau })]
        const codes = cast.flatMap((by) => {
          const decision = assignmentDecider.decide(commands[action], inEveryState[kind], by)
          return decision.ok ? ['accepted'] : [decision.refusal.code]
        })
        // Who may not do it at all hears that, and nothing of the state.
        const told = codes.filter((code) => !(policyRefusals as readonly string[]).includes(code))
        expect([kind, action, told.length > 0]).toEqual([kind, action, true])
        const notNow = told.every((code) => code === 'assignment.not-now')
        expect([kind, action, notNow]).toEqual([kind, action, !assignmentActionsNow[kind].includes(action)])
      }
  })

  test('lets every state be reached from being assigned, by somebody', () => {
    const cast = [officer, head, person('unitHead', 'other')]
    const contexts = cast.flatMap((actor) => [context(actor), context(actor, { receiver })])
    const reached = new Set<string>()
    const seen: LivePart[] = [given(), given(lead)]
    for (const state of seen) {
      if (reached.has(`${state.kind}:${state.part.handsInTo.kind}`)) continue
      reached.add(`${state.kind}:${state.part.handsInTo.kind}`)
      for (const action of assignmentActions.filter((one) => one !== 'pass' && one !== 'changeRole'))
        for (const by of contexts) {
          if ((state.part.handsInTo.kind === 'office') !== (by.receiver === null)) continue
          const decision = assignmentDecider.decide(commands[action], state, by)
          if (decision.ok) seen.push(decision.events.reduce<Assignment>(assignmentDecider.evolve, state) as LivePart)
        }
    }
    expect(new Set([...reached].map((one) => one.split(':')[0]))).toEqual(new Set(assignmentKinds))
  })
})

describe('signing for what leaves the unit', () => {
  test('the liaison drafts, the head hands in the draft as it is', () => {
    expect(decide(inEveryState.signed, commands.draft, context(liaison))).toEqual(['drafted'])
    expect(decide(inEveryState.signed, commands.handIn, context(liaison))).toBe('assignment.head-signs')
    expect(decide(inEveryState.drafted, { type: 'handIn', result: null }, context(head))).toEqual(['handedIn'])
    expect(decide(inEveryState.signed, { type: 'handIn', result: null }, context(head))).toBe('assignment.text-missing')
  })

  test('a delegate signs for the head; without the setting the liaison hands in', () => {
    const delegate = { ...liaison, posts: [...liaison.posts, { ...head.posts[0]!, onBehalfOf: head.personId }] }
    expect(decide(inEveryState.signed, commands.handIn, context(delegate))).toEqual(['handedIn'])
    expect(decide(given({ headSigns: false }, signed), commands.handIn, context(liaison))).toEqual(['handedIn'])
  })

  test('an inner part does not leave the unit: a clerk hands it in', () => {
    const inner = given({ unitId: 'section', handsInTo: { kind: 'parent', assignmentId: 'p' } }, signed)
    const clerk = person('unitStaff', 'section')
    expect(decide(inner, commands.handIn, context(clerk, { receiver: { unitId: 'bureau', open: true } }))).toEqual([
      'handedIn',
    ])
  })
})

describe('results', () => {
  test('what must be published needs place and day, and the day has come', () => {
    const state = given({ mustPublish: true }, signed)
    const give = (on: string | null) =>
      decide(
        state,
        { type: 'handIn', result: { ...result_, publication: on === null ? null : { place: '公示栏', on } } },
        context(head),
      )
    expect(give(null)).toBe('assignment.publication-needed')
    expect(give('2022-07-05')).toBe('assignment.publication-in-future')
    expect(give(today)).toEqual(['handedIn'])
  })

  test('the lead waits for the others or says that it does not', () => {
    const waiting = context(head, { outstanding: 2 })
    const decision = assignmentDecider.decide(commands.handIn, inEveryState.signed, waiting)
    expect(decision).toEqual({ ok: false, refusal: { code: 'assignment.parts-outstanding', facts: { count: 2 } } })
    const knowingly = { type: 'handIn', result: { ...result_, withoutParts: true } } as const
    const done = assignmentDecider.decide(knowingly, inEveryState.signed, waiting)
    expect(done).toMatchObject({ ok: true, events: [{ type: 'handedIn', result: { without: 2 } }] })
  })

  test('an ongoing task is confirmed as routine, never as completed', () => {
    const state = given({ deadlineKind: 'ongoing' }, signed, handedIn)
    expect(decide(state, { type: 'confirm', outcome: 'completed' }, context(officer))).toBe(
      'assignment.ongoing-never-closed',
    )
    expect(decide(state, { type: 'confirm', outcome: 'routine' }, context(officer))).toEqual(['confirmed'])
  })

  test("a part that the lead takes is not the office's to verify, and closed with the lead's", () => {
    const state = given(lead, signed, handedIn)
    const otherHead = person('unitHead', 'other')
    expect(decide(state, commands.confirm, context(officer, { receiver }))).toBe('assignment.not-handed-in-to-office')
    expect(decide(state, commands.accept, context(otherHead, { receiver }))).toEqual(['partAccepted'])
    const settled = context(otherHead, { receiver: { unitId: 'other', open: false } })
    expect(decide(state, commands.accept, settled)).toBe('assignment.receiver-settled')
    expect(decide(inEveryState.accepted, commands.return, settled)).toBe('assignment.receiver-settled')
  })
})

describe('dates', () => {
  test('a return leaves the due day where it is and keeps the first hand-in', () => {
    const late = { ...handedIn, on: '2022-10-08' }
    const state = given({}, signed, handedIn, returned, late)
    expect(state.part).toMatchObject({
      deadline: { dueOn: '2022-09-30' },
      firstHandedInOn: today,
      lastHandedInOn: '2022-10-08',
      returns: 1,
      superseded: [],
    })
  })

  test('a change supersedes the date and keeps the first one', () => {
    const state = given({}, { type: 'dueDateChanged', deadline: due('2022-10-31'), reason: '疫情影响' })
    expect(state.part).toMatchObject({
      deadline: { dueOn: '2022-10-31' },
      firstDueOn: '2022-09-30',
      superseded: [{ deadline: { dueOn: '2022-09-30' }, reason: '疫情影响' }],
    })
  })

  test('passing inside needs a unit inside, an earlier date that has not passed, and no second part', () => {
    const pass = (unitId: string, path: string, innerDueOn: string, holdsPart = false) =>
      decide(
        inEveryState.signed,
        { ...commands.pass, unitId, innerDueOn },
        context(liaison, { target: { path, holdsPart } }),
      )
    expect(pass('other', paths.other, '2022-09-01')).toBe('assignment.pass-inside-only')
    expect(pass('section', paths.section, '2022-09-30')).toBe('assignment.inner-date-not-earlier')
    expect(pass('section', paths.section, '2022-07-01')).toBe('assignment.inner-date-past')
    expect(pass('section', paths.section, '2022-09-01', true)).toBe('assignment.unit-holds-part')
    expect(pass('section', paths.section, '2022-09-29')).toEqual(['passedInside'])
  })

  test('a correction needs a report that it corrects', () => {
    const correct = { ...commands.report, report: { ...commands.report.report, corrects: 'r0' } }
    expect(decide(inEveryState.signed, correct, context(liaison))).toBe('assignment.report-unknown')
    expect(decide(inEveryState.signed, correct, context(liaison, { correctsOwnReport: true }))).toEqual([
      'progressReported',
    ])
  })

  test("a part goes to another unit afresh: to be signed for, without the old unit's people", () => {
    const before = given(
      { personsInCharge: ['p'] },
      signed,
      { type: 'handedIn', result, on: '2022-08-01', by: 'p' },
      { type: 'returned', on: '2022-08-02', reason: '不全' },
    )
    const after = assignmentDecider.evolve(before as never, {
      type: 'handedToUnit',
      unitId: 'other',
      printedName: '别的局',
      reason: '职能划转',
    })
    expect(after).toMatchObject({
      kind: 'assigned',
      part: {
        unitId: 'other',
        personsInCharge: [],
        formerUnits: [{ unitId: 'bureau' }],
        firstDueOn: '2022-09-30',
        firstHandedInOn: null,
        lastHandedInOn: null,
        returns: 0,
      },
    })
    expect(result.without).toBe(0)
  })
})
