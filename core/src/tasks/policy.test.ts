import { describe, expect, test } from 'vitest'
import {
  aTaskFacts,
  context,
  given,
  handedIn,
  head,
  inEveryState,
  paths,
  person,
  signed,
  today,
} from '../../testing/task-kit.ts'
import { roles, type Role } from '../kernel/actor.ts'
import {
  assignmentActions,
  assignmentActionsNow,
  offeredAssignmentActions,
  type AssignmentAction,
} from './assignment-actions.ts'
import { assignmentDecider } from './assignment.ts'
import { changeRequestActions, mayActOnRequest } from './change-request.ts'
import { offeredOnPart } from './offered.ts'
import { isOwnUnit, mayActOnAssignment, mayActOnTask, readablePaths, readsAll } from './policy.ts'
import { mayActOnRun } from './reporting-run.ts'
import { taskActions } from './task-actions.ts'

const unitWorkers: Role[] = ['unitHead', 'unitDeputy', 'unitLiaison', 'unitStaff']
const managers: Role[] = ['unitHead', 'unitDeputy', 'unitLiaison']
const signers: Role[] = ['unitHead', 'unitDeputy']
const office: Role[] = ['coordinationOfficer', 'coordinationDirector']

/** Who may do what with a part that hands in to the office, holding the role in the part's unit (office roles: at the office). */
const facingOffice: Record<AssignmentAction, Role[]> = {
  assign: office,
  sign: unitWorkers,
  report: unitWorkers,
  draft: unitWorkers,
  sendDraftBack: signers,
  handIn: signers,
  accept: [],
  return: office,
  confirm: office,
  pass: managers,
  namePersons: managers,
  askChange: signers,
  settleChange: [...roles],
  changeDate: office,
  handToUnit: office,
  moveWithUnit: office,
  changeRole: office,
  withdraw: office,
  settle: office,
}

const postOf = (role: Role) => (office.includes(role) ? person(role, 'office') : person(role, 'bureau'))
const state = given({}, signed, handedIn)

describe('the policy of a part, every role and every action', () => {
  test.each(assignmentActions)('%s', (action) => {
    const allowed = roles.filter(
      (role) =>
        mayActOnAssignment(action, state, {
          actor: { ...postOf(role), personId: 'nobody in particular' },
          unitPath: paths.bureau,
          receivingUnitId: null,
        }) === null,
    )
    expect(allowed.sort()).toEqual(facingOffice[action].toSorted())
  })

  test.each(assignmentActions)("%s from a post in another unit is nobody's but the office's", (action) => {
    for (const role of roles.filter((one) => !office.includes(one))) {
      const answer = mayActOnAssignment(action, state, {
        actor: person(role, 'other'),
        unitPath: paths.bureau,
        receivingUnitId: null,
      })
      expect([role, answer === null]).toEqual([role, action === 'settleChange'])
    }
  })

  test('what a lead or a unit above takes is accepted and returned by its managers, by nobody else', () => {
    const owed = given({ handsInTo: { kind: 'lead', assignmentId: 'x' } }, signed, handedIn)
    for (const action of ['accept', 'return'] as const) {
      const may = (role: Role, unit: 'other' | 'bureau' | 'office') =>
        mayActOnAssignment(action, owed, {
          actor: { ...person(role, unit), personId: 'somebody else' },
          unitPath: paths.bureau,
          receivingUnitId: 'other',
        }) === null
      expect(roles.filter((role) => may(role, 'other')).sort()).toEqual(managers.toSorted())
      expect(roles.filter((role) => may(role, 'bureau'))).toEqual([])
      expect(roles.filter((role) => may(role, 'office'))).toEqual([])
    }
  })

  test('an inner part is moved and withdrawn by the unit that passed it on, not by the office', () => {
    const inner = given({ unitId: 'section', handsInTo: { kind: 'parent', assignmentId: 'x' } })
    for (const action of ['changeDate', 'withdraw'] as const) {
      const by = (actor: ReturnType<typeof person>) =>
        mayActOnAssignment(action, inner, { actor, unitPath: paths.section, receivingUnitId: 'bureau' })
      expect(by(person('unitLiaison', 'bureau'))).toBeNull()
      expect(by(person('coordinationOfficer', 'office'))?.code).toBe('assignment.receiver-only')
    }
  })

  test("the program itself opens, settles and moves, and does no unit's work", () => {
    const system = { actor: { kind: 'system', job: 'scan' } as const, unitPath: paths.bureau, receivingUnitId: null }
    const allowed = assignmentActions.filter((action) => mayActOnAssignment(action, state, system) === null)
    expect(allowed.sort()).toEqual(['assign', 'changeRole', 'moveWithUnit', 'settle', 'settleChange'])
  })
})

describe('conflict of interest (rule T-11)', () => {
  const seconded = person('coordinationDirector', 'office', 'bureau')

  test('an officer seconded from the unit verifies, returns and rules on nothing of it or inside it', () => {
    for (const unitPath of [paths.bureau, paths.section])
      for (const action of ['confirm', 'return', 'changeDate', 'handToUnit', 'withdraw'] as const)
        expect(mayActOnAssignment(action, state, { actor: seconded, unitPath, receivingUnitId: null })?.code).toBe(
          'assignment.own-unit',
        )
    const elsewhere = { actor: seconded, unitPath: paths.other, receivingUnitId: null }
    expect(mayActOnAssignment('confirm', state, elsewhere)).toBeNull()
  })

  test('a person of a section does not rule over the bureau above it; of the root everybody is', () => {
    const ofSection = person('coordinationOfficer', 'office', 'section')
    expect(isOwnUnit(ofSection, paths.bureau)).toBe(true)
    expect(isOwnUnit(ofSection, paths.other)).toBe(false)
    expect(isOwnUnit(ofSection, '/county/')).toBe(false)
  })

  test('an officer who stands in for the head of a unit, or serves there too, has it for an own unit', () => {
    const officer = person('coordinationOfficer', 'office')
    const standIn = { role: 'unitHead', unitId: 'bureau', unitPath: paths.bureau, onBehalfOf: 'head' } as const
    const both = { ...officer, posts: [...officer.posts, standIn] }
    const at = { actor: both, unitPath: paths.bureau, receivingUnitId: null }
    expect(isOwnUnit(officer, paths.bureau)).toBe(false)
    expect(mayActOnAssignment('confirm', state, at)?.code).toBe('assignment.own-unit')
  })

  test('the office of a bureau is not struck with every part of the bureau', () => {
    const office = { role: 'coordinationOfficer', unitId: 'office', unitPath: '/county/bureau/office/' } as const
    const officer = { ...person('coordinationOfficer', 'office'), homeUnitPath: office.unitPath, posts: [office] }
    expect(isOwnUnit(officer, '/county/bureau/')).toBe(false)
    expect(isOwnUnit(officer, office.unitPath)).toBe(true)
  })

  test('nobody gives a part to their own unit', () => {
    const at = { actor: seconded, unitPath: paths.other, targetPath: paths.bureau, receivingUnitId: null }
    expect(mayActOnAssignment('handToUnit', state, at)?.code).toBe('assignment.own-unit')
  })

  test('nobody verifies what they drafted, handed in or are in charge of', () => {
    const both = { ...person('coordinationOfficer', 'office'), personId: head.personId }
    const at = { unitPath: paths.bureau, receivingUnitId: null }
    expect(mayActOnAssignment('confirm', state, { actor: both, ...at })?.code).toBe('assignment.own-item')
    const inCharge = given({ personsInCharge: ['me'] }, signed, handedIn)
    const me = { ...person('coordinationOfficer', 'office'), personId: 'me' }
    expect(mayActOnAssignment('confirm', inCharge, { actor: me, ...at })?.code).toBe('assignment.own-item')
  })

  test('without the path of the unit nobody is let through', () => {
    expect(() =>
      mayActOnAssignment('confirm', state, { actor: person('coordinationOfficer', 'office'), receivingUnitId: null }),
    ).toThrow()
  })

  test('requests: the office answers, not the asker nor somebody of a unit concerned; the unit takes back', () => {
    const { campaignId, division } = aTaskFacts()
    const facts = {
      campaignId,
      division,
      taskId: 't',
      assignmentId: 'a',
      unitId: 'bureau',
      what: { kind: 'unit', unitId: 'other' } as const,
      reason: '职能划转',
      askedOn: today,
      askedBy: head.personId,
    }
    const unitPaths = [paths.bureau, paths.other]
    for (const action of changeRequestActions) {
      const allowed = roles.filter(
        (role) => mayActOnRequest(action, facts, { actor: postOf(role), unitPaths }) === null,
      )
      const wanted =
        action === 'takeBack' ? managers : action === 'approve' || action === 'refuse' ? office : [...roles]
      expect([action, allowed.sort()]).toEqual([action, wanted.toSorted()])
    }
    const ofTarget = person('coordinationOfficer', 'office', 'other')
    expect(mayActOnRequest('approve', facts, { actor: ofTarget, unitPaths })?.code).toBe('changeRequest.own-unit')
    const asker = { ...person('coordinationOfficer', 'office'), personId: head.personId }
    expect(mayActOnRequest('approve', facts, { actor: asker, unitPaths })?.code).toBe('changeRequest.own-item')
  })
})

describe('the policies of tasks, runs and reading', () => {
  test.each(taskActions)("%s is the office's", (action) => {
    const allowed = roles.filter(
      (role) => mayActOnTask(action, { actor: postOf(role), unitPaths: [paths.bureau] }) === null,
    )
    expect(allowed.sort()).toEqual(office.toSorted())
  })

  test('an officer does not change a task in which their home unit holds a part', () => {
    const seconded = person('coordinationOfficer', 'office', 'bureau')
    for (const action of ['changeDate', 'nameLead', 'addPart', 'withdraw'] as const)
      expect(mayActOnTask(action, { actor: seconded, unitPaths: [paths.other, paths.section] })?.code).toBe(
        'task.own-unit',
      )
  })

  test("runs are the office's; reading is all, one's own subtree, or nothing", () => {
    expect(roles.filter((role) => mayActOnRun(postOf(role)) === null).sort()).toEqual(office.toSorted())
    const everything: Role[] = [...office, 'governmentSupervision', 'disciplineInspection', 'leader', 'auditor']
    expect(roles.filter((role) => readsAll(postOf(role))).sort()).toEqual(everything.toSorted())
    expect(roles.filter((role) => readablePaths(postOf(role)).length > 0).sort()).toEqual(unitWorkers.toSorted())
  })
})

test('what a screen offers is what the server decides, with the same refusal', () => {
  const cast = roles.flatMap((role) => [
    person(role, 'bureau'),
    person(role, 'office'),
    person(role, 'office', 'bureau'),
  ])
  let disabled = 0
  for (const one of Object.values(inEveryState))
    for (const actor of cast) {
      const receiver = one.part.handsInTo.kind === 'office' ? null : { unitId: 'other', open: true }
      const at = context(actor, { receiver })
      const offered = offeredOnPart(one, at)
      const names: readonly string[] = assignmentActionsNow[one.kind]
      for (const { name, allowed, refusal } of offered) {
        expect(names).toContain(name)
        const command = { type: name, reason: '改' } as never
        if (allowed) continue
        disabled++
        expect(assignmentDecider.decide(command, one, at)).toEqual({ ok: false, refusal })
      }
      const missing = assignmentActionsNow[one.kind].filter(
        (name) =>
          (offeredAssignmentActions as readonly string[]).includes(name) && !offered.some((o) => o.name === name),
      )
      for (const name of missing)
        expect(assignmentDecider.decide({ type: name, reason: '改' } as never, one, at)).toMatchObject({ ok: false })
    }
  expect(disabled).toBeGreaterThan(20)
})
