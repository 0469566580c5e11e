import { holds, isOffice, type Actor } from '../kernel/actor.ts'
import type { Refusal } from '../kernel/refusal.ts'

export type CalendarPolicyRefusal = 'calendar.not-allowed'

/** The office and the administrator keep the calendar; everybody who signs in may look at it. */
export function mayKeepCalendar(actor: Actor): Refusal<CalendarPolicyRefusal> | null {
  return isOffice(actor) || holds(actor, 'administrator') ? null : { code: 'calendar.not-allowed' }
}

/** Who adopted a version and the text it came from are for those who keep the calendar and those who audit. */
export function maySeeKeepers(actor: Actor): boolean {
  return mayKeepCalendar(actor) === null || holds(actor, ['auditor', 'governmentSupervision', 'leader'])
}
