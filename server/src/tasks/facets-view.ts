import type { z } from 'zod'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import type { taskFacets } from '@yingshang/core/tasks/contract'
import type { Queryable } from '../platform/database/pools.ts'
import { readableRoots, takesPartInSql } from './reading.ts'

type Facets = z.infer<typeof taskFacets.reply>

/** What the filters of a campaign's ledger offer, with counts of what this person may read. */
export async function facetsOf(db: Queryable, actor: PersonActor, campaignId: string, day: string): Promise<Facets> {
  const roots = readableRoots(actor)
  const values: unknown[] = [campaignId, ...(roots === null ? [] : [roots])]
  const mine = roots === null ? '' : `and ${takesPartInSql('$1', '$2')}`
  const tasks = `app.task t where t.campaign_id = $1 and t.status <> 'withdrawn' ${mine}`
  const parts = `app.assignment a join app.task t on t.id = a.task_id
    where t.campaign_id = $1 and t.status <> 'withdrawn' ${mine} and a.campaign_id = $1 and a.status <> 'withdrawn' and not a.passed_inside`
  const ask = async <Row extends object>(text: string, more: unknown[] = []) =>
    (await db.query<Row>(text, [...values, ...more])).rows
  type Counted = { value: string; count: number }
  const dayAt = `$${values.length + 1}::date`
  const [lists, units, basis, kinds, statuses, alerts, states] = await Promise.all([
    ask<{ id: string; title: string; count: number }>(
      `select t.list_id as id, min(t.shown->>'listTitle') as title, count(*)::int as count from ${tasks}
       group by t.list_id order by min(t.position)`,
    ),
    ask<{ id: string; name: string; count: number }>(
      `select u.id, u.short_name as name, count(distinct a.task_id)::int as count from app.unit u
       join (select a.unit_id, a.task_id from ${parts}) a on a.unit_id = u.id
       group by u.id, u.short_name, u.sort_order order by u.sort_order, u.short_name`,
    ),
    ask<Counted>(
      `select b as value, count(*)::int as count from (select unnest(t.basis) as b from ${tasks}) x
       group by b order by count(*) desc, b`,
    ),
    ask<Counted>(`select t.deadline_kind as value, count(*)::int as count from ${tasks} group by 1 order by 2 desc`),
    ask<Counted>(
      `select t.status as value, count(*)::int as count from app.task t where t.campaign_id = $1 ${mine} group by 1 order by 2 desc`,
    ),
    ask<Counted>(
      `select case when a.overdue_from <= ${dayAt} then 'red' when a.yellow_from <= ${dayAt} then 'yellow'
          when a.blue_from <= ${dayAt} then 'blue' when a.overdue_from is null then 'none' else 'normal' end as value,
        count(*)::int as count from ${parts} and a.running and a.hands_in_to is null group by 1 order by 1`,
      [day],
    ),
    ask<Counted>(`select a.status as value, count(*)::int as count from ${parts} group by 1 order by 2 desc`),
  ])
  return { lists, units, basis, kinds, statuses, alerts, parts: states }
}
