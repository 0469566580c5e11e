import type { CompoundFile } from './compound-file.ts'
import { Unreadable } from './refused.ts'

/** A stretch of the file and the property list that applies to it. */
export interface Run {
  readonly from: number
  readonly to: number
  readonly list: Buffer
}

/** The parts of an old Word file (.doc, Word 97 and later; MS-DOC) that its text needs. */
export interface OldWordFile {
  /** Characters in reading order of all its stories; `places[n]` is where character n lies in the file. */
  readonly text: string
  readonly places: Uint32Array
  /** Lengths in characters: body, footnotes, headers, (unused), annotations, endnotes, text boxes. */
  readonly stories: readonly number[]
  readonly paragraphs: readonly Run[]
  readonly characters: readonly Run[]
  /** A part of the table stream by its number in the file's index; empty when absent. */
  part(number: number): Buffer
  /** The table stream from the start of a part to its end: the list levels follow their part without being counted in it. */
  partOnward(number: number): Buffer
  /** A property list kept in the data stream because it is too long for its page. */
  outsideList(offset: number): Buffer
}

const partsFrom = 0x9a
const encrypted = 0x0100
const secondTable = 0x0200

export function openOldWord(file: CompoundFile): OldWordFile {
  const main = Buffer.from(file.stream('WordDocument') ?? [])
  if (main.length < 0x300 || main.readUInt16LE(0) !== 0xa5ec) throw new Unreadable('plan.damaged')
  if (main.readUInt16LE(2) < 193) throw new Unreadable('plan.format-old-word')
  const flags = main.readUInt16LE(0x0a)
  if (flags & encrypted) throw new Unreadable('plan.encrypted')
  const table = Buffer.from(file.stream(flags & secondTable ? '1Table' : '0Table') ?? [])
  const data = Buffer.from(file.stream('Data') ?? [])
  const part = (number: number) => {
    const offset = main.readUInt32LE(partsFrom + number * 8)
    return table.subarray(offset, offset + main.readUInt32LE(partsFrom + number * 8 + 4))
  }
  return {
    ...pieces(main, part(33)),
    stories: [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64].map((at) => main.readUInt32LE(at)),
    paragraphs: runs(main, part(13), paragraphRuns),
    characters: runs(main, part(12), characterRuns),
    part,
    partOnward: (number) =>
      part(number).length === 0 ? part(number) : table.subarray(main.readUInt32LE(partsFrom + number * 8)),
    outsideList(offset) {
      if (offset + 2 > data.length) return Buffer.alloc(0)
      return data.subarray(offset + 2, offset + 2 + data.readUInt16LE(offset))
    },
  }
}

/** The piece table: the text lies in stretches, each one byte (Windows-1252) or two bytes a character (MS-DOC 2.8.35). */
function pieces(main: Buffer, clx: Buffer): { text: string; places: Uint32Array } {
  let at = 0
  while (clx[at] === 1 && at + 3 <= clx.length) at += 3 + clx.readUInt16LE(at + 1)
  if (clx[at] !== 2 || at + 5 > clx.length) throw new Unreadable('plan.damaged')
  const plan = clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1))
  const count = Math.floor((plan.length - 4) / 12)
  const texts: string[] = []
  const places: number[] = []
  for (let piece = 0; piece < count; piece++) {
    const length = plan.readUInt32LE((piece + 1) * 4) - plan.readUInt32LE(piece * 4)
    const packed = plan.readUInt32LE((count + 1) * 4 + piece * 8 + 2)
    const narrow = (packed & 0x40000000) !== 0
    const from = narrow ? (packed & 0x3fffffff) >>> 1 : packed & 0x3fffffff
    const size = narrow ? 1 : 2
    if (length < 0 || from + length * size > main.length) throw new Unreadable('plan.damaged')
    texts.push(
      new TextDecoder(narrow ? 'windows-1252' : 'utf-16le', { ignoreBOM: true }).decode(
        main.subarray(from, from + length * size),
      ),
    )
    if (texts.at(-1)!.length !== length) throw new Unreadable('plan.damaged')
    // Pieces may repeat one stretch of the file for ever; a text longer than the file is no text.
    if (places.length + length > main.length * 2) throw new Unreadable('plan.damaged')
    for (let n = 0; n < length; n++) places.push(from + n * size)
  }
  return { text: texts.join(''), places: Uint32Array.from(places) }
}

/** Property pages of 512 bytes; the index names them in the order of the text they cover (MS-DOC 2.8.5, 2.8.6). */
function runs(main: Buffer, index: Buffer, read: (page: Buffer) => Run[]): Run[] {
  const count = Math.floor((index.length - 4) / 8)
  const found: Run[] = []
  for (let n = 0; n < count; n++) {
    const number = index.readUInt32LE((count + 1) * 4 + n * 4) & 0x3fffff
    const page = main.subarray(number * 512, number * 512 + 512)
    if (page.length === 512) found.push(...read(page))
  }
  return found.sort((a, b) => a.from - b.from)
}

function paragraphRuns(page: Buffer): Run[] {
  const count = Math.min(page[511]!, 29)
  return Array.from({ length: count }, (_unused, n) => {
    const at = page[(count + 1) * 4 + n * 13]! * 2
    let list: Buffer = Buffer.alloc(0)
    if (at > 0) {
      const words = page[at]!
      const start = words === 0 ? at + 2 : at + 1
      list = page.subarray(start, start + (words === 0 ? (page[at + 1] ?? 0) * 2 : words * 2 - 1))
    }
    return { from: page.readUInt32LE(n * 4), to: page.readUInt32LE(n * 4 + 4), list }
  })
}

function characterRuns(page: Buffer): Run[] {
  const count = Math.min(page[511]!, 101)
  return Array.from({ length: count }, (_unused, n) => {
    const at = page[(count + 1) * 4 + n]! * 2
    const list = at > 0 ? page.subarray(at + 1, at + 1 + page[at]!) : Buffer.alloc(0)
    return { from: page.readUInt32LE(n * 4), to: page.readUInt32LE(n * 4 + 4), list }
  })
}

/** The run a place of the file lies in. Runs are sorted and do not overlap. */
export function runAt(sorted: readonly Run[], place: number): Run | undefined {
  let low = 0
  let high = sorted.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const run = sorted[middle]!
    if (place < run.from) high = middle - 1
    else if (place >= run.to) low = middle + 1
    else return run
  }
  return undefined
}
