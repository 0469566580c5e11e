import type { Queryable } from '../platform/database/pools.ts'

export interface OpenPart {
  /** `inCharge`: the person is named on the part; `unit`: another open part of the unit. */
  readonly kind: 'inCharge' | 'unit'
  readonly label: string
  /** Path of the task in the desk's router (below /desk). */
  readonly path: string
  readonly dueOn: string | null
}

/** What a liaison hands over: the unit's open parts, those in the person's own name first, then by due date. */
export async function openPartsOf(db: Queryable, personId: string, unitId: string): Promise<OpenPart[]> {
  const found = await db.query<OpenPart>({
    name: 'tasks:open-parts-of',
    text: `select case when a.state->'part'->'personsInCharge' ? $1 then 'inCharge' else 'unit' end as kind, t.title as label,
        '/tasks/' || t.id as path, a.due_on as "dueOn"
      from app.assignment a join app.task t on t.id = a.task_id
      where a.unit_id = $2 and a.open order by 1, a.due_on nulls last, t.position limit 500`,
    values: [personId, unitId],
  })
  return found.rows
}
