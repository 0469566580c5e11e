import type { MovingDeadline } from '@yingshang/core/calendar/contract'
import { changedDays, touchedBetween } from '@yingshang/core/kernel/deadline-recount'
import type { DeadlineRecord } from '@yingshang/core/kernel/deadline'
import type { WorkCalendar } from '@yingshang/core/kernel/work-calendar'
import { assignmentDecider } from '@yingshang/core/tasks/assignment'
import type { AssignmentEvent } from '@yingshang/core/tasks/assignment-events'
import type { Assignment, LivePart } from '@yingshang/core/tasks/assignment-state'
import { recountReason } from '@yingshang/core/tasks/labels.zh'
import { recountPart, type RecountedPart } from '@yingshang/core/tasks/recount'
import type { ClockRule } from '@yingshang/core/tasks/task-state'
import type { CalendarBy, CountedDeadlines } from '../calendar/for-others.ts'
import type { Services } from '../platform/capability.ts'
import { changeBy } from '../platform/ledger/decide.ts'
import type { Change } from '../platform/ledger/table.ts'
import type { OutboxItem } from '../platform/ledger/record.ts'
import { toUnit } from './notices.ts'
import { assignmentTable } from './tables.ts'

interface OpenPart {
  readonly id: string
  readonly version: number
  readonly head: string
  readonly state: LivePart
  readonly task_id: string
  readonly no: string
  readonly title: string
  readonly rule: ClockRule
  readonly lead_days: number
  readonly unit: string
  readonly above: string | null
}

interface Moving {
  readonly part: OpenPart
  readonly current: DeadlineRecord
  readonly before: WorkCalendar
  readonly after: WorkCalendar
  readonly recounted: RecountedPart
}

/**
 * The deadlines of the units' parts, for the calendar's list of what a new version moves. Dates that the notice or a
 * person gave stay; their alert levels, and the inner dates counted back from them, are counted again.
 */
export function partDeadlines(services: Pick<Services, 'databases' | 'calendars' | 'installation'>): CountedDeadlines {
  return {
    list: 'taskParts',
    async thatWouldMove(by, { businessDay }) {
      return (await movingParts(services, by, businessDay)).map(shown)
    },
    async moves(by, ids, { businessDay }, versionNumber) {
      const moving = await movingParts(services, by, businessDay, ids)
      return { changes: moving.map((one) => changeOf(one, versionNumber)), outbox: moving.flatMap(newsOf) }
    },
  }
}

async function movingParts(
  services: Pick<Services, 'databases' | 'calendars' | 'installation'>,
  by: CalendarBy,
  businessDay: string,
  ids?: readonly string[],
): Promise<Moving[]> {
  const newest = by(services.installation.division).versionId
  const found = await services.databases.app.query<OpenPart>({
    name: `tasks:counted-otherwise${ids ? ':these' : ''}`,
    text: `select a.id, a.version, encode(a.head, 'hex') as head, a.state, a.task_id, t.no, t.title,
        t.state #> '{facts,rule}' as rule, (t.state #>> '{facts,settings,supportingLeadDays}')::int as lead_days,
        u.short_name as unit, r.due_on as above
      from app.assignment a join app.task t on t.id = a.task_id join app.unit u on u.id = a.unit_id
      left join app.assignment r on r.id = a.hands_in_to
      where a.open and a.due_on is not null and a.state #>> '{part,deadline,calendarVersion}' <> $1
        ${ids ? 'and a.id = any($2::uuid[])' : ''}`,
    values: ids ? [newest, ids] : [newest],
  })
  const touched = new Map<string, ReturnType<typeof touchedBetween>>()
  const moving: Moving[] = []
  for (const part of found.rows) {
    const { division, deadline } = part.state.part
    const after = by(division)
    const known = await services.calendars.version(deadline!.calendarVersion, division)
    // A version from before calendars were kept: its days are not known, so it is counted again without a reason to show.
    const before = known ?? after
    const versions = `${before.versionId} ${division}`
    const touches = touched.get(versions) ?? touchedBetween(before, after)
    touched.set(versions, touches)
    const span = [deadline!.dayZero, deadline!.dueOn, part.above ?? deadline!.dueOn].sort()
    if (known && !touches(span[0]!, span[2]!)) continue
    const facts = { rule: part.rule, leadDays: part.lead_days }
    const recounted = recountPart(part.state, part.above, facts, { before, after, businessDay })
    if (recounted) moving.push({ part, current: deadline!, before, after, recounted })
  }
  return moving
}

function shown({ part, current, before, after, recounted }: Moving): MovingDeadline {
  const { deadline, effect } = recounted
  const datesOf = (record: DeadlineRecord) => ({
    dueOn: record.dueOn,
    blueFrom: record.thresholds.blueFrom,
    yellowFrom: record.thresholds.yellowFrom,
    provisional: record.provisional,
    calendarVersion: record.calendarVersion,
  })
  // An inner date is counted back from the date above it; everything else lies between the first lamp and the due day.
  const ends = [
    current.dueOn,
    deadline.dueOn,
    current.thresholds.blueFrom,
    deadline.thresholds.blueFrom,
    part.above ?? '',
  ]
    .filter((day) => day !== '')
    .sort()
  return {
    id: part.id,
    title: `${part.no} ${part.title}`.trim().slice(0, 200),
    unit: part.unit,
    path: `/tasks/${part.task_id}`,
    effect,
    before: datesOf(current),
    after: datesOf(deadline),
    because: changedDays(before, after, ends[0]!, ends.at(-1)!),
  }
}

function changeOf({ part, recounted }: Moving, versionNumber: number): Change {
  const event: AssignmentEvent = {
    type: 'deadlineRecounted',
    deadline: recounted.deadline,
    reason: recountReason(versionNumber),
  }
  const { id, version, head } = part
  return changeBy<Assignment, AssignmentEvent>(
    assignmentTable,
    assignmentDecider,
    { id, version, head, state: part.state },
    [event],
  )
}

/** A moved due day is told to the unit, as when a person moves it; another day of a lamp is not. */
function newsOf({ part, recounted }: Moving): OutboxItem[] {
  if (recounted.effect !== 'due') return []
  return [toUnit('task.dateChanged', { unitId: part.state.part.unitId, deadline: null }, part.id, part)]
}
