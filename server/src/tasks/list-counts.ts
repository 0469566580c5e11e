import type { Queryable } from '../platform/database/pools.ts'
import { figureSql } from './figure-sql.ts'

export interface ListCounts {
  readonly tasks: number
  /** Concluded or turned into routine. */
  readonly concluded: number
  /** Tasks with at least one part that the overview counts as overdue, so that both say the same. */
  readonly overdue: number
}

/** Figures of each list of a campaign, by the list's id; withdrawn tasks are in none. */
export async function listCounts(
  db: Queryable,
  campaignId: string,
  businessDay: string,
): Promise<ReadonlyMap<string, ListCounts>> {
  const found = await db.query<ListCounts & { list_id: string }>(
    `select t.list_id, count(*)::int as tasks,
       count(*) filter (where t.status in ('concluded', 'routine'))::int as concluded,
       count(*) filter (where exists (
         select 1 from app.assignment a where a.task_id = t.id and ${figureSql('overdue', () => '$2')}))::int as overdue
     from app.task t where t.campaign_id = $1 and t.status <> 'withdrawn' group by t.list_id`,
    [campaignId, businessDay],
  )
  return new Map(found.rows.map(({ list_id, ...counts }) => [list_id, counts]))
}
