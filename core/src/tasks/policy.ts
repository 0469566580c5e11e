import { holds, isOffice, signingRoles, type Actor, type Role } from '../kernel/actor.ts'
import { isOwnUnit, unitRoles } from '../kernel/own-unit.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { AssignmentAction } from './assignment-actions.ts'
import type { LivePart, Part } from './assignment-state.ts'
import type { TaskAction } from './task-actions.ts'

export { isOwnUnit, unitRoles }

/** Those who may commit the unit: pass inside, name persons, take what was handed in to the unit. */
export const unitManagers = ['unitHead', 'unitDeputy', 'unitLiaison'] as const satisfies readonly Role[]
/** Those who see every task of the division. */
export const allReaders = [
  'coordinationOfficer',
  'coordinationDirector',
  'governmentSupervision',
  'disciplineInspection',
  'leader',
  'auditor',
] as const satisfies readonly Role[]

export const policyRefusals = [
  'task.office-only',
  'task.system-only',
  'task.readers-only',
  'task.own-unit',
  'assignment.office-only',
  'assignment.unit-only',
  'assignment.managers-only',
  'assignment.head-signs',
  'assignment.receiver-only',
  'assignment.receiver-managers-only',
  'assignment.not-handed-in-to-office',
  'assignment.not-handed-in-to-unit',
  'assignment.own-unit',
  'assignment.own-item',
  'assignment.system-only',
] as const
export type PolicyRefusal = (typeof policyRefusals)[number]
export type TaskPolicyRefusal = Extract<PolicyRefusal, `task.${string}`>
export type AssignmentPolicyRefusal = Extract<PolicyRefusal, `assignment.${string}`>

type Answer<Code extends string> = Refusal<Code> | null

/** The office changes a task, but not one in which the officer's home unit holds a part; the rest is the program's. */
export function mayActOnTask(
  action: TaskAction,
  context: { readonly actor: Actor; readonly unitPaths: readonly string[] },
): Answer<TaskPolicyRefusal> {
  const { actor } = context
  switch (action) {
    case 'publish':
    case 'openPeriod':
    case 'revise':
    case 'settlePart':
    case 'conclude':
    case 'turnRoutine':
      // Follows from publishing a notice, the calendar, or the last part's confirmation: allowed there, never on its own.
      return actor.kind === 'system' || isOffice(actor) ? null : { code: 'task.system-only' }
    case 'changeDate':
    case 'nameLead':
    case 'addPart':
    case 'withdraw':
      if (!isOffice(actor)) return { code: 'task.office-only' }
      return context.unitPaths.some((path) => isOwnUnit(actor, path)) ? { code: 'task.own-unit' } : null
  }
}

export interface PartCircumstances {
  readonly actor: Actor
  /** Path of the part's unit now. Left out where no one is judged by it. */
  readonly unitPath?: string
  /** Path of the unit it would go to. */
  readonly targetPath?: string
  /** Unit of the part this one hands in to; null when it hands in to the office. */
  readonly receivingUnitId: string | null
}

/** Who may do what with a unit's part. */
export function mayActOnAssignment(
  action: AssignmentAction,
  state: LivePart,
  circumstances: PartCircumstances,
): Answer<AssignmentPolicyRefusal> {
  const { actor, receivingUnitId } = circumstances
  const { part } = state
  switch (action) {
    // The unit works on its part.
    case 'sign':
    case 'report':
    case 'draft':
      return holds(actor, unitRoles, part.unitId) ? null : { code: 'assignment.unit-only' }
    case 'pass':
    case 'namePersons':
      if (!holds(actor, unitRoles, part.unitId)) return { code: 'assignment.unit-only' }
      return holds(actor, unitManagers, part.unitId) ? null : { code: 'assignment.managers-only' }
    // What leaves the unit is signed by its head or deputy, in person or by delegation.
    case 'handIn':
    case 'askChange':
      return mayLeaveTheUnit(actor, part)
    case 'sendDraftBack':
      if (!holds(actor, unitRoles, part.unitId)) return { code: 'assignment.unit-only' }
      return holds(actor, signingRoles, part.unitId) ? null : { code: 'assignment.head-signs' }
    // Who takes it looks at it: the office, the lead unit, or the unit that passed it on.
    case 'confirm':
      return mayVerify(actor, state, circumstances)
    case 'accept':
      if (receivingUnitId === null) return { code: 'assignment.not-handed-in-to-unit' }
      return mayTake(actor, state, receivingUnitId)
    case 'return':
      return receivingUnitId === null ? mayVerify(actor, state, circumstances) : mayTake(actor, state, receivingUnitId)
    // The office rules, but not over its officer's own unit.
    case 'changeDate':
    case 'handToUnit':
    case 'withdraw':
      // An inner part is the passing unit's own affair.
      if (part.handsInTo.kind === 'parent' && receivingUnitId !== null && action !== 'handToUnit')
        return holds(actor, unitManagers, receivingUnitId) ? null : { code: 'assignment.receiver-only' }
      return mayRule(actor, circumstances)
    case 'settleChange':
      return null // judged on the request itself
    case 'assign':
    case 'moveWithUnit':
    case 'changeRole':
    case 'settle':
      return actor.kind === 'system' || isOffice(actor) ? null : { code: 'assignment.system-only' }
  }
}

function mayLeaveTheUnit(actor: Actor, part: Part): Answer<AssignmentPolicyRefusal> {
  if (!holds(actor, unitRoles, part.unitId)) return { code: 'assignment.unit-only' }
  const inner = part.handsInTo.kind === 'parent'
  if (inner || !part.headSigns || holds(actor, signingRoles, part.unitId)) return null
  return { code: 'assignment.head-signs' }
}

function mayVerify(actor: Actor, state: LivePart, circumstances: PartCircumstances): Answer<AssignmentPolicyRefusal> {
  if (!isOffice(actor)) return { code: 'assignment.office-only' }
  if (circumstances.receivingUnitId !== null) return { code: 'assignment.not-handed-in-to-office' }
  return ownItem(actor, state) ?? mayRule(actor, circumstances)
}

function mayTake(actor: Actor, state: LivePart, receivingUnitId: string): Answer<AssignmentPolicyRefusal> {
  if (!holds(actor, unitRoles, receivingUnitId)) return { code: 'assignment.receiver-only' }
  if (!holds(actor, unitManagers, receivingUnitId)) return { code: 'assignment.receiver-managers-only' }
  return ownItem(actor, state)
}

function mayRule(actor: Actor, circumstances: PartCircumstances): Answer<AssignmentPolicyRefusal> {
  if (!isOffice(actor)) return { code: 'assignment.office-only' }
  if (circumstances.unitPath === undefined) throw new Error('conflict of interest needs the path of the unit')
  const paths = [circumstances.unitPath, ...(circumstances.targetPath === undefined ? [] : [circumstances.targetPath])]
  return paths.some((path) => isOwnUnit(actor, path)) ? { code: 'assignment.own-unit' } : null
}

/** A person never verifies what they drafted, handed in or are in charge of. */
function ownItem(actor: Actor, state: LivePart): Answer<'assignment.own-item'> {
  if (actor.kind === 'system') return null
  const persons = [...state.part.personsInCharge]
  if (state.kind === 'handedIn') persons.push(state.by, ...(state.draftedBy ? [state.draftedBy] : []))
  return persons.includes(actor.personId) ? { code: 'assignment.own-item' } : null
}

/** Sees every task of the division. */
export function readsAll(actor: Actor): boolean {
  return holds(actor, allReaders)
}

/** Roots of the unit trees whose tasks the person may read: the units of their posts in units. */
export function readablePaths(actor: Actor): string[] {
  if (actor.kind === 'system') return []
  const paths = actor.posts
    .filter((post) => (unitRoles as readonly Role[]).includes(post.role))
    .map((post) => post.unitPath)
  return [...new Set(paths)]
}
