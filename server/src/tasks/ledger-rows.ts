import { timeLeftOn } from '@yingshang/core/kernel/alert-level'
import type { TaskRow } from '@yingshang/core/tasks/contract'
import type { Queryable } from '../platform/database/pools.ts'
import type { Viewer } from './shown-parts.ts'
import type { ShownFacts } from './tables.ts'

/** Columns of a task for the ledger: what a row shows, without the state. JSON is read faster than an array. */
export const taskColumns = `t.id, t.status, t.list_id as "listId", t.no, t.title, to_json(t.basis) as basis,
  t.due_on as "dueOn", t.shown`

export interface FoundTask extends Pick<TaskRow, 'id' | 'status' | 'listId' | 'no' | 'title' | 'basis' | 'dueOn'> {
  readonly shown: ShownFacts
}

interface FoundPart {
  id: string
  task_id: string
  unit_id: string
  unit_name: string
  role: TaskRow['parts'][number]['role']
  origin: TaskRow['parts'][number]['origin']
  place: number
  status: TaskRow['parts'][number]['status']
  faces_office: boolean
  period_key: string
  due_on: string | null
  provisional: boolean
  alert: TaskRow['alert']
  report: { reportId: string; on: string; text: string; percent: number | null } | null
}

/** Only an inner date is counted, so only its state says whether it is 暂定 (rule D-06). The lamp is lit by the stored threshold days: the same comparisons as the filter makes (rule D-21). */
const partsOfRows = `
  select a.id, a.task_id, a.unit_id, u.short_name as unit_name, a.role, a.origin, a.place, a.status,
    a.hands_in_to is null as faces_office, a.period_key, a.due_on,
    case when a.hands_in_to is null then false
      else coalesce((a.state #>> '{part,deadline,provisional}')::boolean, false) end as provisional,
    case when not a.running or a.overdue_from is null then 'none' when a.overdue_from <= $2::date then 'red'
      when a.yellow_from <= $2::date then 'yellow' when a.blue_from <= $2::date then 'blue' else 'normal' end as alert,
    case when a.reports > 0 then a.state->'part'->'latestReport' end as report
  from app.assignment a join app.unit u on u.id = a.unit_id
  where a.task_id = any($1::uuid[]) and a.status <> 'withdrawn' and not a.passed_inside`

/** Tasks with their parts as ledger rows, in the order of `find`. Inner parts are the unit's own affair and left out. */
export async function taskRows(
  db: Queryable,
  viewer: Viewer,
  unit: string | undefined,
  find: { readonly text: string; readonly values: unknown[] },
): Promise<TaskRow[]> {
  const found = await db.query<FoundTask>(find)
  return withParts(db, viewer, unit, found.rows)
}

/** The same for tasks that were found already. */
export async function withParts(
  db: Queryable,
  viewer: Viewer,
  unit: string | undefined,
  tasks: readonly FoundTask[],
): Promise<TaskRow[]> {
  const parts = await db.query<FoundPart>({
    name: 'tasks:parts-of-rows',
    text: partsOfRows,
    values: [tasks.map((task) => task.id), viewer.businessDay],
  })
  const byTask = new Map<string, FoundPart[]>(tasks.map((task) => [task.id, []]))
  for (const part of parts.rows) byTask.get(part.task_id)!.push(part)
  return tasks.map((task) => taskRow(task, byTask.get(task.id)!.sort(inOrder), viewer, unit))
}

const rank = { lead: 0, responsible: 1, supporting: 2 } as const

/** The lead first, then as the notice names them; later periods after earlier ones. */
function inOrder(a: FoundPart, b: FoundPart): number {
  return rank[a.role] - rank[b.role] || a.place - b.place || (a.id < b.id ? -1 : 1)
}

function taskRow(task: FoundTask, all: readonly FoundPart[], viewer: Viewer, unit: string | undefined): TaskRow {
  const { shown } = task
  // The current period's parts, and whatever an earlier period still owes.
  const parts = all.filter((part) => part.period_key === (shown.periodKey ?? '') || part.status !== 'confirmed')
  const urgent = mostUrgent(all.filter((part) => (unit === undefined ? part.faces_office : part.unit_id === unit)))
  return {
    id: task.id,
    no: task.no,
    listId: task.listId,
    listTitle: shown.listTitle,
    section: [...shown.section],
    title: task.title,
    status: task.status,
    printed: shown.printed,
    basis: task.basis,
    mustPublish: shown.mustPublish,
    dueOn: task.dueOn,
    firstDueOn: shown.firstDueOn,
    dueSetBy: shown.dueSetBy,
    periodKey: shown.periodKey,
    timeLeft: urgent ? timeLeftOn(viewer.calendar, { dueOn: urgent.due_on! }, viewer.businessDay) : null,
    alert: urgent?.alert ?? 'none',
    parts: parts.map((part) => ({
      id: part.id,
      unit: { id: part.unit_id, name: part.unit_name },
      role: part.role,
      origin: part.origin,
      status: part.status,
      dueOn: part.due_on,
      provisional: part.provisional,
      alert: part.alert,
      periodKey: part.period_key === '' ? null : part.period_key,
    })),
    latestReport: latestOf(parts),
  }
}

function latestOf(parts: readonly FoundPart[]): TaskRow['latestReport'] {
  let latest: FoundPart | undefined
  for (const part of parts)
    if (part.report && (!latest?.report || part.report.reportId > latest.report.reportId)) latest = part
  if (!latest?.report) return null
  const { on, text, percent } = latest.report
  return { unit: { id: latest.unit_id, name: latest.unit_name }, on, text, percent }
}

const urgency = { none: 0, normal: 1, blue: 2, yellow: 3, red: 4 } as const

/** The part that gives the row its lamp and its time left; of two with the same lamp the one that is due first. */
function mostUrgent(parts: readonly FoundPart[]): FoundPart | undefined {
  let found: FoundPart | undefined
  for (const part of parts) {
    if (part.alert === 'none') continue
    const more = found ? urgency[part.alert] - urgency[found.alert] : 1
    if (more > 0 || (more === 0 && part.due_on! < found!.due_on!)) found = part
  }
  return found
}
