import type { PersonActor, Role } from '../src/kernel/actor.ts'
import { defaultAlertRule } from '../src/kernel/alert-level-rule.ts'
import { fixedDeadline } from '../src/kernel/deadline.ts'
import { defaultCountingRule } from '../src/kernel/deadline-rule.ts'
import { shippedCalendarVersion } from '../src/kernel/work-calendar-notices.ts'
import { buildWorkCalendar } from '../src/kernel/work-calendar.ts'
import { replay } from '../src/kernel/decider.ts'
import { assignmentDecider, type AssignmentContext } from '../src/tasks/assignment.ts'
import type { AssignmentEvent, NewPart } from '../src/tasks/assignment-events.ts'
import type { Assignment, LivePart, Result } from '../src/tasks/assignment-state.ts'
import type { ClockRule, TaskFacts } from '../src/tasks/task-state.ts'

/** Short verbs for rule tests about tasks: a county with an office, a bureau with a section, another bureau. */
export const calendar = buildWorkCalendar(shippedCalendarVersion)
export const today = '2022-07-04'
export const rule: ClockRule = {
  key: 'task.due',
  ruleVersion: 'rules-1',
  counting: defaultCountingRule,
  alert: defaultAlertRule,
}

export const paths = {
  county: '/county/',
  office: '/county/office/',
  bureau: '/county/bureau/',
  section: '/county/bureau/section/',
  other: '/county/other/',
} as const
export type UnitId = keyof typeof paths

/** A person with one post; `home` differs from `unit` during a secondment. */
export function person(role: Role, unit: UnitId, home: UnitId = unit, personId = `${role}@${unit}`): PersonActor {
  return {
    kind: 'person',
    personId,
    homeUnitId: home,
    homeUnitPath: paths[home],
    posts: [{ role, unitId: unit, unitPath: paths[unit] }],
  }
}

export const officer = person('coordinationOfficer', 'office')
export const liaison = person('unitLiaison', 'bureau')
export const head = person('unitHead', 'bureau')

export function due(dueOn: string) {
  return fixedDeadline(rule, { kind: 'published', on: dueOn < today ? dueOn : today }, dueOn, calendar)
}

export function aPart(part: Partial<NewPart> = {}): NewPart {
  return {
    taskId: 'task',
    campaignId: 'campaign',
    division: '320724',
    unitId: 'bureau',
    role: 'responsible',
    origin: 'named',
    printedName: '县某局',
    place: 0,
    period: null,
    handsInTo: { kind: 'office' },
    deadlineKind: 'date',
    mustPublish: false,
    headSigns: true,
    deadline: due('2022-09-30'),
    personsInCharge: [],
    ...part,
  }
}

/** The state after being assigned and further events. */
export function given(part: Partial<NewPart> = {}, ...events: AssignmentEvent[]): LivePart {
  return replay<Assignment, AssignmentEvent>(assignmentDecider, [
    { type: 'assigned', part: aPart(part) },
    ...events,
  ]) as LivePart
}

export function context(actor: AssignmentContext['actor'], more: Partial<AssignmentContext> = {}): AssignmentContext {
  return { actor, businessDay: today, unitPath: paths.bureau, receiver: null, outstanding: 0, ...more }
}

export const result: Result = { text: '已经办好', fileIds: [], publication: null, without: 0 }
export const signed: AssignmentEvent = { type: 'signed', on: today }
export const drafted: AssignmentEvent = { type: 'drafted', result, by: liaison.personId }
export const handedIn: AssignmentEvent = { type: 'handedIn', result, on: today, by: head.personId }
export const accepted: AssignmentEvent = { type: 'partAccepted', on: today }
export const returned: AssignmentEvent = { type: 'returned', on: today, reason: '材料不全' }
export const confirmed: AssignmentEvent = { type: 'confirmed', on: today, outcome: 'completed' }
export const withdrawn: AssignmentEvent = { type: 'partWithdrawn', on: today, because: 'office', reason: '不再需要' }

/** One part in every state that exists. */
export const inEveryState: Record<LivePart['kind'], LivePart> = {
  assigned: given(),
  signed: given({}, signed),
  drafted: given({}, signed, drafted),
  handedIn: given({}, signed, handedIn),
  accepted: given({ handsInTo: { kind: 'lead', assignmentId: 'lead' } }, signed, handedIn, accepted),
  returned: given({}, signed, handedIn, returned),
  confirmed: given({}, signed, handedIn, confirmed),
  withdrawn: given({}, withdrawn),
}

export function aTaskFacts(part: Partial<TaskFacts> = {}): TaskFacts {
  return {
    campaignId: 'campaign',
    division: '320724',
    planId: 'plan',
    window: { start: '2022-06-01', end: '2023-02-28' },
    settings: { headSigns: true, supportingLeadDays: 5, stubPeriods: 'count', yearlyConclusionOn: '12-31' },
    rule,
    listId: 'list',
    listTitle: '清单',
    position: 0,
    no: '1',
    title: '任务',
    text: '',
    section: [],
    clause: { id: 'c', number: '二（一）' },
    basis: [],
    catchAll: '',
    groupUnits: [],
    printedUnits: [],
    printed: { text: '2022年9月底前', kind: 'date', due: '2022-09-30', every: null },
    lines: [1, 1],
    mustPublish: false,
    leadUnitId: null,
    dueOn: '2022-09-30',
    firstDueOn: '2022-09-30',
    dueSetBy: 'notice',
    openedPeriods: [],
    ...part,
  }
}
