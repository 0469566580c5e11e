import { timeLeftOn } from '@yingshang/core/kernel/alert-level'
import type { AlertLevel } from '@yingshang/core/kernel/alert-level-rule'
import type { TaskRow } from '@yingshang/core/tasks/contract'
import type { Queryable } from '../platform/database/pools.ts'
import type { Viewer } from './shown-parts.ts'

/** Columns of a task for the ledger: what a row shows, and not the text that only its page shows. */
export const taskColumns = `t.id, t.status, t.list_id as "listId", t.no, t.title, t.basis, t.due_on as "dueOn",
  t.state->'facts'->>'listTitle' as "listTitle", t.state->'facts'->'section' as section,
  t.state->'facts'->'printed' as printed, (t.state->'facts'->'mustPublish')::boolean as "mustPublish",
  t.state->'facts'->>'firstDueOn' as "firstDueOn", t.state->'facts'->>'dueSetBy' as "dueSetBy",
  t.state->'facts'->'openedPeriods'->>-1 as "periodKey"`

export type FoundTask = Omit<TaskRow, 'parts' | 'alert' | 'timeLeft' | 'latestReport'>

interface FoundPart {
  id: string
  task_id: string
  unit_id: string
  unit_name: string
  role: TaskRow['parts'][number]['role']
  origin: TaskRow['parts'][number]['origin']
  status: TaskRow['parts'][number]['status']
  running: boolean
  faces_office: boolean
  period_key: string
  due_on: string | null
  blue_from: string | null
  yellow_from: string | null
  overdue_from: string | null
  report: { reportId: string; on: string; text: string; percent: number | null } | null
}

const partsOfRows = `
  select a.id, a.task_id, a.unit_id, u.short_name as unit_name, a.role, a.origin, a.status, a.running,
    a.hands_in_to is null as faces_office, a.period_key, a.due_on, a.blue_from, a.yellow_from, a.overdue_from,
    case when a.reports > 0 then a.state->'part'->'latestReport' end as report
  from app.assignment a join app.unit u on u.id = a.unit_id
  where a.task_id = any($1::uuid[]) and a.status <> 'withdrawn' and not a.passed_inside
  order by (a.role <> 'lead'), (a.role = 'supporting'), (a.state->'part'->>'place')::int, a.id`

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
    values: [tasks.map((task) => task.id)],
  })
  const byTask = new Map<string, FoundPart[]>(tasks.map((task) => [task.id, []]))
  for (const part of parts.rows) byTask.get(part.task_id)!.push(part)
  return tasks.map((task) => taskRow(task, byTask.get(task.id)!, viewer, unit))
}

function taskRow(task: FoundTask, all: readonly FoundPart[], viewer: Viewer, unit: string | undefined): TaskRow {
  const day = viewer.businessDay
  // The current period's parts, and whatever an earlier period still owes.
  const parts = all.filter((part) => part.period_key === (task.periodKey ?? '') || part.status !== 'confirmed')
  const judged = all.filter((part) => (unit === undefined ? part.faces_office : part.unit_id === unit))
  const counts = task.status === 'open' && task.dueOn !== null && judged.some((part) => part.running)
  return {
    id: task.id,
    no: task.no,
    listId: task.listId,
    listTitle: task.listTitle,
    section: task.section,
    title: task.title,
    status: task.status,
    basis: task.basis,
    mustPublish: task.mustPublish,
    dueOn: task.dueOn,
    firstDueOn: task.firstDueOn,
    dueSetBy: task.dueSetBy,
    periodKey: task.periodKey,
    printed: { text: task.printed.text, kind: task.printed.kind, every: task.printed.every },
    timeLeft: counts ? timeLeftOn(viewer.calendar, { dueOn: task.dueOn! }, day) : null,
    alert: worst(judged.map((part) => alertOn(part, day))),
    parts: parts.map((part) => ({
      id: part.id,
      unit: { id: part.unit_id, name: part.unit_name },
      role: part.role,
      origin: part.origin,
      status: part.status,
      dueOn: part.due_on,
      alert: alertOn(part, day),
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

/** The lamp of a part by its stored threshold days: the same comparisons as the filter makes in SQL (rule D-21). */
function alertOn(part: FoundPart, day: string): 'none' | AlertLevel {
  if (!part.running || part.overdue_from === null) return 'none'
  if (day >= part.overdue_from) return 'red'
  if (day >= part.yellow_from!) return 'yellow'
  return day >= part.blue_from! ? 'blue' : 'normal'
}

const urgency: readonly ('none' | AlertLevel)[] = ['none', 'normal', 'blue', 'yellow', 'red']

function worst(levels: readonly ('none' | AlertLevel)[]): 'none' | AlertLevel {
  return urgency[Math.max(0, ...levels.map((level) => urgency.indexOf(level)))]!
}
