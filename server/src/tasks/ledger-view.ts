import type { z } from 'zod'
import { timeLeftOn } from '@yingshang/core/kernel/alert-level'
import type { AlertLevel } from '@yingshang/core/kernel/alert-level-rule'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import { runningKinds, type LivePart } from '@yingshang/core/tasks/assignment-state'
import { mostTotal, type listTasks, type TaskFilter, type TaskRow } from '@yingshang/core/tasks/contract'
import type { Task } from '@yingshang/core/tasks/task-state'
import type { Queryable } from '../platform/database/pools.ts'
import { readableRoots } from './reading.ts'
import { alertOf, type Viewer } from './shown-parts.ts'
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
  const found = await db.query<FoundTask & { total: number }>(
    `with matched as materialized (select t.id, t.position, t.due_on, t.title from app.task t where ${where})
     select t.id, w.state, (select count(*)::int from (select 1 from matched limit ${mostTotal + 1}) counted) as total
     from (select * from matched t order by ${order} limit ${query.size} offset ${(query.page - 1) * query.size}) t
     join app.task w on w.id = t.id order by ${order}`,
    values,
  )
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

interface FoundTask {
  id: string
  state: Exclude<Task, { kind: 'none' }>
}

interface FoundPart {
  id: string
  task_id: string
  state: LivePart
  unit_name: string
}

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

async function withParts(
  db: Queryable,
  viewer: Viewer,
  unit: string | undefined,
  found: readonly FoundTask[],
): Promise<TaskRow[]> {
  const parts = await db.query<FoundPart>({
    name: 'tasks:parts-of-rows',
    text: `select a.id, a.task_id, a.state, u.short_name as unit_name from app.assignment a join app.unit u on u.id = a.unit_id
      where a.task_id = any($1::uuid[]) and a.status <> 'withdrawn' and not a.passed_inside
      order by (a.role <> 'lead'), (a.role = 'supporting'), (a.state->'part'->>'place')::int, a.id`,
    values: [found.map((row) => row.id)],
  })
  const byTask = new Map<string, FoundPart[]>()
  for (const part of parts.rows) byTask.set(part.task_id, [...(byTask.get(part.task_id) ?? []), part])
  return found.map((row) => taskRow(row.id, row.state, byTask.get(row.id) ?? [], viewer, unit))
}

function taskRow(
  id: string,
  state: Exclude<Task, { kind: 'none' }>,
  all: readonly FoundPart[],
  viewer: Viewer,
  unit: string | undefined,
): TaskRow {
  const { facts } = state
  const day = viewer.businessDay
  const periodKey = facts.openedPeriods.at(-1) ?? null
  // The current period's parts, and whatever an earlier period still owes.
  const parts = all.filter(({ state: one }) => (one.part.period?.key ?? null) === periodKey || one.kind !== 'confirmed')
  const judged = all.filter(({ state: { part } }) =>
    unit === undefined ? part.handsInTo.kind === 'office' : part.unitId === unit,
  )
  const reports = parts.flatMap((part) => {
    const report = part.state.part.latestReport
    return report ? [{ report, unit: { id: part.state.part.unitId, name: part.unit_name } }] : []
  })
  const latest = reports.sort((a, b) => (a.report.reportId < b.report.reportId ? 1 : -1))[0]
  const running =
    state.kind === 'open' && facts.dueOn !== null && judged.some((part) => runningKinds.includes(part.state.kind))
  return {
    id,
    no: facts.no,
    listId: facts.listId,
    listTitle: facts.listTitle,
    section: [...facts.section],
    title: facts.title,
    status: state.kind,
    printed: { text: facts.printed.text, kind: facts.printed.kind, every: facts.printed.every },
    basis: [...facts.basis],
    mustPublish: facts.mustPublish,
    dueOn: facts.dueOn,
    firstDueOn: facts.firstDueOn,
    dueSetBy: facts.dueSetBy,
    timeLeft: running ? timeLeftOn(viewer.calendar, { dueOn: facts.dueOn! }, day) : null,
    periodKey,
    alert: worst(judged.map((part) => alertOf(part.state, day))),
    parts: parts.map((part) => ({
      id: part.id,
      unit: { id: part.state.part.unitId, name: part.unit_name },
      role: part.state.part.role,
      origin: part.state.part.origin,
      status: part.state.kind,
      dueOn: part.state.part.deadline?.dueOn ?? null,
      alert: alertOf(part.state, day),
      periodKey: part.state.part.period?.key ?? null,
    })),
    latestReport: latest
      ? { unit: latest.unit, on: latest.report.on, text: latest.report.text, percent: latest.report.percent }
      : null,
  }
}

const urgency: readonly ('none' | AlertLevel)[] = ['none', 'normal', 'blue', 'yellow', 'red']

function worst(levels: readonly ('none' | AlertLevel)[]): 'none' | AlertLevel {
  return urgency[Math.max(0, ...levels.map((level) => urgency.indexOf(level)))]!
}
