import type { AssignmentContext } from '@yingshang/core/tasks/assignment'
import type { Queryable } from '../platform/database/pools.ts'
import type { Occasion } from '../platform/ledger/decide.ts'

interface Row {
  path: string
  receiver: string | null
  receiver_open: boolean | null
  outstanding: number
  target_path: string | null
  target_name: string | null
  target_holds: boolean
}

/**
 * What a decision about a part needs beside its own state, read at the moment of the decision: where its unit stands in
 * the tree, who takes its result, what is still owed to it, and the unit it might go to.
 */
export async function circumstancesOf(
  db: Queryable,
  occasion: Occasion,
  assignmentId: string,
  targetUnitId: string | null = null,
): Promise<AssignmentContext & { readonly targetName: string | null }> {
  const found = await db.query<Row>({
    name: 'tasks:circumstances',
    text: `select u.path, r.unit_id as receiver, r.open as receiver_open,
        (select count(*)::int from app.assignment c where c.hands_in_to = a.id and c.open and c.status <> 'accepted') as outstanding,
        t.path as target_path, t.name as target_name,
        exists (select 1 from app.assignment o where o.task_id = a.task_id and o.period_key = a.period_key
          and o.unit_id = $2 and o.status <> 'withdrawn') as target_holds
      from app.assignment a join app.unit u on u.id = a.unit_id
      left join app.assignment r on r.id = a.hands_in_to
      left join app.unit t on t.id = $2 and t.active
      where a.id = $1`,
    values: [assignmentId, targetUnitId],
  })
  const row = found.rows[0]
  return {
    actor: occasion.actor,
    businessDay: occasion.businessDay,
    unitPath: row?.path,
    receiver: row?.receiver ? { unitId: row.receiver, open: row.receiver_open === true } : null,
    outstanding: row?.outstanding ?? 0,
    target: row?.target_path ? { path: row.target_path, holdsPart: row.target_holds } : undefined,
    targetName: row?.target_name ?? null,
  }
}
