import type { Node, OutlineRow } from './outline.ts'

/** One cell of the grid after merged cells were spread out. */
export interface GridCell {
  readonly text: string
  /** It repeats the cell above it, with which it is merged. */
  readonly carried: boolean
}

export interface GridRow {
  readonly from: number
  readonly to: number
  readonly cells: readonly GridCell[]
  /** The numbered place it stands under. */
  readonly under: Node | null
  /** The only words of the row when it says one thing across the table; null otherwise. */
  readonly single: string | null
}

/** Rows of one table as a rectangular grid: a merged cell's text stands in every cell it covers. */
export function gridOf(rows: readonly OutlineRow[]): GridRow[] {
  const grid: GridRow[] = []
  let above: readonly GridCell[] = []
  for (const { paragraph, under } of rows) {
    const { row, from, to } = paragraph
    if (!row) continue
    const cells: GridCell[] = []
    let texts = 0
    let only = ''
    for (const cell of row.cells) {
      const text = cell.text.trim()
      if (text !== '') {
        texts++
        only = text
      }
      const carried = cell.continued === true
      for (let column = 0; column < Math.min(cell.columns, 64); column++) {
        const at = cells.length
        cells.push(carried ? { text: above[at]?.text ?? '', carried: true } : { text, carried: false })
      }
    }
    const single = texts === 1 && !row.cells.some((cell) => cell.continued === true) ? only : null
    grid.push({ from, to, cells, under, single })
    // The header printed again on a new page stands between a merged cell and its rows, and is no part of them.
    const repeats = grid.length > 1 && texts > 1 && sameTexts(cells, grid[0]!.cells)
    if ((single === null || cells.length > 1) && !repeats) above = cells
  }
  return grid
}

function sameTexts(a: readonly GridCell[], b: readonly GridCell[]): boolean {
  return a.length === b.length && a.every(({ text }, at) => text === b[at]!.text)
}

/** Rows grouped into tables; tables that follow each other without a word between them and have as many columns are one. */
export function tablesOf(rows: readonly OutlineRow[]): OutlineRow[][] {
  const tables: OutlineRow[][] = []
  let current = -1
  for (const row of rows) {
    const table = row.paragraph.row?.table ?? -1
    if (table !== current) tables.push([])
    current = table
    tables.at(-1)!.push(row)
  }
  return tables
}

export function widthOf(rows: readonly GridRow[]): number {
  let width = 0
  for (const row of rows) width = Math.max(width, row.cells.length)
  return width
}
