import type { DraftContent, DraftTask } from './draft-state.ts'
import { groupUnits } from './readiness.ts'

export type PartRole = 'lead' | 'responsible' | 'supporting'
export type PartOrigin = 'named' | 'group' | 'catchAll'

export interface PartToPublish {
  readonly unitId: string
  readonly role: PartRole
  readonly origin: PartOrigin
  readonly printedName: string
}

/**
 * The parts of one task, one per unit: a unit that is printed twice, or printed and inside a group, has one part with
 * its strongest role and its earliest origin. Units under 负责单位/责任单位 stay `responsible` unless a lead is named.
 * Units named by a catch-all support those printed; where nobody is printed there is nobody to support, and they are
 * responsible, each by its duties.
 * `created` gives the ids of units that are made while publishing, by printed name.
 */
export function partsOf(draft: DraftContent, task: DraftTask, created: ReadonlyMap<string, string>): PartToPublish[] {
  const parts = new Map<string, PartToPublish>()
  const lead = draft.tasks[task.key]?.lead
  const add = (unitId: string, role: PartRole, origin: PartOrigin, printedName: string) => {
    const known = parts.get(unitId)
    if (known && strength[known.role] >= strength[role]) return
    parts.set(unitId, { unitId, role, origin: known?.origin ?? origin, printedName: known?.printedName ?? printedName })
  }
  const named = (names: readonly string[], role: PartRole) => {
    for (const name of names) {
      for (const unitId of unitIdsOf(draft, name, created)) add(unitId, name === lead ? 'lead' : role, 'named', name)
    }
  }
  named(task.leadUnits, 'lead')
  named(task.responsibleUnits, 'responsible')
  named(task.supportingUnits, 'supporting')
  for (const group of task.groupUnits) {
    for (const unitId of groupUnits(draft, task, group) ?? []) add(unitId, 'responsible', 'group', group)
  }
  const nobodyPrinted = parts.size === 0
  for (const unitId of draft.tasks[task.key]?.catchAllUnitIds ?? [])
    add(unitId, nobodyPrinted ? 'responsible' : 'supporting', 'catchAll', task.catchAll)
  return [...parts.values()]
}

const strength: Record<PartRole, number> = { supporting: 0, responsible: 1, lead: 2 }

function unitIdsOf(draft: DraftContent, name: string, created: ReadonlyMap<string, string>): readonly string[] {
  const decision = draft.units[name]
  switch (decision?.kind) {
    case 'unit':
      return [decision.unitId]
    case 'several':
      return decision.unitIds
    case 'create': {
      const unitId = created.get(decision.name)
      return unitId ? [unitId] : []
    }
    default:
      return []
  }
}

/** The date a task is due on and who set it: the notice, or the office (本办自定). */
export function dueOf(draft: DraftContent, task: DraftTask): { dueOn: string | null; dueSetBy: 'notice' | 'office' } {
  const own = draft.tasks[task.key]?.dueOn
  if (own !== undefined && own !== task.deadline.due) return { dueOn: own, dueSetBy: 'office' }
  return { dueOn: task.deadline.due, dueSetBy: 'notice' }
}

/** Names of units that publishing has to make, each once. */
export function unitsToCreate(draft: DraftContent): { name: string; unitKind: string }[] {
  const made = new Map<string, { name: string; unitKind: string }>()
  for (const decision of Object.values(draft.units)) {
    if (decision.kind === 'create') made.set(decision.name, { name: decision.name, unitKind: decision.unitKind })
  }
  return [...made.values()]
}
