import type { z } from 'zod'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import type { taskFacets } from '@yingshang/core/tasks/contract'
import { named } from '../platform/database/named.ts'
import type { Queryable } from '../platform/database/pools.ts'
import { readableRoots, takesPartInSql } from './reading.ts'

type Facets = z.infer<typeof taskFacets.reply>

interface Counted {
  readonly what: 'list' | 'unit' | 'basis' | 'kind' | 'status' | 'alert' | 'part'
  readonly value: string
  readonly name: string
  readonly count: number
  /** Where lists and units stand in their own order. */
  readonly place: number
}

/** Everything that is counted, from one pass over the campaign's tasks and one over their parts. */
const facetsSql = (mine: string) => `
  with task as materialized (
    select t.id, t.list_id, t.position, t.shown->>'listTitle' as title, t.basis, t.deadline_kind, t.status
    from app.task t where t.campaign_id = $1${mine}),
  live as (select * from task where status <> 'withdrawn'),
  part as materialized (
    select a.unit_id, a.task_id, a.status, case when a.running and a.hands_in_to is null then
      case when a.overdue_from <= $2::date then 'red' when a.yellow_from <= $2::date then 'yellow'
        when a.blue_from <= $2::date then 'blue' when a.overdue_from is null then 'none' else 'normal' end end as lamp
    from app.assignment a join live on live.id = a.task_id
    where a.campaign_id = $1 and a.status <> 'withdrawn' and not a.passed_inside)
  select 'list' as what, list_id as value, min(title) as name, count(*)::int as count, min(position) as place
    from live group by list_id
  union all select 'unit', u.id::text, u.short_name, h.tasks, u.sort_order
    from (select unit_id, count(distinct task_id)::int as tasks from part group by unit_id) h join app.unit u on u.id = h.unit_id
  union all select 'basis', b, '', count(*)::int, 0 from live, unnest(basis) b group by b
  union all select 'kind', deadline_kind, '', count(*)::int, 0 from live group by deadline_kind
  union all select 'status', status, '', count(*)::int, 0 from task group by status
  union all select 'alert', lamp, '', count(*)::int, 0 from part where lamp is not null group by lamp
  union all select 'part', status, '', count(*)::int, 0 from part group by status`

/** What the filters of a campaign's ledger offer, with counts of what this person may read. */
export async function facetsOf(db: Queryable, actor: PersonActor, campaignId: string, day: string): Promise<Facets> {
  const roots = readableRoots(actor)
  const text = facetsSql(roots === null ? '' : ` and ${takesPartInSql('$1', '$3')}`)
  const values = roots === null ? [campaignId, day] : [campaignId, day, roots]
  const { rows } = await db.query<Counted>(named('facets', text, values))
  const of = (what: Counted['what'], order: (a: Counted, b: Counted) => number) =>
    rows.filter((row) => row.what === what).sort(order)
  const plain = ({ value, count }: Counted) => ({ value, count })
  return {
    lists: of('list', inPlace).map(({ value, name, count }) => ({ id: value, title: name, count })),
    units: of('unit', inPlace).map(({ value, name, count }) => ({ id: value, name, count })),
    basis: of('basis', mostFirst).map(plain),
    kinds: of('kind', mostFirst).map(plain),
    statuses: of('status', mostFirst).map(plain),
    alerts: of('alert', byValue).map(plain),
    parts: of('part', mostFirst).map(plain),
  }
}

const byValue = (a: Counted, b: Counted) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0)
const mostFirst = (a: Counted, b: Counted) => b.count - a.count || byValue(a, b)
const inPlace = (a: Counted, b: Counted) => a.place - b.place || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
