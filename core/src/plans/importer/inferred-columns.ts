import { deadlinePhrase } from './deadlines.ts'
import { joinUnitLines } from './list-spaces.ts'
import { isPlaceholder } from './placeholders.ts'
import type { ColumnKind } from './table-columns.ts'
import type { GridRow } from './table-grid.ts'
import { readUnits } from './unit-lists.ts'
import { isSurelyUnit } from './unit-names.ts'

/**
 * What the columns of a table without a header hold, from their cells alone: a column of units, one of words, and one of
 * dates or numbers. Null where the cells do not settle it.
 */
export function inferredColumns(rows: readonly GridRow[]): ColumnKind[] | null {
  const body = rows.filter((row) => row.single === null)
  const width = Math.min(...body.map((row) => row.cells.length))
  if (body.length < 3 || width < 3 || body.some((row) => row.cells.length !== width)) return null
  const columns = Array.from({ length: width }, (_, at) =>
    body.map((row) => row.cells[at]!.text.trim()).filter((text) => text !== '' && !isPlaceholder(text)),
  )
  const kinds = columns.map((texts) => kindOf(texts, body.length))
  const units = kinds.flatMap((kind, at) => (kind === 'responsible' ? [at] : []))
  const wordy = columns.map((texts, at) => (kinds[at] === 'words' ? average(texts) : 0))
  if (units.length === 0 || Math.max(...wordy) < 6 || !(kinds.includes('deadline') || kinds.includes('no'))) return null
  // Of two columns of units the first leads where it names one each.
  if (units.length > 1 && columns[units[0]!]!.every((text) => readUnits(text).units.length <= 1))
    kinds[units[0]!] = 'lead'
  return kinds
}

function kindOf(texts: readonly string[], rows: number): ColumnKind {
  const share = (test: (text: string) => boolean): number =>
    texts.length === 0 ? 0 : texts.filter(test).length / texts.length
  if (texts.length < rows * 0.3) return 'other'
  if (share((text) => /^[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[.、]?$/.test(text)) >= 0.9) return 'no'
  if (share(namesUnits) >= 0.8) return 'responsible'
  if (share((text) => deadlinePhrase(text) !== null) >= 0.7) return 'deadline'
  if (share((text) => text.startsWith('《')) >= 0.8) return 'basis'
  return 'words'
}

function namesUnits(text: string): boolean {
  const { units, groups, catchAll, odd } = readUnits(joinUnitLines(text))
  return (
    odd.length === 0 &&
    units.length + groups.length + catchAll.length > 0 &&
    units.every(({ name }) => isSurelyUnit(name)) &&
    text.length <= 300
  )
}

function average(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + (text.match(/[\u4e00-\u9fff]/g)?.length ?? 0), 0) / Math.max(texts.length, 1)
}
