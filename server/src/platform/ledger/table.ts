/**
 * How one kind of thing is kept: a table with `id, version, head, state` and columns promoted from the state for
 * queries and constraints. `row` computes those columns; they never hold anything the state does not say.
 */
export interface Table<State = any> {
  /** Qualified name, e.g. `app.assignment`. */
  readonly name: string
  /** Stream kind in the ledger, the glossary's word. */
  readonly stream: string
  /** Promoted columns, in any order; `id, version, head, state` are added. */
  readonly columns: readonly string[]
  row(state: State): Record<string, unknown>
  readonly eventVersion?: number
}

/** One thing's step from `version` (0 = new) over `events` to `state`. */
export interface Change<State = any> {
  readonly table: Table<State>
  readonly id: string
  readonly version: number
  /** Hex hash of the stream's last entry; empty for a new stream. */
  readonly head: string
  readonly state: State
  readonly events: readonly ({ readonly type: string } & object)[]
}

export interface Loaded<State> {
  readonly id: string
  readonly version: number
  readonly head: string
  readonly state: State
}

/** Rows of a plain table that follow a ledger (person details, posts, file links), inserted with the decision. */
export interface Attachment {
  readonly table: string
  readonly rows: readonly object[]
  /** Columns of `rows`, in any order. */
  readonly columns: readonly string[]
  /** When set, existing rows with this key are replaced instead of refused. */
  readonly replaceBy?: readonly string[]
}

/** One thing that must happen outside the database after the commit. */
export interface OutboxItem {
  readonly task: string
  readonly payload: object
}
