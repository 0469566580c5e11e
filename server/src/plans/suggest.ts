import type { DraftContent } from '@yingshang/core/plans/draft-state'
import { unitsOf } from '@yingshang/core/plans/draft-state'
import type { Services } from '../platform/capability.ts'
import { matchUnits, resolveGroup } from '../units/for-others.ts'

/** For every printed name: the unit it surely is, or candidates with the reason; for every group its likely members. */
export async function suggestUnits(services: Services, draft: DraftContent) {
  const db = services.databases.app
  const measured = draft.package.indicators.flatMap((one) => [one, ...one.children].flatMap((part) => part.units))
  const names = [...new Set([...draft.package.tasks.flatMap(unitsOf), ...measured])]
  const matches = await matchUnits(db, names)
  const groups = [
    ...new Set(draft.package.tasks.flatMap((task) => [...task.groupUnits, ...(task.catchAll ? [task.catchAll] : [])])),
  ]
  const resolved = await Promise.all(
    groups.map(async (name) => ({ name, unitIds: (await resolveGroup(db, name)) ?? [] })),
  )
  return {
    units: matches.map((match) => ({
      name: match.name,
      unitId: match.unitId ?? null,
      candidates: match.candidates.map(({ unitId, name, why }) => ({ unitId, name, why })),
    })),
    groups: resolved,
  }
}
