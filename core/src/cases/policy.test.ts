import { describe, expect, test } from 'vitest'
import {
  commands,
  context,
  head,
  informed,
  assigned,
  liaison,
  officer,
  otherLiaison,
  person,
  scan,
  Story,
  submitter,
  type CommandName,
} from '../../testing/case-kit.ts'
import { roles, type Actor } from '../kernel/actor.ts'
import { caseActions, caseActionsNow, offeredCaseActions } from './case-actions.ts'
import { caseStatuses, type CaseStatus, type LiveCase } from './case-state.ts'
import { caseDecider } from './case.ts'
import { mayReadCase, supervises, targetsOf } from './policy.ts'
import { offeredOnCase } from './offered.ts'
import { caseSentences } from './sentences.zh.ts'

const registered = () => new Story().step('2022-09-26', submitter, 'register')
const reported = () => assigned().step('2022-09-29', liaison, 'sign').step('2022-10-17', head, 'reportResult')

/** One case in every state that exists. */
const inEveryState: Record<CaseStatus, LiveCase> = {
  registered: registered().live,
  supplementAsked: registered().step('2022-09-26', officer, 'askSupplement').live,
  accepted: registered().step('2022-09-26', officer, 'accept').live,
  assigned: assigned().live,
  signed: assigned().step('2022-09-29', liaison, 'sign').live,
  drafted: assigned().step('2022-09-29', liaison, 'sign').step('2022-10-10', liaison, 'draft').live,
  resultReported: reported().live,
  verified: reported().step('2022-10-18', officer, 'verify').live,
  informed: informed().live,
  reworkAsked: informed().step('2022-10-20', submitter, 'rate').step('2022-10-20', submitter, 'askRework').live,
  concluded: registered().step('2022-09-26', officer, 'refuse').live,
}

/** Every role in the office, in the bureau that handles it and in another one, and the two programs. */
const everybody: readonly Actor[] = [
  ...roles.flatMap((role) => [person(role, 'office'), person(role, 'bureau'), person(role, 'other')]),
  person('coordinationOfficer', 'office', 'bureau', 'seconded'),
  submitter,
  scan,
]

describe('every role × action × state', () => {
  for (const status of caseStatuses)
    test(`${status}: accepts or refuses with a sentence, never throws`, () => {
      let answered = 0
      for (const actor of everybody)
        for (const action of caseActions) {
          const decision = caseDecider.decide(commands[action], inEveryState[status], context(actor, '2022-10-21'))
          answered++
          if (decision.ok) {
            expect(caseActionsNow[status]).toContain(action)
            for (const event of decision.events)
              expect(() => caseDecider.evolve(inEveryState[status], event)).not.toThrow()
          } else expect(caseSentences[decision.refusal.code as keyof typeof caseSentences]).toBeTruthy()
        }
      expect(answered).toBe(everybody.length * caseActions.length)
    })

  test('what is offered as allowed is not refused by the policy', () => {
    for (const status of caseStatuses)
      for (const actor of everybody)
        for (const { name, allowed } of offeredOnCase(inEveryState[status], context(actor, '2022-10-21'))) {
          if (!allowed) continue
          const answer = caseDecider.decide(commands[name], inEveryState[status], context(actor, '2022-10-21'))
          const mayNot = ['case.office-only', 'case.unit-only', 'case.head-signs', 'case.not-now']
          // A command that names a unit may still name one's own.
          if (!targetsOf(commands[name]).length) mayNot.push('case.own-unit')
          if (!answer.ok) expect(mayNot).not.toContain(answer.refusal.code)
        }
  })
})

test('every action that a person starts is possible in some state', () => {
  const possible = new Set<string>(Object.values(caseActionsNow).flat())
  expect(offeredCaseActions.filter((action) => !possible.has(action))).toEqual([])
  expect(caseActions.filter((action) => !possible.has(action))).toEqual([])
})

/** Who reaches which action at all, in one table: a change here is a change of the county's rules. */
test('who may act, by state and action', () => {
  const may = (actor: Actor, status: CaseStatus): CommandName[] =>
    caseActionsNow[status].filter(
      (action) => caseDecider.decide(commands[action], inEveryState[status], context(actor, '2022-10-21')).ok,
    )
  for (const role of ['governmentSupervision', 'disciplineInspection', 'leader', 'auditor', 'delegate'] as const)
    for (const status of caseStatuses) expect(may(person(role, 'other'), status)).toEqual([])
  expect(may(person('administrator', 'office'), 'signed')).toEqual([])
  expect(may(liaison, 'assigned')).toEqual(['sign'])
  expect(may(liaison, 'signed')).toEqual(['draft'])
  expect(may(head, 'drafted')).toEqual(['reportResult', 'sendDraftBack', 'draft', 'askExtension'])
  expect(may(head, 'resultReported')).toEqual([])
  expect(may(submitter, 'informed')).toEqual(['rate', 'addMessage', 'askWithdrawal'])
  expect(may(otherLiaison, 'signed')).toEqual([])
})

test('a unit reads a case while it has part in it; supervision reads none', () => {
  const { file } = inEveryState.signed
  expect(mayReadCase(officer, file)).toBe(true)
  expect(mayReadCase(liaison, file)).toBe(true)
  expect(mayReadCase(otherLiaison, file)).toBe(false)
  expect(mayReadCase(person('governmentSupervision', 'office'), file)).toBe(false)
  expect(supervises(person('governmentSupervision', 'office'))).toBe(true)
  expect(mayReadCase(person('administrator', 'office'), file)).toBe(false)
})
