/** A stretch of text on a page; the origin is the upper left corner, units are points. */
export interface Piece {
  readonly text: string
  readonly x: number
  /** Baseline. */
  readonly y: number
  readonly width: number
  /** Height of the font. */
  readonly size: number
}

/** Pieces on one baseline, left to right. */
export interface PrintedLine {
  readonly pieces: readonly Piece[]
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
}

type Matrix = readonly number[]
const times = (a: Matrix, b: Matrix): number[] => [
  a[0]! * b[0]! + a[2]! * b[1]!,
  a[1]! * b[0]! + a[3]! * b[1]!,
  a[0]! * b[2]! + a[2]! * b[3]!,
  a[1]! * b[2]! + a[3]! * b[3]!,
  a[0]! * b[4]! + a[2]! * b[5]! + a[4]!,
  a[1]! * b[4]! + a[3]! * b[5]! + a[5]!,
]

export interface TextItem {
  readonly str: string
  readonly transform: Matrix
  readonly width: number
}

/** Upright text of a page. Text printed askew is a watermark or a stamp and is left out. */
export function piecesOf(items: readonly TextItem[], viewport: Matrix): Piece[] {
  const pieces: Piece[] = []
  for (const item of items) {
    if (item.str.trim() === '') continue
    const [a, b, c, d, x, y] = times(viewport, item.transform) as [number, number, number, number, number, number]
    const size = Math.hypot(c, d)
    if (!(size > 1) || Math.abs(b) > Math.abs(a) * 0.1 || a < 0 || !Number.isFinite(x + y + item.width)) continue
    const leading = item.str.length - item.str.trimStart().length
    const shift = leading > 0 ? (item.width * leading) / item.str.length : 0
    pieces.push({ text: item.str.trim(), x: x + shift, y, width: item.width - shift, size })
  }
  return withoutDoubles(pieces)
}

/** Bold made by printing twice a hair apart gives every stretch twice. */
function withoutDoubles(pieces: readonly Piece[]): Piece[] {
  return pieces.filter((piece, at) => {
    for (let before = at - 1; before >= 0 && before >= at - 3; before--) {
      const other = pieces[before]!
      if (other.text === piece.text && Math.abs(other.x - piece.x) < piece.size / 8 && Math.abs(other.y - piece.y) < 1)
        return false
    }
    return true
  })
}

/** Groups pieces by baseline, from the top of the page down. */
export function printedLines(pieces: readonly Piece[]): PrintedLine[] {
  const sorted = [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)
  const groups: Piece[][] = []
  for (const piece of sorted) {
    const group = groups.at(-1)
    if (group && piece.y - group[0]!.y <= Math.min(piece.size, group[0]!.size) * 0.4) group.push(piece)
    else groups.push([piece])
  }
  return groups.map((group) => {
    const across = group.sort((a, b) => a.x - b.x)
    return {
      pieces: across,
      text: joined(across),
      x: across[0]!.x,
      right: Math.max(...across.map((piece) => piece.x + piece.width)),
      y: across[0]!.y,
      size: Math.max(...across.map((piece) => piece.size)),
    }
  })
}

/** The gap before each piece that is wide enough to separate columns, as a share of the letter size. */
export const columnGap = 1.6

function joined(pieces: readonly Piece[]): string {
  let text = ''
  for (const [at, piece] of pieces.entries()) {
    const before = pieces[at - 1]
    const gap = before ? (piece.x - before.x - before.width) / piece.size : 0
    text += gap > 0.2 ? ` ${piece.text}` : piece.text
  }
  return closed(text)
}

const han = '\\u2E80-\\u2FDF\\u3000-\\u303F\\u3400-\\u9FFF\\uF900-\\uFAFF\\uFF00-\\uFFEF\\u2018-\\u201D\\u2014\\u2026'
const besideHan = new RegExp(`(?<=[${han}])[ \\u00A0]+|[ \\u00A0]+(?=[${han}])`, 'g')

/** Blanks beside a Chinese character come from the layout (character grids, automatic gaps beside Latin letters). */
export function closed(text: string): string {
  return text.replace(besideHan, '').replace(/ {2,}/g, ' ').trim()
}

/** Joins the text of two lines that belong together. */
export function joinText(first: string, second: string): string {
  const words = /[A-Za-z0-9,.;]$/.test(first) && /^[A-Za-z]/.test(second)
  return words ? `${first} ${second}` : first + second
}
