import type { QueryConfig } from 'pg'
import { named } from '../database/named.ts'
import { Parameters } from './parameters.ts'
import type { Attachment, Table } from './table.ts'

interface Batch {
  readonly table: Table
  readonly fresh: readonly Row[]
  readonly moved: readonly Row[]
}

export type Row = Readonly<Record<string, unknown>>

const entryColumns = [
  'id',
  'stream_kind',
  'stream_id',
  'version',
  'type',
  'body',
  'hash',
  'actor_person',
  'actor_unit',
  'business_day',
  'recorded_at',
  'command_id',
]
const commandColumns = ['id', 'actor_person', 'result', 'recorded_at']
const outboxColumns = ['id', 'task', 'payload', 'created_at']

/**
 * Builds the single statement of a write. Names come from `Table` and `Attachment` constants in our code, never from
 * input. Few rows travel as typed parameters (the hot path: a third less work for the database), many as one JSON
 * parameter per table; both are the same statement shape.
 */
export function statementFor(
  batches: readonly Batch[],
  entries: readonly Row[],
  outbox: readonly Row[],
  command: Row,
  attachments: readonly Attachment[],
  expected: number,
): QueryConfig {
  const parameters = new Parameters()
  const parts: string[] = []
  const counted: string[] = []
  const add = (name: string, sql: string) => parts.push(`${name} as (${sql})`)
  for (const { table, fresh, moved } of batches) {
    const columns = ['id', 'version', 'head', 'state', ...table.columns]
    if (fresh.length > 0) {
      const name = `fresh${parts.length}`
      add(name, `${insertion(table.name, columns, fresh, parameters)} returning 1`)
      counted.push(name)
    }
    if (moved.length > 0) {
      const name = `moved${parts.length}`
      add(name, `${movement(table.name, columns, moved, parameters)} returning 1`)
      counted.push(name)
    }
  }
  if (entries.length > 0) add('entries', insertion('ledger.entry', entryColumns, entries, parameters))
  add('command', insertion('ledger.command', commandColumns, [command], parameters))
  if (outbox.length > 0) add('outbox', insertion('ledger.outbox', outboxColumns, outbox, parameters))
  attachments.forEach((attachment, index) => {
    if (attachment.rows.length === 0) return
    const rows = attached(attachment, parameters)
    add(
      `attachment${index}`,
      `insert into ${attachment.table} (${attachment.columns.join(', ')}) ${rows}${onConflict(attachment)}`,
    )
  })
  const seen = counted.length === 0 ? '0' : counted.map((name) => `(select count(*) from ${name})`).join(' + ')
  const text = `with ${parts.join(',\n')}\nselect ledger.require_changed(${seen}, ${parameters.give(expected)}::bigint)`
  return named('record', text, parameters.values)
}

const few = 4

/** A few plain rows as typed parameters (a third less work for the database than JSON); lists and objects need the columns' types. */
function attached({ table, columns, rows }: Attachment, parameters: Parameters): string {
  const values = rows as readonly Row[]
  const isPlain = values.every((row) => columns.every((column) => typeof row[column] !== 'object' || row[column] === null))
  return rows.length <= few && isPlain ? parameters.lists(columns, values) : parameters.rows(table, columns, rows)
}

function insertion(table: string, columns: readonly string[], rows: readonly Row[], parameters: Parameters): string {
  const source = rows.length <= few ? parameters.lists(columns, rows) : parameters.rows(table, columns, rows)
  return `insert into ${table} (${columns.join(', ')}) ${source}`
}

/** An update that finds its row only at the version the decision was made on. */
function movement(table: string, columns: readonly string[], rows: readonly Row[], parameters: Parameters): string {
  const set = columns.filter((column) => column !== 'id')
  if (rows.length === 1) {
    const row = rows[0]!
    const given = set.map((column) => `${column} = ${parameters.give(row[column])}`)
    return `update ${table} t set ${given.join(', ')} where t.id = ${parameters.give(row['id'])} and t.version = ${parameters.give(row['version_before'])}`
  }
  return `update ${table} t set ${set.map((column) => `${column} = n.${column}`).join(', ')}
    from jsonb_array_elements(${parameters.json(rows)}::jsonb) r, lateral jsonb_populate_record(null::${table}, r) n
    where t.id = n.id and t.version = (r->>'version_before')::int`
}

function onConflict(attachment: Attachment): string {
  if (!attachment.replaceBy) return ''
  const set = attachment.columns
    .filter((column) => !attachment.replaceBy!.includes(column))
    .map((column) => `${column} = excluded.${column}`)
  return ` on conflict (${attachment.replaceBy.join(', ')}) do update set ${set.join(', ')}`
}
