import type { Grid, GridCell } from './pdf-grid.ts'
import { joinText, printedLines } from './pdf-pieces.ts'
import type { Piece, PrintedLine } from './pdf-pieces.ts'
import type { PlacedCell } from './rows.ts'

/** A table of one page. A table that runs on over pages is put together by `continuedBy`. */
export interface PageTable {
  readonly columnEdges: readonly number[]
  readonly rows: readonly (readonly PlacedCell[])[]
  /** 1-based page of each row. */
  readonly pages: readonly number[]
  readonly top: number
  readonly bottom: number
}

/** Puts the pieces of a page into the cells they lie in. Returns the tables and the pieces outside of all. */
export function tablesOf(
  grids: readonly Grid[],
  pieces: readonly Piece[],
  page: number,
): { tables: PageTable[]; outside: Piece[] } {
  let outside = [...pieces]
  const tables: PageTable[] = []
  for (const grid of grids) {
    const inside = new Map<GridCell, Piece[]>()
    const owner = ownerOf(grid)
    const rest: Piece[] = []
    for (const piece of outside) {
      const cell = owner(piece.x + piece.width / 2, piece.y - piece.size * 0.35)
      if (!cell) rest.push(piece)
      else if (inside.has(cell)) inside.get(cell)!.push(piece)
      else inside.set(cell, [piece])
    }
    if (inside.size === 0) continue
    outside = rest
    const rows = rowsOf(grid, inside)
    tables.push({
      columnEdges: grid.columnEdges,
      rows,
      pages: rows.map(() => page),
      top: grid.rowEdges[0]!,
      bottom: grid.rowEdges.at(-1)!,
    })
  }
  return { tables, outside }
}

function ownerOf(grid: Grid): (x: number, y: number) => GridCell | undefined {
  const columns = grid.columnEdges.length - 1
  const owners: GridCell[] = []
  for (const cell of grid.cells) {
    for (let row = cell.row; row < cell.row + cell.rows; row++) {
      for (let column = cell.column; column < cell.column + cell.columns; column++)
        owners[row * columns + column] = cell
    }
  }
  return (x, y) => {
    const column = grid.columnEdges.findLastIndex((edge) => edge <= x)
    const row = grid.rowEdges.findLastIndex((edge) => edge <= y)
    const within = column >= 0 && column < columns && row >= 0 && row < grid.rowEdges.length - 1
    return within ? owners[row * columns + column] : undefined
  }
}

function rowsOf(grid: Grid, inside: ReadonlyMap<GridCell, Piece[]>): PlacedCell[][] {
  const rows: { column: number; cell: PlacedCell }[][] = grid.rowEdges.slice(1).map(() => [])
  for (const cell of grid.cells) {
    const width = grid.columnEdges[cell.column + cell.columns]! - grid.columnEdges[cell.column]!
    const text = cellText(printedLines(inside.get(cell) ?? []), width)
    for (let row = cell.row; row < cell.row + cell.rows; row++) {
      const continued = row > cell.row
      rows[row]!.push({ column: cell.column, cell: { text: continued ? '' : text, columns: cell.columns, continued } })
    }
  }
  return rows
    .map((row) => row.sort((a, b) => a.column - b.column).map(({ cell }) => cell))
    .filter((row) => row.length > 0)
}

/**
 * Lines of a cell. A line that ends although two more letters had room was ended on purpose (one unit a line) and stays
 * apart; any other break is the edge of the cell.
 */
function cellText(lines: readonly PrintedLine[], width: number): string {
  let text = lines[0]?.text ?? ''
  for (const [at, line] of lines.slice(1).entries()) {
    const before = lines[at]!
    const padding = 11
    const onPurpose =
      before.right - before.x + 2 * before.size < width - padding && before.right - before.x > before.size
    const inside = /[、，,；;（(“《]$/.test(before.text) || /^[、，,；;）)”》。]/.test(line.text)
    text = onPurpose && !inside ? `${text}\n${line.text}` : joinText(text, line.text)
  }
  return text
}

/** Whether `next`, the first thing on its page, carries on `table`, the last thing on the page before. */
export function carriesOn(table: PageTable, next: PageTable): boolean {
  return (
    table.columnEdges.length === next.columnEdges.length &&
    table.columnEdges.every((edge, at) => Math.abs(edge - next.columnEdges[at]!) < 6)
  )
}

/** The table with the rows of its next page: repeated heading rows dropped, a row cut by the page put together again. */
export function continuedBy(table: PageTable, next: PageTable): PageTable {
  const rows = [...table.rows]
  const more = [...next.rows]
  const page = next.pages[0] ?? 1
  for (let at = 0; more.length > 0 && at < rows.length && sameTexts(rows[at]!, more[0]!); at++) more.shift()
  const first = more[0]
  const last = rows.at(-1)
  if (first && last && isRestOf(rows, last, first)) {
    const whole = last.map((cell, at) => ({ ...cell, text: joinText(cell.text, first[at]!.text) }))
    rows[rows.length - 1] = whole
    more.shift()
  } else if (first)
    more[0] = first.map((cell, at) => (opensEmpty(cell, more, at) ? { ...cell, continued: true } : cell))
  return { ...table, rows: [...rows, ...more], pages: [...table.pages, ...more.map(() => page)] }
}

const sameTexts = (a: readonly PlacedCell[], b: readonly PlacedCell[]) =>
  a.length === b.length && a.every((cell, at) => cell.text === b[at]!.text) && a.some((cell) => cell.text !== '')

/** A table that numbers its rows has a row without a number only where the page cut one. */
function isRestOf(
  rows: readonly (readonly PlacedCell[])[],
  last: readonly PlacedCell[],
  first: readonly PlacedCell[],
): boolean {
  if (first.length !== last.length || first.length < 2 || first[0]!.text !== '' || first[0]!.continued) return false
  if (first.every((cell) => cell.text === '') || last.some((cell, at) => cell.columns !== first[at]!.columns))
    return false
  const numbered = rows.filter((row) => /^[\d一二三四五六七八九十]{1,4}[.、．]?$/.test(row[0]?.text ?? '')).length
  return numbered * 10 >= rows.length * 7
}

/** A merged cell cut by the page opens the next page without text. */
function opensEmpty(cell: PlacedCell, rows: readonly (readonly PlacedCell[])[], at: number): boolean {
  return cell.text === '' && rows[1]?.[at]?.continued === true
}
