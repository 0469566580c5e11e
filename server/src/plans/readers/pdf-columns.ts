import { startsWithLabel } from '@yingshang/core/plans/importer/tail-labels'
import { columnGap } from './pdf-pieces.ts'
import type { PrintedLine } from './pdf-pieces.ts'
import type { PageTable } from './pdf-table.ts'
import type { PlacedCell } from './rows.ts'

interface Chunk {
  readonly x: number
  readonly right: number
  text: string
}

/**
 * Tables without ruled lines: at least three neighbouring lines whose text stands in the same two or more columns. What
 * does not fit stays text. Returns the tables and the lines outside of them.
 */
export function columnTables(
  lines: readonly PrintedLine[],
  page: number,
): { tables: PageTable[]; rest: PrintedLine[] } {
  const tables: PageTable[] = []
  const rest: PrintedLine[] = []
  for (let at = 0; at < lines.length;) {
    const end = endOfRun(lines, at)
    const table = end - at >= 3 ? tableOf(lines.slice(at, end), page) : null
    if (table) {
      tables.push(table)
      at = end
    } else rest.push(lines[at++]!)
  }
  return { tables, rest }
}

/** The line after the last of a run that starts at `at`: lines in several chunks, with at most two single ones between. */
function endOfRun(lines: readonly PrintedLine[], at: number): number {
  let end = at
  for (let next = at, single = 0; next < lines.length && single <= 2; next++) {
    if (next > at && lines[next]!.y - lines[next - 1]!.y > lines[next]!.size * 3.5) break
    if (chunksOf(lines[next]!).length > 1) {
      end = next + 1
      single = 0
    } else {
      if (next === at) break
      single++
    }
  }
  return end
}

function chunksOf(line: PrintedLine): Chunk[] {
  const chunks: Chunk[] = []
  for (const piece of line.pieces) {
    const last = chunks.at(-1)
    if (last && piece.x - last.right <= columnGap * piece.size) {
      chunks[chunks.length - 1] = { x: last.x, right: piece.x + piece.width, text: last.text + piece.text }
    } else chunks.push({ x: piece.x, right: piece.x + piece.width, text: piece.text })
  }
  return chunks
}

function tableOf(lines: readonly PrintedLine[], page: number): PageTable | null {
  const rows = lines.map(chunksOf)
  const several = rows.filter((chunks) => chunks.length > 1)
  if (several.length < 3) return null
  // 牵头单位：… 完成时限：… with wide gaps between them are lines of notation.
  if (several.filter((chunks) => chunks.some(({ text }) => startsWithLabel(text))).length >= several.length * 0.5)
    return null
  const columns = columnsOf(several.flat())
  const columnAt = (chunk: Chunk) => columns.findIndex((column) => chunk.x < column.right && chunk.right > column.x)
  const aligned = several.every((chunks) => new Set(chunks.map(columnAt)).size === chunks.length)
  if (columns.length < 2 || !aligned) return null
  const table: PlacedCell[][] = []
  for (const chunks of rows) {
    const texts = columns.map(() => '')
    for (const chunk of chunks) texts[Math.max(0, columnAt(chunk))] = chunk.text
    const before = table.at(-1)
    // A line without a first column carries on the cells above.
    if (before && texts[0] === '')
      table[table.length - 1] = before.map((cell, at) => ({ ...cell, text: cell.text + texts[at]! }))
    else table.push(texts.map((text) => ({ text, columns: 1, continued: false })))
  }
  return {
    columnEdges: [...columns.map((column) => column.x), columns.at(-1)!.right],
    rows: table,
    pages: table.map(() => page),
    top: lines[0]!.y,
    bottom: lines.at(-1)!.y,
  }
}

/** Stretches across the page that are covered by any chunk. */
function columnsOf(chunks: readonly Chunk[]): { x: number; right: number }[] {
  const columns: { x: number; right: number }[] = []
  for (const chunk of [...chunks].sort((a, b) => a.x - b.x)) {
    const last = columns.at(-1)
    if (last && chunk.x < last.right) last.right = Math.max(last.right, chunk.right)
    else columns.push({ x: chunk.x, right: chunk.right })
  }
  return columns
}
