import { keptVersion, type KeptVersion } from '@yingshang/core/calendar/kept-version'
import type { CalendarChange } from '@yingshang/core/calendar/change'
import type { CalendarState } from '@yingshang/core/calendar/calendar'
import type { CalendarSource } from '@yingshang/core/calendar/source'
import type { Queryable } from '../platform/database/pools.ts'
import { load } from '../platform/ledger/load.ts'
import type { Attachment, Loaded } from '../platform/ledger/table.ts'
import { calendarTable } from './tables.ts'

/** Which version is in force: one small row, cheap enough to be asked every second. */
export interface NewestVersion {
  readonly calendarId: string
  readonly number: number
}

export async function newestVersion(db: Queryable, division: string): Promise<NewestVersion | undefined> {
  const found = await db.query<{ id: string; number: number }>({
    name: 'calendar:newest',
    text: 'select id, number from app.calendar where division = $1',
    values: [division],
  })
  const row = found.rows[0]
  return row && { calendarId: row.id, number: row.number }
}

/** One version by its number or by the id that deadlines keep. */
export async function loadVersion(
  db: Queryable,
  division: string,
  by: { readonly number: number } | { readonly id: string },
): Promise<KeptVersion | undefined> {
  const which = 'number' in by ? { column: 'v.number', value: by.number } : { column: 'v.version_id', value: by.id }
  const found = await db.query<{ content: unknown }>(
    `select v.content from app.calendar_version v join app.calendar c on c.id = v.calendar_id
     where c.division = $1 and ${which.column} = $2`,
    [division, which.value],
  )
  return found.rows[0] && keptVersion.parse(found.rows[0].content)
}

/** The calendar for a decision. */
export async function loadCalendar(db: Queryable, division: string): Promise<Loaded<CalendarState> | undefined> {
  const newest = await newestVersion(db, division)
  return newest && load(db, calendarTable, newest.calendarId)
}

/** The row of a version, written in the same statement as the decision; it is never touched again. */
export function versionRow(row: {
  readonly calendarId: string
  readonly version: KeptVersion
  readonly now: number
  readonly personId: string | null
  readonly source: CalendarSource
  readonly sourceText: string | null
  readonly changed: { readonly kind: CalendarChange['kind'] | 'founded'; readonly year: number | null }
  readonly reason: string
  readonly differentDays: number
}): Attachment {
  return {
    table: 'app.calendar_version',
    columns: [
      'calendar_id',
      'number',
      'version_id',
      'adopted_on',
      'recorded_at',
      'by_person',
      'content',
      'source',
      'source_text',
      'changed',
      'reason',
      'different_days',
    ],
    rows: [
      {
        calendar_id: row.calendarId,
        number: row.version.number,
        version_id: row.version.id,
        adopted_on: row.version.adoptedOn,
        recorded_at: new Date(row.now).toISOString(),
        by_person: row.personId,
        content: row.version,
        source: row.source,
        source_text: row.sourceText,
        changed: row.changed,
        reason: row.reason,
        different_days: row.differentDays,
      },
    ],
  }
}
