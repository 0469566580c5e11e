import type { Actor } from '../kernel/actor.ts'
import type { IsoDate } from '../kernel/dates.ts'
import type { Decider } from '../kernel/decider.ts'
import type { DeadlineRecord } from '../kernel/deadline.ts'
import { accept, refuse, type Decision } from '../kernel/refusal.ts'
import { assignmentActionsNow } from './assignment-actions.ts'
import { evolveAssignment, type AssignmentEvent, type NewPart } from './assignment-events.ts'
import type {
  Assignment,
  HandsInTo,
  LivePart,
  Outcome,
  PartRole,
  ProgressReport,
  Publication,
  WithdrawnBecause,
} from './assignment-state.ts'
import { mayActOnAssignment, type AssignmentPolicyRefusal } from './policy.ts'

/** What a unit gives as its result; `withoutParts` says knowingly that other units' parts were not waited for. */
export interface GivenResult {
  readonly text: string
  readonly fileIds: readonly string[]
  readonly publication: Publication | null
  readonly withoutParts: boolean
}

export type AssignmentCommand =
  | { readonly type: 'assign'; readonly part: NewPart }
  | { readonly type: 'sign' }
  | { readonly type: 'report'; readonly report: Omit<ProgressReport, 'on' | 'by'> }
  | { readonly type: 'draft'; readonly result: GivenResult }
  | { readonly type: 'sendDraftBack'; readonly reason: string }
  /** Without a result: the drafted one as it is. */
  | { readonly type: 'handIn'; readonly result: GivenResult | null }
  | { readonly type: 'accept' }
  | { readonly type: 'return'; readonly reason: string }
  | { readonly type: 'confirm'; readonly outcome: Outcome }
  | {
      readonly type: 'pass'
      readonly assignmentId: string
      readonly unitId: string
      readonly innerDueOn: IsoDate
      readonly note: string
    }
  | { readonly type: 'namePersons'; readonly personIds: readonly string[] }
  | { readonly type: 'askChange'; readonly requestId: string }
  | { readonly type: 'settleChange'; readonly requestId: string }
  | { readonly type: 'changeDate'; readonly deadline: DeadlineRecord; readonly reason: string }
  | { readonly type: 'handToUnit'; readonly unitId: string; readonly printedName: string; readonly reason: string }
  | { readonly type: 'moveWithUnit'; readonly unitId: string; readonly reason: string }
  | {
      readonly type: 'changeRole'
      readonly role: PartRole
      readonly handsInTo: HandsInTo
      readonly deadline: DeadlineRecord | null
      readonly reason: string
    }
  | { readonly type: 'withdraw'; readonly because: WithdrawnBecause; readonly reason: string }
  /** The task concludes: an accepted part becomes final. */
  | { readonly type: 'settle'; readonly outcome: Outcome }

export interface AssignmentContext {
  readonly actor: Actor
  readonly businessDay: IsoDate
  /** Path of the part's unit now; needed for verifying, returning and ruling. */
  readonly unitPath?: string
  /** The part this one hands in to: its unit now, and whether it is still open. Null for the office. */
  readonly receiver: { readonly unitId: string; readonly open: boolean } | null
  /** Parts of others that owe to this one and were not accepted. */
  readonly outstanding: number
  /** For a `report` that corrects: the one it names is a report of this very part. */
  readonly correctsOwnReport?: boolean
  /** For `pass` and `handToUnit`: where the other unit stands and whether it holds a part of the same task and period. */
  readonly target?: { readonly path: string; readonly holdsPart: boolean }
}

export const assignmentRefusals = [
  'assignment.not-now',
  'assignment.text-missing',
  'assignment.reason-missing',
  'assignment.publication-needed',
  'assignment.publication-in-future',
  'assignment.parts-outstanding',
  'assignment.receiver-settled',
  'assignment.ongoing-never-closed',
  'assignment.pass-inside-only',
  'assignment.inner-date-not-earlier',
  'assignment.inner-date-past',
  'assignment.unit-holds-part',
  'assignment.same-unit',
  'assignment.change-asked-before',
  'assignment.same-date',
  'assignment.date-past',
  'assignment.report-unknown',
  'assignment.inner-part',
] as const
export type AssignmentRefusal = (typeof assignmentRefusals)[number] | AssignmentPolicyRefusal

type Answer = Decision<AssignmentEvent, AssignmentRefusal>

/** The life of a unit's part: signed for, reported on, handed in, returned or confirmed. */
export const assignmentDecider: Decider<
  AssignmentCommand,
  Assignment,
  AssignmentEvent,
  AssignmentRefusal,
  AssignmentContext
> = {
  initial: { kind: 'none' },
  evolve: evolveAssignment,
  decide(command, state, context) {
    const now = assignmentActionsNow[state.kind].includes(command.type)
    const notNow = () => refuse('assignment.not-now', { state: state.kind, action: command.type })
    if (command.type === 'assign') return now ? accept({ type: 'assigned', part: command.part }) : notNow()
    if (state.kind === 'none') return notNow()
    const forbidden = mayActOnAssignment(command.type, state, {
      actor: context.actor,
      unitPath: context.unitPath,
      ...(command.type === 'handToUnit' && context.target ? { targetPath: context.target.path } : {}),
      receivingUnitId: context.receiver?.unitId ?? null,
    })
    // Who may not do it at all is not told how it stands.
    if (forbidden) return { ok: false, refusal: forbidden }
    if (!now) return notNow()
    if ('reason' in command && command.reason.trim() === '') return refuse('assignment.reason-missing')
    return decideAllowed(command, state, context)
  },
}

function decideAllowed(
  command: Exclude<AssignmentCommand, { type: 'assign' }>,
  state: LivePart,
  context: AssignmentContext,
): Answer {
  const { part } = state
  const on = context.businessDay
  switch (command.type) {
    case 'sign':
      return accept({ type: 'signed', on })
    case 'report': {
      if (command.report.text.trim() === '') return refuse('assignment.text-missing')
      if (command.report.corrects !== null && !context.correctsOwnReport) return refuse('assignment.report-unknown')
      return accept({ type: 'progressReported', report: { ...command.report, on, by: personOf(context.actor) } })
    }
    case 'draft': {
      const wrong = resultRefusal(command.result, state, context)
      return (
        wrong ?? accept({ type: 'drafted', result: asResult(command.result, context), by: personOf(context.actor) })
      )
    }
    case 'sendDraftBack':
      return accept({ type: 'draftSentBack', on, reason: command.reason })
    case 'handIn': {
      const given =
        command.result ??
        (state.kind === 'drafted' ? { ...state.result, withoutParts: state.result.without > 0 } : null)
      if (given === null) return refuse('assignment.text-missing')
      const wrong = resultRefusal(given, state, context)
      return wrong ?? accept({ type: 'handedIn', result: asResult(given, context), on, by: personOf(context.actor) })
    }
    case 'accept':
      if (!context.receiver?.open) return refuse('assignment.receiver-settled')
      return accept({ type: 'partAccepted', on })
    case 'return':
      if (context.receiver && !context.receiver.open) return refuse('assignment.receiver-settled')
      return accept({ type: 'returned', on, reason: command.reason })
    case 'confirm':
      // 长年坚持 is never 销号 but gets a yearly conclusion and turns into routine.
      if (part.deadlineKind === 'ongoing' && command.outcome !== 'routine')
        return refuse('assignment.ongoing-never-closed')
      return accept({ type: 'confirmed', on, outcome: command.outcome })
    case 'pass':
      return decidePass(command, state, context)
    case 'namePersons':
      return accept({ type: 'personsNamed', personIds: [...new Set(command.personIds)] })
    case 'askChange':
      // The unit that passed it on decides about an inner part; the office has no part in it.
      if (part.handsInTo.kind === 'parent') return refuse('assignment.inner-part')
      if (part.changeRequestId !== null) return refuse('assignment.change-asked-before')
      return accept({ type: 'changeAsked', requestId: command.requestId })
    case 'settleChange':
      return accept({ type: 'changeSettled', requestId: command.requestId })
    case 'changeDate':
      if (command.deadline.dueOn === part.deadline?.dueOn)
        return refuse('assignment.same-date', { dueOn: command.deadline.dueOn })
      if (command.deadline.dueOn < on) return refuse('assignment.date-past', { dueOn: command.deadline.dueOn })
      return accept({ type: 'dueDateChanged', deadline: command.deadline, reason: command.reason })
    case 'handToUnit':
      if (part.handsInTo.kind === 'parent') return refuse('assignment.inner-part')
      if (command.unitId === part.unitId) return refuse('assignment.same-unit')
      if (context.target?.holdsPart) return refuse('assignment.unit-holds-part')
      return accept({
        type: 'handedToUnit',
        unitId: command.unitId,
        printedName: command.printedName,
        reason: command.reason,
      })
    case 'moveWithUnit':
      return accept({ type: 'movedWithUnit', unitId: command.unitId, reason: command.reason })
    case 'changeRole':
      return accept({
        type: 'roleChanged',
        role: command.role,
        handsInTo: command.handsInTo,
        deadline: command.deadline,
        reason: command.reason,
      })
    case 'withdraw':
      return accept({ type: 'partWithdrawn', on, because: command.because, reason: command.reason })
    case 'settle':
      return accept({ type: 'confirmed', on, outcome: command.outcome })
  }
}

/** To a section or subordinate unit, by an earlier date, so that the unit keeps time for its own result. */
function decidePass(
  command: Extract<AssignmentCommand, { type: 'pass' }>,
  state: LivePart,
  context: AssignmentContext,
): Answer {
  const { part } = state
  const { target, unitPath } = context
  if (!target || unitPath === undefined) throw new Error('passing inside needs both units')
  if (command.unitId === part.unitId || !target.path.startsWith(unitPath)) return refuse('assignment.pass-inside-only')
  if (target.holdsPart) return refuse('assignment.unit-holds-part')
  if (command.innerDueOn < context.businessDay)
    return refuse('assignment.inner-date-past', { innerDueOn: command.innerDueOn })
  const dueOn = part.deadline?.dueOn
  if (dueOn !== undefined && command.innerDueOn >= dueOn)
    return refuse('assignment.inner-date-not-earlier', { innerDueOn: command.innerDueOn, dueOn })
  const { type: _, ...passed } = command
  return accept({ type: 'passedInside', ...passed })
}

function resultRefusal(given: GivenResult, state: LivePart, context: AssignmentContext): Answer | null {
  const { part } = state
  if (given.text.trim() === '') return refuse('assignment.text-missing')
  if (part.mustPublish && part.handsInTo.kind === 'office' && !given.publication)
    return refuse('assignment.publication-needed')
  if (given.publication && given.publication.on > context.businessDay)
    return refuse('assignment.publication-in-future', { on: given.publication.on })
  if (context.receiver && !context.receiver.open) return refuse('assignment.receiver-settled')
  if (context.outstanding > 0 && !given.withoutParts)
    return refuse('assignment.parts-outstanding', { count: context.outstanding })
  return null
}

function asResult(given: GivenResult, context: AssignmentContext) {
  const { text, fileIds, publication } = given
  return { text, fileIds, publication, without: context.outstanding }
}

function personOf(actor: Actor): string {
  return actor.kind === 'person' ? actor.personId : ''
}
