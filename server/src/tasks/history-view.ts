import type { z } from 'zod'
import type { Actor, Role } from '@yingshang/core/kernel/actor'
import { officeRoles, signingRoles } from '@yingshang/core/kernel/actor'
import type { taskHistory, timeLineEntry } from '@yingshang/core/tasks/contract'
import type { Queryable } from '../platform/database/pools.ts'
import { historyFacts } from './history-facts.ts'
import { namesOf, type Names } from './names.ts'
import { seesDrafts } from './shown-parts.ts'

type Entry = z.infer<typeof timeLineEntry>

interface Row {
  id: string
  stream_kind: Entry['about']
  type: string
  body: string
  mark: string
  at: string
  business_day: string
  unit_id: string | null
  unit_path: string | null
}

interface Body {
  readonly actor: Actor
  readonly data: Record<string, unknown>
}

/** Events that only keep the books: they say nothing that another entry of the same command does not say. */
const silent = ['partSettled', 'changeSettled', 'changeAsked']

/** What a unit says to itself before it signs: that it happened is for everybody, the words are not. */
const ofDrafts = ['drafted', 'draftSentBack']

/** Among entries of one instant: the task's beginning is the oldest, its end the newest. */
const rank = `case when e.type in ('taskConcluded', 'taskTurnedRoutine', 'taskWithdrawn') then 2
  when e.type in ('taskPublished', 'periodOpened') then 0 else 1 end`

/**
 * The time line of a task: the ledger entries of the task, its parts and their requests, newest first. `before` is the id
 * of the last entry seen.
 */
export async function historyOf(
  db: Queryable,
  viewer: Actor,
  taskId: string,
  query: { readonly before?: string; readonly size: number },
): Promise<z.infer<typeof taskHistory.reply>> {
  const found = await db.query<Row>({
    name: 'tasks:history',
    text: `with streams as (
        select $1::uuid as id, null::uuid as unit_id
        union all select a.id, a.unit_id from app.assignment a where a.task_id = $1
        union all select q.id, q.unit_id from app.change_request q where q.task_id = $1)
      select e.id, e.stream_kind, e.type, e.body, left(encode(e.hash, 'hex'), 14) as mark, e.business_day,
        to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, s.unit_id, u.path as unit_path
      from streams s left join app.unit u on u.id = s.unit_id join ledger.entry e on e.stream_id = s.id
      where e.type <> all($2::text[]) and ($3::uuid is null or (e.recorded_at, ${rank}, e.version, e.id) <
        (select e.recorded_at, ${rank}, e.version, e.id from ledger.entry e where e.id = $3))
      order by e.recorded_at desc, ${rank} desc, e.version desc, e.id desc limit $4`,
    values: [taskId, silent, query.before ?? null, query.size + 1],
  })
  const rows = found.rows.slice(0, query.size).map((row) => ({ row, body: JSON.parse(row.body) as Body }))
  const facts = rows.map(({ row, body }) => {
    const hidden = ofDrafts.includes(row.type) && !seesDrafts(viewer, row.unit_path ?? '')
    return historyFacts(row.type, hidden ? {} : body.data)
  })
  const names = await namesOf(db, {
    units: rows.flatMap(({ row, body }, at) => [
      ...(row.unit_id ? [row.unit_id] : []),
      ...facts[at]!.units,
      ...(body.actor.kind === 'person' ? [body.actor.homeUnitId, ...body.actor.posts.map((post) => post.unitId)] : []),
    ]),
    persons: rows.flatMap(({ body }) =>
      body.actor.kind === 'person'
        ? [body.actor.personId, ...body.actor.posts.flatMap((post) => post.onBehalfOf ?? [])]
        : [],
    ),
    files: facts.flatMap((one) => one.files),
  })
  const entries = rows.map(({ row, body }, at): Entry => {
    const { values, files, unitFacts } = facts[at]!
    const named = Object.fromEntries(Object.entries(unitFacts).map(([name, id]) => [name, names.unit(id).name]))
    return {
      id: row.id,
      at: row.at,
      businessDay: row.business_day,
      about: row.stream_kind,
      unit: row.unit_id ? names.unit(row.unit_id) : null,
      who: whoDid(body.actor, row, names),
      what: row.type,
      facts: { ...values, ...named },
      files: names.files(files),
      // The first byte of a hash names the algorithm; the mark shows the digest.
      mark: row.mark.slice(2),
    }
  })
  return { entries, next: found.rows.length > query.size ? entries.at(-1)!.id : null }
}

/** What leaves a unit is signed by its head or deputy, or by who acts for them. */
const signed: readonly string[] = ['handedIn', 'draftSentBack', 'changeAsked', 'changeRequested']

/**
 * Who did it, in which capacity: by a post in the part's unit (the signing one where a signature was needed), else as
 * the office, else by the first post held.
 */
function whoDid(actor: Actor, about: { type: string; unit_id: string | null }, names: Names): Entry['who'] {
  if (actor.kind === 'system') return { kind: 'system', job: actor.job }
  const office: readonly Role[] = officeRoles
  const signing: readonly Role[] = signingRoles
  const here = actor.posts.filter((one) => one.unitId === about.unit_id)
  const post =
    (signed.includes(about.type) ? here.find((one) => signing.includes(one.role)) : undefined) ??
    here[0] ??
    actor.posts.find((one) => office.includes(one.role)) ??
    actor.posts[0]
  return {
    kind: 'person',
    person: names.person(actor.personId) ?? { id: actor.personId, name: '' },
    unit: names.unit(post?.unitId ?? actor.homeUnitId),
    role: post?.role ?? null,
    onBehalfOf: post?.onBehalfOf ? names.person(post.onBehalfOf) : null,
  }
}
