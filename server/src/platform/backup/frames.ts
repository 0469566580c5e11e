import { createHash } from 'node:crypto'
import { PlainFailure } from '../plain-failure.ts'

/** What stands inside a backup: one byte what it is, four bytes how long, then the bytes. */
export type Frame =
  | { readonly kind: 'header' | 'table' | 'tableEnd' | 'footer'; readonly json: unknown }
  | { readonly kind: 'rows'; readonly bytes: Buffer }

const marks = { header: 72, table: 84, rows: 68, tableEnd: 69, footer: 70 } as const
const kinds = new Map<number, Frame['kind']>(Object.entries(marks).map(([kind, mark]) => [mark, kind as Frame['kind']]))
const largest = 64 << 20

/** Frames to bytes. The footer gets the SHA-256 of everything before it. */
export async function* packFrames(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  const digest = createHash('sha256')
  for await (const frame of frames) {
    const json =
      frame.kind === 'footer' ? { ...(frame.json as object), sha256: digest.copy().digest('hex') } : undefined
    const bytes = frame.kind === 'rows' ? frame.bytes : Buffer.from(JSON.stringify(json ?? frame.json))
    const head = Buffer.alloc(5)
    head.writeUInt8(marks[frame.kind], 0)
    head.writeUInt32BE(bytes.length, 1)
    digest.update(head).update(bytes)
    yield head
    yield bytes
  }
}

/** Bytes to frames. Throws when the bytes end early, are no backup, or differ from what was written. */
export async function* readFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  const digest = createHash('sha256')
  const take = taker(source)
  for (;;) {
    const head = await take(5)
    const kind = kinds.get(head.readUInt8(0))
    const length = head.readUInt32BE(1)
    if (kind === undefined || length > largest) throw damaged()
    const bytes = await take(length)
    if (kind === 'rows') yield { kind, bytes }
    else {
      const json = JSON.parse(bytes.toString('utf8')) as { sha256?: string }
      if (kind === 'footer' && json.sha256 !== digest.copy().digest('hex')) throw damaged()
      yield { kind, json }
      if (kind === 'footer') return
    }
    digest.update(head).update(bytes)
  }
}

export function damaged(): PlainFailure {
  return new PlainFailure('backup.damaged', '备份文件不完整或被改动过，没有恢复任何内容。请换用另一份备份')
}

function taker(source: AsyncIterable<Buffer>): (length: number) => Promise<Buffer> {
  const chunks = source[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  return async (length) => {
    const parts: Buffer[] = []
    let missing = length
    while (missing > 0) {
      if (rest.length === 0) {
        const next = await chunks.next()
        if (next.done) throw damaged()
        rest = next.value
      }
      const part = rest.subarray(0, missing)
      rest = rest.subarray(part.length)
      missing -= part.length
      parts.push(part)
    }
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
  }
}
