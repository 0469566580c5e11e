import type { z } from 'zod'
import type { UnitCase, unitInbox } from '@yingshang/core/cases/unit-contract'
import type { CaseFile, LiveCase } from '@yingshang/core/cases/case-state'
import { offeredOnCase } from '@yingshang/core/cases/offered'
import { unitRoles } from '@yingshang/core/kernel/own-unit'
import { alertLevelOn, timeLeftOn } from '@yingshang/core/kernel/alert-level'
import type { Role } from '@yingshang/core/kernel/actor'
import type { Queryable } from '../platform/database/pools.ts'
import { forbidden } from '../platform/http/failure.ts'
import { contextOf, unitPlaces, unitsOfFile, type CaseServices } from './circumstances.ts'
import { namesOf } from './names.ts'
import { caseColumns, headOf, rulesByVersion, type FoundCase } from './queue-view.ts'
import { textsOf } from './texts.ts'
import { viewerOf, type Viewer } from './viewer.ts'

type Inbox = z.infer<typeof unitInbox.reply>
type Query = z.output<NonNullable<typeof unitInbox.query>>

interface InboxCase extends FoundCase {
  readonly state: LiveCase
}

/** What the unit itself has to do now: sign, work, sign off; or its own part of a joint case. */
const toDoSql = `(c.status in ('assigned', 'signed', 'drafted') and (c.lead_unit_id = $1 or (c.lead_unit_id is distinct from $1
  and exists (select 1 from jsonb_array_elements(c.state #> '{file,rounds,-1,supporting}') s
    where s ->> 'unitId' = ($1::uuid)::text and s ->> 'givenOn' is null))))`

const shownSql: Record<Query['show'], string> = { toDo: toDoSql, open: 'c.open', done: 'not c.open' }

/** The cases of a unit, the most urgent first. Nothing in it tells who sent a case in. */
export async function inboxOf(
  services: CaseServices,
  call: Parameters<typeof viewerOf>[1],
  query: Query,
): Promise<Inbox> {
  const db = services.databases.app
  const viewer = viewerOf(services, call)
  const mine = ownUnits(viewer)
  const unitId = query.unitId ?? mine[0]
  if (unitId === undefined) return emptyInbox(query.page)
  if (!mine.includes(unitId)) throw forbidden({ code: 'case.unit-only' })
  const { page, size, show } = query
  const where = `c.division = $2 and c.unit_ids @> array[$1::uuid] and ${shownSql[show]}`
  const [rows, counted] = await Promise.all([
    db.query<InboxCase>({
      name: `cases:inbox:${show}`,
      text: `select ${caseColumns('$3')}, c.state from app.case c join app.case_text t on t.id = c.text_id
        where ${where} order by c.overdue_from nulls last, c.received_on desc, c.id limit $4 offset $5`,
      values: [unitId, viewer.division, viewer.businessDay, size, (page - 1) * size],
    }),
    countsOf(db, viewer, unitId, where),
  ])
  const { total, ...counts } = counted
  const names = await namesOf(db, { units: [...mine, ...rows.rows.map((row) => row.lead_unit_id)] })
  return {
    units: mine.map((id) => names.unit(id)),
    unit: names.unit(unitId),
    cases: await showCases(services, call, viewer, unitId, rows.rows),
    counts,
    page,
    total: Math.min(total, 1000),
    more: total > 1000,
  }
}

/** The units in which the person works today. */
function ownUnits({ actor }: Viewer): string[] {
  const posts = actor.posts.filter((post) => (unitRoles as readonly Role[]).includes(post.role))
  return [...new Set(posts.map((post) => post.unitId))]
}

function emptyInbox(page: number): Inbox {
  const counts = { toSign: 0, toSignOff: 0, returned: 0, dueSoon: 0, overdue: 0, partsOwed: 0 }
  return { units: [], unit: null, cases: [], counts, page, total: 0, more: false }
}

async function countsOf(
  db: Queryable,
  viewer: Viewer,
  unitId: string,
  where: string,
): Promise<Inbox['counts'] & { readonly total: number }> {
  const led = `c.open and c.lead_unit_id = $1`
  const inHand = `${led} and c.clock = 'handle'`
  const found = await db.query<Inbox['counts'] & { total: number }>({
    text: `select
        count(*) filter (where ${led} and c.status = 'assigned')::int as "toSign",
        count(*) filter (where ${led} and c.status = 'drafted')::int as "toSignOff",
        count(*) filter (where ${inHand} and (c.state #>> '{file,rounds,-1,returns}')::int > 0)::int as returned,
        count(*) filter (where ${inHand} and c.blue_from <= $3::date and c.overdue_from > $3::date)::int as "dueSoon",
        count(*) filter (where ${inHand} and c.overdue_from <= $3::date)::int as overdue,
        count(*) filter (where c.lead_unit_id is distinct from $1 and ${toDoSql})::int as "partsOwed",
        (select count(*)::int from (select 1 from app.case c where ${where} limit 1001) f) as total
      from app.case c where c.division = $2 and c.unit_ids @> array[$1::uuid] and c.open`,
    values: [unitId, viewer.division, viewer.businessDay],
  })
  return found.rows[0]!
}

async function showCases(
  services: CaseServices,
  call: Parameters<typeof viewerOf>[1],
  viewer: Viewer,
  unitId: string,
  rows: readonly InboxCase[],
): Promise<UnitCase[]> {
  const db = services.databases.app
  const [rules, places, names, texts] = await Promise.all([
    rulesByVersion(db, rows),
    unitPlaces(
      db,
      rows.flatMap((row) => unitsOfFile(row.state.file)),
    ),
    namesOf(db, { units: rows.map((row) => row.lead_unit_id) }),
    textsOf(
      db,
      rows.map((row) => row.state.file.rounds.at(-1)?.lastReturn?.textId),
    ),
  ])
  return rows.map((row): UnitCase => {
    const { file } = row.state
    const round = file.rounds.at(-1)
    const role = roleOf(file, unitId)
    const caseRules = rules.get(row.rule_version)!
    const supporting = round?.supporting.find((one) => one.unitId === unitId)
    const leads = role === 'lead' && row.clock === 'handle' && round?.deadline
    const dueOn = leads
      ? round.deadline!.dueOn
      : supporting && supporting.givenOn === null
        ? supporting.innerDueOn
        : null
    return {
      ...headOf(row, caseRules),
      role,
      leadUnit: row.lead_unit_id === null ? null : names.unit(row.lead_unit_id),
      dueOn,
      alert: leads ? alertLevelOn(round.deadline!, viewer.businessDay) : innerAlert(dueOn, viewer.businessDay),
      timeLeft: dueOn === null ? null : timeLeftOn(viewer.calendar, { dueOn }, viewer.businessDay),
      assignedOn: round?.assignedOn ?? null,
      returned: round?.lastReturn ? texts.wordsOf(round.lastReturn) : null,
      urgedOn: file.urges.findLast((one) => one.unitId === unitId)?.on ?? null,
      extension: round?.extensions.at(-1)?.status ?? null,
      actions: offeredOnCase(row.state, contextOf(services, call, file, caseRules, places)),
    }
  })
}

function roleOf(file: CaseFile, unitId: string): UnitCase['role'] {
  const round = file.rounds.at(-1)
  if (round?.leadUnitId === unitId) return 'lead'
  return round?.supporting.some((one) => one.unitId === unitId) ? 'supporting' : 'firstContact'
}

/** An inner day has no lamps of its own: it is in time or over. */
function innerAlert(dueOn: string | null, day: string): UnitCase['alert'] {
  if (dueOn === null) return 'none'
  return day > dueOn ? 'red' : 'normal'
}
