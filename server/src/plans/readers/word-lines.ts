import { cellText, LineWriter } from './line-writer.ts'
import type { WrittenParagraph } from './line-writer.ts'
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

interface Paragraph extends WrittenParagraph {
  readonly boxes: readonly XmlElement[]
}

/** Walks the body of a Word document in reading order and writes its lines. */
export class WordLines {
  readonly writer = new LineWriter()
  readonly notes: Inline['notes'][number][] = []
  readonly #styles: WordStyles
  readonly #counter: ListCounter
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
    this.writer.paragraph(read)
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
    const placed = rows.map((row) => {
      const before = Number(valueOf(child(row, 'trPr'), 'gridBefore') ?? 0)
      const cells = cellsOf(row).map((cell) => {
        const properties = child(cell, 'tcPr')
        const merge = child(properties, 'vMerge')
        const continued = merge !== undefined && merge.attributes.val !== 'restart'
        return {
          text: continued ? '' : this.#cellText(cell),
          columns: Math.min(1000, Math.max(1, Number(valueOf(properties, 'gridSpan') ?? 1) || 1)),
          continued,
        }
      })
      return before > 0 && before < 1000 ? [{ text: '', columns: before, continued: false }, ...cells] : cells
    })
    this.writer.table(placed)
  }

  #cellText(cell: XmlElement): string {
    const texts: string[] = []
    const walk = (parent: XmlElement) => {
      for (const element of elements(parent)) {
        const read = element.name === 'p' ? this.#read(element) : null
        if (read) {
          // A column of automatic numbers has nothing but its label.
          texts.push(read.label + read.text.trim())
          for (const box of read.boxes) walk(box)
        } else if (element.name !== 'p' && element.name !== 'tcPr') walk(element)
      }
    }
    walk(cell)
    return cellText(texts)
  }
}

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
