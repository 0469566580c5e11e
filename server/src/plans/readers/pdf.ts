import type { SourceDocument } from '@yingshang/core/plans/source'
import { LineWriter } from './line-writer.ts'
import { furnitureOf } from './pdf-furniture.ts'
import { readPages } from './pdf-pages.ts'
import type { PdfPage } from './pdf-pages.ts'
import { carriesOnLine, paragraphText, textBlockOf } from './pdf-paragraphs.ts'
import type { TextBlock } from './pdf-paragraphs.ts'
import type { PrintedLine } from './pdf-pieces.ts'
import { carriesOn, continuedBy } from './pdf-table.ts'
import type { PageTable } from './pdf-table.ts'
import { Unreadable } from './refused.ts'

/**
 * Reads a PDF with a text layer: page numbers and running heads left out, the lines of a paragraph joined over line and
 * page ends, ruled tables as rows with merged cells, also over several pages.
 */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  const pages = await readPages(bytes)
  const furniture = furnitureOf(pages)
  const body = pages.map((page) => ({
    ...page,
    lines: page.lines.filter((line) => !furniture.has(line) && !isContentsEntry(line.text)),
  }))
  const text = body
    .flatMap((page) => [...page.lines.map((line) => line.text), ...page.tables.flatMap(tableTexts)])
    .join('')
  if (text.length === 0 || (pages.length > 1 && text.length < pages.length * 10))
    throw new Unreadable('plan.pdf-no-text')
  if ((text.match(expected)?.length ?? 0) < text.length * 0.7) throw new Unreadable('plan.pdf-garbled')
  const writer = new LineWriter()
  write(
    body,
    textBlockOf(
      body.map((page) => page.lines),
      body[0]!.width,
    ),
    writer,
  )
  const repairs = pages.flatMap((page, at) => {
    const line = writer.lines.find((one) => one.page !== undefined && one.page > at)?.no ?? writer.lines.length
    return page.damaged
      ? [{ code: 'page-lost', message: `第 ${at + 1} 页已损坏，没有读出文字，请对照原件补上`, line }]
      : []
  })
  return { format: 'pdf', lines: writer.lines, repairs }
}

/** What a Chinese notice is written with. A file without usable character maps gives letters of any script instead. */
const expected =
  /[\s\u0020-\u007E\u00A0-\u00FF\u2000-\u27BF\u2E80-\u33FF\u4E00-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u{20000}-\u{3FFFF}]/gu

const tableTexts = (table: PageTable) => table.rows.flat().map((cell) => cell.text)

/** A line of a table of contents: dots up to a page number. */
const isContentsEntry = (text: string) => /(?:[.．·…]\s*){6,}\d{1,4}$/.test(text)

function write(pages: readonly PdfPage[], block: TextBlock, writer: LineWriter): void {
  let paragraph: { lines: PrintedLine[]; page: number } | null = null
  let table: PageTable | null = null
  const closeParagraph = () => {
    if (paragraph) {
      const text = paragraphText(paragraph.lines, block)
      writer.paragraph({ label: '', text, title: false, heading: undefined, page: paragraph.page })
    }
    paragraph = null
  }
  const closeTable = () => {
    if (table) writer.table(table.rows, table.pages)
    table = null
  }
  for (const [at, page] of pages.entries()) {
    for (const [place, item] of inOrder(page).entries()) {
      if ('rows' in item) {
        closeParagraph()
        if (place === 0 && table && carriesOn(table, item)) table = continuedBy(table, item)
        else {
          closeTable()
          table = item
        }
        continue
      }
      closeTable()
      const open: { lines: PrintedLine[]; page: number } | null = paragraph
      const last = open?.lines.at(-1)
      if (open && last && carriesOnLine(last, item, place === 0, block)) open.lines.push(item)
      else {
        closeParagraph()
        paragraph = { lines: [item], page: at + 1 }
      }
    }
  }
  closeParagraph()
  closeTable()
}

function inOrder(page: PdfPage): (PrintedLine | PageTable)[] {
  const top = (item: PrintedLine | PageTable) => ('rows' in item ? item.top : item.y)
  return [...page.lines, ...page.tables].sort((a, b) => top(a) - top(b))
}
