import { calendarDecider } from '@yingshang/core/calendar/calendar'
import type { KeptVersion } from '@yingshang/core/calendar/kept-version'
import { shippedCalendarVersion } from '@yingshang/core/kernel/work-calendar-notices'
import type { Queryable } from '../platform/database/pools.ts'
import { orRefuse, newChange } from '../platform/ledger/decide.ts'
import { newId, record } from '../platform/ledger/record.ts'
import { versionRow } from './store.ts'
import { calendarTable } from './tables.ts'

/** The calendar the program comes with, as version 1. It keeps its own id, which older deadlines already name. */
export function shippedAsFirst(adoptedOn: string): KeptVersion {
  const { id, years } = shippedCalendarVersion
  return { number: 1, id, adoptedOn, years: [...years], overlay: [] }
}

/**
 * Writes the shipped calendar as version 1 into a database that has none. Of several instances that start at the same
 * moment one succeeds; for the others nothing is left to do.
 */
export async function foundCalendar(
  db: Queryable,
  at: { readonly division: string; readonly businessDay: string; readonly now: number },
): Promise<void> {
  const { division, businessDay, now } = at
  const actor = { kind: 'system', job: 'calendar' } as const
  const version = shippedAsFirst(businessDay)
  const source = { kind: 'shipped', title: '', url: '', digest: '', fromVersion: null } as const
  const command = { type: 'found', division, version, source } as const
  const events = orRefuse(calendarDecider.decide(command, calendarDecider.initial, { actor, businessDay }))
  const calendarId = newId(now)
  const row = versionRow({
    calendarId,
    version,
    now,
    personId: null,
    source,
    sourceText: null,
    changed: { kind: 'founded', year: null },
    reason: '',
    differentDays: 0,
  })
  try {
    const changes = [newChange(calendarTable, calendarDecider, calendarId, events)]
    await record(db, { commandId: newId(now), actor, businessDay, now, changes, attachments: [row] })
  } catch (error) {
    const fault = error as { code?: string; constraint?: string }
    if (fault.code !== '23505' || fault.constraint !== 'calendar_division_key') throw error
  }
}
