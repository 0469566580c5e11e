import { hash } from 'node:crypto'
import { canonical } from '@yingshang/core/kernel/canonical'

/** First byte of every ledger hash: the algorithm. 2 is kept for SM3. */
export const sha256Mark = 1

export interface EntryBody {
  readonly stream: string
  readonly kind: string
  readonly version: number
  readonly type: string
  /** Version of the event's shape; old shapes are never rewritten, `evolve` reads them. */
  readonly v: number
  readonly data: unknown
  readonly actor: unknown
  readonly businessDay: string
  readonly recordedAt: string
  readonly command: string
  /** Hex hash of the stream's previous entry, empty for the first. */
  readonly previous: string
}

/** The exact bytes of an entry and their hash (algorithm byte + digest). */
export function seal(body: EntryBody): { body: string; hash: Buffer } {
  const text = canonical(body)
  return { body: text, hash: hashOf(text) }
}

export function hashOf(text: string): Buffer {
  return Buffer.concat([Buffer.of(sha256Mark), hash('sha256', text, 'buffer')])
}
