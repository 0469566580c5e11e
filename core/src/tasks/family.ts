import type { IsoDate } from '../kernel/dates.ts'
import type { WorkCalendar } from '../kernel/work-calendar.ts'
import type { AssignmentEvent } from './assignment-events.ts'
import { openKinds, type LivePart, type Outcome, type WithdrawnBecause } from './assignment-state.ts'
import { countedBack, innerDueOn, movedDeadline } from './opening.ts'
import { nextPeriod } from './periods.ts'
import type { TaskFacts } from './task-state.ts'

/** One part of a task together with the others of the same period: who waits for whom. */
export interface FamilyPart {
  readonly id: string
  readonly state: LivePart
}

/** What happens to other parts because of a decision about one: their events, oldest first. */
export interface Consequence {
  readonly id: string
  readonly events: readonly AssignmentEvent[]
}

export function isOpen(part: FamilyPart): boolean {
  return openKinds.includes(part.state.kind)
}

function receiverOf(part: FamilyPart): string | null {
  const { handsInTo } = part.state.part
  return handsInTo.kind === 'office' ? null : handsInTo.assignmentId
}

/** Parts that hand in to this one directly. */
export function owingTo(family: readonly FamilyPart[], id: string): FamilyPart[] {
  return family.filter((part) => receiverOf(part) === id)
}

/** How many parts owe to this one and were not accepted: what a result is given knowingly without. */
export function outstandingParts(family: readonly FamilyPart[], id: string): number {
  return owingTo(family, id).filter((part) => isOpen(part) && part.state.kind !== 'accepted').length
}

/** All parts below this one, nearest first. */
function below(family: readonly FamilyPart[], id: string): FamilyPart[] {
  const found = owingTo(family, id)
  for (let i = 0; i < found.length; i++) found.push(...owingTo(family, found[i]!.id))
  return found
}

/** A part is confirmed: what was accepted below it becomes final, what never came is withdrawn and says so (rule T-08). */
export function afterConfirming(
  family: readonly FamilyPart[],
  id: string,
  outcome: Outcome,
  on: IsoDate,
): Consequence[] {
  return below(family, id).flatMap((part): Consequence[] => {
    if (part.state.kind === 'accepted') return [{ id: part.id, events: [{ type: 'confirmed', on, outcome }] }]
    return isOpen(part) ? [withdraw(part, 'concludedWithout', '', on)] : []
  })
}

/** A part is withdrawn or goes to another unit: the inner parts below it end, and for a withdrawal all below it. */
export function afterWithdrawing(
  family: readonly FamilyPart[],
  id: string,
  because: WithdrawnBecause,
  reason: string,
  on: IsoDate,
): Consequence[] {
  return below(family, id)
    .filter((part) => isOpen(part) && (because !== 'unitChanged' || part.state.part.handsInTo.kind === 'parent'))
    .map((part) => withdraw(part, because, reason, on))
}

export function withdrawAll(
  family: readonly FamilyPart[],
  because: WithdrawnBecause,
  reason: string,
  on: IsoDate,
): Consequence[] {
  return family.filter(isOpen).map((part) => withdraw(part, because, reason, on))
}

function withdraw(part: FamilyPart, because: WithdrawnBecause, reason: string, on: IsoDate): Consequence {
  return { id: part.id, events: [{ type: 'partWithdrawn', on, because, reason }] }
}

/**
 * What becomes of the task when these are all its open parts (those of every period): concluded when every part before
 * the office is confirmed or withdrawn, at least one was confirmed and no period is to come. An ongoing task turns into
 * routine instead (rule T-09).
 */
export function endOfTask(facts: TaskFacts, parts: readonly FamilyPart[]): 'conclude' | 'turnRoutine' | null {
  const facing = parts.filter((part) => receiverOf(part) === null)
  if (facing.some(isOpen) || !facing.some((part) => part.state.kind === 'confirmed')) return null
  if (nextPeriod(facts) !== null) return null
  return facts.printed.kind === 'ongoing' ? 'turnRoutine' : 'conclude'
}

/**
 * Another date for the whole task: every open part before the office gets it, parts that owe to the lead get the inner date
 * that follows from it, inner parts only when they would be later than the part they hand in to.
 */
export function afterChangingDate(
  family: readonly FamilyPart[],
  facts: TaskFacts,
  change: {
    readonly dueOn: IsoDate
    readonly reason: string
    readonly businessDay: IsoDate
    readonly calendar: WorkCalendar
  },
): Consequence[] {
  const { dueOn, reason, businessDay, calendar } = change
  const due = new Map<string, IsoDate>()
  const consequences: Consequence[] = []
  const visit = (part: FamilyPart, above: IsoDate) => {
    const current = part.state.part.deadline
    const own =
      part.state.part.handsInTo.kind === 'parent'
        ? current && current.dueOn < above
          ? current.dueOn
          : above
        : receiverOf(part) === null
          ? dueOn
          : innerDueOn(facts.settings.supportingLeadDays, businessDay, dueOn, calendar)
    due.set(part.id, own)
    if (isOpen(part) && own !== current?.dueOn) {
      const moved = movedDeadline(facts.rule, current, businessDay, own, calendar)
      const counted = part.state.part.handsInTo.kind === 'lead'
      const deadline = counted ? countedBack(moved, dueOn, calendar) : moved
      consequences.push({ id: part.id, events: [{ type: 'dueDateChanged', deadline, reason }] })
    }
    for (const child of owingTo(family, part.id)) visit(child, own)
  }
  for (const part of family.filter((one) => receiverOf(one) === null)) visit(part, dueOn)
  return consequences
}

/**
 * A lead is named, changed or given up: the lead faces the office, all others owe to the lead by the inner date; without
 * a lead everybody faces the office (rules T-05, T-06). Inner parts stay where they are.
 */
export function afterNamingLead(
  family: readonly FamilyPart[],
  facts: TaskFacts,
  leadUnitId: string | null,
  change: { readonly reason: string; readonly businessDay: IsoDate; readonly calendar: WorkCalendar },
): Consequence[] {
  const { reason, businessDay, calendar } = change
  const outer = family.filter((part) => part.state.part.handsInTo.kind !== 'parent' && isOpen(part))
  const lead = outer.find((part) => part.state.part.unitId === leadUnitId)
  return outer.map((one) => {
    const { part } = one.state
    const isLead = one === lead
    const role = isLead ? 'lead' : part.role === 'lead' ? 'responsible' : part.role
    const facesOffice = lead === undefined || isLead
    const handsInTo = facesOffice ? ({ kind: 'office' } as const) : ({ kind: 'lead', assignmentId: lead.id } as const)
    const own =
      facts.dueOn === null || facesOffice
        ? facts.dueOn
        : innerDueOn(facts.settings.supportingLeadDays, businessDay, facts.dueOn, calendar)
    const deadline =
      own === null || own === part.deadline?.dueOn
        ? null
        : countedBack(
            movedDeadline(facts.rule, part.deadline, businessDay, own, calendar),
            facts.dueOn ?? own,
            calendar,
          )
    return { id: one.id, events: [{ type: 'roleChanged', role, handsInTo, deadline, reason }] }
  })
}
