import type { SourceCell, SourceLine } from '@yingshang/core/plans/source'
import { limits } from './limits.ts'
import { Unreadable } from './refused.ts'
import { rowLine } from './rows.ts'

/** One sheet as a grid of printed texts, whichever file format it came from. */
export interface SheetGrid {
  readonly name: string
  /** Row → column → text as printed; both 0-based; absent where empty. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, string>>
  /** Merged areas, inclusive, 0-based. */
  readonly merges: readonly {
    readonly top: number
    readonly left: number
    readonly bottom: number
    readonly right: number
  }[]
}

/**
 * Sheets to lines. One table a sheet; a title, note or section that stands alone in its row is a line of its own, as it
 * would be above or below the table in a document. Empty rows are empty lines. The name of a sheet is a heading when
 * there are several sheets and the sheet has no title itself.
 */
export function linesOfSheets(sheets: readonly SheetGrid[]): SourceLine[] {
  const filled = sheets.filter((sheet) => sheet.cells.size > 0)
  if (filled.length === 0) throw new Unreadable('plan.no-content')
  const total = filled.reduce((sum, { cells }) => sum + [...cells.values()].reduce((n, row) => n + row.size, 0), 0)
  if (total > limits.cells) throw tooManyCells()
  const lines: SourceLine[] = []
  for (const [table, sheet] of filled.entries()) {
    const own = linesOfSheet(sheet, table)
    const untitled = own[0]?.row !== undefined && !/^(sheet|工作表|表)\s*\d*$/i.test(sheet.name)
    if (filled.length > 1 && untitled) lines.push({ no: 0, text: sheet.name, headingLevel: 1 })
    lines.push(...own)
  }
  return lines.map((line, at) => ({ ...line, no: at + 1 }))
}

function linesOfSheet(sheet: SheetGrid, table: number): SourceLine[] {
  // Only rows with something in them are walked: a stray cell in row 1,048,576 costs one empty line.
  const rows = [...sheet.cells.keys()].toSorted((a, b) => a - b)
  let left = Infinity
  let right = 0
  for (const row of sheet.cells.values()) {
    for (const column of row.keys()) {
      left = Math.min(left, column)
      right = Math.max(right, column)
    }
  }
  if (rows.length * (right - left + 1) > limits.cells * 2) throw tooManyCells()
  const covers = coveredCells(sheet, rows, left, right)
  const lines: SourceLine[] = []
  for (const [at, row] of rows.entries()) {
    if (at > 0 && row > rows[at - 1]! + 1) lines.push({ no: 0, text: '' })
    const cells = cellsOfRow(sheet, covers, row, left, right)
    const texts = cells.filter((cell) => cell.text !== '')
    const alone = texts.length === 1 && texts[0]!.columns === right - left + 1
    if (alone) lines.push(...texts[0]!.text.split('\n').map((text) => ({ no: 0, text })))
    else lines.push(rowLine(0, table, cells))
  }
  return lines
}

interface Cover {
  readonly left: number
  readonly right: number
  /** The first used row of the merged area, and how many used rows it has. */
  readonly top: number
  readonly rows: number
}

/** Row → column → the merged area that covers it, within the used part of the sheet. */
function coveredCells(sheet: SheetGrid, rows: readonly number[], left: number, right: number) {
  const covers = new Map<number, Map<number, Cover>>()
  let count = 0
  for (const merge of sheet.merges) {
    const within = rows.filter((row) => row >= merge.top && row <= merge.bottom)
    const cover = {
      left: Math.max(merge.left, left),
      right: Math.min(merge.right, right),
      top: merge.top,
      rows: within.length,
    }
    count += within.length * Math.max(0, cover.right - cover.left + 1) + 1
    if (count > limits.cells) throw tooManyCells()
    for (const row of within) {
      let columns = covers.get(row)
      if (!columns) covers.set(row, (columns = new Map()))
      for (let column = cover.left; column <= cover.right; column++) columns.set(column, cover)
    }
  }
  return covers
}

const tooManyCells = () => new Unreadable('plan.document-too-long', { limit: limits.cells, what: '个单元格' })

function cellsOfRow(
  sheet: SheetGrid,
  covers: ReadonlyMap<number, ReadonlyMap<number, Cover>>,
  row: number,
  left: number,
  right: number,
): SourceCell[] {
  const cells: SourceCell[] = []
  for (let column = left; column <= right; column++) {
    const cover = covers.get(row)?.get(column)
    const text = sheet.cells.get(row)?.get(column) ?? ''
    if (!cover) cells.push({ text, columns: 1, rows: 1 })
    else if (column === cover.left) {
      const columns = cover.right - cover.left + 1
      if (row === cover.top) cells.push({ text, columns, rows: cover.rows })
      else cells.push({ text: '', columns, rows: 1, continued: true })
    }
  }
  return cells
}
