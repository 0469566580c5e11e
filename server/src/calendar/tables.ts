import type { CalendarState } from '@yingshang/core/calendar/calendar'
import type { Table } from '../platform/ledger/table.ts'

/** The calendar of the installation: one row, whose state is the version in force. */
export const calendarTable: Table<CalendarState> = {
  name: 'app.calendar',
  stream: 'calendar',
  columns: ['division', 'number'],
  row(state) {
    if (state.kind === 'none') throw new Error('a calendar that was never founded has no row')
    return { division: state.division, number: state.current.number }
  },
}
