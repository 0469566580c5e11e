import { holds, isOffice, signingRoles, type Actor, type Role } from '../kernel/actor.ts'
import { isOwnUnit, unitRoles } from '../kernel/own-unit.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { CaseAction } from './case-actions.ts'
import type { CaseCommand, UnitPlace } from './case-commands.ts'
import type { CaseRules } from './case-rules.ts'
import { currentRound, unitsInvolved, type CaseFile, type LiveCase } from './case-state.ts'
import type { Speaker } from './case-words.ts'

export const casePolicyRefusals = [
  'case.office-only',
  'case.approver-only',
  'case.system-only',
  'case.unit-only',
  'case.head-signs',
  'case.supporting-only',
  'case.submitter-only',
  'case.own-unit',
  'case.own-item',
  'case.readers-only',
  'case.registering-only',
] as const
export type CasePolicyRefusal = (typeof casePolicyRefusals)[number]

type Answer = Refusal<CasePolicyRefusal> | null

/** The job under which the receipt page acts for whoever holds the code. */
export const receiptJob = 'receipt-page'

/** True when the submitter speaks, by the receipt page. */
export function isSubmitter(actor: Actor): boolean {
  return actor.kind === 'system' && actor.job === receiptJob
}

/** In whose words something was said: by the receipt page, or written down by the office. */
export function speakerOf(actor: Actor): Speaker {
  return isSubmitter(actor) ? 'submitter' : 'office'
}

export interface CasePolicyContext {
  readonly actor: Actor
  readonly rules: Pick<CaseRules, 'extension'>
  readonly units: ReadonlyMap<string, UnitPlace>
}

/** Everybody who may bring in a case: the office, a unit's window, the submitter, an import. */
export function mayRegister(actor: Actor): Answer {
  if (actor.kind === 'system' || isOffice(actor) || holds(actor, unitRoles)) return null
  return { code: 'case.registering-only' }
}

/** Who may do what with a case. `toUnits` are units the command would give it to. */
export function mayActOnCase(
  action: CaseAction,
  state: LiveCase,
  context: CasePolicyContext,
  toUnits: readonly string[] = [],
): Answer {
  const { actor } = context
  const round = currentRound(state.file)
  const lead = round?.leadUnitId ?? null
  switch (action) {
    case 'register':
      return mayRegister(actor)
    case 'accept':
    case 'refuse':
    case 'askSupplement':
    case 'merge':
    case 'takeIn':
    case 'transfer':
    case 'classify':
    case 'assign':
    case 'recordContactAttempt':
    case 'informSubmitter':
    case 'recordFollowUp':
    case 'urge':
    case 'markProminent':
    case 'correctMaskedText':
    case 'withdraw':
    case 'setAsideWithdrawal':
      return office(actor)
    // The office rules, but not over its officer's own unit (rule C-10).
    case 'decideHandling':
    case 'handOver':
    case 'exitToStatutory':
    case 'returnForRevision':
    case 'grantRework':
    case 'refuseRework':
    case 'conclude':
      return office(actor) ?? notOwn(context, state.file, toUnits)
    case 'verify':
      return office(actor) ?? notOwn(context, state.file, toUnits) ?? ownItem(actor, state)
    case 'grantExtension':
    case 'refuseExtension':
      return approver(context, state)
    // The unit works on it; what leaves the unit is signed by its head or deputy (rule C-15).
    case 'sign':
    case 'draft':
      return inUnit(actor, lead)
    case 'decline':
    case 'askExtension':
    case 'sendDraftBack':
    case 'reportResult':
      return inUnit(actor, lead) ?? headOf(actor, lead)
    case 'givePart':
      return round?.supporting.some((one) => holds(actor, unitRoles, one.unitId))
        ? null
        : { code: 'case.supporting-only' }
    // The submitter speaks, or an officer writes down what the submitter said.
    case 'receiveSupplement':
    case 'rate':
    case 'askRework':
    case 'askWithdrawal':
    case 'addMessage':
      return isSubmitter(actor) || isOffice(actor) ? null : { code: 'case.submitter-only' }
    case 'lapseSupplement':
    case 'lapseAnswer':
      return (actor.kind === 'system' && !isSubmitter(actor)) || isOffice(actor) ? null : { code: 'case.system-only' }
    case 'moveWithUnit':
      return actor.kind === 'system' && !isSubmitter(actor) ? null : office(actor)
    case 'recount':
      return (actor.kind === 'system' && !isSubmitter(actor)) || isOffice(actor) || holds(actor, 'administrator')
        ? null
        : { code: 'case.system-only' }
  }
}

/** The units a command would give the case to: nobody rules for their own unit either. */
export function targetsOf(command: CaseCommand): string[] {
  if (command.type === 'handOver') return [command.toUnitId]
  if (command.type === 'decideHandling' || command.type === 'grantRework') return [command.units.leadUnitId]
  return []
}

function office(actor: Actor): Answer {
  return isOffice(actor) ? null : { code: 'case.office-only' }
}

/** Who approves more time is rule-set data: the office, the head of the unit itself, or a leader of the county. */
function approver(context: CasePolicyContext, state: LiveCase): Answer {
  const { actor, rules } = context
  const lead = currentRound(state.file)?.leadUnitId ?? null
  switch (rules.extension.approver) {
    case 'office':
      return office(actor) ?? notOwn(context, state.file, []) ?? ownRequest(actor, state)
    case 'leader':
      if (!holds(actor, 'leader')) return { code: 'case.approver-only' }
      return notOwn(context, state.file, []) ?? ownRequest(actor, state)
    case 'unitHead':
      return lead !== null && holds(actor, signingRoles, lead) ? null : { code: 'case.approver-only' }
  }
}

/** A unit refusing, and the one that would get it instead, are judged by neither's own people. */
function notOwn({ actor, units }: CasePolicyContext, file: CaseFile, toUnits: readonly string[]): Answer {
  const round = currentRound(file)
  const concerned = [
    ...(round?.leadUnitId ? [round.leadUnitId] : []),
    ...(round?.declines.map((one) => one.unitId) ?? []),
    ...toUnits,
  ]
  const own = concerned.some((id) => {
    const place = units.get(id)
    return place !== undefined && isOwnUnit(actor, place.path)
  })
  return own ? { code: 'case.own-unit' } : null
}

/** A person never verifies what they drafted or signed in the unit. */
function ownItem(actor: Actor, state: LiveCase): Answer {
  if (actor.kind !== 'person' || state.kind !== 'resultReported') return null
  return [state.by, state.draftedBy].includes(actor.personId) ? { code: 'case.own-item' } : null
}

function ownRequest(actor: Actor, state: LiveCase): Answer {
  const asked = currentRound(state.file)?.extensions.some(
    (one) => one.status === 'pending' && actor.kind === 'person' && one.by === actor.personId,
  )
  return asked ? { code: 'case.own-item' } : null
}

function inUnit(actor: Actor, unitId: string | null): Answer {
  return unitId !== null && holds(actor, unitRoles, unitId) ? null : { code: 'case.unit-only' }
}

function headOf(actor: Actor, unitId: string | null): Answer {
  return unitId !== null && holds(actor, signingRoles, unitId) ? null : { code: 'case.head-signs' }
}

/** The office reads every case. Nobody else reads one that no unit of theirs has part in. */
export function readsAllCases(actor: Actor): boolean {
  return isOffice(actor)
}

/** Those who see where cases stand, without their text. */
export const supervisingRoles = [
  'coordinationOfficer',
  'coordinationDirector',
  'governmentSupervision',
  'disciplineInspection',
  'leader',
  'auditor',
] as const satisfies readonly Role[]

export function supervises(actor: Actor): boolean {
  return holds(actor, supervisingRoles)
}

/** Units of a case whose people may read it: those with a part in the current round, and the body asked first (rule C-14). */
export function readingUnits(file: CaseFile): string[] {
  const { firstContactUnitId } = file.facts
  return [...new Set([...unitsInvolved(file), ...(firstContactUnitId === null ? [] : [firstContactUnitId])])]
}

/** Reads the masked text: the office, and who works in a unit that has part in the case (rule C-03). */
export function mayReadCase(actor: Actor, file: CaseFile): boolean {
  return readsAllCases(actor) || readingUnits(file).some((unitId) => holds(actor, unitRoles, unitId))
}
