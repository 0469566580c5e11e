import { drawnCells, isDrawnBorder } from './drawn-rows.ts'
import { isNotationLine } from './spoken-duties.ts'
import { spacedRows } from './spaced-rows.ts'
import type { SourceCell, SourceDocument, SourceLine } from '../source.ts'

/**
 * A plain text as a source document: one line per line of the file, 1-based. A line with a tab between two words is a row
 * of a table, and so is one drawn with upright strokes; rows that follow each other (blank lines and drawn borders between
 * them allowed) belong to one table.
 */
export function textSource(text: string): SourceDocument {
  const lines: SourceLine[] = []
  let table = -1
  let inTable = false
  const printed = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r|\f/)
  const spaced = spacedRows(printed)
  for (const [index, raw] of printed.entries()) {
    const no = index + 1
    const drawn = drawnCells(raw) ?? spaced.get(index) ?? null
    if (isDrawnBorder(raw) || drawn?.length === 0) {
      lines.push({ no, text: '' })
      continue
    }
    if (drawn && !isNotationLine(drawn)) {
      if (!inTable) table++
      inTable = true
      lines.push({ no, text: raw, row: { table, cells: drawn.map(plainCell) } })
      continue
    }
    if (isRow(raw)) {
      if (!inTable) table++
      inTable = true
      lines.push({ no, text: raw, row: { table, cells: raw.split('\t').map(plainCell) } })
      continue
    }
    if (raw.trim() !== '') inTable = false
    lines.push({ no, text: raw })
  }
  return { format: 'txt', lines, repairs: [] }
}

function plainCell(text: string): SourceCell {
  return { text: text.trim(), columns: 1, rows: 1 }
}

/** A tab that only indents, or that stands between an item's number and its words, makes no table. */
function isRow(line: string): boolean {
  if (!line.includes('\t') || line.trim() === '') return false
  const cells = line.split('\t')
  if (isNotationLine(cells)) return false
  if (line.startsWith('\t')) return cells.slice(1).some((cell, at) => at > 0 && cell.trim() !== '')
  if (cells.length === 2)
    return cells[1]!.trim() !== '' && !/^\s*(?:[（(]?[\d一二三四五六七八九十]+[）)]?[.．、])\s*$/.test(cells[0]!)
  return true
}
