import type { SourceLine } from '@yingshang/core/plans/source'
import { limits } from './limits.ts'
import { Unreadable } from './refused.ts'
import { rowLine, withRowSpans } from './rows.ts'
import type { PlacedCell } from './rows.ts'

export interface WrittenParagraph {
  /** Automatic number as printed, with the gap after it; empty when there is none. */
  readonly label: string
  /** Manual line breaks are `\n`. */
  readonly text: string
  /** Centred or in the title style: its line breaks are layout. */
  readonly title: boolean
  readonly heading: number | undefined
  /** 1-based page where the format knows it. */
  readonly page?: number
}

/** Writes the lines of a word-processor document, the same way for every format. */
export class LineWriter {
  readonly lines: SourceLine[] = []
  #tables = 0

  /** An empty paragraph is an empty line, even when it has a number: a label without text says nothing. */
  paragraph({ label, text, title, heading, page }: WrittenParagraph): void {
    for (const [at, part] of brokenLines(text, title).entries()) {
      const first = at === 0 && part !== ''
      this.#push({
        no: 0,
        text: first ? label + part : part,
        ...(first && heading !== undefined ? { headingLevel: heading } : {}),
        ...(page === undefined ? {} : { page }),
      })
    }
  }

  table(placed: readonly (readonly PlacedCell[])[], pages?: readonly number[]): void {
    const table = this.#tables++
    const width = placed.reduce((most, row) => Math.max(most, gridWidth(row)), 0)
    for (const [at, cells] of withRowSpans(placed).entries()) {
      const page = pages?.[at] === undefined ? {} : { page: pages[at] }
      // A cell across the whole table is a section heading or a note between the rows.
      const whole = cells.length === 1 && cells[0]!.columns === width && !cells[0]!.continued
      if (whole) for (const text of cells[0]!.text.split('\n')) this.#push({ no: 0, text, ...page })
      else this.#push({ ...rowLine(0, table, cells), ...page })
    }
  }

  #push(line: SourceLine): void {
    if (this.lines.length >= limits.lines)
      throw new Unreadable('plan.document-too-long', { limit: limits.lines, what: '行' })
    this.lines.push({ ...line, no: this.lines.length + 1 })
  }
}

const gridWidth = (row: readonly PlacedCell[]) => row.reduce((sum, cell) => sum + cell.columns, 0)

/** Texts of a cell's paragraphs. They are kept apart by `\n`: often they are one unit a line. */
export function cellText(texts: readonly string[]): string {
  return texts
    .flatMap((text) => text.split('\n'))
    .map((text) => text.replaceAll('\t', ' ').trim())
    .filter((text) => text !== '')
    .join('\n')
}

/**
 * Manual line breaks. In a centred title a break is layout: the pieces are one line with a blank between. In body text
 * a break after a finished sentence or before a number stands for a new paragraph; any other is layout and closes up.
 */
function brokenLines(text: string, title: boolean): string[] {
  const pieces = text.split('\n').map((piece) => piece.trim())
  if (title) return [pieces.filter((piece) => piece !== '').join(' ')]
  const lines = [pieces[0]!]
  for (const piece of pieces.slice(1)) {
    const last = lines.at(-1)!
    if (last === '' || /[。；：！？）)]$/.test(last) || startsItem.test(piece)) lines.push(piece)
    else lines[lines.length - 1] = last + piece
  }
  const printed = lines.filter((line) => line !== '')
  return printed.length > 0 ? printed : ['']
}

const startsItem =
  /^(?:[（(]?[一二三四五六七八九十百]+[）)、.．]|[（(]?\d{1,3}[）)、.．](?!\d)|第[一二三四五六七八九十百\d]+[条章节]|附件|[①-⑳])/
