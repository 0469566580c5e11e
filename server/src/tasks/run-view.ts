import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import { isOffice } from '@yingshang/core/kernel/actor'
import { alertNames, answerNames, partNames, roleNames } from '@yingshang/core/tasks/labels.zh'
import { readablePaths, readsAll } from '@yingshang/core/tasks/policy'
import type { ReportingRun } from '@yingshang/core/tasks/reporting-run'
import type { listRuns, RunLine, runPage } from '@yingshang/core/tasks/reporting-run-contract'
import type { Queryable } from '../platform/database/pools.ts'
import { notFound } from '../platform/http/failure.ts'
import { countLines, runLines, type LiveRun } from './run-lines.ts'
import { loadRun, runActions } from './runs.ts'
import { sheetStream } from '../platform/http/sheet.ts'
import type { Viewer } from './shown-parts.ts'

type PersonViewer = Viewer & { readonly actor: PersonActor }

/** All runs of a campaign, newest first, with what was answered so far. */
export async function runsOf(
  db: Queryable,
  viewer: PersonViewer,
  campaignId: string,
): Promise<z.infer<typeof listRuns.reply>> {
  const found = await db.query<{ id: string; state: ReportingRun }>({
    name: 'tasks:runs',
    text: 'select id, state from app.reporting_run where campaign_id = $1 order by opened_on desc, id desc limit 100',
    values: [campaignId],
  })
  const runs = []
  for (const { id, state } of found.rows) {
    const run = state as LiveRun
    const lines = run.kind === 'open' || !readsAll(viewer.actor) ? await readableLines(db, viewer, id, run) : null
    const counts = lines ? countLines(lines) : closedCounts(run)
    if (counts.asked > 0 || readsAll(viewer.actor)) runs.push({ ...head(id, run), counts })
  }
  return { runs, actions: isOffice(viewer.actor) ? [{ name: 'open', allowed: true }] : [] }
}

function head(id: string, run: LiveRun) {
  const { title, openedOn, dueOn } = run.facts
  return { id, title, status: run.kind, openedOn, dueOn, closedOn: run.kind === 'closed' ? run.on : null }
}

function closedCounts(run: LiveRun) {
  const counts = run.kind === 'closed' ? run.counts : { reported: 0, late: 0, missing: 0 }
  return { asked: counts.reported + counts.missing, ...counts }
}

/** The lines a person may read: all of them, or those of the units they work in and below. */
async function readableLines(db: Queryable, viewer: PersonViewer, runId: string, run: LiveRun): Promise<RunLine[]> {
  const lines = await runLines(db, runId, run, viewer.businessDay)
  if (readsAll(viewer.actor)) return lines
  const own = await db.query<{ id: string }>('select id from app.unit where path like any($1::text[])', [
    readablePaths(viewer.actor).map((path) => `${path}%`),
  ])
  const units = new Set(own.rows.map((row) => row.id))
  return lines.filter((line) => units.has(line.unit.id))
}

/** The same; a run that asks nothing of a person's units is not there for them. */
async function askedLines(db: Queryable, viewer: PersonViewer, runId: string, run: LiveRun): Promise<RunLine[]> {
  const lines = await readableLines(db, viewer, runId, run)
  if (lines.length === 0 && !readsAll(viewer.actor)) throw notFound('reportingRun')
  return lines
}

/** One run: who reported, who did not, beside the run before. */
export async function runPageOf(
  db: Queryable,
  viewer: PersonViewer,
  runId: string,
  filter: { answer?: RunLine['answer']; unit?: string },
): Promise<z.infer<typeof runPage.reply>> {
  const { run } = await loadRun(db, runId)
  const all = await askedLines(db, viewer, runId, run)
  const missing = new Map<string, { unit: RunLine['unit']; missing: number }>()
  for (const line of all.filter((one) => one.answer === 'missing')) {
    const known = missing.get(line.unit.id)
    missing.set(line.unit.id, { unit: line.unit, missing: (known?.missing ?? 0) + 1 })
  }
  return {
    ...head(runId, run),
    counts: countLines(all),
    note: run.facts.note,
    reminders: run.reminders,
    previous: await previousOf(db, viewer, run),
    missingUnits: [...missing.values()].sort((a, b) => b.missing - a.missing),
    lines: all.filter(
      (line) =>
        (filter.answer === undefined || line.answer === filter.answer) &&
        (filter.unit === undefined || line.unit.id === filter.unit),
    ),
    actions: runActions(run, viewer.actor),
  }
}

async function previousOf(db: Queryable, viewer: PersonViewer, run: LiveRun) {
  if (run.facts.previousRunId === null) return null
  const { run: previous } = await loadRun(db, run.facts.previousRunId)
  const id = run.facts.previousRunId
  const counts = readsAll(viewer.actor)
    ? closedCounts(previous)
    : countLines(await readableLines(db, viewer, id, previous))
  return { id, title: previous.facts.title, counts }
}

const columns = [
  { header: '序号', width: 6, align: 'center' },
  { header: '编号', width: 7, align: 'center' },
  { header: '任务', width: 40 },
  { header: '单位', width: 16 },
  { header: '角色', width: 8, align: 'center' },
  { header: '到期日', width: 12, align: 'center' },
  { header: '亮灯', width: 8, align: 'center' },
  { header: '报送', width: 8, align: 'center' },
  { header: '状态', width: 10, align: 'center' },
  { header: '本次进展', width: 44 },
  { header: '完成（%）', width: 8, align: 'right' },
  { header: '上次报送', width: 8, align: 'center' },
  { header: '上次进展', width: 36 },
  { header: '上次完成（%）', width: 8, align: 'right' },
] as const

/** The summary table of a run as a workbook. */
export async function runWorkbook(
  db: Queryable,
  viewer: PersonViewer,
  runId: string,
): Promise<{ name: string; stream: Readable }> {
  const { run } = await loadRun(db, runId)
  const lines = await askedLines(db, viewer, runId, run)
  const { asked, reported, late, missing } = countLines(lines)
  const name = `${run.facts.title}汇总表`
  const subtitle = `报送截止 ${run.facts.dueOn}，应报 ${asked}，已报 ${reported}（迟报 ${late}），未报 ${missing}；${viewer.businessDay} 生成`
  async function* batches() {
    yield lines.map((line, place) => [
      place + 1,
      line.no,
      line.title,
      line.unit.name,
      roleNames[line.role],
      line.dueOn ?? '',
      alertNames[line.alert],
      answerNames[line.answer],
      partNames[line.status],
      line.report?.text ?? '',
      line.report?.percent ?? null,
      line.before ? answerNames[line.before.answer] : '',
      line.before?.text ?? '',
      line.before?.percent ?? null,
    ])
  }
  return { name, stream: sheetStream({ title: name, subtitle, name: '调度汇总', columns }, batches()) }
}
