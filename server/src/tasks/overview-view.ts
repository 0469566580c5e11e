import type { PersonActor } from '@yingshang/core/kernel/actor'
import { addDays } from '@yingshang/core/kernel/dates'
import { countWorkingDays } from '@yingshang/core/kernel/work-calendar'
import { overviewOf, type CountedTask, type CountedUnit } from '@yingshang/core/tasks/overview'
import type { Overview } from '@yingshang/core/tasks/overview-contract'
import { figureNames, lookBackDays, type FigureName } from '@yingshang/core/tasks/overview-figures'
import type { Queryable } from '../platform/database/pools.ts'
import { notFound } from '../platform/http/failure.ts'
import { figureSql, heldBySql } from './figure-sql.ts'
import { readableRoots, takesPartInSql } from './reading.ts'
import type { Viewer } from './shown-parts.ts'

type PersonViewer = Viewer & { readonly actor: PersonActor }

interface CampaignRow {
  lists: { id: string; title: string }[]
  stages: { no: number; name: string; start: string | null; end: string | null }[]
}

/**
 * The campaign on this business day, beside seven days ago. People of a unit get what their own units hold. A fixed number of
 * queries, each over the parts of the one campaign.
 */
export async function campaignOverview(db: Queryable, viewer: PersonViewer, campaignId: string): Promise<Overview> {
  const day = viewer.businessDay
  const since = addDays(day, -lookBackDays)
  const roots = readableRoots(viewer.actor)
  const campaign = await db.query<CampaignRow>({
    name: 'tasks:overview-campaign',
    text: `select coalesce(state->'lists', '[]') as lists, coalesce(state->'stages', '[]') as stages from app.campaign where id = $1`,
    values: [campaignId],
  })
  const { lists, stages } = campaign.rows[0] ?? {}
  if (!lists || !stages) throw notFound('campaign')
  const [tasks, parts, units, requestedBefore] = await Promise.all([
    tasksOf(db, campaignId, roots),
    partsOf(db, { campaignId, day, since, roots }),
    db.query<CountedUnit>({
      name: 'tasks:overview-units',
      text: 'select id, short_name as name, kind from app.unit order by sort_order, code',
    }),
    requestedOn(db, campaignId, since, roots),
  ])
  const taskById = new Map(tasks.map((task) => [task.id, task]))
  const unitNames = new Map(units.rows.map((unit) => [unit.id, unit.name]))
  const found = overviewOf({ campaignId, tasks, parts, units: units.rows, lists, stages })
  const about = (part: PartRow) => {
    const { id, no, title } = taskById.get(part.taskId)!
    return { task: { id, no, title }, unit: { id: part.unitId, name: unitNames.get(part.unitId) ?? '' } }
  }
  const longest = (figure: FigureName, sinceOf: (part: PartRow) => string | null) => {
    const waiting = parts.flatMap((part) => {
      const from = part.figures.includes(figure) ? sinceOf(part) : null
      return from === null ? [] : [{ part, from }]
    })
    const first = waiting.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))[0]
    return first
      ? { ...about(first.part), since: first.from, workingDays: countWorkingDays(viewer.calendar, first.from, day) }
      : null
  }
  const { waitingBefore, ...figures } = found
  return {
    day,
    since,
    ...figures,
    oldestToVerify: longest('toVerify', (part) => part.handedInOn),
    oldestRequest: longest('requested', (part) => part.requestedOn),
    before: { overdue: found.total.overdueBefore, toVerify: waitingBefore, requested: requestedBefore },
    newlyOverdue: parts
      .filter((part) => part.figures.includes('newlyOverdue'))
      .sort((a, b) => (a.dueOn! > b.dueOn! ? -1 : a.dueOn! < b.dueOn! ? 1 : 0))
      .slice(0, 20)
      .map((part) => ({ ...about(part), dueOn: part.dueOn! })),
  }
}

interface TaskRow extends CountedTask {
  readonly no: string
  readonly title: string
}

async function tasksOf(db: Queryable, campaignId: string, roots: readonly string[] | null): Promise<TaskRow[]> {
  const found = await db.query<TaskRow>(
    `select t.id, t.no, t.title, t.list_id as "listId", t.status, t.deadline_kind as kind, t.due_on as "dueOn"
     from app.task t where t.campaign_id = $1 and t.status <> 'withdrawn' ${roots === null ? '' : `and ${takesPartInSql('$1', '$2')}`}
     order by t.position`,
    roots === null ? [campaignId] : [campaignId, roots],
  )
  return found.rows
}

interface PartRow {
  readonly id: string
  readonly taskId: string
  readonly listId: string
  readonly unitId: string
  readonly dueOn: string | null
  readonly handedInOn: string | null
  readonly requestedOn: string | null
  readonly figures: FigureName[]
  readonly wasOverdue: boolean
  readonly wasWaiting: boolean
}

const runningAfter = ['assigned', 'signed', 'drafted', 'draftSentBack', 'returned', 'handedToUnit']
const otherwiseAfter = ['handedIn', 'partAccepted', 'confirmed', 'partWithdrawn']
const listOf = (types: readonly string[]) => types.map((type) => `'${type}'`).join(', ')

/**
 * Every part of the campaign with the figures it is in, and how it stood at the end of the day `since`: its state by its
 * last entry up to then, its due day by the last one that set it (looked up only where it changed later).
 */
async function partsOf(
  db: Queryable,
  of: { campaignId: string; day: string; since: string; roots: readonly string[] | null },
): Promise<PartRow[]> {
  const flags = figureNames.map((name) => `case when ${figureSql(name, () => '$2')} then '${name}' end`)
  const found = await db.query<PartRow>(
    `select a.id, a.task_id as "taskId", t.list_id as "listId", a.unit_id as "unitId", a.due_on as "dueOn",
       a.last_handed_in_on as "handedInOn", q.asked_on as "requestedOn",
       case when t.status = 'withdrawn' then '{}'::text[]
         else array_remove(array[${flags.join(', ')}]::text[], null) end as figures,
       coalesce(s.type in (${listOf(runningAfter)}) and d.overdue_from <= $3::date, false) as "wasOverdue",
       coalesce(s.type = 'handedIn' and a.hands_in_to is null, false) as "wasWaiting"
     from app.assignment a join app.task t on t.id = a.task_id
     left join app.change_request q on q.id = a.change_request_id
     left join lateral (select e.type from ledger.entry e where e.stream_id = a.id and e.business_day <= $3::date
       and e.type in (${listOf([...runningAfter, ...otherwiseAfter])}) order by e.version desc limit 1) s on true
     left join lateral (select case when not exists (select 1 from ledger.entry e where e.stream_id = a.id
         and e.business_day > $3::date and e.type in ('dueDateChanged', 'deadlineRecounted', 'roleChanged')) then a.overdue_from
       else (select x.due from (select e.version, coalesce(e.body::jsonb #>> '{data,deadline,dueOn}',
           e.body::jsonb #>> '{data,part,deadline,dueOn}')::date + 1 as due
         from ledger.entry e where e.stream_id = a.id and e.business_day <= $3::date
           and e.type in ('assigned', 'dueDateChanged', 'deadlineRecounted', 'roleChanged')) x
         where x.due is not null order by x.version desc limit 1) end as overdue_from) d on true
     where a.campaign_id = $1 and not a.passed_inside ${of.roots === null ? '' : `and ${heldBySql('$4')}`}
     order by t.position, a.id`,
    [of.campaignId, of.day, of.since, ...(of.roots === null ? [] : [of.roots])],
  )
  // Withdrawn long ago: in no figure, now or then.
  return found.rows.filter((part) => part.figures.length > 0 || part.wasOverdue || part.wasWaiting)
}

/** Requests that were open at the end of a day. */
async function requestedOn(
  db: Queryable,
  campaignId: string,
  day: string,
  roots: readonly string[] | null,
): Promise<number> {
  const found = await db.query<{ n: number }>(
    `select count(*)::int as n from app.change_request a where a.campaign_id = $1 and a.asked_on <= $2
       and (a.status = 'asked' or (a.state->>'on')::date > $2) ${roots === null ? '' : `and ${heldBySql('$3')}`}`,
    [campaignId, day, ...(roots === null ? [] : [roots])],
  )
  return found.rows[0]!.n
}
