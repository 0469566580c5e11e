import { createHmac, randomBytes } from 'node:crypto'
import { canonical } from '@yingshang/core/kernel/canonical'
import { personDecider, type PersonCommand, type PersonContext } from '@yingshang/core/units/person'
import type { PersonEvent, PersonState } from '@yingshang/core/units/person-state'
import type { Queryable } from '../platform/database/pools.ts'
import { notFound, refused } from '../platform/http/failure.ts'
import { loadMany } from '../platform/ledger/load.ts'
import type { Attachment } from '../platform/ledger/record.ts'
import type { Change, Loaded } from '../platform/ledger/table.ts'
import { unborn } from './decided.ts'
import { personTable } from './tables.ts'

interface Draft {
  readonly loaded: Loaded<PersonState>
  state: PersonState
  readonly events: PersonEvent[]
}

export interface PersonDetails {
  readonly name: string
  readonly mobile: string | null
  readonly officePhone: string | null
  readonly email: string | null
}

/**
 * Decisions on several people that are written together: each person is loaded once and decided on in order, and a
 * delegation that is withdrawn from its giver ends the receiver's post in the same write.
 */
export interface PeopleDraft {
  /** Loads many at once, so that a long draft does not ask for each. */
  preload(personIds: readonly string[]): Promise<void>
  state(personId: string): Promise<PersonState>
  /** Throws the refusal as a 409. */
  apply(personId: string, command: PersonCommand, context?: PersonContext): Promise<void>
  /** Details of a person who is registered or corrected in this draft; answers their commitment. */
  details(personId: string, details: PersonDetails): string
  changes(): Change[]
  attachments(): Attachment[]
}

export function draftPeople(db: Queryable): PeopleDraft {
  const drafts = new Map<string, Draft>()
  const detailRows: object[] = []

  async function draftOf(personId: string, mayBeNew = false): Promise<Draft> {
    const known = drafts.get(personId)
    if (known) return known
    const [loaded] = await loadMany(db, personTable, [personId])
    if (!loaded && !mayBeNew) throw notFound('person')
    const from = loaded ?? unborn<PersonState>(personId, personDecider.initial)
    const draft: Draft = { loaded: from, state: from.state, events: [] }
    drafts.set(personId, draft)
    return draft
  }

  async function apply(personId: string, command: PersonCommand, context: PersonContext = {}): Promise<void> {
    const draft = await draftOf(personId, command.type === 'register')
    const decision = personDecider.decide(command, draft.state, context)
    if (!decision.ok) throw refused(decision.refusal)
    for (const event of decision.events) {
      draft.state = personDecider.evolve(draft.state, event)
      draft.events.push(event)
      if (event.type === 'delegationWithdrawn') await endReceived(event.to, event.delegationId, event.lastDay)
    }
  }

  async function endReceived(personId: string, postId: string, lastDay: string): Promise<void> {
    const draft = await draftOf(personId)
    const decision = personDecider.decide({ type: 'endPost', postId, lastDay }, draft.state, {})
    // The receiver has left or ended it already: nothing to end.
    if (!decision.ok) return
    for (const event of decision.events) {
      draft.state = personDecider.evolve(draft.state, event)
      draft.events.push(event)
    }
  }

  return {
    async preload(personIds) {
      const missing = personIds.filter((id) => !drafts.has(id))
      for (const loaded of await loadMany(db, personTable, missing))
        drafts.set(loaded.id, { loaded, state: loaded.state, events: [] })
    },
    state: async (personId) => (await draftOf(personId)).state,
    apply,
    details(personId, details) {
      const salt = randomBytes(32)
      detailRows.push({
        person_id: personId,
        name: details.name,
        mobile: details.mobile,
        office_phone: details.officePhone,
        email: details.email,
        salt: `\\x${salt.toString('hex')}`,
      })
      return commitmentOf(salt, details)
    },
    changes: () =>
      [...drafts.values()]
        .filter((draft) => draft.events.length > 0)
        .map((draft) => ({ table: personTable, ...draft.loaded, state: draft.state, events: draft.events })),
    attachments: () => [
      {
        table: 'app.person_details',
        rows: detailRows,
        columns: ['person_id', 'name', 'mobile', 'office_phone', 'email', 'salt'],
        replaceBy: ['person_id'],
      },
      postRows([...drafts].filter(([, draft]) => draft.events.length > 0).map(([id, draft]) => [id, draft.state])),
    ],
  }
}

/** The commitment the ledger holds: HMAC-SHA-256 of the details under the salt of the erasable row. */
export function commitmentOf(salt: Buffer, details: PersonDetails): string {
  const { name, mobile, officePhone, email } = details
  return createHmac('sha256', salt).update(canonical({ name, mobile, officePhone, email })).digest('hex')
}

/** The rows of app.post that follow these people's ledgers. */
function postRows(people: readonly (readonly [string, PersonState])[]): Attachment {
  const rows = people.flatMap(([personId, state]) =>
    state.status === 'none'
      ? []
      : state.posts.map((post) => ({
          id: post.id,
          person_id: personId,
          unit_id: post.unitId,
          role: post.role,
          kind: post.kind,
          from_day: post.fromDay,
          until_day: post.untilDay,
          on_behalf_of: post.onBehalfOf ?? null,
          task_force_id: post.taskForceId ?? null,
          cancelled: post.cancelled,
        })),
  )
  const columns = [
    'id',
    'person_id',
    'unit_id',
    'role',
    'kind',
    'from_day',
    'until_day',
    'on_behalf_of',
    'task_force_id',
    'cancelled',
  ]
  return { table: 'app.post', rows, columns, replaceBy: ['id'] }
}
