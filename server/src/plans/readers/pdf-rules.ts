type Matrix = readonly number[]

/** A straight horizontal or vertical line on a page, in points from the upper left corner. */
export interface Rule {
  readonly upright: boolean
  /** x of an upright line, y of a level one. */
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface DrawingCodes {
  readonly save: number
  readonly restore: number
  readonly transform: number
  readonly constructPath: number
  readonly paintFormXObjectBegin: number
  readonly paintFormXObjectEnd: number
  /** Ways of painting a path, by whether its outline or its area is painted. */
  readonly outlines: ReadonlySet<number>
  readonly areas: ReadonlySet<number>
}

const thin = 2.5
const shortest = 4
const most = 6_000

/**
 * The ruled lines of a page: stroked level and upright lines, edges of stroked boxes, and filled boxes so thin that they
 * are lines. Curves and slanted lines are skipped.
 */
export function rulesOf(
  drawing: { readonly fnArray: ArrayLike<number>; readonly argsArray: ArrayLike<unknown> },
  codes: DrawingCodes,
  viewport: Matrix,
): Rule[] {
  const rules: Rule[] = []
  const kept: Matrix[] = []
  let matrix: Matrix = viewport
  for (let at = 0; at < drawing.fnArray.length && rules.length < most; at++) {
    const code = drawing.fnArray[at]!
    const args = drawing.argsArray[at] as unknown[]
    if (code === codes.save) kept.push(matrix)
    else if (code === codes.restore || code === codes.paintFormXObjectEnd) matrix = kept.pop() ?? viewport
    else if (code === codes.transform) matrix = times(matrix, args as unknown as Matrix)
    else if (code === codes.paintFormXObjectBegin) {
      kept.push(matrix)
      if (args[0]) matrix = times(matrix, Array.from(args[0] as ArrayLike<number>))
    } else if (code === codes.constructPath) {
      const paint = args[0] as number
      const path = (args[1] as (ArrayLike<number> | null)[] | undefined)?.[0]
      if (!path || typeof path.length !== 'number') continue
      if (codes.outlines.has(paint)) rules.push(...outlines(path, matrix))
      else if (codes.areas.has(paint)) rules.push(...thinAreas(path, matrix))
    }
  }
  return rules
}

const times = (a: Matrix, b: Matrix): Matrix => [
  a[0]! * b[0]! + a[2]! * b[1]!,
  a[1]! * b[0]! + a[3]! * b[1]!,
  a[0]! * b[2]! + a[2]! * b[3]!,
  a[1]! * b[2]! + a[3]! * b[3]!,
  a[0]! * b[4]! + a[2]! * b[5]! + a[4]!,
  a[1]! * b[4]! + a[3]! * b[5]! + a[5]!,
]

type Point = readonly [number, number]

/** Corner points of each closed or open part of a path; a part with a curve is left out. Codes: 0 move, 1 line, 2 and 3 curves, 4 close. */
function parts(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const found: Point[][] = []
  let part: Point[] = []
  let curved = false
  const finish = () => {
    if (part.length > 1 && !curved) found.push(part)
    curved = false
  }
  for (let at = 0; at < path.length;) {
    const step = path[at++]!
    if (step === 4) {
      if (part.length > 0) part.push(part[0]!)
      continue
    }
    const numbers = step === 2 ? 6 : step === 3 ? 4 : 2
    const x = path[at + numbers - 2]!
    const y = path[at + numbers - 1]!
    at += numbers
    const point: Point = [matrix[0]! * x + matrix[2]! * y + matrix[4]!, matrix[1]! * x + matrix[3]! * y + matrix[5]!]
    if (step === 0) {
      finish()
      part = [point]
    } else {
      if (step !== 1) curved = true
      part.push(point)
    }
  }
  finish()
  return found
}

function outlines(path: ArrayLike<number>, matrix: Matrix): Rule[] {
  return parts(path, matrix).flatMap((points) =>
    points.slice(1).flatMap((to, at) => {
      const rule = straight(points[at]!, to)
      return rule ? [rule] : []
    }),
  )
}

function thinAreas(path: ArrayLike<number>, matrix: Matrix): Rule[] {
  return parts(path, matrix).flatMap((points) => {
    const left = Math.min(...points.map(([x]) => x))
    const right = Math.max(...points.map(([x]) => x))
    const top = Math.min(...points.map(([, y]) => y))
    const bottom = Math.max(...points.map(([, y]) => y))
    if (bottom - top <= thin) return straightOr(left, (top + bottom) / 2, right, (top + bottom) / 2)
    if (right - left <= thin) return straightOr((left + right) / 2, top, (left + right) / 2, bottom)
    return []
  })
}

const straightOr = (x1: number, y1: number, x2: number, y2: number) => {
  const rule = straight([x1, y1], [x2, y2])
  return rule ? [rule] : []
}

function straight([x1, y1]: Point, [x2, y2]: Point): Rule | null {
  if (Math.abs(y1 - y2) < 1 && Math.abs(x1 - x2) >= shortest) {
    return { upright: false, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }
  }
  if (Math.abs(x1 - x2) < 1 && Math.abs(y1 - y2) >= shortest) {
    return { upright: true, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }
  }
  return null
}
