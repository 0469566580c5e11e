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
 * One page of the ledger: the tasks, then their parts, and a total that stops counting at 1000. A filter that only looks at
 * the tasks themselves is counted by the index alone and walks it no further than the page; any other runs once, and page
 * and total are both taken from what it matched.
 */
export async function ledgerPage(
  db: Queryable,
  viewer: Viewer & { readonly actor: PersonActor },
  query: Query,
): Promise<Reply> {
  const { where, values, cheap } = taskQuery(query, viewer.businessDay, readableRoots(viewer.actor))
  const order = sortSql[query.sort](query.descending === 'true')
  const window = `order by ${order} limit $${values.length + 1} offset $${values.length + 2}`
  const total = (of: string) => `(select count(*)::int from (select 1 from ${of} limit ${mostTotal + 1}) counted) as total`
  const text = cheap
    ? `select ${taskColumns}, ${total(`app.task t where ${where}`)} from app.task t where ${where} ${window}`
    : `with matched as materialized (select t.id, t.position, t.due_on, t.title from app.task t where ${where})
       select ${taskColumns}, ${total('matched')}
       from (select * from matched t ${window}) page join app.task t on t.id = page.id order by ${order}`
  const page = [...values, query.size, (query.page - 1) * query.size]
  const found = await db.query<FoundTask & { total: number }>(named('ledger', text, page))
  const counted = found.rows[0]?.total ?? (query.page === 1 ? 0 : await countMatches(db, where, values))
  const rows = await withParts(db, viewer, query.unit, found.rows)
  return { rows, page: query.page, size: query.size, total: Math.min(counted, mostTotal), more: counted > mostTotal }
}

/** A page behind the last one has no row to carry the total. */
async function countMatches(db: Queryable, where: string, values: unknown[]): Promise<number> {
  const counted = await db.query<{ n: number }>(
    `select count(*)::int as n from (select 1 from app.task t where ${where} limit ${mostTotal + 1}) found`,
    values,
  )
  return counted.rows[0]!.n
}
