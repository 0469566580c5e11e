import { spacedRows } from '@yingshang/core/plans/importer/spaced-rows'
import { isNotationLine } from '@yingshang/core/plans/importer/spoken-duties'
import { drawnCells, isDrawnBorder } from '@yingshang/core/plans/importer/drawn-rows'
import type { SourceDocument, SourceLine } from '@yingshang/core/plans/source'
import { limits } from './limits.ts'
import { Unreadable } from './refused.ts'
import { decodeText } from './text-decoding.ts'

/** Reads plain text in any encoding an office uses. Line numbers are the file's; tab-separated lines become table rows. */
export function readText(bytes: Uint8Array): SourceDocument {
  const { text } = decodeText(bytes)
  const printed = text.replaceAll('\0', '').split(/\r\n|\n|\r|\u2028|\u2029/)
  if (printed.at(-1) === '') printed.pop()
  if (printed.length > limits.lines) throw new Unreadable('plan.document-too-long', { limit: limits.lines, what: '行' })
  if (printed.every((line) => line.trim() === '')) throw new Unreadable('plan.no-content')
  const repairs = printed.flatMap((line, at) =>
    line.includes('\uFFFD')
      ? [{ code: 'broken-character', message: '文本里有无法识别的字，请对照原件补上', line: at + 1 }]
      : [],
  )
  return { format: 'txt', lines: rowsFromTabs(printed), repairs }
}

/** A list number followed by a tab is what a copied automatic number looks like, not a table cell. */
const copiedNumber =
  /^\s*(?:[（(]?[一二三四五六七八九十百零〇\d]{1,4}[）)、.．]|第[一二三四五六七八九十百\d]+[条章节]|[①-⑳●•○◆■·-])\s*$/

/**
 * Neighbouring lines with inner tabs, drawn edges (| 1 | 办好某事 |) or columns held apart by blanks form one table; blank
 * lines between them do not end it, as copied tables often have them. Public because the old Word format also arrives as tab-separated text.
 */
export function rowsFromTabs(printed: readonly string[], firstLine = 1, firstTable = 0): SourceLine[] {
  const lines: SourceLine[] = []
  let table = firstTable - 1
  let inTable = false
  const spaced = spacedRows(printed)
  for (const [at, text] of printed.entries()) {
    const no = firstLine + at
    if (isDrawnBorder(text) || spaced.get(at)?.length === 0) {
      lines.push({ no, text: '' })
      continue
    }
    if (text.trim() === '' && !(inTable && text.includes('\t'))) {
      lines.push({ no, text: text.trim() === '' ? '' : text })
      continue
    }
    const cells = drawnCells(text) ?? spaced.get(at) ?? text.split('\t')
    if (!isRow(cells, inTable)) {
      inTable = false
      lines.push({ no, text })
      continue
    }
    if (!inTable) table++
    inTable = true
    lines.push({ no, text, row: { table, cells: cells.map((cell) => ({ text: cell.trim(), columns: 1, rows: 1 })) } })
  }
  return lines
}

function isRow(cells: readonly string[], inTable: boolean): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '').length
  if (cells.length < 2) return false
  if (cells.length === 2 && copiedNumber.test(cells[0]!)) return false
  if (isNotationLine(cells)) return false
  // An indented paragraph begins with tabs; only inside a table may a row have a single filled cell.
  return filled >= 2 || (inTable && cells.length >= 3 && filled >= 1)
}
