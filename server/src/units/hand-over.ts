import { createHmac, randomBytes } from 'node:crypto'
import type { Queryable } from '../platform/database/pools.ts'
import type { Attachment } from '../platform/ledger/record.ts'

/** The row of a hand-over and the commitment of its note for the ledger; an empty note has none. */
export function handOverRow(entry: {
  readonly id: string
  readonly unitId: string
  readonly from: string
  readonly to: string
  readonly on: string
  readonly note: string
}): { attachment: Attachment; commitment: string | null } {
  const salt = randomBytes(32)
  const { id, unitId, from, to, on, note } = entry
  const row = {
    id,
    unit_id: unitId,
    from_person: from,
    to_person: to,
    on_day: on,
    note,
    salt: `\\x${salt.toString('hex')}`,
  }
  return {
    attachment: {
      table: 'app.hand_over',
      rows: [row],
      columns: ['id', 'unit_id', 'from_person', 'to_person', 'on_day', 'note', 'salt'],
    },
    commitment: note === '' ? null : createHmac('sha256', salt).update(note).digest('hex'),
  }
}

/** Hand-overs of a unit, the newest first. */
export async function handOversOf(db: Queryable, unitId: string) {
  const found = await db.query<{ from: string; to: string; on: string; note: string }>({
    name: 'units:hand-overs',
    text: `select f.name as "from", t.name as "to", h.on_day as "on", h.note
      from app.hand_over h join app.person_details f on f.person_id = h.from_person join app.person_details t on t.person_id = h.to_person
      where h.unit_id = $1 order by h.on_day desc, h.id desc limit 20`,
    values: [unitId],
  })
  return found.rows
}
