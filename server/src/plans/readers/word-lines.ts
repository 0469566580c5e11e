import type { SourceLine } from '@yingshang/core/plans/source'
import { limits } from './limits.ts'
import { Unreadable } from './refused.ts'
import { rowLine, withRowSpans } from './rows.ts'
import { inlineOf } from './word-inline.ts'
import type { Inline } from './word-inline.ts'
import { ListCounter } from './word-numbering.ts'
import type { Numbering } from './word-numbering.ts'
import { headingLevel } from './word-styles.ts'
import type { StyledAs, WordStyles } from './word-styles.ts'
import { child, childrenNamed, elements, valueOf } from './xml.ts'
import type { XmlElement } from './xml.ts'

/** Block elements that only wrap paragraphs and tables. */
const wrappers = new Set([
  'sdt',
  'sdtContent',
  'customXml',
  'smartTag',
  'ins',
  'moveTo',
  'txbxContent',
  'footnote',
  'endnote',
  'body',
])

interface Paragraph {
  /** Automatic number as printed, with the gap after it. */
  readonly label: string
  readonly text: string
  /** Centred or in the title style: its line breaks are layout. */
  readonly title: boolean
  readonly heading: number | undefined
  readonly boxes: readonly XmlElement[]
}

/** Walks the body of a Word document in reading order and writes its lines. */
export class WordLines {
  readonly lines: SourceLine[] = []
  readonly notes: Inline['notes'][number][] = []
  readonly #styles: WordStyles
  readonly #counter: ListCounter
  #tables = 0
  /** Text of paragraphs whose end mark was deleted under change tracking: it belongs to the next paragraph. */
  #carried = ''

  constructor(styles: WordStyles, numbering: Numbering) {
    this.#styles = styles
    this.#counter = new ListCounter(numbering)
  }

  blocks(parent: XmlElement): void {
    for (const element of elements(parent)) {
      if (element.name === 'p') this.#paragraph(element)
      else if (element.name === 'tbl') this.#table(element)
      else if (element.name === 'AlternateContent') {
        const chosen = child(element, 'Choice') ?? child(element, 'Fallback')
        if (chosen) this.blocks(chosen)
      } else if (wrappers.has(element.name) && !isContentsList(element)) this.blocks(element)
    }
  }

  #paragraph(paragraph: XmlElement): void {
    const read = this.#read(paragraph)
    if (!read) return
    for (const [at, text] of brokenLines(read.text, read.title).entries()) {
      const heading = at === 0 && text !== '' && read.heading !== undefined ? { headingLevel: read.heading } : {}
      this.#push({ no: 0, text: at === 0 && text !== '' ? read.label + text : text, ...heading })
    }
    for (const box of read.boxes) this.blocks(box)
  }

  /** One paragraph, or null when it is not printed on its own. Counts its automatic number, even when it is empty. */
  #read(paragraph: XmlElement): Paragraph | null {
    const properties = child(paragraph, 'pPr')
    const styled = this.#styles.resolve(valueOf(properties, 'pStyle'))
    if (styled.names[0] !== undefined && /^(toc|目录) ?\d$/.test(styled.names[0])) return null
    const inline = inlineOf(paragraph, this.#styles)
    const mark = child(properties, 'rPr')
    if (child(mark, 'del') || child(mark, 'moveFrom')) {
      this.#carried += inline.text
      return null
    }
    this.notes.push(...inline.notes)
    const text = this.#carried + inline.text
    this.#carried = ''
    const heading = headingLevel(styled, valueOf(properties, 'outlineLvl'))
    const centred = (valueOf(properties, 'jc') ?? (styled.centred ? 'center' : '')) === 'center'
    return {
      label: this.#label(properties, styled),
      text,
      title: centred || heading === 0,
      heading,
      boxes: inline.boxes,
    }
  }

  #label(properties: XmlElement | undefined, styled: StyledAs): string {
    const own = child(properties, 'numPr')
    const list = valueOf(own, 'numId') ?? styled.list
    if (list === undefined || list === '0') return ''
    const byStyle = styled.ids.map((id) => this.#counter.levelOfStyle(list, id)).find((level) => level !== undefined)
    const level = Number(valueOf(own, 'ilvl') ?? byStyle ?? styled.level ?? 0)
    return Number.isInteger(level) && level >= 0 && level < 9 ? this.#counter.next(list, level) : ''
  }

  #table(table: XmlElement): void {
    const rows = rowsOf(table)
    // A table of one column is a frame around text, not a list.
    if (rows.every((row) => cellsOf(row).length <= 1)) {
      for (const row of rows) for (const cell of cellsOf(row)) this.blocks(cell)
      return
    }
    const number = this.#tables++
    const placed = rows.map((row) => {
      const before = Number(valueOf(child(row, 'trPr'), 'gridBefore') ?? 0)
      const cells = cellsOf(row).map((cell) => {
        const properties = child(cell, 'tcPr')
        const merge = child(properties, 'vMerge')
        return {
          text: this.#cellText(cell),
          columns: Math.min(1000, Math.max(1, Number(valueOf(properties, 'gridSpan') ?? 1) || 1)),
          continued: merge !== undefined && merge.attributes.val !== 'restart',
        }
      })
      return before > 0 && before < 1000 ? [{ text: '', columns: before, continued: false }, ...cells] : cells
    })
    const width = Math.max(...placed.map(gridWidth))
    for (const cells of withRowSpans(placed)) {
      // A cell across the whole table is a section heading or a note between the rows.
      const whole = cells.length === 1 && cells[0]!.columns === width && !cells[0]!.continued
      if (whole) for (const text of cells[0]!.text.split('\n')) this.#push({ no: 0, text })
      else this.#push(rowLine(0, number, cells))
    }
  }

  /** Paragraphs and breaks of a cell are kept apart by `\n`: often they are one unit a line. */
  #cellText(cell: XmlElement): string {
    const texts: string[] = []
    const walk = (parent: XmlElement) => {
      for (const element of elements(parent)) {
        const read = element.name === 'p' ? this.#read(element) : null
        if (read) {
          // A column of automatic numbers has nothing but its label.
          texts.push(...(read.label + read.text.trim()).trim().split('\n'))
          for (const box of read.boxes) walk(box)
        } else if (element.name !== 'p' && element.name !== 'tcPr') walk(element)
      }
    }
    walk(cell)
    return texts
      .map((text) => text.replaceAll('\t', ' ').trim())
      .filter((text) => text !== '')
      .join('\n')
  }

  #push(line: SourceLine): void {
    if (this.lines.length >= limits.lines)
      throw new Unreadable('plan.document-too-long', { limit: limits.lines, what: '行' })
    this.lines.push({ ...line, no: this.lines.length + 1 })
  }
}

const gridWidth = (row: readonly { columns: number }[]) => row.reduce((sum, cell) => sum + cell.columns, 0)

function rowsOf(table: XmlElement): XmlElement[] {
  return elements(table).flatMap((element) => {
    if (element.name === 'tr') return child(child(element, 'trPr'), 'del') ? [] : [element]
    return wrappers.has(element.name) ? rowsOf(element) : []
  })
}

function cellsOf(row: XmlElement): XmlElement[] {
  return elements(row).flatMap((element) => {
    if (element.name === 'tc') return [element]
    return wrappers.has(element.name) ? cellsOf(element) : []
  })
}

function isContentsList(element: XmlElement): boolean {
  const gallery = childrenNamed(child(element, 'sdtPr'), 'docPartObj').map((part) => valueOf(part, 'docPartGallery'))
  return gallery.includes('Table of Contents')
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
