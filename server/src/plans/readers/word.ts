import type { SourceDocument } from '@yingshang/core/plans/source'
import type { Archive } from '../../platform/files/archive.ts'
import { relatedPart } from './office-package.ts'
import { Unreadable } from './refused.ts'
import { WordLines } from './word-lines.ts'
import { readNumbering } from './word-numbering.ts'
import { WordStyles } from './word-styles.ts'
import { child, childrenNamed, parseXml } from './xml.ts'

/**
 * Reads a Word document (.docx): paragraphs with their automatic numbers as printed, tables as rows, text boxes after
 * their anchor, footnotes at the end. Headers, footers and macros are not looked at.
 */
export function readWord(archive: Archive, main: string): SourceDocument {
  const part = archive.read(main)
  if (!part) throw new Unreadable('plan.damaged')
  const body = child(parseXml(part), 'body')
  if (!body) throw new Unreadable('plan.damaged')
  const styles = new WordStyles(relatedPart(archive, main, '/styles'))
  const numbering = readNumbering(relatedPart(archive, main, '/numbering'))
  const reader = new WordLines(styles, numbering)
  reader.blocks(body)
  for (const kind of ['footnote', 'endnote'] as const) {
    const wanted = reader.notes.filter((note) => note.kind === kind)
    if (wanted.length === 0) continue
    const notes = childrenNamed(relatedPart(archive, main, `/${kind}s`), kind)
    for (const { id } of wanted) {
      const note = notes.find((one) => one.attributes.id === id)
      if (note) reader.blocks(note)
    }
  }
  if (reader.writer.lines.every((line) => line.text.trim() === '')) throw new Unreadable('plan.no-content')
  return { format: 'docx', lines: reader.writer.lines, repairs: [] }
}
