import type { IsoDate } from '../kernel/dates.ts'
import type { AssignmentEvent } from './assignment-events.ts'
import { isOpen, owingTo, type Consequence, type FamilyPart } from './family.ts'

/**
 * Units merge in mid-year: the open parts of one become those of the other as they stand, with their history and dates. Where
 * the other holds a part of the same task and period, the merged unit's part ends, what was owed to it is owed to the other
 * one, and the other one leads if it led (rule T-14).
 */
export function afterMerging(
  family: readonly FamilyPart[],
  fromUnitId: string,
  toUnitId: string,
  reason: string,
  on: IsoDate,
): Consequence[] {
  const events = new Map<string, AssignmentEvent[]>()
  const add = (id: string, event: AssignmentEvent) => events.set(id, [...(events.get(id) ?? []), event])
  for (const from of family.filter((part) => part.state.part.unitId === fromUnitId && isOpen(part))) {
    const to = family.find(
      (part) => part.state.part.unitId === toUnitId && part.state.part.period?.key === from.state.part.period?.key,
    )
    if (!to) {
      add(from.id, { type: 'movedWithUnit', unitId: toUnitId, reason })
      continue
    }
    add(from.id, { type: 'partWithdrawn', on, because: 'mergedInto', reason })
    const { part } = from.state
    const owing = owingTo(family, from.id).filter((one) => one !== to && isOpen(one))
    if (!isOpen(to)) {
      // The other unit's part is finished: nothing can be owed to it any more.
      for (const one of owing) add(one.id, { type: 'partWithdrawn', on, because: 'mergedInto', reason })
      continue
    }
    const owedToMerged = to.state.part.handsInTo.kind !== 'office' && to.state.part.handsInTo.assignmentId === from.id
    if (part.role === 'lead' || owedToMerged)
      add(to.id, { type: 'roleChanged', role: part.role, handsInTo: part.handsInTo, deadline: part.deadline, reason })
    for (const one of owing) {
      const { role, handsInTo } = one.state.part
      const kind = handsInTo.kind === 'parent' ? 'parent' : 'lead'
      add(one.id, { type: 'roleChanged', role, handsInTo: { kind, assignmentId: to.id }, deadline: null, reason })
    }
  }
  return [...events].map(([id, list]) => ({ id, events: list }))
}
