/**
 * A refusal is a value: the rule that says no, by a stable code, with the facts its sentence needs.
 * The sentence itself is made in the screen from `labels.zh.ts`. Bugs are exceptions, never refusals.
 */
export interface Refusal<Code extends string = string> {
  readonly code: Code
  /** Facts for the sentence: dates as ISO strings, counts as numbers. Never personal content. */
  readonly facts?: Readonly<Record<string, string | number>>
}

export type Decision<Event, Code extends string = string> =
  | { readonly ok: true; readonly events: readonly Event[] }
  | { readonly ok: false; readonly refusal: Refusal<Code> }

export function accept<Event>(...events: Event[]): { ok: true; events: readonly Event[] } {
  return { ok: true, events }
}

export function refuse<Code extends string>(
  code: Code,
  facts?: Readonly<Record<string, string | number>>,
): { ok: false; refusal: Refusal<Code> } {
  return { ok: false, refusal: facts ? { code, facts } : { code } }
}
