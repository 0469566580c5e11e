import type { SourceCell, SourceLine } from '@yingshang/core/plans/source'

/** A row of a table as a line: cells joined by a tab, line breaks inside a cell by a space. */
export function rowLine(no: number, table: number, cells: readonly SourceCell[]): SourceLine {
  return { no, text: cells.map((cell) => cell.text.replaceAll('\n', ' ')).join('\t'), row: { table, cells } }
}

export interface PlacedCell {
  readonly text: string
  readonly columns: number
  /** True when this cell belongs to the cell above it. */
  readonly continued: boolean
}

/** Counts the rows that vertically merged cells cover, from rows that only say "continues the one above". */
export function withRowSpans(rows: readonly (readonly PlacedCell[])[]): SourceCell[][] {
  const starts = rows.map((row) => {
    const at = new Map<number, PlacedCell>()
    let column = 0
    for (const cell of row) {
      at.set(column, cell)
      column += cell.columns
    }
    return at
  })
  return starts.map((row, r) =>
    [...row].map(([column, cell]) => {
      if (cell.continued) return { text: '', columns: cell.columns, rows: 1, continued: true }
      let covered = 1
      while (starts[r + covered]?.get(column)?.continued) covered++
      return { text: cell.text, columns: cell.columns, rows: covered }
    }),
  )
}
