import { closed, joinText } from './pdf-pieces.ts'
import type { PrintedLine } from './pdf-pieces.ts'

/** Where the text of a document stands on its pages, in points. */
export interface TextBlock {
  readonly left: number
  readonly right: number
  /** Letter size of the body text. */
  readonly size: number
  /** Usual distance of baselines. */
  readonly spacing: number
  readonly pageWidth: number
}

/** Measures the text block: the most frequent line start, right end, letter size and distance. */
export function textBlockOf(pages: readonly (readonly PrintedLine[])[], pageWidth: number): TextBlock {
  const lines = pages.flat()
  const size =
    mostFrequent(
      lines.map((line) => Math.round(line.size * 2) / 2),
      (at) => lines[at]!.text.length,
    ) ?? 12
  const body = lines.filter((line) => Math.abs(line.size - size) < 0.6)
  const left = mostFrequent(body.map((line) => Math.round(line.x))) ?? 0
  const rights = body.map((line) => line.right).sort((a, b) => a - b)
  const spacing =
    mostFrequent(pages.flatMap((page) => page.slice(1).map((line, at) => Math.round(line.y - page[at]!.y)))) ??
    size * 1.5
  // Full stops hang over the edge, so the ninth tenth of the ends is steadier than the farthest.
  return { left, right: rights[Math.floor(rights.length * 0.75)] ?? pageWidth, size, spacing, pageWidth }
}

function mostFrequent(values: readonly number[], weight: (at: number) => number = () => 1): number | undefined {
  const counts = new Map<number, number>()
  for (const [at, value] of values.entries()) counts.set(value, (counts.get(value) ?? 0) + weight(at))
  let best: number | undefined
  for (const [value, count] of counts) if (best === undefined || count > counts.get(best)!) best = value
  return best
}

const startsItem =
  /^(?:[（(][一二三四五六七八九十百\d]{1,4}[）)]|[一二三四五六七八九十百]{1,4}[、.．]|\d{1,3}[、.．](?!\d)|第[一二三四五六七八九十百\d]+[条章节]|附件|[①-⑳])/
const endsSentence = /[。；！？：）)]$/

/** Whether `line` carries on the paragraph that `before` is the last line of. `apart`: they stand on different pages. */
export function carriesOnLine(before: PrintedLine, line: PrintedLine, apart: boolean, block: TextBlock): boolean {
  if (Math.abs(before.size - line.size) > Math.min(before.size, line.size) * 0.12) return false
  const size = line.size
  if (isCentred(before, block) && isCentred(line, block)) {
    const step = line.y - before.y
    return !apart && step > 0 && step < size * 2.2 && !endsSentence.test(before.text) && !startsItem.test(line.text)
  }
  if (!apart && line.y - before.y > Math.max(block.spacing * 1.6, size * 2.2)) return false
  const full = block.right - before.right < size * 1.2 && before.x - block.left < size * 5
  if (line.x - block.left > size * 1.2) {
    // Indented: a new paragraph, or the hanging second line of a list entry that filled its first.
    return full && !endsSentence.test(before.text) && !startsItem.test(line.text) && !isCentred(line, block)
  }
  // Two letters of room at the end of a line: it was ended, unless the next begins with what must not be parted.
  if (block.right - before.right > size * 2.2) return false
  return !(startsItem.test(line.text) && endsSentence.test(before.text))
}

function isCentred(line: PrintedLine, block: TextBlock): boolean {
  const middle = (block.left + block.right) / 2
  return Math.abs((line.x + line.right) / 2 - middle) < line.size * 0.6 && line.x - block.left > line.size * 0.8
}

/** Joins the lines of one paragraph. Pieces of a centred title are kept apart by a blank, as on the page. */
export function paragraphText(lines: readonly PrintedLine[], block: TextBlock): string {
  const title = lines.length > 1 && lines.every((line) => isCentred(line, block))
  let text = lines[0]!.text
  for (const line of lines.slice(1)) text = title ? `${text} ${line.text}` : joinText(text, line.text)
  return title ? text : closed(text)
}
