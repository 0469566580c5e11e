import type { PrintedLine } from './pdf-pieces.ts'

/** Lines of one page and its height in points. */
export interface PageLines {
  readonly lines: readonly PrintedLine[]
  readonly height: number
}

const pageNumber = /^[—–\-－·.\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／,，]?\s*(?:共\s*)?\d{1,4}\s*页?)?[—–\-－·.\s]*$/
const edge = 0.1

/**
 * Page numbers and running heads: a number alone in the uppermost or lowest tenth of a page, and whatever repeats there
 * (digits aside) on at least three pages and two in five of all. Returns the lines to leave out.
 */
export function furnitureOf(pages: readonly PageLines[]): Set<PrintedLine> {
  const found = new Set<PrintedLine>()
  const repeated = new Map<string, PrintedLine[]>()
  for (const { lines, height } of pages) {
    const edges = lines.filter((line) => line.y < height * edge || line.y > height * (1 - edge))
    for (const line of edges) {
      if (pageNumber.test(line.text)) found.add(line)
      const key = `${line.y < height / 2 ? 'above' : 'below'} ${line.text.replace(/\d+/g, '#')}`
      const same = repeated.get(key)
      if (same) same.push(line)
      else repeated.set(key, [line])
    }
  }
  for (const same of repeated.values()) {
    if (same.length >= 3 && same.length * 5 >= pages.length * 2) for (const line of same) found.add(line)
  }
  return found
}
