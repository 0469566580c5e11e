import { numberingOf } from './numbering.ts'
import { columnsOf, isIndicatorTable, type ColumnKind } from './table-columns.ts'
import { gridOf, tablesOf, widthOf, type GridRow } from './table-grid.ts'
import { inferredColumns } from './inferred-columns.ts'
import { indicatorsIn } from './indicators.ts'
import { datesIn } from './printed-dates.ts'
import { stageColumns, stagesInRows } from './stage-tables.ts'
import { partTail } from './tail-places.ts'
import { rowReader } from './task-rows.ts'
import type { ReadTables } from './table-task.ts'
import { inherit } from './tasks.ts'
import type { Tail } from './tails.ts'
import { ownTail, sectionName, type Node, type OutlineRow } from './outline.ts'

interface Layout {
  readonly kinds: ColumnKind[]
  readonly headers: string[]
  /** The upper row of a header of two rows; the same as `headers` otherwise. */
  readonly upper: string[]
  readonly width: number
}

/** Reads every table of a part. A table without a header goes on with the layout of the one before it. */
export function readTables(rows: readonly OutlineRow[]): ReadTables {
  const read: ReadTables = { tasks: [], indicators: [], stages: [], inferred: [], unread: [], remarks: [] }
  const blocks: { layout: Layout; rows: GridRow[] }[] = []
  let layout: Layout | null = null
  for (const table of tablesOf(rows)) {
    const grid = gridOf(table)
    const width = widthOf(grid)
    if (readStageTable(grid, read)) continue
    let start = 0
    for (let at = 0; at < Math.min(grid.length, 8); at++) {
      const found = columnsOf(grid[at]!, grid[at + 1])
      if (!found) continue
      // A header printed again on the next page is skipped with the rows; those above it are tasks.
      if (layout !== null && found.headers.join() === layout.headers.join()) break
      for (const row of grid.slice(0, at))
        if (row.single !== null) read.remarks.push({ text: row.single, line: row.from })
      layout = { ...found, upper: grid[at]!.cells.map((cell) => cell.text.replace(/\s/g, '')), width }
      for (const header of found.headers)
        if (/[（(]/.test(header)) read.remarks.push({ text: header, line: grid[at]!.from })
      start = at + found.rows
      blocks.push({ layout, rows: [] })
      break
    }
    const inferred: ColumnKind[] | null = start === 0 && layout === null ? inferredColumns(grid) : null
    if (inferred) {
      layout = { kinds: inferred, headers: [], upper: [], width }
      blocks.push({ layout, rows: [] })
      read.inferred.push(grid[0]!.from)
    }
    if (
      layout === null ||
      (start === 0 &&
        width !== layout.width &&
        !grid.some((row) => isRepeatedHeader(row, layout!.headers, layout!.upper)))
    ) {
      if (grid.length > 1 && width > 1) read.unread.push(grid[0]!.from)
      for (const row of grid) if (row.single !== null) read.remarks.push({ text: row.single, line: row.from })
      continue
    }
    blocks.at(-1)!.rows.push(...grid.slice(start))
  }
  for (const block of blocks) readBlock(block.rows, block.layout, read)
  return read
}

/** A table of stages: its header stands in one of the first rows, and at least two rows print a period. */
function readStageTable(grid: readonly GridRow[], read: ReadTables): boolean {
  for (const [at, row] of grid.slice(0, 3).entries()) {
    const columns = stageColumns(row)
    const stages = columns ? stagesInRows(grid.slice(at + 1), columns) : []
    if (stages.filter(({ period }) => datesIn(period).length > 0).length < 2) continue
    read.stages.push(...stages)
    return true
  }
  return false
}

/** A table with all its parts on later pages: what a merged cell says goes on over a page break. */
function readBlock(rows: readonly GridRow[], layout: Layout, read: ReadTables): void {
  if (!isIndicatorTable(layout.kinds, layout.headers)) return readTaskRows(rows, layout, read)
  const body = rows.filter((row) => !isRepeatedHeader(row, layout.headers, layout.upper))
  read.indicators.push(...indicatorsIn(body, layout.kinds))
  for (const row of body) if (row.single !== null) read.remarks.push({ text: row.single, line: row.from })
}

function readTaskRows(rows: readonly GridRow[], { kinds, headers, upper }: Layout, read: ReadTables): void {
  const readRow = rowReader(rows, kinds)
  let section: string[] = []
  let sectionTail: Tail | null = null
  let under: Node | null = rows[0]?.under ?? null
  for (const row of rows) {
    if (isRepeatedHeader(row, headers, upper)) continue
    if (row.under !== under) {
      under = row.under
      section = []
      sectionTail = null
    }
    if (row.single !== null && (row.cells.length === 1 || isSpan(row, kinds))) {
      const { body, tail } = partTail(row.single)
      if (/^[（(]?\s*注|^备注|^说明/.test(row.single) || row.single.length > 60)
        read.remarks.push({ text: row.single, line: row.from })
      else {
        section = [body]
        sectionTail = tail
      }
      continue
    }
    const task = readRow(row, read.tasks.at(-1), [...pathOf(under), ...section], inherit(sectionTail, tailAbove(under)))
    if (task) read.tasks.push(task)
  }
}

/** A row with one cell of words in a table of many columns: a heading across the table. */
function isSpan(row: GridRow, kinds: readonly ColumnKind[]): boolean {
  const at = row.cells.findIndex((cell) => cell.text !== '')
  const numbered = numberingOf(row.single!)
  const allSame = row.cells.length > 1 && row.cells.every((cell) => cell.text === row.single)
  return (
    allSame ||
    (at === 0 && kinds[0] === 'no') ||
    (at === 0 && numbered !== null && /han|第/.test(numbered.style)) ||
    /^[（(]?注/.test(row.single!)
  )
}

function isRepeatedHeader(row: GridRow, headers: readonly string[], upper: readonly string[]): boolean {
  const cells = row.cells.map((cell) => cell.text.replace(/\s/g, ''))
  return (
    cells.filter((text) => text !== '').length >= 2 &&
    cells.every((text, at) => text === '' || text === (headers[at] ?? '') || text === (upper[at] ?? ''))
  )
}

function pathOf(node: Node | null): string[] {
  return node === null ? [] : [...pathOf(node.parent), sectionName(node)]
}

function tailAbove(node: Node | null): Tail | null {
  return node === null ? null : inherit(ownTail(node), tailAbove(node.parent))
}
