import type { Overview } from '@yingshang/core/tasks/overview-contract'
import type { FigureName, UnitGroup } from '@yingshang/core/tasks/overview-figures'

type Board = Pick<Overview, 'groups' | 'lists'>
type UnitRow = Overview['groups'][number]['units'][number]

export interface LateUnit extends UnitRow {
  readonly group: UnitGroup
}

/** Units with parts overdue: in their groups, within a group most first, then those that got worse, then by name. */
export function lateUnits({ groups }: Pick<Board, 'groups'>): LateUnit[] {
  return groups.flatMap(({ group, units }) =>
    units
      .filter((row) => row.figures.overdue.parts > 0)
      .sort(
        (a, b) =>
          b.figures.overdue.parts - a.figures.overdue.parts ||
          a.overdueBefore - b.overdueBefore ||
          a.unit.name.localeCompare(b.unit.name, 'zh-CN'),
      )
      .map((row) => ({ ...row, group })),
  )
}

export interface ComparedGroup {
  readonly group: UnitGroup
  readonly units: number
  readonly figures: Readonly<Record<'held' | 'overdue' | 'onTime' | 'late', { readonly parts: number }>>
  readonly overdueBefore: number
}

/** Each group of comparable units as one row. */
export function comparedGroups({ groups }: Pick<Board, 'groups'>): ComparedGroup[] {
  return groups.map(({ group, units }) => {
    const sum = (name: FigureName) => ({ parts: units.reduce((all, row) => all + row.figures[name].parts, 0) })
    return {
      group,
      units: units.length,
      figures: { held: sum('held'), overdue: sum('overdue'), onTime: sum('onTime'), late: sum('late') },
      overdueBefore: units.reduce((all, row) => all + row.overdueBefore, 0),
    }
  })
}

export interface Worsened {
  readonly key: string
  readonly name: string
  readonly now: number
  readonly before: number
  /** The ledger's address with exactly the cases of today. */
  readonly search: Readonly<Record<string, string>>
}

/** Units and lists with more parts overdue than a week ago, the largest rise first. */
export function worsened({ groups, lists }: Board): { units: Worsened[]; lists: Worsened[] } {
  const line = (key: string, name: string, row: UnitRow | Board['lists'][number], place: Record<string, string>) => ({
    key,
    name,
    now: row.figures.overdue.parts,
    before: row.overdueBefore,
    search: { ...place, figure: 'overdue' },
  })
  const rising = (lines: Worsened[]) =>
    lines.filter((one) => one.now > one.before).sort((a, b) => b.now - b.before - (a.now - a.before))
  return {
    units: rising(
      groups.flatMap((group) => group.units.map((row) => line(row.unit.id, row.unit.name, row, { unit: row.unit.id }))),
    ),
    lists: rising(lists.map((row) => line(row.list.id, row.list.title, row, { list: row.list.id }))),
  }
}
