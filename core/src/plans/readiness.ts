import type { DraftContent, DraftTask, UnitDecision } from './draft-state.ts'
import { unitsOf } from './draft-state.ts'

/** One thing that still stands between a draft and its publication. */
export type Blocker =
  | { readonly kind: 'unit'; readonly name: string; readonly tasks: readonly string[] }
  | { readonly kind: 'group'; readonly name: string; readonly tasks: readonly string[] }
  | { readonly kind: 'catchAll'; readonly name: string; readonly tasks: readonly string[] }
  | { readonly kind: 'noUnit'; readonly tasks: readonly string[] }
  | { readonly kind: 'diagnostic'; readonly code: string; readonly lines: readonly number[] }
  | { readonly kind: 'campaignPeriod' }
  | { readonly kind: 'empty' }

/**
 * What must be settled before publishing, one entry per matter with all tasks it concerns. Dates are not demanded: a
 * task without a date is allowed and stays visible as such; errors of the document must be settled, warnings may stay.
 */
export function blockersOf(draft: DraftContent): Blocker[] {
  const blockers: Blocker[] = []
  if (draft.package.tasks.length === 0) blockers.push({ kind: 'empty' })
  const open = {
    unit: new Map<string, string[]>(),
    group: new Map<string, string[]>(),
    catchAll: new Map<string, string[]>(),
  }
  const bare: string[] = []
  for (const task of draft.package.tasks) {
    for (const name of unitsOf(task)) if (!isDecided(draft.units[name])) note(open.unit, name, task.key)
    for (const name of task.groupUnits)
      if (groupUnits(draft, task, name) === undefined) note(open.group, name, task.key)
    if (task.catchAll !== '' && !catchAllDecided(draft, task)) note(open.catchAll, task.catchAll, task.key)
    if (unitsOf(task).length === 0 && task.groupUnits.length === 0 && !hasCatchAllUnits(draft, task))
      bare.push(task.key)
  }
  for (const kind of ['unit', 'group', 'catchAll'] as const) {
    for (const [name, tasks] of open[kind]) blockers.push({ kind, name, tasks })
  }
  if (bare.length > 0) blockers.push({ kind: 'noUnit', tasks: bare })
  for (const one of draft.package.diagnostics) {
    if (one.severity === 'error' && draft.settled[one.code] === undefined)
      blockers.push({ kind: 'diagnostic', code: one.code, lines: one.lines })
  }
  if (draft.purpose.kind === 'campaign' && campaignPeriod(draft) === undefined)
    blockers.push({ kind: 'campaignPeriod' })
  return blockers
}

/** The campaign runs from the first stage's start to the last stage's end; undefined when a stage gives neither. */
export function campaignPeriod(draft: DraftContent): { start: string; end: string } | undefined {
  const starts = draft.package.stages.flatMap((stage) => (stage.start ? [stage.start] : []))
  const ends = draft.package.stages.flatMap((stage) => (stage.end ? [stage.end] : []))
  const start = starts.sort()[0]
  const end = ends.sort().at(-1)
  return start && end ? { start, end } : undefined
}

/** Units a printed group stands for in a task: the task's own answer, else the answer for the group everywhere. */
export function groupUnits(draft: DraftContent, task: DraftTask, group: string): readonly string[] | undefined {
  return draft.tasks[task.key]?.groupUnitIds ?? draft.groups[group]
}

function isDecided(decision: UnitDecision | undefined): boolean {
  if (decision === undefined) return false
  return decision.kind !== 'several' || decision.unitIds.length > 0
}

function catchAllDecided(draft: DraftContent, task: DraftTask): boolean {
  return draft.tasks[task.key]?.catchAllNobody === true || hasCatchAllUnits(draft, task)
}

function hasCatchAllUnits(draft: DraftContent, task: DraftTask): boolean {
  return (draft.tasks[task.key]?.catchAllUnitIds?.length ?? 0) > 0
}

function note(map: Map<string, string[]>, name: string, key: string): void {
  const keys = map.get(name)
  if (keys) keys.push(key)
  else map.set(name, [key])
}
