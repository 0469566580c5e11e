import type { PersonActor } from '@yingshang/core/kernel/actor'
import { readablePaths, readsAll } from '@yingshang/core/tasks/policy'
import type { Queryable } from '../platform/database/pools.ts'
import { forbidden, notFound } from '../platform/http/failure.ts'

/**
 * What a person may read: every task of the division, or those in which a unit of their own subtree holds a part. The
 * roots are `like` patterns over `app.unit.path`; null means everything.
 */
export function readableRoots(actor: PersonActor): string[] | null {
  if (readsAll(actor)) return null
  const paths = readablePaths(actor)
  if (paths.length === 0) throw forbidden({ code: 'task.readers-only' })
  return paths.map((path) => `${path}%`)
}

/** SQL over `t` (app.task): the actor's units take part, now or formerly. `$n` holds the patterns. */
export function takesPartSql(parameter: string): string {
  return `exists (select 1 from app.assignment v join app.unit vu on vu.id = v.unit_id
    where v.task_id = t.id and vu.path like any(${parameter}::text[]))`
}

/** The same for many tasks of one campaign: what the units take part in is looked up once, not once for each task. */
export function takesPartInSql(campaign: string, parameter: string): string {
  return `t.id in (select v.task_id from app.unit vu join app.assignment v on v.campaign_id = ${campaign} and v.unit_id = vu.id
    where vu.path like any(${parameter}::text[]))`
}

/** A task that the actor may not read is not there for them. */
export async function demandReadable(db: Queryable, actor: PersonActor, taskId: string): Promise<void> {
  const roots = readableRoots(actor)
  const found = await db.query(
    roots === null
      ? { name: 'tasks:exists', text: 'select 1 from app.task t where t.id = $1', values: [taskId] }
      : {
          name: 'tasks:readable',
          text: `select 1 from app.task t where t.id = $1 and ${takesPartSql('$2')}`,
          values: [taskId, roots],
        },
  )
  if (found.rows.length === 0) throw notFound('task')
}

/** The same for a part: it is read with its task. Answers the task's id. */
export async function demandReadablePart(db: Queryable, actor: PersonActor, assignmentId: string): Promise<string> {
  const found = await db.query<{ task_id: string }>({
    name: 'tasks:task-of',
    text: 'select task_id from app.assignment where id = $1',
    values: [assignmentId],
  })
  const taskId = found.rows[0]?.task_id
  if (taskId === undefined) throw notFound('assignment')
  await demandReadable(db, actor, taskId)
  return taskId
}
