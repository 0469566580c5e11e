import type { PersonActor } from '@yingshang/core/kernel/actor'
import { readablePaths, readsAll } from '@yingshang/core/tasks/policy'
import type { Queryable } from '../platform/database/pools.ts'

/** Whether a person may read a file because it is evidence of a task they may read. */
export async function mayReadTaskFile(
  db: Queryable,
  actor: PersonActor,
  file: { readonly id: string },
): Promise<boolean> {
  const everything = readsAll(actor)
  const found = await db.query(
    `select 1 from app.assignment_file f join app.assignment a on a.id = f.assignment_id
     where f.file_id = $1 and ($2 or exists (select 1 from app.assignment v join app.unit u on u.id = v.unit_id
       where v.task_id = a.task_id and u.path like any($3::text[]))) limit 1`,
    [file.id, everything, readablePaths(actor).map((path) => `${path}%`)],
  )
  return found.rows.length > 0
}
