import { unitTree } from '@yingshang/core/units/units-contract'
import { useMemo } from 'react'
import type { z } from 'zod'
import { useRead } from '../../api/use-read.ts'
import type { Choice } from '../../ui/filter-bar.tsx'

export type UnitRow = z.output<typeof unitTree.reply>['units'][number]

/** All units of the division: by id, as choices in the tree's order, and whether the person may manage them. */
export function useUnits(withInactive = false) {
  const tree = useRead(unitTree, { query: { inactive: withInactive ? 'with' : 'without' } })
  return useMemo(() => {
    const units = tree.data?.units ?? []
    return {
      query: tree,
      units,
      byId: new Map(units.map((unit) => [unit.unitId, unit])),
      choices: units.map((unit): Choice => ({ value: unit.unitId, label: unit.shortName })),
      mayManage: tree.data?.mayManage ?? false,
    }
  }, [tree])
}
