import type { WorkCalendar } from '@yingshang/core/kernel/work-calendar'
import { assignmentDecider } from '@yingshang/core/tasks/assignment'
import type { PartRole } from '@yingshang/core/tasks/assignment-state'
import type { NewsKind } from '@yingshang/core/reminders/news'
import { afterChangingDate, afterNamingLead, withdrawAll } from '@yingshang/core/tasks/family'
import { openParts } from '@yingshang/core/tasks/opening'
import { taskPeriods } from '@yingshang/core/tasks/periods'
import { taskDecider, type TaskCommand, type TaskContext } from '@yingshang/core/tasks/task'
import type { Queryable } from '../platform/database/pools.ts'
import { notFound } from '../platform/http/failure.ts'
import { newChange, type Occasion } from '../platform/ledger/decide.ts'
import { newId, type OutboxItem } from '../platform/ledger/record.ts'
import { decideOnTask, type FamilyOccasion } from './act-on-family.ts'
import type { Written } from './act-on-part.ts'
import type { FamilyWrite } from './family-store.ts'
import { toUnit } from './notices.ts'
import { assignmentTable } from './tables.ts'
import { eventsOrRefuse } from './write.ts'

/** What the policy needs of a task: the units that hold its parts, and where they stand now. */
export async function taskCircumstances(db: Queryable, occasion: Occasion, taskId: string): Promise<TaskContext> {
  const found = await db.query<{ id: string; path: string }>({
    name: 'tasks:units-of',
    text: `select distinct u.id, u.path from app.assignment a join app.unit u on u.id = a.unit_id
      where a.task_id = $1 and a.status <> 'withdrawn' and not a.passed_inside`,
    values: [taskId],
  })
  return {
    actor: occasion.actor,
    businessDay: occasion.businessDay,
    unitPaths: found.rows.map((row) => row.path),
    unitIds: found.rows.map((row) => row.id),
  }
}

async function decide(at: FamilyOccasion, write: FamilyWrite, command: TaskCommand): Promise<void> {
  const context = await taskCircumstances(at.db, at.occasion, at.family.task.id)
  write.addToTask(eventsOrRefuse(taskDecider.decide(command, at.family.task.state, context)))
}

/** The current period's parts; all of them for a task that is done once. */
function current(at: FamilyOccasion) {
  return at.family.family(at.facts.openedPeriods.at(-1) ?? null)
}

/** News for every unit whose part was touched. */
function newsForTouched(at: FamilyOccasion, write: FamilyWrite, kind: NewsKind): OutboxItem[] {
  const touched = new Set(write.touched())
  return write
    .after()
    .filter(({ id }) => touched.has(id))
    .map(({ id, state }) => toUnit(kind, state.part, id, at.facts))
}

export function changeTaskDate(
  db: Queryable,
  calendar: WorkCalendar,
  occasion: Occasion,
  taskId: string,
  wish: { readonly dueOn: string; readonly reason: string },
): Promise<Written> {
  return decideOnTask(db, calendar, occasion, taskId, async (at, write) => {
    await decide(at, write, { type: 'changeDate', ...wish })
    const { businessDay } = occasion
    write.addAll(afterChangingDate(current(at), at.facts, { ...wish, businessDay, calendar }))
    return {
      outbox: newsForTouched(at, write, 'task.dateChanged'),
      result: { id: taskId, status: at.family.task.state.kind },
    }
  })
}

export function nameLead(
  db: Queryable,
  calendar: WorkCalendar,
  occasion: Occasion,
  taskId: string,
  wish: { readonly unitId: string | null; readonly reason: string },
): Promise<Written> {
  return decideOnTask(db, calendar, occasion, taskId, async (at, write) => {
    await decide(at, write, { type: 'nameLead', ...wish })
    const change = { reason: wish.reason, businessDay: occasion.businessDay, calendar }
    write.addAll(afterNamingLead(current(at), at.facts, wish.unitId, change))
    return {
      outbox: newsForTouched(at, write, 'task.dateChanged'),
      result: { id: taskId, status: at.family.task.state.kind },
    }
  })
}

export function addPart(
  db: Queryable,
  calendar: WorkCalendar,
  occasion: Occasion,
  taskId: string,
  wish: { readonly unitId: string; readonly role: Exclude<PartRole, 'lead'>; readonly reason: string },
): Promise<Written> {
  return decideOnTask(db, calendar, occasion, taskId, async (at, write) => {
    const unit = await db.query<{ name: string }>('select name from app.unit where id = $1 and active', [wish.unitId])
    const name = unit.rows[0]?.name
    if (name === undefined) throw notFound('unit')
    const assignmentId = newId(occasion.now)
    const { unitId, role, reason } = wish
    await decide(at, write, { type: 'addPart', unitId, assignmentId, reason })
    const taking = { unitId, role, origin: 'added' as const, printedName: name }
    const part = addedPart(at, occasion, calendar, taking, assignmentId)
    write.addChanges(newChange(assignmentTable, assignmentDecider, assignmentId, [{ type: 'assigned', part }]))
    return {
      outbox: [toUnit('task.assigned', part, assignmentId, at.facts)],
      result: { id: assignmentId, status: 'assigned' },
    }
  })
}

/** A part added later stands beside the others: it owes to the lead where there is one. */
function addedPart(
  at: FamilyOccasion,
  occasion: Occasion,
  calendar: WorkCalendar,
  taking: { unitId: string; role: PartRole; origin: 'added'; printedName: string },
  assignmentId: string,
) {
  const { facts } = at
  const period = taskPeriods(facts).find((one) => one.key === facts.openedPeriods.at(-1)) ?? null
  const lead = current(at).find(({ state }) => state.part.unitId === facts.leadUnitId)
  const asLead = lead && {
    unitId: lead.state.part.unitId,
    role: 'lead' as const,
    origin: 'named' as const,
    printedName: '',
  }
  const ids = [assignmentId, lead?.id ?? '']
  const opened = openParts(at.family.task.id, facts, period, [taking, ...(asLead ? [asLead] : [])], {
    calendar,
    businessDay: occasion.businessDay,
    newId: () => ids.shift()!,
  })
  const event = opened.find((one) => one.id === assignmentId)!.events[0]!
  if (event.type !== 'assigned') throw new Error('a new part starts with being assigned')
  return { ...event.part, place: current(at).length }
}

export function withdrawTask(
  db: Queryable,
  calendar: WorkCalendar,
  occasion: Occasion,
  taskId: string,
  reason: string,
): Promise<Written> {
  return decideOnTask(db, calendar, occasion, taskId, async (at, write) => {
    await decide(at, write, { type: 'withdraw', reason })
    write.addAll(withdrawAll(at.family.family(), 'taskWithdrawn', reason, occasion.businessDay))
    return {
      outbox: newsForTouched(at, write, 'task.withdrawn'),
      result: { id: taskId, status: 'withdrawn' },
    }
  })
}
