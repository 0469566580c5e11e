import { holds, isInside, isOffice, signingRoles, type Actor, type Role } from '../kernel/actor.ts'
import type { Refusal } from '../kernel/refusal.ts'

/** Roles of invited outsiders: they see what they were invited to, never the county's staff list. */
const invitedRoles: readonly Role[] = ['delegate', 'panelMember']
/** Roles whose access may be given or reset by the administrator only. */
export const guardedRoles: readonly Role[] = [
  'administrator',
  'auditor',
  'disciplineInspection',
  'coordinationDirector',
]
const unitRoles: readonly Role[] = ['unitHead', 'unitDeputy', 'unitLiaison', 'unitStaff']

export type PolicyCode =
  | 'access.not-allowed'
  | 'access.not-yourself'
  | 'access.guarded-role'
  | 'access.role-beyond-yours'
  | 'access.own-delegation-only'
type Answer = Refusal<PolicyCode> | undefined

const yes: Answer = undefined
const no = (code: PolicyCode): Answer => ({ code })

function isStaff(actor: Actor): boolean {
  return actor.kind === 'person' && actor.posts.some((post) => !invitedRoles.includes(post.role))
}

/** Posts the actor holds in own right in a unit that contains `unitPath`. */
function leads(actor: Actor, unitPath: string): boolean {
  if (actor.kind === 'system') return false
  return actor.posts.some(
    (post) => (signingRoles as readonly Role[]).includes(post.role) && isInside(unitPath, post.unitPath),
  )
}

/** Staff see the tree of units and who does what in them; invited outsiders do not. */
export function maySeeUnits(actor: Actor): Answer {
  return isStaff(actor) ? yes : no('access.not-allowed')
}

/** Mobile numbers are for the office, supervision, leaders, the administrator, and colleagues of the same unit. */
export function maySeeContacts(actor: Actor, unitPath: string): Answer {
  if (actor.kind === 'system') return yes
  if (isOffice(actor) || holds(actor, ['administrator', 'governmentSupervision', 'disciplineInspection', 'leader']))
    return yes
  if (!isStaff(actor)) return no('access.not-allowed')
  const near = actor.posts.some((post) => isInside(unitPath, post.unitPath) || isInside(post.unitPath, unitPath))
  return near ? yes : no('access.not-allowed')
}

/** The office and the administrator register, rename, move, merge and close units. */
export function mayManageUnits(actor: Actor): Answer {
  return isOffice(actor) || holds(actor, 'administrator') ? yes : no('access.not-allowed')
}

/** The office and the administrator register people anywhere; heads and deputies in their own unit. */
export function mayManagePeople(actor: Actor, unitPath: string): Answer {
  if (isOffice(actor) || holds(actor, 'administrator')) return yes
  return leads(actor, unitPath) ? yes : no('access.not-allowed')
}

/**
 * Nobody gives a post to themselves. The administrator gives every role; the director all but the guarded ones; officers
 * the units' roles and invitations; heads and deputies name liaisons and staff of their own unit.
 */
export function mayGivePost(actor: Actor, post: { role: Role; unitPath: string; personId: string }): Answer {
  if (actor.kind === 'system') return yes
  if (actor.personId === post.personId) return no('access.not-yourself')
  if (holds(actor, 'administrator')) return yes
  if (guardedRoles.includes(post.role))
    return no(isStaff(actor) && isOffice(actor) ? 'access.guarded-role' : 'access.not-allowed')
  if (holds(actor, 'coordinationDirector')) return yes
  if (holds(actor, 'coordinationOfficer'))
    return [...unitRoles, ...invitedRoles].includes(post.role) ? yes : no('access.role-beyond-yours')
  if (!leads(actor, post.unitPath)) return no('access.not-allowed')
  return post.role === 'unitLiaison' || post.role === 'unitStaff' ? yes : no('access.role-beyond-yours')
}

/** Who may give a post may end it; one's own post is ended by somebody else. */
export const mayEndPost = mayGivePost

/** Slips are printed and access is reset by the office; for people with a guarded role by the administrator. Never for oneself. */
export function mayIssueSlip(actor: Actor, person: { personId: string; roles: readonly Role[] }): Answer {
  if (actor.kind === 'system') return yes
  if (actor.personId === person.personId) return no('access.not-yourself')
  if (holds(actor, 'administrator')) return yes
  if (!isOffice(actor)) return no('access.not-allowed')
  return person.roles.some((role) => guardedRoles.includes(role)) ? no('access.guarded-role') : yes
}

/** The office and the administrator take in the roster; each row's role is judged by `mayGivePost` too. */
export function mayImportRoster(actor: Actor): Answer {
  return isOffice(actor) || holds(actor, 'administrator') ? yes : no('access.not-allowed')
}

/** The director and the administrator set up task forces and second people: it opens the office's matters to them. */
export function mayManageTaskForces(actor: Actor): Answer {
  return holds(actor, ['coordinationDirector', 'administrator']) ? yes : no('access.not-allowed')
}

/** A post is lent by its holder only; neither the office nor the administrator lends it for them. */
export function mayGiveDelegation(actor: Actor, giverId: string): Answer {
  return actor.kind === 'person' && actor.personId === giverId ? yes : no('access.own-delegation-only')
}

/** The lender takes it back at any time; so may the office and the administrator. */
export function mayWithdrawDelegation(actor: Actor, giverId: string): Answer {
  if (actor.kind === 'person' && actor.personId === giverId) return yes
  return isOffice(actor) || holds(actor, 'administrator') ? yes : no('access.not-allowed')
}

/** A unit's liaison is changed by its head or deputy, the office or the administrator. */
export function mayHandOver(actor: Actor, unitPath: string): Answer {
  return mayManagePeople(actor, unitPath)
}

/** The administrator sets the sign-in rules and ends other people's sessions. */
export function mayManageAccess(actor: Actor): Answer {
  return holds(actor, 'administrator') ? yes : no('access.not-allowed')
}

/** The sign-in log is read by the administrator and the auditor. */
export function mayReadSignInLog(actor: Actor): Answer {
  return holds(actor, ['administrator', 'auditor']) ? yes : no('access.not-allowed')
}
