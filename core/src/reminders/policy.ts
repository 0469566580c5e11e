import { holds, isOffice, type Actor } from '../kernel/actor.ts'
import type { Refusal } from '../kernel/refusal.ts'

/** Who may do what with notifications, calls and channels. */
export const reminderActions = [
  'readOwn',
  'choosePreference',
  'readCallList',
  'noteCall',
  'readDeliveries',
  'readChannels',
  'changeChannels',
  'testChannel',
] as const
export type ReminderAction = (typeof reminderActions)[number]

export const reminderPolicyRefusals = [
  'reminder.staff-only',
  'reminder.office-only',
  'reminder.administrator-only',
  'reminder.office-or-administrator',
] as const
export type ReminderPolicyRefusal = (typeof reminderPolicyRefusals)[number]

export function mayRemind(actor: Actor, action: ReminderAction): Refusal<ReminderPolicyRefusal> | null {
  switch (action) {
    // Always one's own: there is no way to name somebody else.
    case 'readOwn':
    case 'choosePreference':
      return actor.kind === 'person' && actor.posts.length > 0 ? null : { code: 'reminder.staff-only' }
    // The list shows names and numbers of the units' people.
    case 'readCallList':
    case 'noteCall':
      return isOffice(actor) ? null : { code: 'reminder.office-only' }
    case 'readDeliveries':
      return isOffice(actor) || holds(actor, 'administrator') ? null : { code: 'reminder.office-or-administrator' }
    case 'readChannels':
    case 'changeChannels':
    case 'testChannel':
      return holds(actor, 'administrator') ? null : { code: 'reminder.administrator-only' }
  }
}
