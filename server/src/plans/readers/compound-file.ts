import { Unreadable } from './refused.ts'

/** The file system inside old Office files (MS-CFB): named streams, read whole. */
export interface CompoundFile {
  readonly names: readonly string[]
  /** The stream of this name directly under the root, or null. Throws `Unreadable` when its chain is broken. */
  stream(name: string): Uint8Array | null
}

const endOfChain = 0xfffffffe
const largestSector = 0xfffffffa

/** Opens a compound file. Every chain is bounded by the number of sectors, so a loop is damage, never a hang. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 512) throw new Unreadable('plan.damaged')
  const shift = view.getUint16(30, true)
  const miniShift = view.getUint16(32, true)
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw new Unreadable('plan.damaged')
  const size = 1 << shift
  const sectors = Math.ceil(bytes.length / size) - 1
  const sectorAt = (sector: number) => bytes.subarray((sector + 1) * size, (sector + 2) * size)

  const table = new Uint32Array(sectors + 1).fill(endOfChain)
  for (const [at, sector] of tableSectors(view, size, sectors).entries()) {
    const part = sectorAt(sector)
    const entries = new DataView(part.buffer, part.byteOffset, part.byteLength)
    for (let n = 0; n < part.length >> 2; n++) {
      const index = at * (size >> 2) + n
      if (index < table.length) table[index] = entries.getUint32(n * 4, true)
    }
  }
  const chain = (start: number, next: Uint32Array, pieceAt: (at: number) => Uint8Array) => {
    const pieces: Uint8Array[] = []
    for (let at = start; at <= largestSector; at = next[at] ?? endOfChain) {
      if (pieces.length > next.length) throw new Unreadable('plan.damaged')
      pieces.push(pieceAt(at))
    }
    return Buffer.concat(pieces)
  }

  const entries = directory(chain(view.getUint32(48, true), table, sectorAt))
  const root = entries.find((entry) => entry.type === 5)
  const mini = root ? chain(root.start, table, sectorAt) : Buffer.alloc(0)
  const miniTable = numbers(chain(view.getUint32(60, true), table, sectorAt))
  const miniAt = (at: number) => mini.subarray(at << miniShift, (at + 1) << miniShift)
  const cutoff = view.getUint32(56, true)
  const streams = entries.filter((entry) => entry.type === 2)
  return {
    names: entries.filter((entry) => entry.type === 1 || entry.type === 2).map((entry) => entry.name),
    stream(name) {
      const found = streams.find((entry) => entry.name === name)
      if (!found) return null
      const whole = found.size < cutoff ? chain(found.start, miniTable, miniAt) : chain(found.start, table, sectorAt)
      return whole.subarray(0, found.size)
    },
  }
}

/** Sectors of the allocation table: 109 in the header, the rest in a chain of their own. */
function tableSectors(view: DataView, size: number, sectors: number): number[] {
  const found: number[] = []
  const take = (sector: number) => {
    if (sector <= largestSector && sector < sectors && found.length <= sectors) found.push(sector)
  }
  for (let at = 76; at < 512; at += 4) take(view.getUint32(at, true))
  let next = view.getUint32(68, true)
  for (let n = 0; next < sectors && n < sectors; n++) {
    const start = (next + 1) * size
    if (start + size > view.byteLength) break
    for (let at = start; at < start + size - 4; at += 4) take(view.getUint32(at, true))
    next = view.getUint32(start + size - 4, true)
  }
  return found
}

function directory(bytes: Buffer) {
  const entries: { name: string; type: number; start: number; size: number }[] = []
  for (let at = 0; at + 128 <= bytes.length; at += 128) {
    const length = Math.min(64, bytes.readUInt16LE(at + 64))
    entries.push({
      name: bytes.toString('utf16le', at, at + Math.max(0, length - 2)),
      type: bytes[at + 66]!,
      start: bytes.readUInt32LE(at + 116),
      size: bytes.readUInt32LE(at + 120),
    })
  }
  return entries
}

function numbers(bytes: Buffer): Uint32Array {
  const values = new Uint32Array(bytes.length >> 2)
  for (let at = 0; at < values.length; at++) values[at] = bytes.readUInt32LE(at * 4)
  return values
}
