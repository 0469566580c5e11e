import { randomBytes } from 'node:crypto'
import type { Actor } from '@yingshang/core/kernel/actor'
import { uuidv7 } from '@yingshang/core/kernel/ids'
import type { Queryable } from '../database/pools.ts'
import { seal } from './hash.ts'
import { statementFor, type Row } from './statement.ts'
import type { Attachment, Change, OutboxItem, Table } from './table.ts'

export type { Attachment, OutboxItem }

export interface Write {
  /** Client-made id: the same command never acts twice. */
  readonly commandId: string
  readonly actor: Actor
  readonly businessDay: string
  /** System clock, epoch milliseconds. */
  readonly now: number
  readonly changes: readonly Change[]
  readonly outbox?: readonly OutboxItem[]
  /** What a repetition of this command is answered. */
  readonly result?: unknown
  /** Further rows that belong to the decision, written in the same statement; see `Attachment`. */
  readonly attachments?: readonly Attachment[]
}

export type Recorded =
  | { readonly kind: 'done' }
  | { readonly kind: 'repeated'; readonly result: unknown }
  | { readonly kind: 'moved' }

/**
 * The one way to write: state rows, ledger entries, outbox rows and the command id in ONE statement. Answers
 * `moved` when a row is no longer at the version the decision was made on (load again and decide again), `repeated`
 * with the stored result when the command id was seen before. Anything else that goes wrong throws and writes nothing.
 */
export async function record(db: Queryable, write: Write): Promise<Recorded> {
  const at = new Date(write.now).toISOString()
  const entries: Row[] = []
  const batches = new Map<string, { table: Table; fresh: Row[]; moved: Row[] }>()
  for (const change of write.changes) {
    const { rows, head } = entriesOf(change, write, at)
    entries.push(...rows)
    const row = {
      ...change.table.row(change.state),
      id: change.id,
      version: change.version + change.events.length,
      head,
      state: change.state,
    }
    let batch = batches.get(change.table.name)
    if (!batch) batches.set(change.table.name, (batch = { table: change.table, fresh: [], moved: [] }))
    if (change.version === 0) batch.fresh.push(row)
    else batch.moved.push({ ...row, version_before: change.version })
  }
  const outbox = (write.outbox ?? []).map((item) => ({
    id: newId(write.now),
    task: item.task,
    payload: item.payload,
    created_at: at,
  }))
  const actorPerson = write.actor.kind === 'person' ? write.actor.personId : null
  const command = {
    id: write.commandId,
    actor_person: actorPerson,
    result: JSON.stringify(write.result ?? null),
    recorded_at: at,
  }
  const statement = statementFor(
    [...batches.values()],
    entries,
    outbox,
    command,
    write.attachments ?? [],
    write.changes.length,
  )
  try {
    await db.query(statement)
    return { kind: 'done' }
  } catch (error) {
    return explain(db, write, actorPerson, error as { code?: string; constraint?: string })
  }
}

function entriesOf(change: Change, write: Write, at: string): { rows: Row[]; head: string } {
  let head = change.head
  const rows = change.events.map((event, index) => {
    const { type, ...data } = event
    const version = change.version + index + 1
    const sealed = seal({
      stream: change.id,
      kind: change.table.stream,
      version,
      type,
      v: change.table.eventVersion ?? 1,
      data,
      actor: write.actor,
      businessDay: write.businessDay,
      recordedAt: at,
      command: write.commandId,
      previous: head,
    })
    head = sealed.hash.toString('hex')
    return {
      id: newId(write.now),
      stream_kind: change.table.stream,
      stream_id: change.id,
      version,
      type,
      body: sealed.body,
      hash: `\\x${head}`,
      business_day: write.businessDay,
      recorded_at: at,
      command_id: write.commandId,
      actor_person: write.actor.kind === 'person' ? write.actor.personId : null,
      actor_unit: write.actor.kind === 'person' ? write.actor.homeUnitId : null,
    }
  })
  return { rows, head: `\\x${head}` }
}

async function explain(
  db: Queryable,
  write: Write,
  person: string | null,
  error: { code?: string; constraint?: string },
): Promise<Recorded> {
  // A repetition may run into the unique key of a row it carries (a receipt) before it runs into the command's own.
  if (error.code === '23505') {
    const seen = await db.query('select actor_person, result from ledger.command where id = $1', [write.commandId])
    const row = seen.rows[0] as { actor_person: string | null; result: string } | undefined
    if (row && row.actor_person !== person) throw new Error('a command id was used by another person')
    if (row) return { kind: 'repeated', result: JSON.parse(row.result) }
  }
  if (error.code === 'YS409') return { kind: 'moved' }
  if (error.code === '23505' && error.constraint === 'entry_stream_id_version_key') return { kind: 'moved' }
  throw error
}

let pool = Buffer.alloc(0)
let used = 0

/** A new id. Random bytes are drawn by the kilobyte: one system call per id would be a tenth of a write. */
export function newId(now: number): string {
  if (used + 10 > pool.length) [pool, used] = [randomBytes(4000), 0]
  used += 10
  return uuidv7(now, pool.subarray(used - 10, used))
}
