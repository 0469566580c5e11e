import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { limits } from './limits.ts'
import { columnTables } from './pdf-columns.ts'
import { CharacterMaps } from './pdf-character-maps.ts'
import { gridsOf } from './pdf-grid.ts'
import { columnGap, piecesOf, printedLines } from './pdf-pieces.ts'
import type { PrintedLine, TextItem } from './pdf-pieces.ts'
import { rulesOf } from './pdf-rules.ts'
import type { DrawingCodes } from './pdf-rules.ts'
import { tablesOf } from './pdf-table.ts'
import type { PageTable } from './pdf-table.ts'
import { Unreadable } from './refused.ts'

/** What stands on one page: its tables, and its lines of text outside of them. */
export interface PdfPage {
  readonly tables: readonly PageTable[]
  readonly lines: readonly PrintedLine[]
  readonly height: number
  readonly width: number
  /** True when the page could not be read. */
  readonly damaged?: boolean
}

const together = 8

type Document = Awaited<ReturnType<typeof getDocumentProxy>>

/** Opens a PDF and reads its pages. Scripts, forms, attachments and links are not looked at. Throws `Unreadable`. */
export async function readPages(bytes: Uint8Array): Promise<PdfPage[]> {
  const document = await open(bytes)
  if (document.numPages > limits.pages)
    throw new Unreadable('plan.document-too-long', { limit: limits.pages, what: '页' })
  const codes = drawingCodes((await getResolvedPDFJS()).OPS)
  const pages: PdfPage[] = []
  let damaged = 0
  // Several pages under way at once: the library answers each in many small steps.
  for (let first = 1; first <= document.numPages; first += together) {
    const numbers = Array.from(
      { length: Math.min(together, document.numPages - first + 1) },
      (_unused, at) => first + at,
    )
    const read = await Promise.allSettled(numbers.map((number) => readPage(document, number, codes)))
    for (const page of read) {
      // The library throws many kinds of errors for a broken page; the other pages are still worth reading.
      if (page.status === 'rejected') damaged++
      pages.push(
        page.status === 'fulfilled' ? page.value : { tables: [], lines: [], height: 842, width: 595, damaged: true },
      )
    }
  }
  if (damaged === pages.length) throw new Unreadable('plan.damaged')
  return pages
}

async function open(bytes: Uint8Array): Promise<Document> {
  try {
    // The library keeps the bytes it is given, hence the copy.
    return await getDocumentProxy(new Uint8Array(bytes), {
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      stopAtErrors: false,
      maxImageSize: 1,
      BinaryDataFactory: CharacterMaps,
      cMapPacked: false,
      useWorkerFetch: false,
      verbosity: 0,
    })
  } catch (error) {
    throw new Unreadable((error as Error).name === 'PasswordException' ? 'plan.encrypted' : 'plan.damaged')
  }
}

async function readPage(document: Document, number: number, codes: DrawingCodes): Promise<PdfPage> {
  const page = await document.getPage(number)
  const { transform, height, width } = page.getViewport({ scale: 1 })
  const content = await page.getTextContent({ disableNormalization: true })
  const pieces = piecesOf(content.items as TextItem[], transform)
  const lines = printedLines(pieces)
  if (!lines.some(inColumns)) return { tables: [], lines, height, width }
  const rules = rulesOf(await page.getOperatorList(), codes, transform)
  page.cleanup()
  const ruled = tablesOf(gridsOf(rules), pieces, number)
  const left = columnTables(printedLines(ruled.outside), number)
  const tables = [...ruled.tables, ...left.tables].sort((a, b) => a.top - b.top)
  return { tables, lines: left.rest, height, width }
}

/** Drawings are looked at only where text stands in columns: they cost more than the text. */
function inColumns(line: PrintedLine): boolean {
  return line.pieces.some((piece, at) => {
    const before = line.pieces[at - 1]
    return before !== undefined && piece.x - before.x - before.width > columnGap * piece.size
  })
}

function drawingCodes(codes: Record<string, number>): DrawingCodes {
  const all = (...names: string[]) => new Set(names.map((name) => codes[name]!))
  return {
    save: codes.save!,
    restore: codes.restore!,
    transform: codes.transform!,
    constructPath: codes.constructPath!,
    paintFormXObjectBegin: codes.paintFormXObjectBegin!,
    paintFormXObjectEnd: codes.paintFormXObjectEnd!,
    outlines: all('stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'),
    areas: all('fill', 'eoFill'),
  }
}
