import type { PersonActor } from '@yingshang/core/kernel/actor'
import { readablePaths, readsAll } from '@yingshang/core/tasks/policy'
import type { Queryable } from '../platform/database/pools.ts'

/**
 * Whether a person may read a file because it is evidence of a task they may read: in their own units at once, elsewhere when
 * it was reported or handed in. What hangs on a draft alone has not left its unit.
 */
export async function mayReadTaskFile(
  db: Queryable,
  actor: PersonActor,
  file: { readonly id: string },
): Promise<boolean> {
  const everything = readsAll(actor)
  const found = await db.query(
    `select 1 from app.assignment_file f join app.assignment a on a.id = f.assignment_id
       join app.unit o on o.id = a.unit_id
     where f.file_id = $1::uuid and (o.path like any($3::text[])
       or (($2 or exists (select 1 from app.assignment v join app.unit u on u.id = v.unit_id
           where v.task_id = a.task_id and u.path like any($3::text[])))
         and exists (select 1 from ledger.entry e where e.stream_id = a.id and e.type in ('progressReported', 'handedIn')
           and strpos(e.body, ($1::uuid)::text) > 0))) limit 1`,
    [file.id, everything, readablePaths(actor).map((path) => `${path}%`)],
  )
  return found.rows.length > 0
}
