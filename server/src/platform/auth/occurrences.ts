import type { OccurrenceKind } from '@yingshang/core/units/access'
import type { Queryable } from '../database/pools.ts'
import { newId } from '../ledger/record.ts'

/** Adds to the sign-in log. Unknown names leave no name: what was typed may be a password. */
export async function note(
  db: Queryable,
  kind: OccurrenceKind,
  personId: string | null,
  now: number,
  by?: string,
): Promise<void> {
  await db.query({
    name: 'occurrence:note',
    text: 'insert into access.occurrence (id, at, kind, person_id, by_person) values ($1, $2, $3, $4, $5)',
    values: [newId(now), new Date(now), kind, personId, by ?? null],
  })
}
