import type { z } from 'zod'
import { readsAllCases, receiptJob } from '@yingshang/core/cases/policy'
import type { caseHistory, caseTimeLineEntry } from '@yingshang/core/cases/contract'
import { holds, officeRoles, signingRoles, type Actor, type Role } from '@yingshang/core/kernel/actor'
import { unitRoles } from '@yingshang/core/kernel/own-unit'
import type { Services } from '../platform/capability.ts'
import { circumstancesOf } from './circumstances.ts'
import { caseHistoryFacts, officeOnlyEvents } from './history-facts.ts'
import { namesOf, type Names } from './names.ts'
import { textsOf } from './texts.ts'
import type { viewerOf } from './viewer.ts'

type Entry = z.infer<typeof caseTimeLineEntry>

interface Row {
  id: string
  version: number
  type: string
  body: string
  mark: string
  at: string
  business_day: string
}

interface Body {
  readonly actor: Actor
  readonly data: Record<string, unknown>
}

/** The inner affairs of a unit before it signs: that it happened is for everybody, the words are its own. */
const ofDrafts = ['drafted', 'draftSentBack']

/**
 * The time line of a case out of the ledger, newest first. A unit does not see what the office and the submitter have between
 * themselves. `before` is the id of the last entry seen.
 */
export async function caseHistoryOf(
  services: Pick<Services, 'databases' | 'calendars' | 'installation'>,
  call: Parameters<typeof viewerOf>[1],
  caseId: string,
  query: { readonly before?: string | undefined; readonly size: number },
): Promise<z.infer<typeof caseHistory.reply>> {
  const db = services.databases.app
  const { state } = await circumstancesOf(services, call, caseId)
  const seenAs = readsAllCases(call.actor) ? 'office' : 'unit'
  const leads = state.file.rounds.at(-1)?.leadUnitId
  const found = await db.query<Row>({
    name: 'cases:history',
    text: `select e.id, e.version, e.type, e.body, left(encode(e.hash, 'hex'), 14) as mark, e.business_day,
        to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
      from ledger.entry e
      where e.stream_id = $1 and e.type <> all($2::text[])
        and ($3::uuid is null or e.version < (select b.version from ledger.entry b where b.id = $3 and b.stream_id = $1))
      order by e.version desc limit $4`,
    values: [caseId, seenAs === 'unit' ? officeOnlyEvents : [], query.before ?? null, query.size + 1],
  })
  const rows = found.rows.slice(0, query.size).map((row) => ({ row, body: JSON.parse(row.body) as Body }))
  const ownDraft = leads != null && holds(call.actor, unitRoles, leads)
  const facts = rows.map(({ row, body }) => {
    const known = caseHistoryFacts(row.type, body.data, seenAs)
    return ofDrafts.includes(row.type) && !ownDraft ? { ...known, texts: {}, files: [] } : known
  })
  const actors = rows.flatMap(({ body }) => (body.actor.kind === 'person' ? [body.actor] : []))
  const [names, texts] = await Promise.all([
    namesOf(db, {
      units: [
        ...facts.flatMap((one) => Object.values(one.units)),
        ...actors.flatMap((actor) => [actor.homeUnitId, ...actor.posts.map((post) => post.unitId)]),
      ],
      persons: actors.flatMap((actor) => [actor.personId, ...actor.posts.map((post) => post.onBehalfOf)]),
      files: facts.flatMap((one) => [...one.files]),
    }),
    textsOf(
      db,
      facts.flatMap((one) => Object.values(one.texts).map((kept) => kept.textId)),
    ),
  ])
  const entries = rows.map(({ row, body }, at): Entry => {
    const { values, units, texts: words, files } = facts[at]!
    return {
      id: row.id,
      at: row.at,
      businessDay: row.business_day,
      who: whoDid(body.actor, row.type, names),
      what: row.type,
      round: state.file.rounds.length > 0 ? roundAt(state.file.rounds, row.business_day) : null,
      facts: {
        ...values,
        ...Object.fromEntries(Object.entries(units).map(([name, id]) => [name, names.unit(id).name])),
        ...Object.fromEntries(Object.entries(words).map(([name, kept]) => [name, texts.wordsOf(kept)])),
      },
      files: names.files(files),
      // The first byte of a hash names the algorithm; the mark shows the digest.
      mark: row.mark.slice(2),
    }
  })
  return { entries, next: found.rows.length > query.size ? entries.at(-1)!.id : null }
}

/** The round that was open on a day; on the day a round begins it is the new one. Null before the first. */
function roundAt(rounds: readonly { readonly no: number; readonly openedOn: string }[], day: string): number | null {
  return rounds.findLast((round) => round.openedOn <= day)?.no ?? null
}

/** What leaves a unit is signed by its head or deputy, or by who acts for them. */
const signed: readonly string[] = ['resultReported', 'draftSentBack', 'declined', 'extensionAsked']

function whoDid(actor: Actor, type: string, names: Names): Entry['who'] {
  if (actor.kind === 'system')
    return actor.job === receiptJob ? { kind: 'submitter' } : { kind: 'system', job: actor.job }
  const office: readonly Role[] = officeRoles
  const signing: readonly Role[] = signingRoles
  const post =
    (signed.includes(type) ? actor.posts.find((one) => signing.includes(one.role)) : undefined) ??
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
