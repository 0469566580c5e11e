import type { MovingDeadline } from '@yingshang/core/calendar/contract'
import type { DeadlineList } from '@yingshang/core/calendar/moves'
import type { WorkCalendar } from '@yingshang/core/kernel/work-calendar'
import type { Occasion } from '../platform/ledger/decide.ts'
import type { OutboxItem } from '../platform/ledger/record.ts'
import type { Attachment, Change } from '../platform/ledger/table.ts'

export { KeptCalendars } from './kept-calendars.ts'

/** Who looks at the list, on which day. */
export type Looking = Pick<Occasion, 'actor' | 'businessDay'>

/** The calendar to count with, by the division of the item. */
export type CalendarBy = (division: string) => WorkCalendar

/**
 * A capability whose open deadlines are counted by the calendar registers them with `calendarRoutes` (product.ts). The
 * list is never stored: it is what stands open and would be counted otherwise at the moment somebody looks, so an item
 * that was made by another instance with the version before is found too.
 */
export interface CountedDeadlines {
  /** A key of `core/src/calendar/moves.ts`, whose name stands in the labels there. */
  readonly list: DeadlineList
  /**
   * The open deadlines that `by` counts differently from their record, with the days that are the reason. Closed items
   * are never among them, nor what this person may not know of. `recountEffect` and `changedDays` of the kernel say what
   * differs and why.
   */
  thatWouldMove(by: CalendarBy, looking: Looking): Promise<readonly MovingDeadline[]>
  /**
   * The changes that supersede the deadlines of these ids (both dates stay), and the news of it. Ids that would not move
   * for this person are left out. Written together with the calendar's own entry; called again when something moved in between.
   */
  moves(
    by: CalendarBy,
    ids: readonly string[],
    occasion: Occasion,
    versionNumber: number,
  ): Promise<{
    readonly changes: readonly Change[]
    readonly outbox: readonly OutboxItem[]
    readonly attachments?: readonly Attachment[]
  }>
}
