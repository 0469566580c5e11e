import type { Decider } from '@yingshang/core/kernel/decider'
import { replay } from '@yingshang/core/kernel/decider'
import type { Queryable } from '../database/pools.ts'
import { notFound, refused } from '../http/failure.ts'
import { load } from './load.ts'
import { decideAndRecord } from './decide-and-record.ts'
import type { Occasion } from './occasion.ts'
import type { Attachment, OutboxItem } from './table.ts'
import type { Change, Loaded, Table } from './table.ts'

export type { Occasion }

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

/** One thing's decision: loads it, decides, records (see `decideAndRecord`). A thing that does not exist is a 404. */
export async function changeOne<State, Event extends { type: string }>(
  db: Queryable,
  table: Table<State>,
  decider: Pick<Decider<never, State, Event, string, never>, 'evolve'>,
  id: string,
  occasion: Occasion,
  decide: (loaded: Loaded<State>) => Promise<Decided<Event>> | Decided<Event>,
): Promise<{ version: number; result: unknown }> {
  return decideAndRecord(db, occasion, async () => {
    const loaded = await load(db, table, id)
    if (!loaded) throw notFound(table.stream)
    const { events, changes = [], result, ...more } = await decide(loaded)
    const answer = { version: loaded.version + events.length, result }
    return { ...more, changes: [changeBy(table, decider, loaded, events), ...changes], result: answer }
  })
}

/** Turns a refusal into the failure the route answers. */
export function orRefuse<Event>(
  decision: { ok: true; events: readonly Event[] } | { ok: false; refusal: { code: string } },
): readonly Event[] {
  if (decision.ok) return decision.events
  throw refused(decision.refusal)
}
