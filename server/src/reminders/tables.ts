import type { Call } from '@yingshang/core/reminders/call'
import type { ChannelSettings } from '@yingshang/core/reminders/channel-settings'
import type { PreferenceState } from '@yingshang/core/reminders/preference'
import type { Table } from '../platform/ledger/table.ts'

export function callTable(division: string): Table<Call> {
  return {
    name: 'app.call',
    stream: 'call',
    columns: ['division', 'person_id', 'status', 'since', 'last_on'],
    row(state) {
      if (state.kind === 'none') throw new Error('a call that was never opened has no row')
      const { kind: status, personId: person_id, since } = state
      return { division, person_id, status, since, last_on: state.attempts.at(-1)?.on ?? null }
    },
  }
}

export function channelTable(division: string): Table<ChannelSettings> {
  return { name: 'app.channel_settings', stream: 'channelSettings', columns: ['division'], row: () => ({ division }) }
}

export const preferenceTable: Table<PreferenceState> = {
  name: 'app.reminder_preference',
  stream: 'reminderPreference',
  columns: ['person_id', 'mail'],
  row: (state) => ({ person_id: state.personId, mail: state.mail }),
}
