import type { z } from 'zod'
import { explainDeadline } from '@yingshang/core/kernel/deadline-explain'
import { explainTo } from '@yingshang/core/kernel/work-calendar-explain'
import type { LivePart, ProgressReport } from '@yingshang/core/tasks/assignment-state'
import type { explainPart, partReports } from '@yingshang/core/tasks/contract'
import { isCountedBack } from '@yingshang/core/tasks/recount'
import type { Task } from '@yingshang/core/tasks/task-state'
import type { Calendars } from '../platform/capability.ts'
import type { Queryable } from '../platform/database/pools.ts'
import { notFound } from '../platform/http/failure.ts'
import { load } from '../platform/ledger/load.ts'
import { namesOf } from './names.ts'
import { explained, showReport, type Viewer } from './shown-parts.ts'
import { assignmentTable, taskTable } from './tables.ts'

/** All reports of a part, newest first, read from the ledger: corrections stand beside what they correct. */
export async function reportsOf(db: Queryable, assignmentId: string): Promise<z.infer<typeof partReports.reply>> {
  const found = await db.query<{ body: string }>({
    name: 'tasks:reports',
    text: `select body from ledger.entry where stream_id = $1 and type = 'progressReported' order by version desc limit 500`,
    values: [assignmentId],
  })
  const reports = found.rows.map((row) => (JSON.parse(row.body) as { data: { report: ProgressReport } }).data.report)
  const names = await namesOf(db, {
    units: [],
    persons: reports.map((report) => report.by),
    files: reports.flatMap((report) => report.fileIds),
  })
  return { reports: reports.map((report) => showReport(report, names)) }
}

/** Why a part is due when it is: every day from the start of the clock, and the dates it had before. */
export async function explainPartOf(
  db: Queryable,
  viewer: Viewer,
  calendars: Pick<Calendars, 'version'>,
  assignmentId: string,
): Promise<z.infer<typeof explainPart.reply>> {
  const loaded = await load(db, assignmentTable, assignmentId)
  if (!loaded || loaded.state.kind === 'none') throw notFound('assignment')
  const { part } = loaded.state as LivePart
  if (!part.deadline) return { deadline: null, days: [], countedBack: null }
  const task = (await load(db, taskTable, part.taskId))!.state as Exclude<Task, { kind: 'none' }>
  // The version it was counted with, not the one in force: the explanation is of the date that stands.
  const calendar = (await calendars.version(part.deadline.calendarVersion, part.division)) ?? viewer.calendar
  const above = part.handsInTo.kind === 'lead' ? await dueOnOf(db, part.handsInTo.assignmentId) : null
  const { supportingLeadDays } = task.facts.settings
  const inner = above !== null && isCountedBack(part, above, supportingLeadDays, calendar)
  const days = inner
    ? explainTo(calendar, part.deadline.dueOn, above)
    : explainDeadline(part.deadline, task.facts.rule.counting, calendar)
  return {
    deadline: explained(part, viewer),
    // When the clock started later than that, the part is due on the day it started.
    countedBack: inner
      ? { from: above, workingDays: part.deadline.dueOn > part.deadline.startOn ? supportingLeadDays : 0 }
      : null,
    days: days.map(({ day, number, dayZero, kind, name, unsettled }) => ({
      day,
      number,
      dayZero,
      kind,
      name,
      unsettled,
    })),
  }
}

/** The day the part above is due: what an inner date is counted back from. */
async function dueOnOf(db: Queryable, assignmentId: string): Promise<string | null> {
  const found = await db.query<{ due_on: string | null }>('select due_on from app.assignment where id = $1', [
    assignmentId,
  ])
  return found.rows[0]?.due_on ?? null
}
