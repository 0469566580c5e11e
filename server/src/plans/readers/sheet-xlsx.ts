import type { SourceDocument } from '@yingshang/core/plans/source'
import type { Archive } from '../../platform/files/archive.ts'
import { relatedPart, relationships } from './office-package.ts'
import { Unreadable } from './refused.ts'
import { cellFormats, printedNumber } from './sheet-format.ts'
import { linesOfSheets } from './sheet-lines.ts'
import type { SheetGrid } from './sheet-lines.ts'
import { child, childrenNamed, elements, parseXml, textOf } from './xml.ts'
import type { XmlElement } from './xml.ts'

/** Reads an Excel workbook (.xlsx, .xlsm): visible sheets in order, cells as printed, merged cells as spans. */
export async function readWorkbook(archive: Archive, main: string): Promise<SourceDocument> {
  const part = archive.read(main)
  if (!part) throw new Unreadable('plan.damaged')
  const workbook = parseXml(part)
  const formats = cellFormats(relatedPart(archive, main, '/styles'))
  const formatter = formats.some((format) => format !== undefined)
    ? (await import('@e965/xlsx')).default.SSF
    : undefined
  const book: Book = {
    texts: childrenNamed(relatedPart(archive, main, '/sharedStrings'), 'si').map(richText),
    formats,
    date1904: ['1', 'true'].includes(child(workbook, 'workbookPr')?.attributes.date1904 ?? ''),
    formatter: (format, value, options) => formatter?.format(format, value, options) ?? String(value),
  }
  const targets = new Map(relationships(archive, main).map((one) => [one.id, one.target]))
  const sheets: SheetGrid[] = []
  const repairs: { code: string; message: string; line: number }[] = []
  for (const sheet of childrenNamed(child(workbook, 'sheets'), 'sheet')) {
    const name = sheet.attributes.name ?? ''
    const bytes = archive.read(targets.get(sheet.attributes.id ?? '') ?? '')
    if (!bytes) continue
    if (sheet.attributes.state && sheet.attributes.state !== 'visible') {
      repairs.push({ code: 'hidden-sheet', message: `工作表“${name}”是隐藏的，没有读取`, line: 1 })
      continue
    }
    sheets.push(readSheet(name, parseXml(bytes), book))
  }
  return { format: 'xlsx', lines: linesOfSheets(sheets), repairs }
}

interface Book {
  readonly texts: readonly string[]
  readonly formats: readonly (string | number | undefined)[]
  readonly date1904: boolean
  readonly formatter: Parameters<typeof printedNumber>[3]
}

/** Text of a string with its runs; readings of Japanese names (`rPh`) are not part of it. */
function richText(string: XmlElement): string {
  return elements(string)
    .map((piece) => (piece.name === 't' ? textOf(piece) : piece.name === 'r' ? richText(piece) : ''))
    .join('')
}

function readSheet(name: string, sheet: XmlElement, book: Book): SheetGrid {
  const cells = new Map<number, Map<number, string>>()
  let row = -1
  for (const line of childrenNamed(child(sheet, 'sheetData'), 'row')) {
    row = line.attributes.r ? Number(line.attributes.r) - 1 : row + 1
    let column = -1
    for (const cell of childrenNamed(line, 'c')) {
      const place = reference(cell.attributes.r)
      column = place ? place.column : column + 1
      const text = tidy(cellText(cell, book))
      if (text === '' || !(row >= 0 && row < 1_048_576 && column < 16_384)) continue
      let texts = cells.get(row)
      if (!texts) cells.set(row, (texts = new Map()))
      texts.set(column, text)
    }
  }
  const merges = childrenNamed(child(sheet, 'mergeCells'), 'mergeCell').flatMap((merge) => {
    const [from, to] = (merge.attributes.ref ?? '').split(':').map(reference)
    return from && to ? [{ top: from.row, left: from.column, bottom: to.row, right: to.column }] : []
  })
  return { name, cells, merges }
}

function cellText(cell: XmlElement, book: Book): string {
  const value = child(cell, 'v')
  const written = value ? textOf(value) : ''
  switch (cell.attributes.t) {
    case 's':
      return book.texts[Number(written)] ?? ''
    case 'inlineStr': {
      const inline = child(cell, 'is')
      return inline ? richText(inline) : ''
    }
    case 'str':
    case 'e':
    case 'd':
      return written
    case 'b':
      return written === '1' ? '是' : '否'
    default:
      return printedNumber(written, book.formats[Number(cell.attributes.s ?? 0)], book.date1904, book.formatter)
  }
}

/** `C12` → row 11, column 2. */
function reference(name: string | undefined): { row: number; column: number } | undefined {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name ?? '')
  if (!parts) return undefined
  const column = [...parts[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(parts[2]) - 1, column }
}

/** `_x000D_` is how Excel writes a carriage return (ECMA-376 part 1, 22.9.2.19). */
export function tidy(text: string): string {
  return text
    .replace(/_x000[dD]_/g, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replaceAll('\t', ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}
