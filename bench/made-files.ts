import type { SourceCell, SourceLine } from '@yingshang/core/plans/source'
import type { MadeNotice } from '@yingshang/core/testing/notices/generate'
import { numberValue } from '@yingshang/core/testing/notices/numbering'
import {
  definition,
  instance,
  level,
  paragraph,
  run,
  sheetRow,
  wordFile,
  workbookFile,
} from '../server/src/plans/readers/testing/office-file.ts'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Number forms that Word can print by itself: how they look in the text, and as a list level. */
const automatic = [
  { id: 1, find: /^[\s　]*([一二三四五六七八九十]+)、/, text: '%1、', format: 'chineseCounting' },
  { id: 2, find: /^[\s　]*（([一二三四五六七八九十]+)）/, text: '（%1）', format: 'chineseCounting' },
  { id: 3, find: /^[\s　]*(\d{1,3})\.(?!\d)\s?/, text: '%1.', format: 'decimal' },
  { id: 4, find: /^[\s　]*(\d{1,3})、/, text: '%1、', format: 'decimal' },
  { id: 5, find: /^[\s　]*（(\d{1,3})）/, text: '（%1）', format: 'decimal' },
]

/** Turns printed numbers into lists that Word counts; each list that starts again at one is a list of its own. */
class Lists {
  readonly instances: { id: number; of: number }[] = []
  readonly #last = new Map<number, { list: number; value: number }>()

  take(text: string): { text: string; list?: string } {
    for (const form of automatic) {
      const found = form.find.exec(text)
      if (!found) continue
      const value = numberValue(found[1] as string)
      const before = this.#last.get(form.id)
      if (value !== 1 && before?.value !== value - 1) return { text }
      const list = value === 1 || !before ? this.instances.length + 1 : before.list
      if (value === 1) this.instances.push({ id: list, of: form.id })
      this.#last.set(form.id, { list, value })
      return { text: text.slice(found[0].length), list: `${list}/0` }
    }
    return { text }
  }

  numbering(): string {
    return [
      ...automatic.map((form) => definition(form.id, level(0, form.text, form.format))),
      ...this.instances.map(({ id, of }) =>
        instance(id, of, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
      ),
    ].join('')
  }
}

function tableCell(cell: SourceCell): string {
  const span = cell.columns > 1 ? `<w:gridSpan w:val="${cell.columns}"/>` : ''
  const merge = cell.continued ? '<w:vMerge/>' : cell.rows > 1 ? '<w:vMerge w:val="restart"/>' : ''
  const texts = cell.text.split('\n').map((text) => `<w:p>${run(escaped(text))}</w:p>`)
  return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${texts.join('')}</w:tc>`
}

/** Runs of rows of the same table, and single paragraphs, in order. */
function* pieces(lines: readonly SourceLine[]): Generator<SourceLine[]> {
  let rows: SourceLine[] = []
  for (const line of lines) {
    if (rows.length > 0 && line.row?.table !== rows[0]!.row!.table) {
      yield rows
      rows = []
    }
    if (line.row) rows.push(line)
    else if (line.text.trim() !== '') yield [line]
  }
  if (rows.length > 0) yield rows
}

/** The notice as a .docx file: real tables with merged cells, and numbers that Word counts where `counted`. */
export function wordFileOf(notice: MadeNotice, counted: boolean): Uint8Array {
  const lists = new Lists()
  const body: string[] = []
  for (const piece of pieces(notice.word.lines)) {
    const first = piece[0] as SourceLine
    if (first.row)
      body.push(
        `<w:tbl>${piece.map(({ row }) => `<w:tr>${row!.cells.map(tableCell).join('')}</w:tr>`).join('')}</w:tbl>`,
      )
    else {
      const { text, list } = counted ? lists.take(first.text) : { text: first.text, list: undefined }
      body.push(paragraph(escaped(text), list ? { list } : {}))
    }
  }
  return wordFile({ body: body.join(''), numbering: lists.numbering() })
}

/** The tables of the notice as a workbook, one sheet each, with the line above each table as its merged title row. */
export function workbookOf(notice: MadeNotice): Uint8Array {
  const sheets: { name: string; rows: string; merges: string[] }[] = []
  let title = ''
  for (const piece of pieces(notice.word.lines)) {
    const first = piece[0] as SourceLine
    if (!first.row) {
      title = first.text.trim()
      continue
    }
    const columns = Math.max(...piece.map(({ row }) => row!.cells.reduce((sum, cell) => sum + cell.columns, 0)))
    const merges = [`A1:${letter(columns - 1)}1`]
    const rows = [sheetRow(1, [escaped(title)])]
    piece.forEach(({ row }, i) => {
      let column = 0
      const written: (string | null)[] = []
      for (const cell of row!.cells) {
        if (cell.columns > 1 || cell.rows > 1)
          merges.push(`${letter(column)}${i + 2}:${letter(column + cell.columns - 1)}${i + 1 + cell.rows}`)
        written[column] = cell.continued || cell.text === '' ? null : escaped(cell.text)
        for (let covered = 1; covered < cell.columns; covered++) written[column + covered] = null
        column += cell.columns
      }
      rows.push(sheetRow(i + 2, written))
    })
    sheets.push({ name: `表${sheets.length + 1}`, rows: rows.join(''), merges })
  }
  return workbookFile(sheets)
}

const letter = (column: number) => String.fromCharCode(65 + column)
