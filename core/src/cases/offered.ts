import type { Refusal } from '../kernel/refusal.ts'
import { caseActionsNow, offeredCaseActions, type OfferedCaseAction } from './case-actions.ts'
import type { CaseContext } from './case-commands.ts'
import { no } from './case-refusals.ts'
import { currentRound, type LiveCase } from './case-state.ts'
import { answerUntil, askSupplementUntil, declineUntil } from './clocks.ts'
import { whyNoExtension } from './extending.ts'
import { mayActOnCase, type CasePolicyRefusal } from './policy.ts'
import { whyNoRework } from './reworking.ts'
import { pendingExtension, ratingOf } from './round.ts'
import { isUnreachable } from './verifying.ts'

/** An action that the state allows; when not allowed, with the refusal the server would give. */
export interface OfferedCase {
  readonly name: OfferedCaseAction
  readonly allowed: boolean
  readonly refusal?: Refusal
}

/** Refusals that say "this is other people's work": such actions are left out. */
const otherPeoplesWork: readonly string[] = [
  'case.office-only',
  'case.unit-only',
  'case.supporting-only',
  'case.submitter-only',
  'case.system-only',
  'case.approver-only',
] satisfies CasePolicyRefusal[]

/** Actions of the office that answer a request: left out as long as nobody has asked. */
function hasCause(action: OfferedCaseAction, state: LiveCase): boolean {
  const round = currentRound(state.file)
  switch (action) {
    case 'grantExtension':
    case 'refuseExtension':
      return round !== undefined && pendingExtension(round) !== undefined
    case 'withdraw':
    case 'setAsideWithdrawal':
      return state.file.withdrawalAskedOn !== null
    case 'assign':
      return state.kind === 'accepted' && state.awaits !== 'decision'
    case 'decideHandling':
      return state.kind === 'accepted' && state.awaits === 'decision'
    case 'givePart':
      return (round?.supporting.length ?? 0) > 0
    default:
      return true
  }
}

/** What a person may start from a case now, the primary action first; a forbidden one with its reason. */
export function offeredOnCase(state: LiveCase, context: CaseContext): OfferedCase[] {
  const offered: readonly string[] = offeredCaseActions
  return caseActionsNow[state.kind]
    .filter((action): action is OfferedCaseAction => offered.includes(action))
    .filter((action) => hasCause(action, state))
    .flatMap((name): OfferedCase[] => {
      const refusal = mayActOnCase(name, state, context) ?? knownRefusal(name, state, context)
      if (refusal === null) return [{ name, allowed: true }]
      return otherPeoplesWork.includes(refusal.code) ? [] : [{ name, allowed: false, refusal }]
    })
}

/** What the rules refuse whatever the person would write. */
function knownRefusal(action: OfferedCaseAction, state: LiveCase, context: CaseContext): Refusal | null {
  const round = currentRound(state.file)
  const refusal = (answer: { refusal: Refusal } | null) => answer && answer.refusal
  const { rules, businessDay: on } = context
  switch (action) {
    case 'askSupplement': {
      if (state.file.supplements.length >= rules.supplement.times)
        return refusal(no('case.supplement-asked-before', { times: rules.supplement.times }))
      const until = askSupplementUntil(context, state.file.facts.receivedOn)
      return until !== null && on > until ? refusal(no('case.supplement-too-late', { until })) : null
    }
    case 'lapseSupplement': {
      const dueOn = state.file.supplements.at(-1)?.deadline.dueOn
      return dueOn !== undefined && on <= dueOn ? refusal(no('case.supplement-awaited', { dueOn })) : null
    }
    case 'decline': {
      if (!round || round.leadUnitId === null || round.assignedOn === null) return null
      if (round.binding) return refusal(no('case.decided-by-office'))
      if (round.declines.some((one) => one.unitId === round.leadUnitId))
        return refusal(no('case.declined-once-already'))
      const until = declineUntil(context, round.assignedOn)
      return on > until ? refusal(no('case.decline-window-over', { until })) : null
    }
    case 'askExtension':
      return round ? refusal(whyNoExtension(round, context)) : null
    case 'exitToStatutory':
      return round?.statutory ? refusal(no('case.statutory-already')) : null
    case 'askRework':
      return round ? refusal(whyNoRework(round, context)) : null
    case 'askWithdrawal':
      return state.file.withdrawalAskedOn === null ? null : refusal(no('case.withdrawal-asked-before'))
    case 'rate':
      return round?.ratings.some((one) => one.by === 'submitter') && context.actor.kind === 'person'
        ? refusal(no('case.submitter-has-spoken'))
        : null
    case 'conclude':
      if (state.kind === 'verified')
        return round && (round.informDeadline === null || isUnreachable(round, context))
          ? null
          : refusal(no('case.not-informed'))
      if (state.kind === 'informed' && round?.informedOn && ratingOf(round) === null)
        return refusal(no('case.answer-awaited', { until: answerUntil(context, round.informedOn) }))
      if (state.kind === 'informed' && round && whyNoRework(round, context) === null)
        return refusal(no('case.rework-window-open', { until: round.reworkWindow!.dueOn }))
      return null
    default:
      return null
  }
}
