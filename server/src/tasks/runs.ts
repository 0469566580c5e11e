import type { z } from 'zod'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import { notifyItem } from '@yingshang/core/reminders/news'
import { mayActOnRun, reportingRunActionsNow, reportingRunDecider } from '@yingshang/core/tasks/reporting-run'
import type { openRun } from '@yingshang/core/tasks/reporting-run-contract'
import type { Queryable } from '../platform/database/pools.ts'
import { notFound, refused } from '../platform/http/failure.ts'
import { changeBy, newChange, type Occasion } from '../platform/ledger/decide.ts'
import { load } from '../platform/ledger/load.ts'
import { newId, type OutboxItem } from '../platform/ledger/record.ts'
import type { Written } from './act-on-part.ts'
import { readableRoots } from './reading.ts'
import { countLines, runLines, type LiveRun } from './run-lines.ts'
import { reportingRunTable } from './tables.ts'
import { taskQuery } from './task-query.ts'
import { decideAndRecord, eventsOrRefuse, refusal } from './write.ts'

type Wish = z.output<NonNullable<typeof openRun.body>>

interface ChosenPart {
  id: string
  unit_id: string
  reports: number
}

/** Opens a run over the open parts that were chosen; their number of reports is kept, so that a new one is seen. */
export function openReportingRun(db: Queryable, occasion: Occasion, division: string, wish: Wish): Promise<Written> {
  return decideAndRecord(db, occasion, async () => {
    const forbidden = mayActOnRun(occasion.actor)
    if (forbidden) throw refusal(forbidden)
    const campaignId = wish.choose.kind === 'filter' ? wish.choose.filter.campaignId : wish.choose.campaignId
    const [chosen, previous] = await Promise.all([
      chosenParts(db, occasion, wish),
      db.query<{ id: string }>({
        name: 'tasks:last-run',
        text: `select id from app.reporting_run where campaign_id = $1 and status = 'closed' order by opened_on desc, id desc limit 1`,
        values: [campaignId],
      }),
    ])
    const facts = {
      division,
      campaignId,
      title: wish.title,
      note: wish.note,
      dueOn: wish.dueOn,
      openedOn: occasion.businessDay,
      assignmentIds: chosen.map((part) => part.id),
      previousRunId: previous.rows[0]?.id ?? null,
    }
    const runId = newId(occasion.now)
    const events = eventsOrRefuse(reportingRunDecider.decide({ type: 'open', facts }, { kind: 'none' }, occasion))
    return {
      changes: [newChange(reportingRunTable, reportingRunDecider, runId, events)],
      attachments: [
        {
          table: 'app.reporting_run_part',
          columns: ['run_id', 'assignment_id', 'reports_before'],
          rows: chosen.map((part) => ({ run_id: runId, assignment_id: part.id, reports_before: part.reports })),
        },
      ],
      outbox: news('reportingRun.opened', runId, facts, countByUnit(chosen.map((part) => part.unit_id))),
      result: { id: runId, status: 'open' },
    }
  })
}

async function chosenParts(db: Queryable, occasion: Occasion, { choose }: Wish): Promise<ChosenPart[]> {
  const open = `a.open and a.status <> 'accepted' and not a.passed_inside`
  if (choose.kind === 'assignments') {
    const found = await db.query<ChosenPart>(
      `select a.id, a.unit_id, a.reports from app.assignment a where a.id = any($1::uuid[]) and a.campaign_id = $2 and ${open}`,
      [choose.assignmentIds, choose.campaignId],
    )
    if (found.rows.length < new Set(choose.assignmentIds).size) throw refused({ code: 'reportingRun.part-not-open' })
    return found.rows
  }
  const roots = readableRoots(occasion.actor as PersonActor)
  const { where, values } = taskQuery(choose.filter, occasion.businessDay, roots)
  const ofUnit = choose.filter.unit === undefined ? '' : ` and a.unit_id = $${values.push(choose.filter.unit)}`
  const found = await db.query<ChosenPart>(
    `select a.id, a.unit_id, a.reports from app.task t join app.assignment a on a.task_id = t.id
     where ${where} and ${open}${ofUnit} order by t.position, a.id`,
    values,
  )
  return found.rows
}

/** Tells the units that have not reported once more. */
export function remindReportingRun(db: Queryable, occasion: Occasion, runId: string): Promise<Written> {
  return decideAndRecord(db, occasion, async () => {
    const { loaded, run } = await loadRun(db, runId)
    const missing = (await runLines(db, runId, run, occasion.businessDay)).filter((line) => line.answer === 'missing')
    const command = { type: 'remind', missing: missing.length } as const
    const events = eventsOrRefuse(reportingRunDecider.decide(command, run, occasion))
    return {
      changes: [changeBy(reportingRunTable, reportingRunDecider, loaded, events)],
      outbox: news('reportingRun.dueSoon', runId, run.facts, countByUnit(missing.map((line) => line.unit.id))),
      result: { id: runId, status: 'open' },
    }
  })
}

/** Closes a run: its summary is frozen, so that the next run can be compared with it. */
export function closeReportingRun(db: Queryable, occasion: Occasion, runId: string): Promise<Written> {
  return decideAndRecord(db, occasion, async () => {
    const { loaded, run } = await loadRun(db, runId)
    const lines = await runLines(db, runId, run, occasion.businessDay)
    const { reported, late, missing } = countLines(lines)
    const command = { type: 'close', counts: { reported, late, missing } } as const
    const events = eventsOrRefuse(reportingRunDecider.decide(command, run, occasion))
    const before = await db.query<{ assignment_id: string; reports_before: number }>(
      'select assignment_id, reports_before from app.reporting_run_part where run_id = $1',
      [runId],
    )
    const reportsBefore = new Map(before.rows.map((row) => [row.assignment_id, row.reports_before]))
    const rows = lines.map(({ assignmentId, answer, status, alert, dueOn, report }) => ({
      run_id: runId,
      assignment_id: assignmentId,
      reports_before: reportsBefore.get(assignmentId) ?? 0,
      summary: { answer, status, alert, dueOn, report },
    }))
    return {
      changes: [changeBy(reportingRunTable, reportingRunDecider, loaded, events)],
      attachments: [
        {
          table: 'app.reporting_run_part',
          columns: ['run_id', 'assignment_id', 'reports_before', 'summary'],
          replaceBy: ['run_id', 'assignment_id'],
          rows,
        },
      ],
      result: { id: runId, status: 'closed' },
    }
  })
}

export async function loadRun(db: Queryable, runId: string) {
  const loaded = await load(db, reportingRunTable, runId)
  if (!loaded || loaded.state.kind === 'none') throw notFound('reportingRun')
  return { loaded, run: loaded.state as LiveRun }
}

export function runActions(run: LiveRun, actor: PersonActor) {
  return reportingRunActionsNow[run.kind].flatMap((name) => (mayActOnRun(actor) ? [] : [{ name, allowed: true }]))
}

function countByUnit(unitIds: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of unitIds) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/** One message per unit, however many of its parts are asked. */
function news(
  kind: 'reportingRun.opened' | 'reportingRun.dueSoon',
  runId: string,
  facts: { readonly title: string; readonly dueOn: string },
  units: ReadonlyMap<string, number>,
): OutboxItem[] {
  return [...units].map(([unitId, count]) =>
    notifyItem({
      kind,
      unitId,
      roles: ['unitLiaison', 'unitDeputy'],
      subject: { kind: 'reportingRun', id: runId },
      facts: { title: facts.title, dueOn: facts.dueOn, count },
    }),
  )
}
