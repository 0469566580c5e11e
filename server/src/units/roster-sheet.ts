import { rosterColumns, type RosterCells, type RosterColumn } from '@yingshang/core/units/roster'
import { unzipSync, zipSync } from 'fflate'

export type RosterReading =
  | { readonly rows: RosterCells[] }
  | { readonly fault: 'roster.file-unreadable' | 'roster.no-header' | 'roster.too-many-rows' | 'roster.empty' }

const mostInflated = 40 * 1024 * 1024

/** Headings as the template prints them and as offices write them. */
const headings: Record<RosterColumn, readonly string[]> = {
  unit: ['单位', '单位名称', '所在单位'],
  name: ['姓名'],
  role: ['岗位', '角色'],
  mobile: ['手机', '手机号', '手机号码', '联系电话'],
  officePhone: ['办公电话', '座机'],
  email: ['邮箱', '电子邮箱'],
  fromDay: ['任职日期', '起始日期', '任职开始日期'],
  signInName: ['工号'],
}

/**
 * Reads the roster out of a workbook: the first sheet with the headings 单位, 姓名 and 岗位 in its first ten rows.
 * Every part is inflated to its declared size at most, and all of them to 40 MB, before the workbook is understood.
 */
export async function readRosterSheet(bytes: Uint8Array, mostRows: number): Promise<RosterReading> {
  let workbook
  const { default: xlsx } = await import('@e965/xlsx')
  try {
    let inflated = 0
    const parts = unzipSync(bytes, {
      filter(part) {
        inflated += part.originalSize
        if (inflated > mostInflated) throw new Error('too large')
        return true
      },
    })
    workbook = xlsx.read(zipSync(parts, { level: 0 }), {
      type: 'array',
      cellNF: true,
      cellFormula: false,
      cellHTML: false,
      sheetRows: mostRows + 50,
    })
  } catch {
    return { fault: 'roster.file-unreadable' }
  }
  for (const name of workbook.SheetNames) {
    const sheet = workbook.Sheets[name]
    const ref = sheet?.['!ref']
    if (!sheet || !ref) continue
    const range = xlsx.utils.decode_range(ref)
    const textAt = (row: number, column: number) =>
      textOf(sheet[xlsx.utils.encode_cell({ r: row, c: column })], xlsx.SSF)
    const header = findHeader(range, textAt)
    if (!header) continue
    const rows: RosterCells[] = []
    for (let row = header.row + 1; row <= range.e.r; row++) {
      const cells = { row: row + 1 } as Record<RosterColumn, string> & { row: number }
      let filled = false
      for (const column of rosterColumns) {
        const at = header.columns[column]
        cells[column] = at === undefined ? '' : textAt(row, at).trim()
        filled ||= cells[column] !== ''
      }
      if (filled) rows.push(cells)
      if (rows.length > mostRows) return { fault: 'roster.too-many-rows' }
    }
    return rows.length === 0 ? { fault: 'roster.empty' } : { rows }
  }
  return { fault: 'roster.no-header' }
}

function findHeader(
  range: { s: { r: number; c: number }; e: { r: number; c: number } },
  textAt: (row: number, column: number) => string,
): { row: number; columns: Partial<Record<RosterColumn, number>> } | undefined {
  for (let row = range.s.r; row <= Math.min(range.e.r, range.s.r + 9); row++) {
    const columns: Partial<Record<RosterColumn, number>> = {}
    for (let column = range.s.c; column <= Math.min(range.e.c, range.s.c + 60); column++) {
      const text = textAt(row, column)
        .replace(/[\s*＊（(].*$/, '')
        .trim()
      const found = rosterColumns.find((one) => headings[one].includes(text))
      if (found && columns[found] === undefined) columns[found] = column
    }
    if (columns.unit !== undefined && columns.name !== undefined && columns.role !== undefined) return { row, columns }
  }
  return undefined
}

interface Cell {
  readonly t?: string
  readonly v?: unknown
  readonly z?: string | number
}

/** A number typed as a number stays its digits; a date cell becomes an ISO day whatever its format prints. */
function textOf(
  cell: Cell | undefined,
  format: { is_date(z: string): boolean; parse_date_code(v: number): { y: number; m: number; d: number } | null },
): string {
  if (cell?.v === undefined || cell.v === null || cell.t === 'e') return ''
  if (cell.t === 'n' && typeof cell.v === 'number') {
    if (typeof cell.z === 'string' && format.is_date(cell.z)) {
      const day = format.parse_date_code(cell.v)
      if (day) return `${day.y}-${String(day.m).padStart(2, '0')}-${String(day.d).padStart(2, '0')}`
    }
    return Number.isInteger(cell.v) ? cell.v.toFixed(0) : String(cell.v)
  }
  return String(cell.v)
}
