import type { Queryable } from '../database/pools.ts'
import { hashOf, type EntryBody } from './hash.ts'

export interface ChainFault {
  readonly streamId: string
  readonly version: number
  readonly fault: 'hash' | 'previous' | 'gap' | 'columns'
}

/**
 * Recomputes every hash of one stream (or all of them) and checks that each entry continues the one before. An empty
 * answer means the chain is whole.
 */
export async function verifyChain(db: Queryable, streamId?: string): Promise<ChainFault[]> {
  const faults: ChainFault[] = []
  let stream = streamId ?? ''
  let head = ''
  let version = 0
  for await (const row of entriesInOrder(db, streamId)) {
    if (row.stream_id !== stream) [stream, head, version] = [row.stream_id, '', 0]
    const fault = (kind: ChainFault['fault']) => faults.push({ streamId: stream, version: row.version, fault: kind })
    const body = JSON.parse(row.body) as EntryBody
    if (row.version !== version + 1) fault('gap')
    if (body.previous !== head) fault('previous')
    if (!hashOf(row.body).equals(row.hash)) fault('hash')
    if (body.stream !== row.stream_id || body.version !== row.version || body.type !== row.type) fault('columns')
    head = row.hash.toString('hex')
    version = row.version
  }
  return faults
}

interface StoredEntry {
  readonly stream_id: string
  readonly version: number
  readonly type: string
  readonly body: string
  readonly hash: Buffer
}

/** Page by page, so that a ledger of any size is checked in little memory. */
async function* entriesInOrder(db: Queryable, streamId: string | undefined): AsyncGenerator<StoredEntry> {
  const size = 2000
  let after = { stream_id: '00000000-0000-0000-0000-000000000000', version: 0 }
  for (;;) {
    const page = await db.query<StoredEntry>(
      `select stream_id, version, type, body, hash from ledger.entry
       where (stream_id, version) > ($1, $2) and ($3::uuid is null or stream_id = $3) order by stream_id, version limit ${size}`,
      [after.stream_id, after.version, streamId ?? null],
    )
    yield* page.rows
    if (page.rows.length < size) return
    after = page.rows.at(-1)!
  }
}
