import type { Actor } from '@yingshang/core/kernel/actor'
import type { Decider } from '@yingshang/core/kernel/decider'
import { replay } from '@yingshang/core/kernel/decider'
import type { Queryable } from '../database/pools.ts'
import { Failure, notFound, refused } from '../http/failure.ts'
import { load } from './load.ts'
import { record, type Attachment, type OutboxItem } from './record.ts'
import type { Change, Loaded, Table } from './table.ts'

export interface Occasion {
  readonly actor: Actor
  readonly businessDay: string
  readonly now: number
  readonly commandId: string
}

interface Decided<Event> {
  readonly events: readonly Event[]
  readonly outbox?: readonly OutboxItem[]
  readonly attachments?: readonly Attachment[]
  /** Changes of other things that belong to the same decision. */
  readonly changes?: readonly Change[]
  readonly result?: unknown
}

/** The change of one thing by its events: next state by the decider's own `evolve`. */
export function changeBy<State, Event extends { type: string }>(
  table: Table<State>,
  decider: Pick<Decider<never, State, Event, string, never>, 'evolve'>,
  from: Loaded<State>,
  events: readonly Event[],
): Change<State> {
  const state = replay({ initial: from.state, evolve: decider.evolve }, events)
  return { table, id: from.id, version: from.version, head: from.head, state, events }
}

export function newChange<State, Event extends { type: string }>(
  table: Table<State>,
  decider: Pick<Decider<never, State, Event, string, never>, 'evolve' | 'initial'>,
  id: string,
  events: readonly Event[],
): Change<State> {
  return changeBy(table, decider, { id, version: 0, head: '', state: decider.initial }, events)
}

/**
 * Load, decide, record; again when somebody else was faster, at most five times. `decide` gets the fresh state and
 * answers what to write, or throws a `Failure`. Returns the stored result when the command was seen before.
 */
export async function changeOne<State, Event extends { type: string }>(
  db: Queryable,
  table: Table<State>,
  decider: Pick<Decider<never, State, Event, string, never>, 'evolve'>,
  id: string,
  occasion: Occasion,
  decide: (loaded: Loaded<State>) => Promise<Decided<Event>> | Decided<Event>,
): Promise<{ version: number; result: unknown }> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const loaded = await load(db, table, id)
    if (!loaded) throw notFound(table.stream)
    const decided = await decide(loaded)
    const changes = [changeBy(table, decider, loaded, decided.events), ...(decided.changes ?? [])]
    const answer = await record(db, { ...occasion, ...decided, changes })
    if (answer.kind === 'repeated') return { version: loaded.version, result: answer.result }
    if (answer.kind === 'done') return { version: loaded.version + decided.events.length, result: decided.result }
  }
  throw new Failure(409, { code: 'write.busy' })
}

/** Turns a refusal into the failure the route answers. */
export function orRefuse<Event>(
  decision: { ok: true; events: readonly Event[] } | { ok: false; refusal: { code: string } },
): readonly Event[] {
  if (decision.ok) return decision.events
  throw refused(decision.refusal)
}
