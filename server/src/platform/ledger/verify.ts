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
  const rows = await db.query<{ stream_id: string; version: number; type: string; body: string; hash: Buffer }>(
    `select stream_id, version, type, body, hash from ledger.entry
     where $1::uuid is null or stream_id = $1 order by stream_id, version`,
    [streamId ?? null],
  )
  let stream = ''
  let head = ''
  let version = 0
  for (const row of rows.rows) {
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
