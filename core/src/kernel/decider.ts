import type { Decision } from './refusal.ts'

/**
 * A thing with a life. `decide` is the only place that says yes or no; `evolve` is the only place that makes the next
 * state. Both are pure: day, instant, ids, chance and calendar come in through the command or the context.
 */
export interface Decider<Command, State, Event, Code extends string, Context> {
  readonly initial: State
  decide(command: Command, state: State, context: Context): Decision<Event, Code>
  evolve(state: State, event: Event): State
}

/** The state after all events: what the stored row must equal. */
export function replay<State, Event>(
  decider: { readonly initial: State; evolve(state: State, event: Event): State },
  events: readonly Event[],
): State {
  return events.reduce((state, event) => decider.evolve(state, event), decider.initial)
}
