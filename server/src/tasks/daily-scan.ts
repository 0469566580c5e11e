import { createHash } from 'node:crypto'
import type { WorkCalendar } from '@yingshang/core/kernel/work-calendar'
import { notifyItem } from '@yingshang/core/reminders/news'
import { assignmentDecider } from '@yingshang/core/tasks/assignment'
import type { FamilyPart } from '@yingshang/core/tasks/family'
import { openParts, type TakingPart } from '@yingshang/core/tasks/opening'
import { nextPeriod } from '@yingshang/core/tasks/periods'
import type { TaskFacts } from '@yingshang/core/tasks/task-state'
import type { Services } from '../platform/capability.ts'
import type { Queryable } from '../platform/database/pools.ts'
import { newChange, type Occasion } from '../platform/ledger/decide.ts'
import { newId, record, type OutboxItem } from '../platform/ledger/record.ts'
import { decideTask } from './act-on-family.ts'
import { FamilyWrite, loadFamily } from './family-store.ts'
import { factsOf, toUnit } from './notices.ts'
import { assignmentTable } from './tables.ts'
import { decideAndRecord } from './write.ts'

const actor = { kind: 'system', job: 'daily-task-scan' } as const

/**
 * Everything that a day brings to tasks: periods that begin are opened, and units hear what becomes urgent or overdue.
 * Command ids are made from the day, so that running it again does nothing twice.
 */
export async function runDailyTaskScan(
  services: Pick<Services, 'databases' | 'clock' | 'calendar'>,
  day: string,
): Promise<{ periods: number; notices: number }> {
  const db = services.databases.app
  const now = services.clock.now()
  const periods = await openPeriods(db, services.calendar(), day, now)
  return { periods, notices: await tellWhatIsUrgent(db, day, now) }
}

/** Opens every period that has begun. A task whose program was off for two quarters gets both. */
async function openPeriods(db: Queryable, calendar: WorkCalendar, day: string, now: number): Promise<number> {
  let opened = 0
  for (;;) {
    const due = await db.query<{ id: string; next_period_on: string }>({
      name: 'tasks:periods-due',
      text: 'select id, next_period_on from app.task where next_period_on <= $1 order by next_period_on, id limit 200',
      values: [day],
    })
    if (due.rows.length === 0) return opened
    for (const { id, next_period_on: opensOn } of due.rows) {
      const commandId = commandOf(`period:${id}:${opensOn}`)
      await openPeriod(db, calendar, { actor, businessDay: day, now, commandId }, id)
      opened++
    }
  }
}

async function openPeriod(db: Queryable, calendar: WorkCalendar, occasion: Occasion, taskId: string): Promise<void> {
  await decideAndRecord(db, occasion, async () => {
    const family = await loadFamily(db, taskId)
    const { state } = family.task
    const period = state.kind === 'open' ? nextPeriod(state.facts) : null
    if (state.kind !== 'open' || !period) return { changes: [], result: null }
    const write = new FamilyWrite(family)
    decideTask({ db, occasion, family, facts: state.facts, calendar }, write, { type: 'openPeriod', period })
    const units = takingPart(await partsOfLastPeriod(db, taskId, state.facts))
    const parts = openParts(taskId, state.facts, period, units, {
      calendar,
      businessDay: occasion.businessDay,
      newId: () => newId(occasion.now),
    })
    const outbox: OutboxItem[] = []
    for (const { id, events } of parts) {
      write.addChanges(newChange(assignmentTable, assignmentDecider, id, events))
      const event = events[0]!
      if (event.type === 'assigned') outbox.push(toUnit('task.assigned', event.part, id, state.facts))
    }
    return { changes: await write.changes(db, occasion), outbox, result: null }
  })
}

interface LastPart extends FamilyPart {
  /** The unit itself, or the one it was merged into. */
  readonly unitNow: string
}

/** The units of the period before, as they are now. A part that was merely not waited for takes part again. */
async function partsOfLastPeriod(db: Queryable, taskId: string, facts: TaskFacts): Promise<LastPart[]> {
  const found = await db.query<LastPart>({
    name: 'tasks:last-period',
    text: `with recursive part as (
        select a.id, a.state, a.place, a.unit_id from app.assignment a where a.task_id = $1 and a.period_key = $2
          and not a.passed_inside and (a.status <> 'withdrawn' or a.state->>'because' = 'concludedWithout')),
      heir as (
        select p.id, u.id as unit_id, u.merged_into from part p join app.unit u on u.id = p.unit_id
        union all select h.id, u.id, u.merged_into from heir h join app.unit u on u.id = h.merged_into)
      select p.id, p.state, h.unit_id as "unitNow" from part p join heir h on h.id = p.id and h.merged_into is null
      order by p.place, p.id`,
    values: [taskId, facts.openedPeriods.at(-1) ?? ''],
  })
  return found.rows
}

/** One part per unit; of two units that have merged since, the one that leads, then the first in the notice. */
function takingPart(parts: readonly LastPart[]): TakingPart[] {
  const units = new Map<string, LastPart['state']['part']>()
  for (const { state, unitNow } of parts)
    if (!units.has(unitNow) || state.part.role === 'lead') units.set(unitNow, state.part)
  return [...units].map(([unitId, part]) => ({
    unitId,
    role: part.role,
    origin: part.origin,
    printedName: part.printedName,
    personsInCharge: part.personsInCharge,
  }))
}

interface UrgentRow {
  unit_id: string
  id: string
  no: string
  title: string
  due_on: string
  overdue: boolean
}

/** One message per unit for what turned blue or yellow on this day, one for what became overdue, with the things named. */
async function tellWhatIsUrgent(db: Queryable, day: string, now: number): Promise<number> {
  const found = await db.query<UrgentRow>({
    name: 'tasks:urgent',
    text: `select a.unit_id, a.id, t.no, t.title, a.due_on, a.overdue_from = $1 as overdue
      from app.assignment a join app.task t on t.id = a.task_id
      where a.running and (a.overdue_from = $1 or a.yellow_from = $1 or a.blue_from = $1)
      order by a.unit_id, a.due_on, t.position, a.id`,
    values: [day],
  })
  const byUnit = new Map<string, UrgentRow[]>()
  for (const row of found.rows) byUnit.set(row.unit_id, [...(byUnit.get(row.unit_id) ?? []), row])
  for (const [unitId, rows] of byUnit) {
    const outbox = [
      ...summary(
        'task.overdue',
        unitId,
        rows.filter((row) => row.overdue),
      ),
      ...summary(
        'task.dueSoon',
        unitId,
        rows.filter((row) => !row.overdue),
      ),
    ]
    const commandId = commandOf(`urgent:${day}:${unitId}`)
    await record(db, { commandId, actor, businessDay: day, now, changes: [], outbox })
  }
  return found.rows.length
}

function summary(kind: 'task.overdue' | 'task.dueSoon', unitId: string, rows: readonly UrgentRow[]): OutboxItem[] {
  const first = rows[0]
  if (!first) return []
  const roles =
    kind === 'task.overdue' ? (['unitLiaison', 'unitDeputy', 'unitHead'] as const) : (['unitLiaison'] as const)
  const about = rows.length === 1 ? { ...factsOf(first), dueOn: first.due_on } : { count: rows.length }
  return [
    notifyItem({
      kind,
      unitId,
      roles: [...roles],
      subject: { kind: rows.length === 1 ? 'assignment' : 'unit', id: rows.length === 1 ? first.id : unitId },
      facts: about,
      items: rows.slice(0, 200).map((row) => ({ ...factsOf(row), dueOn: row.due_on })),
    }),
  ]
}

/** A UUID made from a name (RFC 9562 version 8): the same day and thing give the same command. */
function commandOf(name: string): string {
  const hex = createHash('sha256').update(`yingshang:tasks:${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-9${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
