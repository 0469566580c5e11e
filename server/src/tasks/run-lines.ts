import type { RunLine } from '@yingshang/core/tasks/reporting-run-contract'
import type { LivePart } from '@yingshang/core/tasks/assignment-state'
import type { ReportingRun } from '@yingshang/core/tasks/reporting-run'
import type { Queryable } from '../platform/database/pools.ts'
import { alertOf } from './shown-parts.ts'

/** A run that exists. */
export type LiveRun = Exclude<ReportingRun, { kind: 'none' }>

/** A line of the summary as it is frozen when the run is closed; names of units and tasks are looked up. */
export type FrozenLine = Pick<RunLine, 'answer' | 'status' | 'alert' | 'dueOn' | 'report'>

interface Row {
  assignment_id: string
  reports_before: number
  summary: FrozenLine | null
  before: FrozenLine | null
  state: LivePart
  task_id: string
  no: string
  title: string
  unit_id: string
  unit_name: string
}

/**
 * The lines of a run in the order of the task list: live while it is open, frozen afterwards, each with what the previous
 * run said of the same part. A part has reported when it holds more reports than when the run opened.
 */
export async function runLines(db: Queryable, runId: string, run: LiveRun, day: string): Promise<RunLine[]> {
  const found = await db.query<Row>({
    name: 'tasks:run-lines',
    text: `select p.assignment_id, p.reports_before, p.summary, b.summary as before, a.state, t.id as task_id, t.no, t.title,
        u.id as unit_id, u.short_name as unit_name
      from app.reporting_run_part p
      join app.assignment a on a.id = p.assignment_id
      join app.task t on t.id = a.task_id
      join app.unit u on u.id = a.unit_id
      left join app.reporting_run_part b on b.run_id = $2 and b.assignment_id = p.assignment_id
      where p.run_id = $1 order by t.position, (a.role <> 'lead'), u.sort_order, p.assignment_id`,
    values: [runId, run.facts.previousRunId],
  })
  return found.rows.map((row) => {
    const line = row.summary ?? liveLine(row, run, day)
    const { part } = row.state
    return {
      assignmentId: row.assignment_id,
      taskId: row.task_id,
      no: row.no,
      title: row.title,
      unit: { id: row.unit_id, name: row.unit_name },
      role: part.role,
      ...line,
      before: row.before && {
        answer: row.before.answer,
        status: row.before.status,
        text: row.before.report?.text ?? null,
        percent: row.before.report?.percent ?? null,
      },
    }
  })
}

function liveLine(row: Row, run: LiveRun, day: string): FrozenLine {
  const { state } = row
  const { part } = state
  const report = part.reports > row.reports_before ? part.latestReport : resultSince(state, run.facts.openedOn)
  return {
    answer: report === null ? 'missing' : report.on > run.facts.dueOn ? 'late' : 'reported',
    status: state.kind,
    alert: alertOf(state, day),
    dueOn: part.deadline?.dueOn ?? null,
    report: report && { on: report.on, text: report.text, percent: report.percent },
  }
}

/** A result handed in since the run opened answers it too: it says more than a progress report would. */
function resultSince(state: LivePart, openedOn: string): FrozenLine['report'] {
  const on = state.part.lastHandedInOn
  if (on === null || on < openedOn || !('result' in state)) return null
  return { on, text: state.result.text, percent: null }
}

export function countLines(lines: readonly Pick<RunLine, 'answer'>[]) {
  const count = (answer: RunLine['answer']) => lines.filter((line) => line.answer === answer).length
  const late = count('late')
  return { asked: lines.length, reported: count('reported') + late, late, missing: count('missing') }
}
