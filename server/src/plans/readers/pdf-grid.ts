import type { Rule } from './pdf-rules.ts'

/** A ruled table on a page: its edges and cells. Rows and columns are places between neighbouring edges. */
export interface Grid {
  readonly columnEdges: readonly number[]
  readonly rowEdges: readonly number[]
  readonly cells: readonly GridCell[]
}

export interface GridCell {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

const near = 3

/** Finds ruled tables from the top of the page down: crossing lines belong together, missing lines merge cells. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  return groups(rules)
    .flatMap((group) => {
      const grid = gridOf(group)
      return grid ? [grid] : []
    })
    .sort((a, b) => a.rowEdges[0]! - b.rowEdges[0]!)
}

/** Lines that touch, directly or through others. */
function groups(rules: readonly Rule[]): Rule[][] {
  const parent = rules.map((_rule, at) => at)
  const root = (at: number): number => {
    let top = at
    while (parent[top] !== top) top = parent[top]!
    for (let step = at; step !== top;) {
      const next = parent[step]!
      parent[step] = top
      step = next
    }
    return top
  }
  const upright = rules.flatMap((rule, at) => (rule.upright ? [at] : []))
  const level = rules.flatMap((rule, at) => (rule.upright ? [] : [at]))
  // A drawing with thousands of lines both ways is a picture or a map, not a table.
  if (upright.length * level.length > 4_000_000) return []
  for (const u of upright) {
    for (const l of level) if (crosses(rules[u]!, rules[l]!)) parent[root(u)] = root(l)
  }
  const found = new Map<number, Rule[]>()
  for (const [at, rule] of rules.entries()) {
    const key = root(at)
    const group = found.get(key)
    if (group) group.push(rule)
    else found.set(key, [rule])
  }
  return [...found.values()]
}

const crosses = (upright: Rule, level: Rule) =>
  upright.at >= level.from - near &&
  upright.at <= level.to + near &&
  level.at >= upright.from - near &&
  level.at <= upright.to + near

function gridOf(rules: readonly Rule[]): Grid | null {
  const upright = rules.filter((rule) => rule.upright)
  const level = rules.filter((rule) => !rule.upright)
  if (upright.length === 0 || level.length < 2) return null
  // Tables are often open at the sides: the ends of the level lines are edges too.
  const columnEdges = merged([...upright.map((rule) => rule.at), ...level.flatMap((rule) => [rule.from, rule.to])])
  const rowEdges = merged([...level.map((rule) => rule.at), ...upright.flatMap((rule) => [rule.from, rule.to])])
  // One column is a frame around text; one row with two columns is hardly a table either.
  if (columnEdges.length < 3 || rowEdges.length < 2 || columnEdges.length * rowEdges.length > 10_000) return null
  return { columnEdges, rowEdges, cells: cellsOf(upright, level, columnEdges, rowEdges) }
}

/** Positions a hair apart are one edge. */
function merged(positions: readonly number[]): number[] {
  const edges: number[] = []
  for (const position of [...positions].sort((a, b) => a - b)) {
    if (edges.length === 0 || position - edges.at(-1)! > near) edges.push(position)
  }
  return edges
}

function cellsOf(
  upright: readonly Rule[],
  level: readonly Rule[],
  columnEdges: readonly number[],
  rowEdges: readonly number[],
) {
  const columns = columnEdges.length - 1
  const rows = rowEdges.length - 1
  const separated = (rules: readonly Rule[], at: number, from: number, to: number) => {
    const middle = (from + to) / 2
    return rules.some((rule) => Math.abs(rule.at - at) <= near && rule.from <= middle && rule.to >= middle)
  }
  const rightOf = (row: number, column: number) =>
    separated(upright, columnEdges[column + 1]!, rowEdges[row]!, rowEdges[row + 1]!)
  const under = (row: number, column: number) =>
    separated(level, rowEdges[row + 1]!, columnEdges[column]!, columnEdges[column + 1]!)
  const taken = new Set<number>()
  const cells: GridCell[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(row * columns + column)) continue
      let wide = 1
      while (column + wide < columns && !rightOf(row, column + wide - 1) && !taken.has(row * columns + column + wide))
        wide++
      let high = 1
      while (row + high < rows && !under(row + high - 1, column)) high++
      for (let r = row; r < row + high; r++) for (let c = column; c < column + wide; c++) taken.add(r * columns + c)
      cells.push({ row, column, rows: high, columns: wide })
    }
  }
  return cells
}
