import { inflateRawSync } from 'node:zlib'

/** What an archive may cost before it is refused. Sizes in bytes. */
export const archiveLimits = {
  /** Sum of all inflated parts of one archive that are really read. */
  inflatedBytes: 120 * 1024 * 1024,
  /** One inflated part; a 300-page notice has about 6 MB of document.xml. */
  entryBytes: 80 * 1024 * 1024,
  /** Inflated ÷ packed of one part, looked at above `ratioFrom` bytes only: short repetitive XML packs well. */
  ratio: 200,
  ratioFrom: 4 * 1024 * 1024,
  entries: 2_000,
} as const
const limits = archiveLimits

export type ArchiveFault = 'damaged' | 'encrypted' | 'too-large' | 'too-many-entries'

/** Leaves the walk over a stranger's bytes from any depth; whoever opened the archive turns it into a refusal. */
export class BadArchive extends Error {
  readonly fault: ArchiveFault
  readonly facts: Readonly<Record<string, number>> | undefined
  constructor(fault: ArchiveFault, facts?: Readonly<Record<string, number>>) {
    super(fault)
    this.fault = fault
    this.facts = facts
  }
}

interface Entry {
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly offset: number
  readonly encrypted: boolean
}

/**
 * A zip archive of a stranger. Opening reads the directory only and refuses too many entries; a part is inflated when
 * asked for, never beyond what its declaration, the ratio cap and the budget of the whole archive allow.
 */
export interface Archive {
  readonly names: readonly string[]
  /** Inflated bytes of a part, or null when there is no such part. Throws `BadArchive`. */
  read(name: string): Uint8Array | null
}

const directoryEnd = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50
const tooLarge = (allowed: number) =>
  new BadArchive('too-large', { limitMegabytes: Math.round(allowed / 1024 / 1024) })

export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let entries: Map<string, Entry>
  try {
    entries = readDirectory(bytes, view)
  } catch (error) {
    // A directory that points outside the file.
    if (error instanceof RangeError) throw new BadArchive('damaged')
    throw error
  }
  let spent = 0
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name)
      if (!entry) return null
      const part = inflate(bytes, view, entry, limits.inflatedBytes - spent)
      spent += part.length
      return part
    },
  }
}

function readDirectory(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  const end = findDirectoryEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count === 0xffff || count > limits.entries) {
    throw new BadArchive('too-many-entries', { entries: count, limit: limits.entries })
  }
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let n = 0; n < count; n++) {
    if (view.getUint32(at, true) !== directoryEntry) throw new BadArchive('damaged')
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    const entry = {
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      ...sizes(view, at, at + 46 + nameLength, extraLength),
    }
    const plain = name.replaceAll('\\', '/').replace(/^\//, '')
    if (!entries.has(plain)) entries.set(plain, entry)
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  }
  return entries
}

/** The end record stands in the last 22 bytes plus a comment of at most 65,535 (APPNOTE 4.3.16). */
function findDirectoryEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === directoryEnd) return at
  throw new BadArchive('damaged')
}

/** Some writers put the sizes into the 64-bit extra field of even small parts (APPNOTE 4.5.3). */
function sizes(view: DataView, at: number, extraAt: number, extraLength: number) {
  let packed = view.getUint32(at + 20, true)
  let size = view.getUint32(at + 24, true)
  let offset = view.getUint32(at + 42, true)
  for (let extra = extraAt; extra + 4 <= extraAt + extraLength; extra += 4 + view.getUint16(extra + 2, true)) {
    if (view.getUint16(extra, true) !== 1) continue
    let field = extra + 4
    const next = () => {
      const value = Number(view.getBigUint64(field, true))
      field += 8
      return value
    }
    if (size === 0xffffffff) size = next()
    if (packed === 0xffffffff) packed = next()
    if (offset === 0xffffffff) offset = next()
  }
  return { packed, size, offset }
}

function inflate(bytes: Uint8Array, view: DataView, entry: Entry, budget: number): Uint8Array {
  if (entry.encrypted) throw new BadArchive('encrypted')
  const allowed = Math.min(limits.entryBytes, budget)
  if (entry.size > allowed) throw tooLarge(allowed)
  if (entry.size > limits.ratioFrom && entry.size > entry.packed * limits.ratio) throw tooLarge(limits.ratioFrom)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== localHeader) {
    throw new BadArchive('damaged')
  }
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length < entry.packed) throw new BadArchive('damaged')
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw new BadArchive('damaged')
  try {
    // The declared size may lie; the real one is bounded as well.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, Math.min(allowed, entry.size)) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(entry.size)
    throw new BadArchive('damaged')
  }
}
