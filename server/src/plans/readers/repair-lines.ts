import type { SourceDocument, SourceLine } from '@yingshang/core/plans/source'
import { withoutRadicals } from './radicals.ts'

/** Signs that are not printed: zero-width spaces and joiners, direction marks, soft hyphens, a stray byte order mark. */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g

const tidy = (text: string) => withoutRadicals(text.replace(invisible, ''))

/** Replaces radical code points in every line and says where; unprinted signs go without saying. */
export function repairLines(source: SourceDocument): SourceDocument {
  const repairs = [...source.repairs]
  const lines = source.lines.map((line): SourceLine => {
    const text = tidy(line.text)
    if (text === line.text) return line
    if (withoutRadicals(line.text) !== line.text) {
      repairs.push({ code: 'radical-characters', message: '部首编码的字已换成正常汉字', line: line.no })
    }
    if (!line.row) return { ...line, text }
    return {
      ...line,
      text,
      row: { ...line.row, cells: line.row.cells.map((cell) => ({ ...cell, text: tidy(cell.text) })) },
    }
  })
  return { ...source, lines, repairs }
}
