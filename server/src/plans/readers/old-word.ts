import type { SourceDocument } from '@yingshang/core/plans/source'
import type { CompoundFile } from './compound-file.ts'
import { LineWriter } from './line-writer.ts'
import { openOldWord, runAt } from './old-word-file.ts'
import type { OldWordFile } from './old-word-file.ts'
import { oldWordNumbering } from './old-word-lists.ts'
import { paragraphProperties, propertiesOf } from './old-word-properties.ts'
import type { ParagraphProperties } from './old-word-properties.ts'
import { oldWordStyles } from './old-word-styles.ts'
import { OldWordTable } from './old-word-table.ts'
import { Unreadable } from './refused.ts'
import { ListCounter } from './word-numbering.ts'
import type { Numbering } from './word-numbering.ts'

/**
 * Reads an old Word document (.doc): text, automatic numbers as printed, tables with merged cells, then footnotes and
 * text boxes. When its list part is damaged the text is read without numbers, and that is said.
 */
export function readOldWord(compound: CompoundFile): SourceDocument {
  try {
    const file = openOldWord(compound)
    const { numbering, repairs } = listsOf(file)
    const writer = new LineWriter()
    const walk = new Walk(file, numbering, writer)
    const [body = 0, footnotes = 0, headers = 0, unused = 0, annotations = 0, endnotes = 0, boxes = 0] = file.stories
    walk.story(0, body)
    walk.story(body, body + footnotes)
    const afterAnnotations = body + footnotes + headers + unused + annotations
    walk.story(afterAnnotations, afterAnnotations + endnotes + boxes)
    if (writer.lines.every((line) => line.text.trim() === '')) throw new Unreadable('plan.no-content')
    return { format: 'doc', lines: writer.lines, repairs }
  } catch (error) {
    // An offset that points outside its part.
    if (error instanceof RangeError) throw new Unreadable('plan.damaged')
    throw error
  }
}

function listsOf(file: OldWordFile): { numbering: Numbering; repairs: SourceDocument['repairs'] } {
  try {
    return { numbering: oldWordNumbering(file.partOnward(73), file.part(74)), repairs: [] }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const message = '文件的自动编号部分已损坏，编号没有读出，请对照原件核对'
    return {
      numbering: { abstracts: new Map(), instances: new Map() },
      repairs: [{ code: 'numbers-lost', message, line: 1 }],
    }
  }
}

class Walk {
  readonly #file: OldWordFile
  readonly #writer: LineWriter
  readonly #counter: ListCounter
  readonly #style: ReturnType<typeof oldWordStyles>
  #table: OldWordTable | null = null
  #carried = ''

  constructor(file: OldWordFile, numbering: Numbering, writer: LineWriter) {
    this.#file = file
    this.#writer = writer
    this.#counter = new ListCounter(numbering)
    this.#style = oldWordStyles(file.part(1))
  }

  /** Walks the characters from `from` up to `to`: a paragraph ends with its mark, a cell with a bell. */
  story(from: number, to: number): void {
    const { text } = this.#file
    const end = Math.min(to, text.length)
    let start = from
    for (let at = from; at < end; at++) {
      const sign = text.charCodeAt(at)
      // A form feed is a page break inside a paragraph, or the end of a section and then of its paragraph too.
      if (sign !== 13 && sign !== 7 && !(sign === 12 && this.#closesParagraph(at))) continue
      this.#paragraph(start, at, sign === 7)
      start = at + 1
    }
    if (start < end) this.#paragraph(start, end, false)
    this.#closeTable()
  }

  #closesParagraph(at: number): boolean {
    const place = this.#file.places[at] ?? 0
    const run = runAt(this.#file.paragraphs, place)
    return run !== undefined && (run.to === place + 1 || run.to === place + 2)
  }

  #paragraph(from: number, mark: number, bell: boolean): void {
    const own = this.#properties(this.#file.places[Math.min(mark, this.#file.places.length - 1)]!)
    const style = this.#style(own.style ?? 0)
    const properties: ParagraphProperties = { ...style?.properties, ...own }
    const inTable = properties.inTable === true || (properties.depth ?? 0) > 0
    if (!inTable) this.#closeTable()
    if (inTable && properties.endsRow && bell) {
      this.#table ??= new OldWordTable()
      this.#table.endRow(properties.cells ?? [])
      return
    }
    const printed = this.#printed(from, mark)
    if (this.#isDeleted(mark)) {
      this.#carried += printed
      return
    }
    const text = this.#carried + printed
    this.#carried = ''
    if (style && style.builtIn >= 19 && style.builtIn <= 27) return
    const label = this.#label(properties, own.style ?? 0)
    if (inTable) {
      this.#table ??= new OldWordTable()
      // The inner table's row mark has no text of its own.
      if (!properties.endsInnerRow) this.#table.paragraph(label + text.trim())
      if (bell) this.#table.endCell()
      return
    }
    const outline = properties.outline ?? (style && style.builtIn >= 1 && style.builtIn <= 9 ? style.builtIn - 1 : 9)
    const heading = style?.builtIn === 62 ? 0 : outline < 9 ? outline + 1 : undefined
    this.#writer.paragraph({ label, text, title: properties.centred === true || heading === 0, heading })
  }

  #closeTable(): void {
    this.#table?.write(this.#writer)
    this.#table = null
  }

  #properties(place: number): ParagraphProperties {
    const list = runAt(this.#file.paragraphs, place)?.list
    if (!list || list.length < 2) return {}
    let own = paragraphProperties(list.subarray(2))
    for (const { code, operand } of propertiesOf(list.subarray(2))) {
      // A list too long for its page lies in the data stream (sprmPHugePapx, sprmPTableProps).
      if (code === 0x6646 || code === 0x6645 || code === 0x646b) {
        own = { ...own, ...paragraphProperties(this.#file.outsideList(operand.readUInt32LE(0))) }
      }
    }
    return { ...own, style: list.readUInt16LE(0) }
  }

  #label(properties: ParagraphProperties, style: number): string {
    const list = properties.list ?? 0
    if (list === 0 || list >= 0xf801) return ''
    const level = properties.level ?? this.#counter.levelOfStyle(String(list), String(style)) ?? 0
    return level < 9 ? this.#counter.next(String(list), level) : ''
  }

  /** Text without deleted and hidden runs, field codes and marks of pictures, notes and comments. */
  #printed(from: number, to: number): string {
    const fields: ('code' | 'result')[] = []
    let text = ''
    for (let at = from; at < to; at++) {
      const sign = this.#file.text.charCodeAt(at)
      if (sign === 0x13) fields.push('code')
      else if (sign === 0x14 && fields.length > 0) fields[fields.length - 1] = 'result'
      else if (sign === 0x15) fields.pop()
      else if (!fields.includes('code') && !this.#isDeleted(at)) text += printedSign(sign)
    }
    return text
  }

  #isDeleted(at: number): boolean {
    const run = runAt(this.#file.characters, this.#file.places[at] ?? -1)
    return run !== undefined && run.list.length > 0 && isHidden(run.list)
  }
}

const hidden = new WeakMap<Buffer, boolean>()
/** Deleted under change tracking (sprmCFRMarkDel) or hidden (sprmCFVanish). */
function isHidden(list: Buffer): boolean {
  let known = hidden.get(list)
  if (known === undefined) {
    known = propertiesOf(list).some(({ code, operand }) => (code === 0x0800 || code === 0x083c) && operand[0] === 1)
    hidden.set(list, known)
  }
  return known
}

function printedSign(sign: number): string {
  if (sign === 9) return '\t'
  if (sign === 0x0b) return '\n'
  if (sign === 0x1e) return '-'
  if (sign === 0xa0) return ' '
  return sign < 32 || sign === 0x1f ? '' : String.fromCharCode(sign)
}
