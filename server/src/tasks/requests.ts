import type { WorkCalendar } from '@yingshang/core/kernel/work-calendar'
import type { LivePart } from '@yingshang/core/tasks/assignment-state'
import {
  changeRequestDecider,
  type AskedChange,
  type ChangeRequestCommand,
  type ChangeRequestFacts,
} from '@yingshang/core/tasks/change-request'
import { officeRoles } from '@yingshang/core/kernel/actor'
import { notifyItem } from '@yingshang/core/reminders/news'
import type { Queryable } from '../platform/database/pools.ts'
import { notFound, refused } from '../platform/http/failure.ts'
import { changeBy, newChange, type Occasion } from '../platform/ledger/decide.ts'
import { load } from '../platform/ledger/load.ts'
import { newId, type OutboxItem } from '../platform/ledger/record.ts'
import { decideInFamily, decidePart, type FamilyOccasion } from './act-on-family.ts'
import { moveDate, moveToUnit } from './change-part.ts'
import type { Written } from './act-on-part.ts'
import { circumstancesOf } from './circumstances.ts'
import type { FamilyWrite } from './family-store.ts'
import { factsOf, toUnit, type NewsAbout } from './notices.ts'
import { changeRequestTable } from './tables.ts'
import { eventsOrRefuse } from './write.ts'

/** A unit asks, with a reason, for another date or another unit. One open request per part. */
export function askChange(
  db: Queryable,
  calendar: WorkCalendar,
  occasion: Occasion,
  assignmentId: string,
  wish: { readonly what: AskedChange; readonly reason: string },
): Promise<Written> {
  return decideInFamily(db, calendar, occasion, assignmentId, async (at, write) => {
    const target = wish.what.kind === 'unit' ? wish.what.unitId : null
    const context = await circumstancesOf(db, occasion, assignmentId, target)
    if (target !== null && !context.target) throw notFound('unit')
    const requestId = newId(occasion.now)
    const { part } = decidePart(at, write, assignmentId, { type: 'askChange', requestId }, context)
    // What could never be approved is said now, not by the office next week.
    if (target === part.unitId) throw refused({ code: 'assignment.same-unit' })
    if (context.target?.holdsPart) throw refused({ code: 'assignment.unit-holds-part' })
    if (wish.what.kind === 'date' && wish.what.dueOn === part.deadline?.dueOn)
      throw refused({ code: 'assignment.same-date', facts: { dueOn: wish.what.dueOn } })
    const facts: ChangeRequestFacts = {
      division: part.division,
      campaignId: part.campaignId,
      taskId: part.taskId,
      assignmentId,
      unitId: part.unitId,
      what: wish.what,
      reason: wish.reason,
      askedOn: occasion.businessDay,
      askedBy: occasion.actor.kind === 'person' ? occasion.actor.personId : '',
    }
    const events = eventsOrRefuse(
      changeRequestDecider.decide({ type: 'ask', facts }, changeRequestDecider.initial, { ...context, unitPaths: [] }),
    )
    write.addChanges(newChange(changeRequestTable, changeRequestDecider, requestId, events))
    return {
      outbox: [
        notifyItem({
          kind: 'changeRequest.asked',
          roles: [...officeRoles],
          subject: { kind: 'changeRequest', id: requestId },
          facts: factsOf(context.about),
        }),
      ],
      result: { id: requestId, status: 'asked' },
    }
  })
}

/** The office approves or refuses, or the unit takes its request back; the part follows in the same write. */
export async function answerRequest(
  db: Queryable,
  calendar: WorkCalendar,
  occasion: Occasion,
  requestId: string,
  command: Extract<ChangeRequestCommand, { type: 'approve' | 'refuse' | 'takeBack' }>,
): Promise<Written> {
  const known = await load(db, changeRequestTable, requestId)
  if (!known || known.state.kind === 'none') throw notFound('changeRequest')
  const { assignmentId } = known.state.facts
  return decideInFamily(db, calendar, occasion, assignmentId, async (at, write) => {
    const request = (await load(db, changeRequestTable, requestId))!
    const facts = (request.state as Exclude<typeof request.state, { kind: 'none' }>).facts
    const { what } = facts
    const context = await circumstancesOf(db, occasion, assignmentId, what.kind === 'unit' ? what.unitId : null)
    const unitPaths = [context.unitPath, context.target?.path].filter((path) => path !== undefined)
    const holdingUnitId = (context.loaded.state as LivePart).part.unitId
    const events = eventsOrRefuse(
      changeRequestDecider.decide(command, request.state, { ...context, unitPaths, holdingUnitId }),
    )
    const change = changeBy(changeRequestTable, changeRequestDecider, request, events)
    write.addChanges(change)
    const part = settle(at, write, command, facts, requestId, context)
    return { outbox: newsOf(command, part, facts, context.about), result: { id: requestId, status: change.state.kind } }
  })
}

function settle(
  at: FamilyOccasion,
  write: FamilyWrite,
  command: ChangeRequestCommand,
  facts: ChangeRequestFacts,
  requestId: string,
  context: Awaited<ReturnType<typeof circumstancesOf>>,
): LivePart['part'] {
  const { assignmentId, what, reason } = facts
  const { part } = decidePart(at, write, assignmentId, { type: 'settleChange', requestId }, context)
  if (command.type !== 'approve') return part
  if (what.kind === 'date') moveDate(at, write, assignmentId, { dueOn: what.dueOn, reason }, context)
  else moveToUnit(at, write, assignmentId, { unitId: what.unitId, reason }, context)
  return part
}

function newsOf(
  command: ChangeRequestCommand,
  part: LivePart['part'],
  facts: ChangeRequestFacts,
  about: NewsAbout,
): OutboxItem[] {
  const { assignmentId, what } = facts
  if (command.type !== 'approve' && command.type !== 'refuse') return []
  const decision = command.type === 'approve' ? 'approved' : 'refused'
  const decided = toUnit('changeRequest.decided', { ...part, deadline: null }, assignmentId, about, { decision })
  if (command.type === 'refuse' || what.kind === 'date') return [decided]
  return [decided, toUnit('task.assigned', { ...part, unitId: what.unitId }, assignmentId, about)]
}
