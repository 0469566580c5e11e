import { columnsOf, isNumberHeader } from './table-columns.ts'

interface Piece {
  readonly text: string
  /** Where it begins, in half-width cells. */
  readonly start: number
}

/**
 * Rows of tables whose columns are held apart by blanks alone, as a program prints them that keeps the layout of a page:
 * under a line of headings each line has its words below them. Gives the cells by the position of the line; a line that only
 * goes on with the cells above is put to them, and has none of its own.
 */
export function spacedRows(lines: readonly string[]): Map<number, string[]> {
  const found = new Map<number, string[]>()
  for (let at = 0; at < lines.length; at++) {
    const header = piecesOf(lines[at]!)
    if (header.length < 3 || !isHeader(header)) continue
    const rows = rowsBelow(lines, at + 1, header)
    if (rows.length < 2) continue
    found.set(
      at,
      header.map(({ text }) => text),
    )
    for (const { at: place, cells } of rows) found.set(place, cells)
    at = rows.at(-1)!.at
  }
  return found
}

function isHeader(pieces: readonly Piece[]): boolean {
  const cells = pieces.map(({ text }) => ({ text, carried: false }))
  return columnsOf({ cells, from: 0, to: 0, under: null, single: null }, undefined) !== null
}

function rowsBelow(
  lines: readonly string[],
  from: number,
  header: readonly Piece[],
): { at: number; cells: string[] }[] {
  const rows: { at: number; cells: string[] }[] = []
  let blank = 0
  for (let at = from; at < lines.length && blank < 2; at++) {
    if (lines[at]!.trim() === '') {
      blank++
      continue
    }
    const cells = cellsUnder(piecesOf(lines[at]!), header)
    if (cells === null) break
    blank = 0
    const above = rows.findLast((row) => row.cells.length > 0)
    // The number stands once; the lines below it go on with its cells.
    if (above && isNumberHeader(header[0]!.text) && cells[0] === '') {
      for (const [column, text] of cells.entries())
        if (text !== '') above.cells[column] = above.cells[column] === '' ? text : `${above.cells[column]}\n${text}`
      rows.push({ at, cells: [] })
      continue
    }
    rows.push({ at, cells })
  }
  return rows
}

/** Each piece under the heading it begins nearest to; null when the line is none of the table's. */
function cellsUnder(pieces: readonly Piece[], header: readonly Piece[]): string[] | null {
  if (pieces.length > header.length) return null
  if (pieces.length === header.length) return pieces.map(({ text }) => text)
  // A single piece at the left is a line of text; elsewhere it goes on with the cell above.
  if (pieces.length === 1 && pieces[0]!.start < header[1]!.start - 2) return null
  const cells = header.map(() => '')
  for (const { text, start } of pieces) {
    const nearest = header.reduce(
      (best, head, at) => (Math.abs(head.start - start) < Math.abs(header[best]!.start - start) ? at : best),
      0,
    )
    if (cells[nearest] !== '') return null
    cells[nearest] = text
  }
  return cells
}

function piecesOf(line: string): Piece[] {
  if (line.includes('\t')) return []
  return [...line.matchAll(/[^ \u00A0\u3000]+(?:[ \u00A0][^ \u00A0\u3000]+)*/g)].map((m) => ({
    text: m[0],
    start: widthOf(line.slice(0, m.index)),
  }))
}

function widthOf(text: string): number {
  let width = 0
  for (const c of text) width += c.charCodeAt(0) > 0xff ? 2 : 1
  return width
}
