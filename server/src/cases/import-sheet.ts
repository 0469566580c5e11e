import { findHeader, mostImportRows } from '@yingshang/core/cases/import-columns'
import type { ImportCells } from '@yingshang/core/cases/import-rows'
import { unzipSync, zipSync } from 'fflate'

export interface ImportFile {
  readonly header: readonly string[]
  readonly rows: readonly ImportCells[]
}
export type ImportReading =
  | ImportFile
  | {
      readonly fault: 'import.file-unreadable' | 'import.no-header' | 'import.too-many-rows' | 'import.no-rows'
    }

const mostInflated = 80 * 1024 * 1024
const mostColumns = 100

/**
 * The header row and all rows below it, out of a workbook (the first sheet that has a header) or a text with commas or tabs.
 * Days of date cells come out as `2022-09-26`, with the minute where the cell has one.
 */
export async function readImportFile(bytes: Uint8Array): Promise<ImportReading> {
  let sheets: string[][][]
  try {
    const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
    const old = bytes[0] === 0xd0 && bytes[1] === 0xcf
    sheets = zipped || old ? await sheetsOf(zipped ? inflated(bytes) : bytes) : [readSeparated(decode(bytes))]
  } catch {
    return { fault: 'import.file-unreadable' }
  }
  for (const sheet of sheets) {
    const at = findHeader(sheet)
    if (at === undefined) continue
    const rows = sheet
      .map((cells, index) => ({ row: index + 1, cells }))
      .slice(at + 1)
      .filter(({ cells }) => cells.some((text) => text.trim() !== ''))
    if (rows.length > mostImportRows) return { fault: 'import.too-many-rows' }
    return rows.length === 0 ? { fault: 'import.no-rows' } : { header: sheet[at]!, rows }
  }
  return { fault: 'import.no-header' }
}

/** Every part is inflated to its declared size at most, and all of them to 80 MB, before the workbook is understood. */
function inflated(bytes: Uint8Array): Uint8Array {
  let size = 0
  const parts = unzipSync(bytes, {
    filter(part) {
      size += part.originalSize
      if (size > mostInflated) throw new Error('too large')
      return true
    },
  })
  return zipSync(parts, { level: 0 })
}

async function sheetsOf(bytes: Uint8Array): Promise<string[][][]> {
  const { default: xlsx } = await import('@e965/xlsx')
  const book = xlsx.read(bytes, {
    type: 'array',
    cellNF: true,
    cellFormula: false,
    cellHTML: false,
    dense: true,
    sheetRows: mostImportRows + 50,
  })
  return book.SheetNames.map((name) => {
    const grid = (book.Sheets[name]?.['!data'] ?? []) as (Cell | undefined)[][]
    return Array.from(grid, (row) => Array.from((row ?? []).slice(0, mostColumns), (cell) => textOf(cell, xlsx.SSF)))
  })
}

interface Cell {
  readonly t?: string
  readonly v?: unknown
  readonly z?: string | number
}
interface DayParts {
  readonly y: number
  readonly m: number
  readonly d: number
  readonly H: number
  readonly M: number
}

function textOf(
  cell: Cell | undefined,
  format: { is_date(z: string): boolean; parse_date_code(v: number): DayParts | null },
): string {
  if (cell?.v === undefined || cell.v === null || cell.t === 'e') return ''
  if (cell.t !== 'n' || typeof cell.v !== 'number') return String(cell.v)
  if (typeof cell.z === 'string' && format.is_date(cell.z)) {
    const day = format.parse_date_code(cell.v)
    const two = (number: number) => String(number).padStart(2, '0')
    const time = cell.v % 1 === 0 || !day ? '' : ` ${two(day.H)}:${two(day.M)}`
    if (day) return `${day.y}-${two(day.m)}-${two(day.d)}${time}`
  }
  return Number.isInteger(cell.v) ? cell.v.toFixed(0) : String(cell.v)
}

/** UTF-16 and UTF-8 by their mark, then strict UTF-8, then strict GB18030, the way Excel in China writes a .csv. */
function decode(bytes: Uint8Array): string {
  const as = (encoding: string) => new TextDecoder(encoding, { fatal: true }).decode(bytes)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be')
  if (bytes.includes(0)) throw new Error('no text')
  try {
    return as('utf-8')
  } catch {
    return as('gb18030')
  }
}

/** RFC 4180 with whichever of comma, tab and semicolon stands most often in the first line. A quote inside a bare cell is itself. */
export function readSeparated(text: string): string[][] {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/))
  const count = (sign: string) => firstLine.split(sign).length
  const between = [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    if (row.length < mostColumns) row.push(cell)
    cell = ''
  }
  const endRow = () => {
    endCell()
    rows.push(row)
    row = []
  }
  for (let at = 0; at < text.length && rows.length <= mostImportRows + 50; at++) {
    const sign = text[at]!
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') cell += text[++at]
      else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === between) endCell()
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at++
      endRow()
    } else cell += sign
  }
  if (quoted) throw new Error('a quote is never closed')
  if (cell !== '' || row.length > 0) endRow()
  return rows
}
