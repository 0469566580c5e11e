import { createHash } from 'node:crypto'
import type { QueryConfig } from 'pg'
import type { Attachment, Table } from './table.ts'

interface Batch {
  readonly table: Table
  readonly fresh: readonly object[]
  readonly moved: readonly object[]
}

/**
 * Builds the single statement of a write. Rows travel as one JSON parameter per table, so one row and a thousand rows
 * are the same prepared statement. Names come from `Table` and `Attachment` constants in our code, never from input.
 */
export function statementFor(
  batches: readonly Batch[],
  entries: readonly object[],
  outbox: readonly object[],
  command: object,
  attachments: readonly Attachment[],
  expected: number,
): QueryConfig {
  const values: unknown[] = []
  const give = (value: unknown) => `$${values.push(typeof value === 'number' ? value : JSON.stringify(value))}`
  const parts: string[] = []
  const counted: string[] = []
  for (const batch of batches) {
    const columns = ['id', 'version', 'head', 'state', ...batch.table.columns]
    if (batch.fresh.length > 0) {
      const name = `fresh${parts.length}`
      parts.push(
        `${name} as (insert into ${batch.table.name} (${columns.join(', ')})
           select ${columns.join(', ')} from jsonb_populate_recordset(null::${batch.table.name}, ${give(batch.fresh)}::jsonb) returning 1)`,
      )
      counted.push(name)
    }
    if (batch.moved.length > 0) {
      const name = `moved${parts.length}`
      const rows = give(batch.moved)
      const set = columns.filter((column) => column !== 'id').map((column) => `${column} = n.${column}`)
      parts.push(
        `${name} as (update ${batch.table.name} t set ${set.join(', ')}
           from (select (jsonb_populate_record(null::${batch.table.name}, r)).*, (r->>'version_before')::int as version_before
                 from jsonb_array_elements(${rows}::jsonb) r) n
           where t.id = n.id and t.version = n.version_before returning 1)`,
      )
      counted.push(name)
    }
  }
  parts.push(
    `entries as (insert into ledger.entry select * from jsonb_populate_recordset(null::ledger.entry, ${give(entries)}::jsonb))`,
  )
  parts.push(
    `command as (insert into ledger.command select * from jsonb_populate_record(null::ledger.command, ${give(command)}::jsonb))`,
  )
  if (outbox.length > 0) {
    parts.push(
      `outbox as (insert into ledger.outbox select * from jsonb_populate_recordset(null::ledger.outbox, ${give(outbox)}::jsonb))`,
    )
  }
  attachments.forEach((attachment, index) => {
    if (attachment.rows.length === 0) return
    const columns = attachment.columns.join(', ')
    const rows = `jsonb_populate_recordset(null::${attachment.table}, ${give(attachment.rows)}::jsonb)`
    parts.push(
      `attachment${index} as (insert into ${attachment.table} (${columns}) select ${columns} from ${rows}${onConflict(attachment)})`,
    )
  })
  const seen = counted.length === 0 ? '0' : counted.map((name) => `(select count(*) from ${name})`).join(' + ')
  const text = `with ${parts.join(',\n')}\nselect ledger.require_changed(${seen}, ${give(expected)}::bigint)`
  return { name: nameOf(text), text, values }
}

function onConflict(attachment: Attachment): string {
  if (!attachment.replaceBy) return ''
  const set = attachment.columns
    .filter((column) => !attachment.replaceBy!.includes(column))
    .map((column) => `${column} = excluded.${column}`)
  return ` on conflict (${attachment.replaceBy.join(', ')}) do update set ${set.join(', ')}`
}

const names = new Map<string, string>()

/** PostgreSQL cuts statement names at 63 bytes, so a statement is named by a digest of its text. */
function nameOf(text: string): string {
  let name = names.get(text)
  if (name === undefined)
    names.set(text, (name = `record:${createHash('sha256').update(text).digest('hex').slice(0, 32)}`))
  return name
}
