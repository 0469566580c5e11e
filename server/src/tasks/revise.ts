import { canonical } from '@yingshang/core/kernel/canonical'
import type { WorkCalendar } from '@yingshang/core/kernel/work-calendar'
import { assignmentDecider } from '@yingshang/core/tasks/assignment'
import type { LivePart } from '@yingshang/core/tasks/assignment-state'
import {
  afterChangingDate,
  afterNamingLead,
  afterWithdrawing,
  isOpen,
  withdrawAll,
  type FamilyPart,
} from '@yingshang/core/tasks/family'
import { openParts, type OpenedPart } from '@yingshang/core/tasks/opening'
import { taskPeriods } from '@yingshang/core/tasks/periods'
import type { RevisedFacts, TaskFacts } from '@yingshang/core/tasks/task-state'
import type { Queryable } from '../platform/database/pools.ts'
import { newChange, type Occasion } from '../platform/ledger/decide.ts'
import { newId, type OutboxItem } from '../platform/ledger/record.ts'
import type { Change } from '../platform/ledger/table.ts'
import { decideTask, type FamilyOccasion } from './act-on-family.ts'
import { FamilyWrite, loadFamily } from './family-store.ts'
import { printedFacts, type TaskToPublish } from './to-publish.ts'
import { toUnit } from './notices.ts'
import { assignmentTable } from './tables.ts'

export interface Revision {
  readonly planId: string
  /** Why, for the ledger: the revised notice's title or number. */
  readonly reason: string
  readonly calendar: WorkCalendar
  /** Tasks of the campaign that the revised notice prints again, in its order, with their place. */
  readonly kept: readonly { readonly taskId: string; readonly position: number; readonly task: TaskToPublish }[]
  /** Tasks that it no longer prints. */
  readonly gone: readonly string[]
}

/**
 * What a revised notice changes in running tasks (rule T-15): for the same `record` as the campaign and the new tasks. Load
 * and call again when `record` answers `moved`. Tasks that are new go through `taskChanges`.
 */
export async function revisionChanges(
  db: Queryable,
  occasion: Occasion,
  revision: Revision,
): Promise<{ readonly changes: Change[]; readonly outbox: OutboxItem[] }> {
  const changes: Change[] = []
  const outbox: OutboxItem[] = []
  const { calendar, reason } = revision
  const withFamily = async (taskId: string, revise: (at: FamilyOccasion, write: FamilyWrite) => void) => {
    const family = await loadFamily(db, taskId)
    const { state } = family.task
    if (state.kind !== 'open' && state.kind !== 'routine') return
    const write = new FamilyWrite(family)
    revise({ db, occasion, family, facts: state.facts, calendar }, write)
    changes.push(...(await write.changes(db, occasion)))
  }
  for (const { taskId, task, position } of revision.kept)
    await withFamily(taskId, (at, write) => reviseTask(at, write, revision, task, position, outbox))
  for (const taskId of revision.gone)
    await withFamily(taskId, (at, write) => {
      for (const part of at.family.family().filter(isOpen))
        outbox.push(toUnit('task.withdrawn', part.state.part, part.id, at.facts))
      write.addToTask([{ type: 'taskWithdrawn', on: occasion.businessDay, reason }])
      write.addAll(withdrawAll(at.family.family(), 'revised', reason, occasion.businessDay))
    })
  return { changes, outbox }
}

function reviseTask(
  at: FamilyOccasion,
  write: FamilyWrite,
  { planId, reason, calendar }: Revision,
  task: TaskToPublish,
  position: number,
  outbox: OutboxItem[],
): void {
  const changed = changedFacts(at.facts, { ...printedFacts(task), position })
  if (changed) decideTask(at, write, { type: 'revise', planId, facts: changed })
  if (at.family.task.state.kind !== 'open') return
  const { businessDay } = at.occasion
  const current = at.family.family(at.facts.openedPeriods.at(-1) ?? null)
  const moved = task.dueOn !== null && task.dueOn !== at.facts.dueOn && task.printed.due !== at.facts.printed.due
  const facts: TaskFacts = moved ? { ...at.facts, dueOn: task.dueOn } : at.facts
  if (moved && task.dueOn !== null) {
    write.addToTask([{ type: 'taskDueDateChanged', dueOn: task.dueOn, reason }])
    write.addAll(afterChangingDate(current, facts, { dueOn: task.dueOn, reason, businessDay, calendar }))
  }
  const lead = leadAfter(task, facts, current)
  const opened = newParts(at, { ...facts, leadUnitId: lead }, task, current)
  for (const { id, events } of opened) {
    write.addChanges(newChange(assignmentTable, assignmentDecider, id, events))
    const event = events[0]!
    if (event.type === 'assigned') outbox.push(toUnit('task.assigned', event.part, id, facts))
  }
  if (lead !== at.facts.leadUnitId) {
    write.addToTask([{ type: 'leadNamed', unitId: lead, reason }])
    const all = [...current, ...opened.map(asPart)]
    const known = new Set(current.map((part) => part.id))
    const consequences = afterNamingLead(all, facts, lead, { reason, businessDay, calendar })
    write.addAll(consequences.filter((consequence) => known.has(consequence.id)))
  }
  endUnprintedParts(at, write, task, current, reason, outbox)
}

/** The lead that is printed; else the one the office named, as long as it still takes part. */
function leadAfter(task: TaskToPublish, facts: TaskFacts, current: readonly FamilyPart[]): string | null {
  const printed = task.parts.find((part) => part.role === 'lead')?.unitId
  if (printed !== undefined) return printed
  const stays = (part: FamilyPart) =>
    part.state.part.origin === 'added' || task.parts.some((one) => one.unitId === part.state.part.unitId)
  return current.some((part) => part.state.part.unitId === facts.leadUnitId && stays(part)) ? facts.leadUnitId : null
}

/** The printed facts that differ; null when none does. */
function changedFacts(facts: TaskFacts, printed: RevisedFacts): Partial<RevisedFacts> | null {
  const names = Object.keys(printed) as (keyof RevisedFacts)[]
  const differing = names.filter((name) => canonical(facts[name]) !== canonical(printed[name]))
  return differing.length === 0 ? null : Object.fromEntries(differing.map((name) => [name, printed[name]]))
}

/** Parts for units that the revised notice prints and that hold none; existing parts keep their ids. */
function newParts(
  at: FamilyOccasion,
  facts: TaskFacts,
  task: TaskToPublish,
  current: readonly FamilyPart[],
): OpenedPart[] {
  const known = new Map(current.map((part) => [part.state.part.unitId, part.id]))
  const period = taskPeriods(facts).find((one) => one.key === facts.openedPeriods.at(-1)) ?? null
  const units = [...task.parts]
  // A lead that the office named stays the one to whom the others owe their part.
  const lead = current.find((part) => part.state.part.unitId === facts.leadUnitId)
  if (lead && !units.some((unit) => unit.unitId === facts.leadUnitId)) {
    const { unitId, printedName } = lead.state.part
    units.push({ unitId, unitPath: '', role: 'lead', origin: 'named', printedName })
  }
  const ids = units.map((unit) => known.get(unit.unitId) ?? newId(at.occasion.now))
  const all = openParts(at.family.task.id, facts, period, units, {
    calendar: at.calendar,
    businessDay: at.occasion.businessDay,
    newId: (() => {
      let next = 0
      return () => ids[next++]!
    })(),
  })
  const existing = new Set(known.values())
  return all.filter((part) => !existing.has(part.id))
}

function asPart({ id, events }: OpenedPart): FamilyPart {
  return { id, state: events.reduce(assignmentDecider.evolve, assignmentDecider.initial) as LivePart }
}

/** Units that are no longer printed lose their open part; what the office added or a unit passed on inside stays. */
function endUnprintedParts(
  at: FamilyOccasion,
  write: FamilyWrite,
  task: TaskToPublish,
  current: readonly FamilyPart[],
  reason: string,
  outbox: OutboxItem[],
): void {
  const printed = new Set(task.parts.map((part) => part.unitId))
  const ended = new Set<string>()
  for (const part of current) {
    const { unitId, origin } = part.state.part
    if (printed.has(unitId) || origin === 'added' || origin === 'passed' || !isOpen(part) || ended.has(part.id))
      continue
    const on = at.occasion.businessDay
    write.add(part.id, [{ type: 'partWithdrawn', on, because: 'revised', reason }])
    ended.add(part.id)
    for (const below of afterWithdrawing(current, part.id, 'unitChanged', reason, on))
      if (!ended.has(below.id)) {
        write.addAll([below])
        ended.add(below.id)
      }
    outbox.push(toUnit('task.withdrawn', part.state.part, part.id, at.facts))
  }
}
