import type { Readable } from 'node:stream'
import { PassThrough } from 'node:stream'

export interface SheetColumn {
  readonly header: string
  /** Width in characters of the standard font. */
  readonly width: number
  readonly align?: 'left' | 'right' | 'center'
}

export interface Sheet {
  readonly title: string
  readonly subtitle: string
  readonly name: string
  readonly columns: readonly SheetColumn[]
}

type Cell = string | number | null

const thin = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const
const border = { top: thin, left: thin, bottom: thin, right: thin }

/**
 * A workbook as a county office expects it, written while rows arrive: title, heading row that stays in view and is
 * repeated on every printed page, wrapped text, A4 landscape fitted to the page's width. Rows come in batches so that a
 * large ledger never stands in memory.
 */
export function sheetStream(sheet: Sheet, rows: AsyncIterable<readonly (readonly Cell[])[]>): Readable {
  const out = new PassThrough()
  void write(sheet, rows, out).catch((error: unknown) => out.destroy(error as Error))
  return out
}

async function write(sheet: Sheet, rows: AsyncIterable<readonly (readonly Cell[])[]>, out: PassThrough): Promise<void> {
  // Loaded with the first workbook: it and what it brings would be a quarter of the program's memory from the start.
  const { default: exceljs } = await import('exceljs')
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const page = book.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', ySplit: 3, xSplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:3',
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '第 &P 页 共 &N 页' },
  })
  page.columns = sheet.columns.map((column) => ({ width: column.width }))
  const last = sheet.columns.length
  const title = page.addRow([sheet.title])
  title.height = 30
  title.getCell(1).font = { name: '黑体', size: 16, bold: true }
  title.getCell(1).alignment = { horizontal: 'center', vertical: 'middle' }
  page.mergeCells(1, 1, 1, last)
  title.commit()
  const subtitle = page.addRow([sheet.subtitle])
  subtitle.getCell(1).font = { name: '宋体', size: 10, color: { argb: 'FF595959' } }
  subtitle.getCell(1).alignment = { horizontal: 'right' }
  page.mergeCells(2, 1, 2, last)
  subtitle.commit()
  const heading = page.addRow(sheet.columns.map((column) => column.header))
  heading.height = 24
  heading.eachCell((cell) => {
    cell.font = { name: '黑体', size: 10, bold: true }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } }
    cell.border = border
  })
  heading.commit()
  for await (const batch of rows) {
    for (const values of batch) {
      const row = page.addRow(values.map(safeCell))
      for (let column = 1; column <= last; column++) {
        const cell = row.getCell(column)
        cell.font = { name: '宋体', size: 10 }
        cell.alignment = { vertical: 'top', horizontal: sheet.columns[column - 1]!.align ?? 'left', wrapText: true }
        cell.border = border
      }
      row.commit()
    }
    // Let the socket take what was written before more is read from the database.
    if (out.writableNeedDrain) await new Promise((resolve) => out.once('drain', resolve))
  }
  page.autoFilter = { from: { row: 3, column: 1 }, to: { row: 3, column: last } }
  page.commit()
  await book.commit()
}

/**
 * A text that a spreadsheet could take for a formula is led by an apostrophe: it is data that people typed. Control
 * characters, which no workbook may hold, are left out.
 */
export function safeCell(value: Cell): Cell {
  if (typeof value !== 'string') return value
  // oxlint-disable-next-line no-control-regex
  const text = value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
