import { startsWithLabel } from '@yingshang/core/plans/importer/tail-labels'
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
  /** Where the first lines of paragraphs begin, when their other lines begin at the left edge; null when it is not so. */
  readonly indent: number | null
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
  const left = leftEdge(body, size)
  const spacing =
    mostFrequent(pages.flatMap((page) => page.slice(1).map((line, at) => Math.round(line.y - page[at]!.y)))) ??
    size * 1.5
  return {
    left,
    right: rightEdge(body, size) ?? pageWidth,
    size,
    spacing,
    pageWidth,
    indent: indentOf(body, left, size),
  }
}

/** Lines at the left edge that open no item go on with paragraphs; where there are several, an indent opens one. */
function indentOf(body: readonly PrintedLine[], left: number, size: number): number | null {
  const outside = body.filter((line) => Math.abs(line.x - left) < size * 0.5 && !startsItem.test(line.text)).length
  const starts = body.map((line) => Math.round(line.x)).filter((x) => x - left > size * 1.2 && x - left < size * 3)
  return outside >= 3 && starts.length >= 5 ? (mostFrequent(starts) ?? null) : null
}

/**
 * Where most lines begin, unless enough begin two letters farther left: then most paragraphs have one line, and what is
 * frequent is their indent.
 */
function leftEdge(body: readonly PrintedLine[], size: number): number {
  const starts = body.map((line) => Math.round(line.x))
  const usual = mostFrequent(starts) ?? 0
  const counts = new Map<number, number>()
  for (const start of starts)
    if (start < usual - size * 1.2 && start > usual - size * 3) counts.set(start, (counts.get(start) ?? 0) + 1)
  const enough = Math.max(2, body.length * 0.04)
  const farther = [...counts].filter(([, count]) => count >= enough).map(([start]) => start)
  return farther.length > 0 ? Math.min(...farther) : usual
}

/** Where full lines end: the farthest end that several lines share. A full stop may hang over it. */
function rightEdge(body: readonly PrintedLine[], size: number): number | undefined {
  const rights = body.map((line) => line.right).sort((a, b) => a - b)
  const enough = body.length < 12 ? 1 : Math.max(3, body.length * 0.04)
  for (let at = rights.length - 1; at >= 0; at--) {
    const edge = rights[at]!
    const near = rights.filter((right) => right <= edge && edge - right < size * 1.2).length
    if (near >= enough) return edge
  }
  return rights.at(-1)
}

function mostFrequent(values: readonly number[], weight: (at: number) => number = () => 1): number | undefined {
  const counts = new Map<number, number>()
  for (const [at, value] of values.entries()) counts.set(value, (counts.get(value) ?? 0) + weight(at))
  let best: number | undefined
  for (const [value, count] of counts) if (best === undefined || count > counts.get(best)!) best = value
  return best
}

const startsItem =
  /^(?:[（(][一二三四五六七八九十百\d]{1,4}[）)]|[一二三四五六七八九十百]{1,4}[、.．]|\d{1,3}[、.．](?!\d)|\d{1,2}(?:[.．]\d{1,2}){1,2} ?(?=[\u4e00-\u9fff])(?![万亿个元倍家项年月日])|第[一二三四五六七八九十百\d]+[条章节]|附件|[①-⑳])/
/** 牵头单位：…, 完成时限：… open a line of their own behind a full stop. */
const startsField = /^[【〔[]?[\u4e00-\u9fff]{2,8}[】〕\]]?[：:]/
const endsSentence = /[。；！？：）)]$/

/** Whether `line` carries on the paragraph that `before` is the last line of. `apart`: they stand on different pages. */
export function carriesOnLine(before: PrintedLine, line: PrintedLine, apart: boolean, block: TextBlock): boolean {
  if (Math.abs(before.size - line.size) > Math.min(before.size, line.size) * 0.12) return false
  const size = line.size
  // What stands far to the right is a signature or its date.
  if (before.x - block.left > size * 9 && !isCentred(before, block)) return false
  if (isCentred(before, block) && isCentred(line, block)) {
    const step = line.y - before.y
    return !apart && step > 0 && step < size * 2.2 && !endsSentence.test(before.text) && !startsItem.test(line.text)
  }
  if (!apart && line.y - before.y > Math.max(block.spacing * 1.6, size * 2.2)) return false
  const label = startsWithLabel(line.text)
  if (label && block.indent === null && startsWithLabel(before.text)) return false
  const full = block.right - before.right < size * 1.2 && before.x - block.left < size * 5
  if (block.indent !== null && Math.abs(line.x - block.indent) < size * 0.4) return false
  if (line.x - block.left > size * 1.2) {
    // Indented: a new paragraph, or the hanging second line of a list entry that filled its first. A signature stands farther in.
    return (
      full &&
      line.x - block.left < size * 9 &&
      !endsSentence.test(before.text) &&
      !startsItem.test(line.text) &&
      !label &&
      !isCentred(line, block)
    )
  }
  // Two letters of room at the end of a line: it was ended, unless the next begins with what must not be parted.
  if (block.right - before.right > size * 2.2) return false
  if (block.indent === null && startsField.test(line.text) && /[。！？）)】〕\]]$/.test(before.text)) return false
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
