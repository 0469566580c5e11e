import type { LivePart } from '@yingshang/core/tasks/assignment-state'
import type { Queryable } from '../../platform/database/pools.ts'
import type { StandingPart } from './day.ts'

interface Row {
  id: string
  taskId: string
  title: string
  position: number
  unitId: string
  unitCode: string
  unitName: string
  path: string
  state: LivePart
  inside: string[]
  owed: number
  passed: boolean
  askedBefore: boolean
  runs: { openedOn: string; dueOn: string }[]
}

/** Every open part of the campaign in a fixed order: tasks in the order of the notice, units by their code. */
export async function standingParts(db: Queryable, campaignId: string): Promise<StandingPart[]> {
  const found = await db.query<Row>({
    name: 'demo:standing',
    text: `select a.id, a.task_id as "taskId", t.title, t.position, a.unit_id as "unitId", u.code as "unitCode",
        u.short_name as "unitName", u.path, a.state,
        coalesce((select json_agg(i.id order by i.code) from app.unit i where i.parent_id = u.id and i.active
          and not exists (select 1 from app.assignment o where o.task_id = t.id and o.unit_id = i.id)), '[]') as inside,
        (select count(*)::int from app.assignment c where c.hands_in_to = a.id and c.open and c.status <> 'accepted') as owed,
        exists (select 1 from app.assignment c where c.hands_in_to = a.id and c.passed_inside) as passed,
        exists (select 1 from app.change_request q where q.assignment_id = a.id) as "askedBefore",
        coalesce((select json_agg(json_build_object('openedOn', r.opened_on, 'dueOn', r.due_on) order by r.opened_on)
          from app.reporting_run_part p join app.reporting_run r on r.id = p.run_id and r.status = 'open'
          where p.assignment_id = a.id and a.reports <= p.reports_before
            and (a.last_handed_in_on is null or a.last_handed_in_on < r.opened_on)), '[]') as runs
      from app.assignment a join app.task t on t.id = a.task_id join app.unit u on u.id = a.unit_id
      where a.campaign_id = $1 and a.open order by t.position, a.period_key, a.passed_inside desc, u.code`,
    values: [campaignId],
  })
  return found.rows
}
