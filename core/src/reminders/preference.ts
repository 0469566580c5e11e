import type { Decider } from '../kernel/decider.ts'
import { accept, refuse } from '../kernel/refusal.ts'

/** What one person wants to get by mail. Duties always come: a reminder that can be switched off is none. */
export const mailWishes = ['all', 'dutiesOnly'] as const
export type MailWish = (typeof mailWishes)[number]

export interface Preference {
  readonly mail: MailWish
}

export type PreferenceCommand = { readonly type: 'choose'; readonly personId: string; readonly mail: MailWish }
export type PreferenceEvent = { readonly type: 'preferenceChosen'; readonly personId: string; readonly mail: MailWish }
export type PreferenceState = Preference & { readonly personId: string | null }

export const preferenceDecider: Decider<
  PreferenceCommand,
  PreferenceState,
  PreferenceEvent,
  'channel.same',
  undefined
> = {
  initial: { mail: 'all', personId: null },
  decide(command, state) {
    if (command.mail === state.mail) return refuse('channel.same')
    return accept({ type: 'preferenceChosen', personId: command.personId, mail: command.mail })
  },
  evolve(_state, event) {
    return { mail: event.mail, personId: event.personId }
  },
}
