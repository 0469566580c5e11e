import type { PlanPackage } from '../package.ts'
import type { GridCell, GridRow } from './table-grid.ts'
import type { ColumnKind } from './table-columns.ts'
import { readUnits } from './unit-lists.ts'

export type Indicator = PlanPackage['indicators'][number]

/** An indicator with the lines it stands on and its children's. */
export interface ReadIndicator {
  readonly indicator: Indicator
  readonly from: number
  to: number
}

interface Draft {
  no: string
  name: string
  weights: (number | null)[]
  units: string[][]
  children: { name: string; weight: number | null; units: string[] | null }[]
  from: number
  to: number
}

/**
 * Reads the tree of indicators: a name in the first column opens an indicator, rows without one are its children. Units that
 * stand once belong to the indicator; units on each row belong to the children. Weights are points.
 */
export function indicatorsIn(rows: readonly GridRow[], kinds: readonly ColumnKind[]): ReadIndicator[] {
  const name1 = columnOf(kinds, 'name1') ?? columnOf(kinds, 'section') ?? columnOf(kinds, 'words')
  const name2 = columnOf(kinds, 'name2') ?? nextNameColumn(kinds, name1)
  const number = columnOf(kinds, 'no')
  const weightColumns = kinds.flatMap((kind, at) => (kind === 'weight' ? [at] : []))
  const unitColumns = kinds.flatMap((kind, at) =>
    kind === 'lead' || kind === 'responsible' || kind === 'supporting' ? [at] : [],
  )
  const drafts: Draft[] = []
  if (name1 === undefined) return []
  for (const row of rows) {
    const first = row.cells[name1]
    const childName = name2 === undefined ? '' : clean(row.cells[name2])
    // A row of one cell is a remark, unless it names an indicator with its points, or a child.
    if (row.single !== null && childName === '' && nameParts(clean(first)).weight === null) continue
    if (/^(?:合计|总计|总分|小计)/.test(clean(first))) continue
    const weights = weightColumns.map((at) => weightOf(row.cells[at]))
    const units = unitColumns.flatMap((at) => unitsOf(row.cells[at]))
    const opens = first !== undefined && !first.carried && first.text !== ''
    if (opens) {
      const { no, name, weight } = nameParts(clean(first))
      const own =
        weightColumns.length > 1 ? weights[0]! : childName === '' ? (weights.find((w) => w !== null) ?? null) : null
      drafts.push({
        no: number === undefined ? no : clean(row.cells[number]) || no,
        name,
        weights: [weight ?? own],
        units: [],
        children: [],
        from: row.from,
        to: row.to,
      })
    }
    const draft = drafts.at(-1)
    if (!draft) continue
    draft.to = row.to
    if (childName !== '') {
      const { name, weight } = nameParts(childName)
      draft.children.push({ name, weight: weight ?? weights.at(-1) ?? null, units: units.length > 0 ? units : null })
    } else if (opens && draft.weights[0] === null) draft.weights[0] = weights.find((w) => w !== null) ?? null
    if (units.length > 0 && !unitColumns.some((at) => row.cells[at]?.carried)) draft.units.push(units)
  }
  return drafts.map((draft, at) => ({ indicator: finish(draft, at), from: draft.from, to: draft.to }))
}

function finish(draft: Draft, at: number): Indicator {
  const onEach = draft.children.length > 1 && draft.units.length >= 2
  const children = draft.children.map((child) => ({
    name: child.name,
    weight: child.weight ?? 0,
    units: onEach ? (child.units ?? []) : [],
  }))
  const sum = Math.round(children.reduce((total, child) => total + child.weight, 0) * 1000) / 1000
  return {
    no: draft.no === '' ? String(at + 1) : draft.no,
    name: draft.name,
    weight: draft.weights[0] ?? sum,
    kind: /满意/.test(draft.name) ? 'satisfaction' : /创新/.test(draft.name) ? 'innovation' : 'indicator',
    units: onEach ? [] : (draft.units[0] ?? []),
    children,
  }
}

function columnOf(kinds: readonly ColumnKind[], kind: ColumnKind): number | undefined {
  const at = kinds.indexOf(kind)
  return at < 0 ? undefined : at
}

/** Without the heading 二级指标, the next column of words is the second level. */
function nextNameColumn(kinds: readonly ColumnKind[], name1: number | undefined): number | undefined {
  const at = kinds.findIndex(
    (kind, column) => column > (name1 ?? -1) && (kind === 'words' || kind === 'name1' || kind === 'section'),
  )
  return at < 0 ? undefined : at
}

function clean(cell: GridCell | undefined): string {
  return cell === undefined || cell.carried ? '' : cell.text.replace(/\n/g, '').trim()
}

/** 1.开办企业（9分） → number, name, weight. */
function nameParts(printed: string): { no: string; name: string; weight: number | null } {
  const numbered = /^[（(]?([\d一二三四五六七八九十]{1,3})[）)]?[.．、\s]\s*/.exec(printed)
  const rest = numbered ? printed.slice(numbered[0].length) : printed
  const weight = /[（(]\s*(\d+(?:\.\d+)?)\s*分?\s*[）)]$/.exec(rest)
  return {
    no: numbered?.[1] ?? '',
    name: weight ? rest.slice(0, weight.index) : rest,
    weight: weight ? Number(weight[1]) : null,
  }
}

function weightOf(cell: GridCell | undefined): number | null {
  if (!cell || cell.carried) return null
  const m = /^(\d+(?:\.\d+)?)\s*(?:分|%|％)?$/.exec(cell.text.trim())
  return m ? Number(m[1]) : null
}

function unitsOf(cell: GridCell | undefined): string[] {
  if (!cell || cell.carried || cell.text === '') return []
  const { units, groups, catchAll } = readUnits(cell.text)
  return [...units.map((unit) => unit.name), ...groups, ...catchAll]
}
