import type { IsoDate } from '../kernel/dates.ts'
import type { DeadlineRecord } from '../kernel/deadline.ts'
import type {
  Assignment,
  HandsInTo,
  Outcome,
  Part,
  PartRole,
  ProgressReport,
  Result,
  WithdrawnBecause,
} from './assignment-state.ts'

/** What is known when a part is assigned; the rest of `Part` starts empty. */
export type NewPart = Omit<
  Part,
  | 'firstDueOn'
  | 'superseded'
  | 'formerUnits'
  | 'changeRequestId'
  | 'latestReport'
  | 'reports'
  | 'firstHandedInOn'
  | 'firstAnswerDueOn'
  | 'lastHandedInOn'
  | 'returns'
>

export type AssignmentEvent =
  | { readonly type: 'assigned'; readonly part: NewPart }
  | { readonly type: 'signed'; readonly on: IsoDate }
  | { readonly type: 'progressReported'; readonly report: ProgressReport }
  | { readonly type: 'drafted'; readonly result: Result; readonly by: string }
  | { readonly type: 'draftSentBack'; readonly on: IsoDate; readonly reason: string }
  | { readonly type: 'handedIn'; readonly result: Result; readonly on: IsoDate; readonly by: string }
  | { readonly type: 'partAccepted'; readonly on: IsoDate }
  | { readonly type: 'returned'; readonly on: IsoDate; readonly reason: string }
  | { readonly type: 'confirmed'; readonly on: IsoDate; readonly outcome: Outcome }
  | {
      readonly type: 'passedInside'
      readonly assignmentId: string
      readonly unitId: string
      readonly innerDueOn: IsoDate
      readonly note: string
    }
  | { readonly type: 'personsNamed'; readonly personIds: readonly string[] }
  | { readonly type: 'changeAsked'; readonly requestId: string }
  | { readonly type: 'changeSettled'; readonly requestId: string }
  | { readonly type: 'dueDateChanged'; readonly deadline: DeadlineRecord; readonly reason: string }
  /** A new version of the work calendar counts the same deadline differently. */
  | { readonly type: 'deadlineRecounted'; readonly deadline: DeadlineRecord; readonly reason: string }
  | { readonly type: 'handedToUnit'; readonly unitId: string; readonly printedName: string; readonly reason: string }
  | { readonly type: 'movedWithUnit'; readonly unitId: string; readonly reason: string }
  | {
      readonly type: 'roleChanged'
      readonly role: PartRole
      readonly handsInTo: HandsInTo
      readonly deadline: DeadlineRecord | null
      readonly reason: string
    }
  | {
      readonly type: 'partWithdrawn'
      readonly on: IsoDate
      readonly because: WithdrawnBecause
      readonly reason: string
    }

/**
 * The next state of a part. The due day moves only by `dueDateChanged`, `deadlineRecounted` and `roleChanged`; the first
 * one never.
 */
export function evolveAssignment(state: Assignment, event: AssignmentEvent): Assignment {
  if (event.type === 'assigned') return { kind: 'assigned', part: begin(event.part) }
  if (state.kind === 'none') return state
  const { part } = state
  const change = (changed: Partial<Part>): Assignment => ({ ...state, part: { ...part, ...changed } })
  switch (event.type) {
    case 'signed':
      return { kind: 'signed', part, signedOn: event.on }
    case 'progressReported':
      return change({ latestReport: event.report, reports: part.reports + 1 })
    case 'drafted':
      return { kind: 'drafted', part, result: event.result, draftedBy: event.by }
    case 'draftSentBack':
      return { kind: 'signed', part, signedOn: event.on }
    case 'handedIn':
      return {
        kind: 'handedIn',
        part: {
          ...part,
          firstHandedInOn: part.firstHandedInOn ?? event.on,
          firstAnswerDueOn: part.firstHandedInOn ? part.firstAnswerDueOn : (part.deadline?.dueOn ?? null),
          lastHandedInOn: event.on,
        },
        result: event.result,
        on: event.on,
        by: event.by,
        draftedBy: state.kind === 'drafted' ? state.draftedBy : null,
      }
    case 'partAccepted':
      return {
        kind: 'accepted',
        part,
        result: resultOf(state),
        on: event.on,
        by: state.kind === 'handedIn' ? state.by : '',
      }
    case 'returned':
      return {
        kind: 'returned',
        part: { ...part, returns: part.returns + 1 },
        result: resultOf(state),
        on: event.on,
        reason: event.reason,
      }
    case 'confirmed':
      return {
        kind: 'confirmed',
        part: { ...part, changeRequestId: null },
        result: resultOf(state),
        on: event.on,
        outcome: event.outcome,
        handedInOn: part.lastHandedInOn ?? event.on,
      }
    case 'passedInside':
      return state
    case 'personsNamed':
      return change({ personsInCharge: event.personIds })
    case 'changeAsked':
      return change({ changeRequestId: event.requestId })
    case 'changeSettled':
      return change({ changeRequestId: part.changeRequestId === event.requestId ? null : part.changeRequestId })
    case 'dueDateChanged':
    case 'deadlineRecounted':
      return change(newDeadline(part, event.deadline, event.reason))
    case 'handedToUnit':
      // The new unit starts with signing; persons, reports, hand-ins and returns of the old one are not its own and stay in
      // the ledger. The count of reports goes on: a run compares it with the count at its opening.
      return {
        kind: 'assigned',
        part: {
          ...part,
          unitId: event.unitId,
          printedName: event.printedName,
          origin: 'added',
          personsInCharge: [],
          changeRequestId: null,
          latestReport: null,
          firstHandedInOn: null,
          firstAnswerDueOn: null,
          lastHandedInOn: null,
          returns: 0,
          formerUnits: [...part.formerUnits, { unitId: part.unitId, reason: event.reason }],
        },
      }
    case 'movedWithUnit':
      return change({
        unitId: event.unitId,
        formerUnits: [...part.formerUnits, { unitId: part.unitId, reason: event.reason }],
      })
    case 'roleChanged': {
      const changed = { ...part, role: event.role, handsInTo: event.handsInTo }
      const next = event.deadline ? { ...changed, ...newDeadline(part, event.deadline, event.reason) } : changed
      // What a lead had taken, and nobody above takes any more, lies before the office.
      if (state.kind === 'accepted' && event.handsInTo.kind === 'office')
        return {
          kind: 'handedIn',
          part: next,
          result: state.result,
          on: part.lastHandedInOn ?? state.on,
          by: state.by,
          draftedBy: null,
        }
      return { ...state, part: next }
    }
    case 'partWithdrawn':
      return {
        kind: 'withdrawn',
        part: { ...part, changeRequestId: null },
        on: event.on,
        because: event.because,
        reason: event.reason,
      }
  }
}

function begin(part: NewPart): Part {
  return {
    ...part,
    firstDueOn: part.deadline?.dueOn ?? null,
    superseded: [],
    formerUnits: [],
    changeRequestId: null,
    latestReport: null,
    reports: 0,
    firstHandedInOn: null,
    firstAnswerDueOn: null,
    lastHandedInOn: null,
    returns: 0,
  }
}

function newDeadline(part: Part, deadline: DeadlineRecord, reason: string): Partial<Part> {
  return {
    deadline,
    firstDueOn: part.firstDueOn ?? deadline.dueOn,
    superseded: part.deadline ? [...part.superseded, { deadline: part.deadline, reason }] : part.superseded,
  }
}

const nothing: Result = { text: '', fileIds: [], publication: null, without: 0 }

function resultOf(state: Assignment): Result {
  return 'result' in state ? state.result : nothing
}
