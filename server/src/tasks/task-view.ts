import type { z } from 'zod'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import type { taskPage } from '@yingshang/core/tasks/contract'
import { offeredOnTask } from '@yingshang/core/tasks/offered'
import { taskPeriods } from '@yingshang/core/tasks/periods'
import type { ShownPart } from '@yingshang/core/tasks/contract-parts'
import type { Queryable } from '../platform/database/pools.ts'
import { notFound } from '../platform/http/failure.ts'
import { load } from '../platform/ledger/load.ts'
import { taskCircumstances } from './act-on-task.ts'
import { namesOf } from './names.ts'
import { demandReadable } from './reading.ts'
import { showRequests } from './request-view.ts'
import { partSelect, showParts, type PartRow, type Viewer } from './shown-parts.ts'
import { taskTable } from './tables.ts'

/** Everything the page of a task needs in one reply. */
export async function taskPageOf(
  db: Queryable,
  viewer: Viewer & { readonly actor: PersonActor },
  taskId: string,
): Promise<z.infer<typeof taskPage.reply>> {
  await demandReadable(db, viewer.actor, taskId)
  const [loaded, parts, requests, circumstances] = await Promise.all([
    load(db, taskTable, taskId),
    db.query<PartRow>({
      name: 'tasks:parts-of-task',
      text: `${partSelect} where a.task_id = $1 order by (a.state->'part'->>'place')::int, a.id`,
      values: [taskId],
    }),
    showRequests(db, viewer, { text: 'q.task_id = $1', values: [taskId] }),
    taskCircumstances(db, { ...viewer, now: 0, commandId: '' }, taskId),
  ])
  if (!loaded || loaded.state.kind === 'none') throw notFound('task')
  const { state } = loaded
  const { facts } = state
  const [shown, clause, names] = await Promise.all([
    showParts(db, viewer, parts.rows),
    clauseOf(db, facts.campaignId, facts.clause),
    namesOf(db, { units: facts.leadUnitId ? [facts.leadUnitId] : [], persons: [], files: [] }),
  ])
  return {
    id: taskId,
    version: loaded.version,
    campaignId: facts.campaignId,
    planId: facts.planId,
    status: state.kind,
    no: facts.no,
    list: { id: facts.listId, title: facts.listTitle },
    section: [...facts.section],
    title: facts.title,
    text: facts.text,
    clause,
    lines: [...facts.lines],
    basis: [...facts.basis],
    catchAll: facts.catchAll,
    groupUnits: [...facts.groupUnits],
    printed: facts.printed,
    mustPublish: facts.mustPublish,
    leadUnit: facts.leadUnitId ? names.unit(facts.leadUnitId) : null,
    dueOn: facts.dueOn,
    firstDueOn: facts.firstDueOn,
    dueSetBy: facts.dueSetBy,
    periods: taskPeriods(facts).map((period) => ({ ...period, opened: facts.openedPeriods.includes(period.key) })),
    endedOn: state.kind === 'open' ? null : state.on,
    endReason: state.kind === 'withdrawn' ? state.reason : null,
    parts: inOrder(shown),
    requests,
    actions: offeredOnTask(state, circumstances).map((action) => ({ ...action, refusal: action.refusal as never })),
  }
}

/** The clause as the campaign's notice has it now; its number stands in the task should the clause be gone. */
async function clauseOf(db: Queryable, campaignId: string, clause: { id: string; number: string }) {
  const found = await db.query<{ id: string; number: string; heading: string; text: string }>({
    name: 'tasks:clause',
    text: 'select id, number, heading, body as text from app.clause where campaign_id = $1 and id = $2',
    values: [campaignId, clause.id],
  })
  return found.rows[0] ?? { ...clause, heading: '', text: '' }
}

const roleOrder = ['lead', 'responsible', 'supporting']

/** Newest period first, the lead first, inner parts right after the part they hand in to, withdrawn ones last. */
function inOrder(parts: readonly ShownPart[]): ShownPart[] {
  const rank = (part: ShownPart) => (part.status === 'withdrawn' ? 10 : 0) + roleOrder.indexOf(part.role)
  const top = parts.filter((part) => part.handsInTo?.kind !== 'parent')
  const sorted = top.toSorted((a, b) => (b.period?.due ?? '').localeCompare(a.period?.due ?? '') || rank(a) - rank(b))
  const withInner = (part: ShownPart): ShownPart[] => [
    part,
    ...parts
      .filter((one) => one.handsInTo?.kind === 'parent' && one.handsInTo.assignmentId === part.id)
      .flatMap(withInner),
  ]
  return sorted.flatMap(withInner)
}
