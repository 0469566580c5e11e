import type { z } from 'zod'
import { isInside, type Actor } from '@yingshang/core/kernel/actor'
import { alertLevelOn, timeLeftOn } from '@yingshang/core/kernel/alert-level'
import type { WorkCalendar } from '@yingshang/core/kernel/work-calendar'
import { runningKinds, type LivePart, type ProgressReport } from '@yingshang/core/tasks/assignment-state'
import type { explainedDeadline, ShownPart, shownReport } from '@yingshang/core/tasks/contract-parts'
import { offeredOnPart } from '@yingshang/core/tasks/offered'
import { readablePaths } from '@yingshang/core/tasks/policy'
import type { Queryable } from '../platform/database/pools.ts'
import { namesOf, type Names } from './names.ts'

/** Who looks, on what day, by what calendar. */
export interface Viewer {
  readonly actor: Actor
  readonly businessDay: string
  readonly calendar: WorkCalendar
}

export interface PartRow {
  readonly id: string
  readonly version: number
  readonly task_id: string
  readonly state: LivePart
  readonly path: string
  readonly receiver: string | null
  readonly receiver_open: boolean | null
  readonly outstanding: number
}

/** Columns of a part for a screen, to be continued with a `where` over `a`. */
export const partSelect = `
  select a.id, a.version, a.task_id, a.state, u.path, r.unit_id as receiver, r.open as receiver_open,
    (select count(*)::int from app.assignment c where c.hands_in_to = a.id and c.open and c.status <> 'accepted') as outstanding
  from app.assignment a
  join app.unit u on u.id = a.unit_id
  left join app.assignment r on r.id = a.hands_in_to`

/** Parts as screens show them, with names, lamps and the actions of the person who looks. */
export async function showParts(db: Queryable, viewer: Viewer, rows: readonly PartRow[]): Promise<ShownPart[]> {
  const names = await namesOf(db, {
    units: rows.flatMap((row) => [
      row.state.part.unitId,
      ...(row.receiver ? [row.receiver] : []),
      ...row.state.part.formerUnits.map((former) => former.unitId),
    ]),
    persons: rows.flatMap(({ state: { part } }) => [
      ...part.personsInCharge,
      ...(part.latestReport ? [part.latestReport.by] : []),
    ]),
    files: rows.flatMap(({ state }) => [
      ...(state.part.latestReport?.fileIds ?? []),
      ...('result' in state ? state.result.fileIds : []),
    ]),
  })
  return rows.map((row) => showPart(viewer, row, names))
}

function showPart(viewer: Viewer, row: PartRow, names: Names): ShownPart {
  const { state } = row
  const { part } = state
  const hidden = state.kind === 'drafted' && !seesDrafts(viewer.actor, row.path)
  const result = 'result' in state && !hidden ? state.result : null
  return {
    id: row.id,
    version: row.version,
    unit: names.unit(part.unitId),
    role: part.role,
    origin: part.origin,
    printedName: part.printedName,
    status: state.kind,
    period: part.period,
    handsInTo: part.handsInTo.kind === 'office' ? null : { ...part.handsInTo, unit: names.unit(row.receiver ?? '') },
    deadline: explained(part, viewer),
    alert: alertOf(state, viewer.businessDay),
    personsInCharge: part.personsInCharge.flatMap((id) => names.person(id) ?? []),
    formerUnits: part.formerUnits.map((former) => ({ unit: names.unit(former.unitId), reason: former.reason })),
    latestReport: part.latestReport && showReport(part.latestReport, names),
    reports: part.reports,
    result: result && {
      text: result.text,
      files: names.files(result.fileIds),
      publication: result.publication,
      without: result.without,
    },
    firstHandedInOn: part.firstHandedInOn,
    confirmedHandInOn: state.kind === 'confirmed' ? state.handedInOn : null,
    confirmedOn: state.kind === 'confirmed' ? state.on : null,
    outcome: state.kind === 'confirmed' ? state.outcome : null,
    returns: part.returns,
    reason: state.kind === 'returned' || state.kind === 'withdrawn' ? state.reason : null,
    withdrawnBecause: state.kind === 'withdrawn' ? state.because : null,
    outstanding: row.outstanding,
    actions: offeredOnPart(state, {
      actor: viewer.actor,
      businessDay: viewer.businessDay,
      unitPath: row.path,
      receiver: row.receiver ? { unitId: row.receiver, open: row.receiver_open === true } : null,
      outstanding: row.outstanding,
    }).map((action) => ({ ...action, refusal: action.refusal as never })),
  }
}

/** A draft has not left its unit: it is for the people of the unit and of those it lies in, for nobody else (rule T-04). */
export function seesDrafts(actor: Actor, unitPath: string): boolean {
  return readablePaths(actor).some((path) => isInside(unitPath, path))
}

export function showReport(report: ProgressReport, names: Names): z.infer<typeof shownReport> {
  const { reportId, on, text, percent, corrects } = report
  return { reportId, on, text, percent, corrects, by: names.person(report.by), files: names.files(report.fileIds) }
}

/** The lamp of a part: only while the unit has it in hand and a date was set. */
export function alertOf(state: LivePart, day: string): ShownPart['alert'] {
  if (!runningKinds.includes(state.kind) || !state.part.deadline) return 'none'
  return alertLevelOn(state.part.deadline, day)
}

export function explained(part: LivePart['part'], viewer: Viewer): z.infer<typeof explainedDeadline> | null {
  if (!part.deadline) return null
  return {
    record: part.deadline,
    timeLeft: timeLeftOn(viewer.calendar, part.deadline, viewer.businessDay),
    firstDueOn: part.firstDueOn ?? part.deadline.dueOn,
    superseded: part.superseded.map(({ deadline, reason }) => ({ dueOn: deadline.dueOn, reason })),
  }
}
