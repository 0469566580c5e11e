import { unitTree } from '@yingshang/core/units/units-contract'
import { useMemo } from 'react'
import type { z } from 'zod'
import { useRead } from '../../api/use-read.ts'
import type { Choice } from '../../ui/filter-bar.tsx'

export type UnitRow = z.output<typeof unitTree.reply>['units'][number]

/** All units of the division: by id, as choices in the tree's order, and whether the person may manage them. */
export function useUnits(withInactive = false) {
  const query = useRead(unitTree, { query: { inactive: withInactive ? 'with' : 'without' } })
  const { data } = query
  const derived = useMemo(() => {
    const units = data?.units ?? []
    return {
      units,
      byId: new Map<string, UnitRow>(units.map((unit) => [unit.unitId, unit])),
      choices: units.map((unit): Choice => ({ value: unit.unitId, label: unit.shortName })),
      mayManage: data?.mayManage ?? false,
    }
  }, [data])
  return { query, ...derived }
}

/** How many units stand above this one. */
export function depthOf(unit: UnitRow, byId: ReadonlyMap<string, UnitRow>): number {
  let depth = 0
  for (let above = unit.parentId; above !== null; above = byId.get(above)?.parentId ?? null) {
    depth++
    if (depth > 9) break
  }
  return depth
}
