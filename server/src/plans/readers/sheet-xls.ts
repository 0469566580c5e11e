import type { SourceDocument } from '@yingshang/core/plans/source'
import xlsx from '@e965/xlsx'
import { Unreadable } from './refused.ts'
import { linesOfSheets } from './sheet-lines.ts'
import type { SheetGrid } from './sheet-lines.ts'
import { tidy } from './sheet-xlsx.ts'
import { withoutFormulas } from './sheet-xls-records.ts'

/**
 * Reads an old Excel workbook (.xls, and .et saved in that format) from its stream inside the compound file. Macros and
 * formulas are not looked at.
 */
export function readOldWorkbook(stream: Uint8Array): SourceDocument {
  // Anything else the library would take for another format.
  if (stream[0] !== 0x09 || stream[1] !== 0x08) throw new Unreadable('plan.damaged')
  let book: xlsx.WorkBook
  try {
    book = xlsx.read(withoutFormulas(stream), { type: 'array', cellFormula: false, cellHTML: false, bookVBA: false, dense: false })
  } catch (error) {
    throw new Unreadable(/password|encrypt/i.test(String(error)) ? 'plan.encrypted' : 'plan.damaged')
  }
  const sheets: SheetGrid[] = []
  const repairs: { code: string; message: string; line: number }[] = []
  for (const [at, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name]
    if (!sheet) continue
    if (book.Workbook?.Sheets?.[at]?.Hidden) {
      repairs.push({ code: 'hidden-sheet', message: `工作表“${name}”是隐藏的，没有读取`, line: 1 })
      continue
    }
    sheets.push(gridOf(name, sheet))
  }
  return { format: 'xls', lines: linesOfSheets(sheets), repairs }
}

function gridOf(name: string, sheet: xlsx.WorkSheet): SheetGrid {
  const cells = new Map<number, Map<number, string>>()
  for (const key of Object.keys(sheet)) {
    if (key.startsWith('!')) continue
    const place = xlsx.utils.decode_cell(key)
    const cell = sheet[key] as xlsx.CellObject
    const text = tidy(printed(cell))
    if (text === '') continue
    let row = cells.get(place.r)
    if (!row) cells.set(place.r, (row = new Map()))
    row.set(place.c, text)
  }
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))
  return { name, cells, merges }
}

/** Dates and percentages as shown; other numbers without padding or binary noise, as in an .xlsx. */
function printed(cell: xlsx.CellObject): string {
  const shown = cell.w ?? String(cell.v ?? '')
  if (cell.t !== 'n' || typeof cell.v !== 'number') return shown
  return /^-?[\d,]*\.?\d*$/.test(shown.trim()) ? String(Number(cell.v.toPrecision(15))) : shown
}
