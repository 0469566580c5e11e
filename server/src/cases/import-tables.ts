import type { ImportBatch } from '@yingshang/core/cases/import-batch'
import type { ImportProfile, ImportSource } from '@yingshang/core/cases/import-columns'
import type { Queryable } from '../platform/database/pools.ts'
import type { Occasion } from '../platform/ledger/decide.ts'
import type { Attachment, Table } from '../platform/ledger/table.ts'

export const importBatchTable: Table<ImportBatch> = {
  name: 'app.import_batch',
  stream: 'importBatch',
  columns: ['division', 'source', 'digest', 'status', 'begun_on'],
  row(state) {
    if (state.kind === 'none') throw new Error('an import that never began has no row')
    const { division, source, digest } = state.facts
    return { division, source, digest, status: state.kind, begun_on: state.on }
  },
}

/** Which case came in under which number of its source. */
export interface ImportedRow {
  readonly case_id: string
  readonly batch_id: string
  readonly division: string
  readonly source: ImportSource
  readonly number: string
  readonly undone: boolean
}

export function importedRows(rows: readonly ImportedRow[]): Attachment {
  const columns = ['case_id', 'batch_id', 'division', 'source', 'number', 'undone']
  return { table: 'app.import_row', columns, rows, replaceBy: ['case_id'] }
}

/** Numbers of this source that came in before and were not undone. */
export async function knownNumbers(
  db: Queryable,
  place: { readonly division: string; readonly source: ImportSource },
  numbers: readonly string[],
): Promise<Set<string>> {
  const found = await db.query<{ number: string }>(
    `select number from app.import_row
     where division = $1 and source = $2 and number = any($3::text[]) and not undone`,
    [place.division, place.source, numbers],
  )
  return new Set(found.rows.map(({ number }) => number))
}

/** The profile with which a file of this source came in last. */
export async function lastProfile(
  db: Queryable,
  place: { readonly division: string; readonly source: ImportSource },
): Promise<ImportProfile | undefined> {
  const found = await db.query<{ profile: ImportProfile }>(
    `select state -> 'facts' -> 'profile' as profile from app.import_batch
     where division = $1 and source = $2 and status in ('running', 'done') order by id desc limit 1`,
    [place.division, place.source],
  )
  return found.rows[0]?.profile
}

/** The batch of this file that was cut off, if there is one. */
export async function cutOffBatch(
  db: Queryable,
  place: { readonly division: string; readonly source: ImportSource; readonly digest: string },
): Promise<string | undefined> {
  const found = await db.query<{ id: string }>(
    `select id from app.import_batch
     where division = $1 and source = $2 and digest = $3 and status = 'running' order by id limit 1`,
    [place.division, place.source, place.digest],
  )
  return found.rows[0]?.id
}

/** The batch this very command began, when the answer got lost and it is sent again. */
export async function batchOfCommand(db: Queryable, occasion: Occasion): Promise<string | undefined> {
  if (occasion.actor.kind !== 'person') return undefined
  const found = await db.query<{ id: string }>(
    `select b.id from ledger.command k join app.import_batch b on b.id::text = k.result::jsonb ->> 'batchId'
     where k.id = $1 and k.actor_person = $2`,
    [occasion.commandId, occasion.actor.personId],
  )
  return found.rows[0]?.id
}

/** Rows of one table become one attachment: a statement of some hundred cases stays as long as that of one. */
export function together(attachments: readonly Attachment[]): Attachment[] {
  const byTable = new Map<string, Attachment>()
  for (const one of attachments) {
    const key = `${one.table} ${one.columns.join()}`
    const before = byTable.get(key)
    byTable.set(key, before ? { ...before, rows: [...before.rows, ...one.rows] } : one)
  }
  return [...byTable.values()]
}
