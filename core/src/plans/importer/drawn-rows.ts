const upright = /[|｜│┃║]/
const border = /^[\s|｜│┃║+\-–—=─━═┄┈:┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝]+$/

/** A line that only draws: |---|---|, ├──┼──┤. It parts rows and says nothing. */
export function isDrawnBorder(line: string): boolean {
  return border.test(line) && /[-–—=─━═]{2}/.test(line) && !/^\s*[—–-]+\s*$/.test(line)
}

/** The cells of a row whose edges are drawn with upright strokes (| 1 | 办好某事 | 县甲局 |), or null. */
export function drawnCells(line: string): string[] | null {
  const row = line.trim()
  if (row.length < 5 || !upright.test(row[0]!) || !upright.test(row.at(-1)!)) return null
  const cells = row.slice(1, -1).split(/[|｜│┃║]/)
  return cells.length < 2 ? null : cells.map((cell) => cell.replace(/<br\s*\/?>/gi, '\n').trim())
}
