import type { Queryable } from '../database/pools.ts'
import type { Loaded, Table } from './table.ts'

/** Loads one thing for a decision: its state, version and the hash its next entry continues. */
export async function load<State>(db: Queryable, table: Table<State>, id: string): Promise<Loaded<State> | undefined> {
  const found = await loadMany(db, table, [id])
  return found[0]
}

/** Loads several things; those that do not exist are left out, order is not kept. */
export async function loadMany<State>(
  db: Queryable,
  table: Table<State>,
  ids: readonly string[],
): Promise<Loaded<State>[]> {
  const result = await db.query({
    name: `load:${table.name}`,
    text: `select id, version, encode(head, 'hex') as head, state from ${table.name} where id = any($1::uuid[])`,
    values: [ids],
  })
  return result.rows as Loaded<State>[]
}

/** The events of one stream, oldest first, as `evolve` reads them. */
export async function eventsOf(
  db: Queryable,
  streamId: string,
): Promise<({ type: string } & Record<string, unknown>)[]> {
  const result = await db.query<{ body: string }>(
    'select body from ledger.entry where stream_id = $1 order by version',
    [streamId],
  )
  return result.rows.map((row) => {
    const body = JSON.parse(row.body) as { type: string; data: Record<string, unknown> }
    return { type: body.type, ...body.data }
  })
}
