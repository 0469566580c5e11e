import type { z } from 'zod'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import type { myPart, myUnit, partsToShow, waitingForOffice } from '@yingshang/core/tasks/assignment-contract'
import { readsAll, unitRoles } from '@yingshang/core/tasks/policy'
import type { ShownPart } from '@yingshang/core/tasks/contract-parts'
import type { Task } from '@yingshang/core/tasks/task-state'
import type { Queryable } from '../platform/database/pools.ts'
import { forbidden } from '../platform/http/failure.ts'
import { loadMany } from '../platform/ledger/load.ts'
import { namesOf } from './names.ts'
import { showRequests } from './request-view.ts'
import { partSelect, showParts, type PartRow, type Viewer } from './shown-parts.ts'
import { taskTable } from './tables.ts'

type MyPart = z.infer<typeof myPart>
type MyUnit = z.infer<typeof myUnit.reply>
type PersonViewer = Viewer & { readonly actor: PersonActor }

/** Which parts are shown; `$3` is the business day. */
const shownWhen = {
  open: `a.open`,
  toDo: `a.running`,
  done: `a.status = 'confirmed'`,
  toSign: `a.status = 'assigned' and a.open`,
  toSignOff: `a.status = 'drafted' and a.open`,
  returned: `a.status = 'returned' and a.open`,
  dueSoon: `a.running and a.blue_from <= $3 and a.overdue_from > $3`,
  overdue: `a.running and a.overdue_from <= $3`,
} as const satisfies Record<(typeof partsToShow)[number], string>

/** Parts of one day stand in the order of the notice. */
const byDay = `a.due_on nulls last, (select t.position from app.task t where t.id = a.task_id), a.id`
/** Who signs what leaves the unit comes for that first, then for what came back. */
const forTheSignature = `(a.status = 'drafted') desc, (a.status = 'returned') desc, ${byDay}`

const mostTotal = 1000

/** "My unit": which parts, why, by when and what counts as done; what others owe to us and what we passed on inside. */
export async function myUnitOf(
  db: Queryable,
  viewer: PersonViewer,
  query: { unitId?: string; campaignId?: string; show: keyof typeof shownWhen; page: number; size: number },
): Promise<MyUnit> {
  const ids = [...new Set(viewer.actor.posts.filter((post) => isUnitPost(post.role)).map((post) => post.unitId))]
  const unitId = query.unitId ?? ids[0]
  if (unitId !== undefined && !ids.includes(unitId) && !readsAll(viewer.actor))
    throw forbidden({ code: 'assignment.unit-only' })
  const names = await namesOf(db, { units: [...ids, ...(unitId ? [unitId] : [])], persons: [], files: [] })
  const empty = { toSign: 0, toSignOff: 0, returned: 0, dueSoon: 0, overdue: 0, toTake: 0 }
  const units = ids.map((id) => names.unit(id))
  if (unitId === undefined)
    return { units, unit: null, signs: false, parts: [], toTake: [], counts: empty, page: 1, total: 0, more: false }
  const signs = viewer.actor.posts.some((post) => post.unitId === unitId && signing.includes(post.role))
  const whose = [unitId, query.campaignId ?? null]
  const dated = [...whose, viewer.businessDay]
  const values = shownWhen[query.show].includes('$3') ? dated : whose
  const scope = `a.unit_id = $1 and ($2::uuid is null or a.campaign_id = $2) and ${shownWhen[query.show]}`
  const [rows, taking, counts, total] = await Promise.all([
    db.query<PartRow>(
      `${partSelect} where ${scope} order by ${signs ? forTheSignature : byDay} limit ${query.size} offset ${(query.page - 1) * query.size}`,
      values,
    ),
    db.query<PartRow>(
      `${partSelect} where r.unit_id = $1 and ($2::uuid is null or a.campaign_id = $2) and a.status = 'handedIn'
       order by a.last_handed_in_on, a.id limit 100`,
      whose,
    ),
    db.query<MyUnit['counts']>(
      `select count(*) filter (where ${shownWhen.toSign})::int as "toSign",
        count(*) filter (where ${shownWhen.toSignOff})::int as "toSignOff",
        count(*) filter (where ${shownWhen.returned})::int as returned,
        count(*) filter (where ${shownWhen.dueSoon})::int as "dueSoon",
        count(*) filter (where ${shownWhen.overdue})::int as overdue,
        (select count(*)::int from app.assignment x join app.assignment y on y.id = x.hands_in_to
          where y.unit_id = $1 and x.status = 'handedIn' and ($2::uuid is null or x.campaign_id = $2)) as "toTake"
       from app.assignment a where a.unit_id = $1 and ($2::uuid is null or a.campaign_id = $2) and a.open`,
      dated,
    ),
    db.query<{ n: number }>(
      `select count(*)::int as n from (select 1 from app.assignment a where ${scope} limit ${mostTotal + 1}) x`,
      values,
    ),
  ])
  const owing = await owingTo(db, viewer, rows.rows)
  const [parts, toTake] = await Promise.all([withTasks(db, viewer, rows.rows), withTasks(db, viewer, taking.rows)])
  const found = total.rows[0]!.n
  return {
    units,
    unit: names.unit(unitId),
    signs,
    parts: parts.map((part) => ({ ...part, owing: owing.get(part.id) ?? [] })),
    toTake,
    counts: counts.rows[0] ?? empty,
    page: query.page,
    total: Math.min(found, mostTotal),
    more: found > mostTotal,
  }
}

const signing: readonly string[] = ['unitHead', 'unitDeputy']

function isUnitPost(role: string): boolean {
  return (unitRoles as readonly string[]).includes(role)
}

/** Parts that hand in to the given ones, by the part they hand in to. */
async function owingTo(db: Queryable, viewer: Viewer, rows: readonly PartRow[]): Promise<Map<string, ShownPart[]>> {
  const found = await db.query<PartRow>(
    `${partSelect} where a.hands_in_to = any($1::uuid[]) and a.status <> 'withdrawn' order by a.due_on nulls last, a.id`,
    [rows.map((row) => row.id)],
  )
  const byReceiver = new Map<string, ShownPart[]>()
  for (const part of await showParts(db, viewer, found.rows)) {
    const receiver = part.handsInTo!.assignmentId
    byReceiver.set(receiver, [...(byReceiver.get(receiver) ?? []), part])
  }
  return byReceiver
}

/** Parts with the words of their task: why it is ours and what counts as done. */
export async function withTasks(
  db: Queryable,
  viewer: Viewer,
  rows: readonly PartRow[],
): Promise<Omit<MyPart, 'owing'>[]> {
  const [shown, tasks] = await Promise.all([
    showParts(db, viewer, rows),
    loadMany(db, taskTable, [...new Set(rows.map((row) => row.task_id))]),
  ])
  const byId = new Map(tasks.map((task) => [task.id, task.state as Exclude<Task, { kind: 'none' }>]))
  return shown.map((part, place) => {
    const row = rows[place]!
    const { facts } = byId.get(row.task_id)!
    return {
      ...part,
      task: {
        id: row.task_id,
        campaignId: facts.campaignId,
        no: facts.no,
        listTitle: facts.listTitle,
        title: facts.title,
        text: facts.text,
        clause: facts.clause,
        deadlineKind: facts.printed.kind,
        printedDeadline: facts.printed.text,
        dueSetBy: facts.dueSetBy,
        mustPublish: facts.mustPublish,
        catchAll: facts.catchAll,
        groupUnits: [...facts.groupUnits],
      },
      why: { origin: part.origin, printedName: part.printedName },
      doneWhen: doneWhen(row),
    }
  })
}

function doneWhen({ state: { part }, outstanding }: PartRow): MyPart['doneWhen'] {
  const receiver = { office: 'resultConfirmed', lead: 'leadAccepts', parent: 'parentAccepts' } as const
  return [
    ...(part.deadlineKind === 'recurring' ? (['eachPeriod'] as const) : []),
    ...(part.deadlineKind === 'ongoing' ? (['yearlyConclusion'] as const) : []),
    ...(outstanding > 0 ? (['partsFirst'] as const) : []),
    ...(part.mustPublish && part.handsInTo.kind === 'office' ? (['publication'] as const) : []),
    ...(part.headSigns && part.handsInTo.kind !== 'parent' ? (['headSigns'] as const) : []),
    receiver[part.handsInTo.kind],
  ]
}

/** What waits for the coordination office: parts to verify, requests to answer. Oldest hand-in first. */
export async function waitingOf(
  db: Queryable,
  viewer: PersonViewer,
  campaignId: string,
): Promise<z.infer<typeof waitingForOffice.reply>> {
  if (!readsAll(viewer.actor)) throw forbidden({ code: 'task.office-only' })
  const [parts, requests] = await Promise.all([
    db.query<PartRow>(
      `${partSelect} where a.campaign_id = $1 and a.status = 'handedIn' and a.hands_in_to is null
       order by a.last_handed_in_on, a.id limit 201`,
      [campaignId],
    ),
    showRequests(db, viewer, { text: `q.campaign_id = $1 and q.status = 'asked'`, values: [campaignId], limit: 200 }),
  ])
  return {
    parts: await withTasks(db, viewer, parts.rows.slice(0, 200)),
    requests,
    more: parts.rows.length > 200,
  }
}
