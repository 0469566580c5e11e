import type { z } from 'zod'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import { mostTotal, type listTasks, type TaskFilter } from '@yingshang/core/tasks/contract'
import { named } from '../platform/database/named.ts'
import type { Queryable } from '../platform/database/pools.ts'
import { taskColumns, withParts, type FoundTask } from './ledger-rows.ts'
import { readableRoots } from './reading.ts'
import type { Viewer } from './shown-parts.ts'
import { sortSql, taskQuery } from './task-query.ts'

type Query = TaskFilter & {
  readonly sort: keyof typeof sortSql
  readonly descending: 'true' | 'false'
  readonly page: number
  readonly size: number
}
type Reply = z.infer<typeof listTasks.reply>

/**
 * One page of the ledger: the tasks, then their parts, and a total that stops counting at 1000. The filter runs once; the
 * page and the total are both taken from what it matched, and only the page's rows are read whole.
 */
export async function ledgerPage(
  db: Queryable,
  viewer: Viewer & { readonly actor: PersonActor },
  query: Query,
): Promise<Reply> {
  const { where, values } = taskQuery(query, viewer.businessDay, readableRoots(viewer.actor))
  const order = sortSql[query.sort](query.descending === 'true')
  const [size, offset] = [`$${values.length + 1}`, `$${values.length + 2}`]
  const text = `with matched as materialized (select t.id, t.position, t.due_on, t.title from app.task t where ${where})
     select ${taskColumns}, (select count(*)::int from (select 1 from matched limit ${mostTotal + 1}) counted) as total
     from (select * from matched t order by ${order} limit ${size} offset ${offset}) page
     join app.task t on t.id = page.id order by ${order}`
  const page = [...values, query.size, (query.page - 1) * query.size]
  const found = await db.query<FoundTask & { total: number }>(named('ledger', text, page))
  const total = found.rows[0]?.total ?? (query.page === 1 ? 0 : await countMatches(db, where, values))
  const rows = await withParts(db, viewer, query.unit, found.rows)
  return { rows, page: query.page, size: query.size, total: Math.min(total, mostTotal), more: total > mostTotal }
}

/** A page behind the last one has no row to carry the total. */
async function countMatches(db: Queryable, where: string, values: unknown[]): Promise<number> {
  const counted = await db.query<{ n: number }>(
    `select count(*)::int as n from (select 1 from app.task t where ${where} limit ${mostTotal + 1}) found`,
    values,
  )
  return counted.rows[0]!.n
}
