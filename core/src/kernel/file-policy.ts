import { holds, isOffice, type Actor, type Role } from './actor.ts'
import type { Refusal } from './refusal.ts'

export type UploadPurpose = 'plan' | 'evidence' | 'roster'

/** Those who report for a unit: the only ones who attach evidence to anything. */
const reporting: readonly Role[] = ['unitHead', 'unitDeputy', 'unitLiaison', 'unitStaff']

/** Notices are brought by the office, rosters by those who take them in, evidence by people of units. */
export function mayUpload(actor: Actor, purpose: UploadPurpose): Refusal<'access.not-allowed'> | null {
  const allowed =
    purpose === 'plan'
      ? isOffice(actor)
      : purpose === 'roster'
        ? isOffice(actor) || holds(actor, 'administrator')
        : holds(actor, reporting)
  return allowed ? null : { code: 'access.not-allowed' }
}

/**
 * Who reads a file whatever it is attached to: its uploader; the office what it imports; evidence the people of the unit it
 * was uploaded in, because a colleague signs what it belongs to. Everybody else reads evidence with the task it was handed
 * in for.
 */
export function mayReadAnyway(
  actor: Actor,
  file: { readonly purpose: UploadPurpose; readonly uploadedBy: string; readonly unitId: string },
): boolean {
  if (actor.kind === 'system' || file.uploadedBy === actor.personId) return true
  return file.purpose === 'evidence' ? holds(actor, reporting, file.unitId) : isOffice(actor)
}
