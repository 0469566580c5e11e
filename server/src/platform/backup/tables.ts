import type pg from 'pg'

export interface StoredTable {
  /** `schema.table`, plain names. */
  readonly name: string
  readonly columns: readonly string[]
}

/** Sign-ins that are open at this moment, and counters of wrong tries: after a restore everybody signs in anew. */
const leftOut = ['access.session', 'access.sign_in_link', 'access.failure']

/** Every table of the product with its columns; a table stands after those it refers to. */
export async function storedTables(client: pg.Client): Promise<StoredTable[]> {
  const found = await client.query<{ name: string; columns: string[]; refers: string[] }>(
    `select n.nspname || '.' || c.relname as name,
       (select json_agg(a.attname order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       (select coalesce(json_agg(distinct fn.nspname || '.' || fc.relname), '[]') from pg_constraint k
        join pg_class fc on fc.oid = k.confrelid join pg_namespace fn on fn.oid = fc.relnamespace
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as refers
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('app', 'ledger', 'vault', 'access') order by 1`,
  )
  const waiting = found.rows.filter((table) => !leftOut.includes(table.name))
  const ordered: StoredTable[] = []
  while (waiting.length > 0) {
    const next = waiting.findIndex((table) =>
      table.refers.every((other) => leftOut.includes(other) || ordered.some((done) => done.name === other)),
    )
    if (next < 0) throw new Error(`tables refer to each other in a circle: ${waiting.map((one) => one.name).join(', ')}`)
    const [table] = waiting.splice(next, 1)
    ordered.push({ name: table!.name, columns: table!.columns })
  }
  return ordered
}

/** `copy` of a table. The outbox takes along what already waits in the job queue, whose tables are the library's own. */
export function copyOutSql({ name, columns }: StoredTable, queueExists: boolean): string {
  const list = quoted(columns)
  if (name !== 'ledger.outbox' || !queueExists) return `copy ${quotedTable(name)} (${list}) to stdout`
  return `copy (select ${list} from ledger.outbox union all
      select ${columns.map((column) => queued[column] ?? 'null').join(', ')}
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where j.attempts < j.max_attempts) to stdout`
}

const queued: Readonly<Record<string, string>> = {
  id: 'gen_random_uuid()',
  task: 't.identifier',
  payload: 'j.payload::jsonb',
  created_at: 'j.created_at',
}

export function copyInSql({ name, columns }: StoredTable): string {
  return `copy ${quotedTable(name)} (${quoted(columns)}) from stdin`
}

export function quotedTable(name: string): string {
  return quoted(name.split('.'), '.')
}

function quoted(names: readonly string[], between = ', '): string {
  return names.map((name) => `"${name.replaceAll('"', '""')}"`).join(between)
}
