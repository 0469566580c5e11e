import { refuse, type Decision } from '../kernel/refusal.ts'
import type { Actor } from '../kernel/actor.ts'
import type { CaseEvent } from './case-events.ts'
import type { Telling } from './case-state.ts'
import type { TellingSubject, TellingWay } from './case-words.ts'
import type { CasePolicyRefusal } from './policy.ts'

export const caseRuleRefusals = [
  'case.not-now',
  'case.received-in-future',
  'case.ground-unknown',
  'case.code-unknown',
  'case.tier-needed',
  'case.supplement-asked-before',
  'case.supplement-too-late',
  'case.supplement-awaited',
  'case.merge-with-itself',
  'case.taken-in-before',
  'case.unit-unknown',
  'case.court-only-tracked',
  'case.instruction-on-court-case',
  'case.unit-twice',
  'case.inner-date-past',
  'case.inner-date-not-earlier',
  'case.decision-needed',
  'case.no-decision-needed',
  'case.declined-once-already',
  'case.decline-window-over',
  'case.decided-by-office',
  'case.same-unit',
  'case.statutory-already',
  'case.date-past',
  'case.extension-days-invalid',
  'case.extension-pending',
  'case.extended-already',
  'case.extension-over-cap',
  'case.extension-over-asked',
  'case.extension-after-due',
  'case.no-extension-in-rework',
  'case.no-extension-of-statutory',
  'case.no-extension-asked',
  'case.parts-outstanding',
  'case.nothing-drafted',
  'case.reason-unknown',
  'case.reason-needed',
  'case.submitter-has-spoken',
  'case.rated-before',
  'case.answer-awaited',
  'case.not-dissatisfied',
  'case.rework-window-over',
  'case.rework-refused-before',
  'case.rework-times-used',
  'case.new-evidence-needed',
  'case.not-informed',
  'case.informed-already',
  'case.not-unreachable-yet',
  'case.conclusion-not-in-rules',
  'case.rework-window-open',
  'case.unit-not-involved',
  'case.withdrawal-asked-before',
  'case.no-withdrawal-asked',
  'case.nothing-moves',
] as const
export type CaseRuleRefusal = (typeof caseRuleRefusals)[number]
export type CaseRefusal = CaseRuleRefusal | CasePolicyRefusal

export type CaseDecision = Decision<CaseEvent, CaseRefusal>
type No = Extract<CaseDecision, { ok: false }>

/** `refuse` with a code of cases, so that a misspelt one does not compile. */
export function no(code: CaseRefusal, facts?: Readonly<Record<string, string | number>>): No {
  return refuse(code, facts)
}

export function personOf(actor: Actor): string {
  return actor.kind === 'person' ? actor.personId : ''
}

/** How the submitter was told of a decision, as it is kept with the case. */
export function telling(about: TellingSubject, way: TellingWay, on: string, actor: Actor): Telling {
  return { about, way, on, by: personOf(actor) }
}
