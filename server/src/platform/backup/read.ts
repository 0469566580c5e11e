import type { z } from 'zod'
import { PlainFailure } from '../plain-failure.ts'
import { damaged, readFrames, type Frame } from './frames.ts'
import { backupFooter, backupHeader, tableEnd, tableHead, type BackupHeader } from './manifest.ts'
import { readSealed, type Opening } from './sealed-file.ts'
import type { StoredTable } from './tables.ts'

/** What happens to a backup while it is read, in this order. */
export interface BackupReader {
  begin(header: BackupHeader): Promise<void>
  /** Takes all rows of one table; answers how many there were. */
  table(table: StoredTable, rows: AsyncIterable<Buffer>): Promise<number>
}

export interface BackupRead {
  readonly header: BackupHeader
  readonly rows: Readonly<Record<string, number>>
}

/**
 * Reads a backup from end to end. Every byte is authenticated by the seal, every table is counted, and the digest at
 * the end covers all; throws a sentence when anything differs. Whatever the reader did must then be undone.
 */
export async function readBackup(file: string, opening: Opening, reader: BackupReader): Promise<BackupRead> {
  const frames = readFrames(readSealed(file, opening))
  const header = parse(backupHeader, await next(frames, 'header'), '这不是营商的备份，或者由更新的程序写成')
  await reader.begin(header)
  const rows: Record<string, number> = {}
  for (;;) {
    const frame = await next(frames, 'table', 'footer')
    if (frame.kind === 'footer') {
      const { rows: stated } = parse(backupFooter, frame)
      if (JSON.stringify(stated) !== JSON.stringify(rows)) throw damaged()
      return { header, rows }
    }
    const table = parse(tableHead, frame)
    let end: Frame | undefined
    const taken = await reader.table(table, rowsOf(frames, (frame) => (end = frame)))
    if (end === undefined || parse(tableEnd, end).rows !== taken) throw damaged()
    rows[table.name] = taken
  }
}

/** Counts the rows of the text format without a database: one line break ends each. */
export async function countRows(rows: AsyncIterable<Buffer>): Promise<number> {
  let count = 0
  for await (const bytes of rows) for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++
  return count
}

async function* rowsOf(frames: AsyncGenerator<Frame>, ended: (frame: Frame) => void): AsyncGenerator<Buffer> {
  for (;;) {
    const frame = await next(frames, 'rows', 'tableEnd')
    if (frame.kind === 'rows') yield frame.bytes
    else return ended(frame)
  }
}

async function next(frames: AsyncGenerator<Frame>, ...wanted: Frame['kind'][]): Promise<Frame> {
  const { value, done } = await frames.next()
  if (done || !wanted.includes(value.kind)) throw damaged()
  return value
}

function parse<Shape extends z.ZodType>(shape: Shape, frame: Frame, otherwise?: string): z.output<Shape> {
  const read = shape.safeParse(frame.kind === 'rows' ? undefined : frame.json)
  if (read.success) return read.data
  throw otherwise === undefined ? damaged() : new PlainFailure('backup.other-format', `${otherwise}。请用写它的那个版本的程序`)
}
