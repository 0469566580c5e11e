import type { IsoDate } from '../kernel/dates.ts'
import type { DutyPeriod } from '../kernel/deadline-periods.ts'
import { fixedDeadline, type DeadlineRecord } from '../kernel/deadline.ts'
import { addWorkingDays, touchesUnpublished, type WorkCalendar } from '../kernel/work-calendar.ts'
import type { AssignmentEvent, NewPart } from './assignment-events.ts'
import type { HandsInTo, PartOrigin, PartRole } from './assignment-state.ts'
import { firstPeriod } from './periods.ts'
import type { ClockRule, TaskEvent, TaskFacts } from './task-state.ts'

/** A unit that takes part in a task, before it has an assignment. */
export interface TakingPart {
  readonly unitId: string
  readonly role: PartRole
  readonly origin: PartOrigin
  readonly printedName: string
  readonly personsInCharge?: readonly string[]
}

export interface OpenedPart {
  readonly id: string
  readonly events: readonly AssignmentEvent[]
}

/** Everything a new task starts with, in the order it is recorded. */
export function openTask(
  taskId: string,
  facts: Omit<TaskFacts, 'openedPeriods' | 'firstDueOn' | 'leadUnitId'>,
  units: readonly TakingPart[],
  on: { readonly calendar: WorkCalendar; readonly businessDay: IsoDate; readonly newId: () => string },
): { readonly events: readonly TaskEvent[]; readonly parts: readonly OpenedPart[] } {
  const leads = units.filter((unit) => unit.role === 'lead')
  const period = firstPeriod(facts, on.businessDay)
  const published: TaskFacts = {
    ...facts,
    dueOn: facts.dueOn,
    firstDueOn: facts.dueOn,
    leadUnitId: leads[0]?.unitId ?? null,
    openedPeriods: [],
  }
  const events: TaskEvent[] = [{ type: 'taskPublished', facts: published }]
  if (period) events.push({ type: 'periodOpened', period })
  const parts = openParts(taskId, published, period, units, on)
  return { events, parts }
}

/**
 * The parts of a task (or of one of its periods). With a named lead the lead gives the one result and every other unit
 * owes its part to the lead by an inner date; without one every unit hands in to the office itself (rules T-05, T-06).
 */
export function openParts(
  taskId: string,
  facts: TaskFacts,
  period: DutyPeriod | null,
  units: readonly TakingPart[],
  on: { readonly calendar: WorkCalendar; readonly businessDay: IsoDate; readonly newId: () => string },
): OpenedPart[] {
  const lead = units.find((unit) => unit.unitId === facts.leadUnitId)
  const ids = new Map(units.map((unit) => [unit, on.newId()]))
  const dueOn = period ? period.due : facts.dueOn
  const start = { kind: period ? 'periodOpened' : 'published', on: startOf(period, on.businessDay, dueOn) }
  return units.map((unit, place) => {
    const facesOffice = lead === undefined || unit === lead
    const handsInTo: HandsInTo = facesOffice ? { kind: 'office' } : { kind: 'lead', assignmentId: ids.get(lead)! }
    const part: NewPart = {
      taskId,
      campaignId: facts.campaignId,
      division: facts.division,
      unitId: unit.unitId,
      role: unit.role,
      origin: unit.origin,
      printedName: unit.printedName,
      place,
      period,
      handsInTo,
      deadlineKind: facts.printed.kind,
      mustPublish: facts.mustPublish,
      headSigns: facts.settings.headSigns,
      deadline: partDeadline(facts, dueOn, facesOffice, start, on.calendar),
      personsInCharge: unit.personsInCharge ?? [],
    }
    return { id: ids.get(unit)!, events: [{ type: 'assigned', part }] }
  })
}

/** The clock starts when the task is published or the period opens, never after the day it is due. */
function startOf(period: DutyPeriod | null, businessDay: IsoDate, dueOn: IsoDate | null): IsoDate {
  const start = period && period.opens > businessDay ? period.opens : businessDay
  return dueOn !== null && dueOn < start ? dueOn : start
}

function partDeadline(
  facts: Pick<TaskFacts, 'rule' | 'settings'>,
  dueOn: IsoDate | null,
  facesOffice: boolean,
  start: { readonly kind: string; readonly on: IsoDate },
  calendar: WorkCalendar,
): DeadlineRecord | null {
  if (dueOn === null) return null
  if (facesOffice) return fixedDeadline(facts.rule, start, dueOn, calendar)
  const own = innerDueOn(facts.settings.supportingLeadDays, start.on, dueOn, calendar)
  return countedBack(fixedDeadline(facts.rule, start, own, calendar), dueOn, calendar)
}

/** A date that was counted back from a later one is 暂定 when a notice may still change a day between (rule D-06). */
export function countedBack(deadline: DeadlineRecord, from: IsoDate, calendar: WorkCalendar): DeadlineRecord {
  const { dueOn } = deadline
  return { ...deadline, provisional: dueOn < from && touchesUnpublished(calendar, dueOn, from) }
}

/**
 * The day by which other units owe their part to the lead: so many working days before the task is due (rule D-25), but not
 * before the day the clock started.
 */
export function innerDueOn(leadDays: number, startOn: IsoDate, dueOn: IsoDate, calendar: WorkCalendar): IsoDate {
  if (leadDays === 0 || dueOn <= startOn) return dueOn
  const inner = addWorkingDays(calendar, dueOn, -leadDays)
  return inner > startOn ? inner : startOn
}

/**
 * A new deadline for a part that already has one: a given date; the lamps go by the whole time since the part's clock
 * started (rule D-20), so that a later date does not start a fresh period.
 */
export function movedDeadline(
  rule: ClockRule,
  current: DeadlineRecord | null,
  businessDay: IsoDate,
  dueOn: IsoDate,
  calendar: WorkCalendar,
): DeadlineRecord {
  const startOn = current?.startOn ?? businessDay
  const event = { kind: current?.startEvent ?? 'dateSet', on: dueOn < startOn ? dueOn : startOn }
  return fixedDeadline(rule, event, dueOn, calendar)
}
