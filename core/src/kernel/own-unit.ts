import { isInside, officeRoles, type Actor, type Role } from './actor.ts'

/** Everybody who works inside a unit; each may do the daily work on what the unit was given. */
export const unitRoles = ['unitHead', 'unitDeputy', 'unitLiaison', 'unitStaff'] as const satisfies readonly Role[]

/**
 * Conflict of interest (rule T-11): the unit is the person's own. That is their home unit and each unit they hold a post in,
 * delegated ones too, with what lies inside; and, for who belongs elsewhere than to the office, the units these lie in (a
 * section's person does not judge its bureau), the root of the tree excepted: everybody belongs to it.
 */
export function isOwnUnit(actor: Actor, unitPath: string): boolean {
  if (actor.kind === 'system') return false
  const posts = actor.posts.filter((post) => (unitRoles as readonly Role[]).includes(post.role))
  const ofOffice = actor.posts.some(
    (post) => (officeRoles as readonly Role[]).includes(post.role) && post.unitId === actor.homeUnitId,
  )
  const own = [actor.homeUnitPath, ...posts.map((post) => post.unitPath)]
  const below = ofOffice ? own.slice(1) : own
  return (
    own.some((path) => isInside(unitPath, path)) || (!isRoot(unitPath) && below.some((path) => isInside(path, unitPath)))
  )
}

/** `/root/`: a path of one unit. */
function isRoot(path: string): boolean {
  return path.indexOf('/', 1) === path.length - 1
}
