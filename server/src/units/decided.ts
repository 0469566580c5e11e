import type { Decider } from '@yingshang/core/kernel/decider'
import { refused } from '../platform/http/failure.ts'
import type { Change, Loaded, Table } from '../platform/ledger/table.ts'

/** A thing that does not exist yet, as the start of its first change. */
export function unborn<State>(id: string, initial: State): Loaded<State> {
  return { id, version: 0, head: '', state: initial }
}

/** Decides on what was loaded and turns the events into a change for `record`. Throws the refusal as a 409. */
export function decided<Command, State, Event extends { readonly type: string }, Context>(
  table: Table<State>,
  decider: Decider<Command, State, Event, string, Context>,
  loaded: Loaded<State>,
  command: Command,
  context: Context,
): Change<State> {
  const decision = decider.decide(command, loaded.state, context)
  if (!decision.ok) throw refused(decision.refusal)
  const state = decision.events.reduce((before, event) => decider.evolve(before, event), loaded.state)
  return { table, id: loaded.id, version: loaded.version, head: loaded.head, state, events: decision.events }
}

/** Several commands on one thing in one change, in order. */
export function decidedAll<Command, State, Event extends { readonly type: string }, Context>(
  table: Table<State>,
  decider: Decider<Command, State, Event, string, Context>,
  loaded: Loaded<State>,
  commands: readonly Command[],
  context: Context,
): Change<State> {
  let state = loaded.state
  const events: Event[] = []
  for (const command of commands) {
    const decision = decider.decide(command, state, context)
    if (!decision.ok) throw refused(decision.refusal)
    events.push(...decision.events)
    state = decision.events.reduce((before, event) => decider.evolve(before, event), state)
  }
  return { table, id: loaded.id, version: loaded.version, head: loaded.head, state, events }
}

/**
 * Holds a thing still while others are decided on its state: no event, but the write is undone when its version moved
 * meanwhile. Two guards on one thing do not disturb one another.
 */
export function guard<State>(table: Table<State>, loaded: Loaded<State>): Change<State> {
  return { table, ...loaded, events: [] }
}
