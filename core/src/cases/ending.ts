import { addDays, type IsoDate } from '../kernel/dates.ts'
import { accept } from '../kernel/refusal.ts'
import type { CaseCommand, CaseContext } from './case-commands.ts'
import { no, personOf, type CaseDecision } from './case-refusals.ts'
import { roundOf, unitsInvolved, type LiveCase } from './case-state.ts'
import { answerUntil, movedClocks } from './clocks.ts'
import { speakerOf } from './policy.ts'
import { whyNoRework } from './reworking.ts'
import { ratingOf } from './round.ts'
import { ended } from './triage.ts'
import { isUnreachable } from './verifying.ts'

type Command = Extract<
  CaseCommand,
  {
    type:
      | 'conclude'
      | 'recordFollowUp'
      | 'markProminent'
      | 'correctMaskedText'
      | 'addMessage'
      | 'askWithdrawal'
      | 'withdraw'
      | 'setAsideWithdrawal'
      | 'recount'
      | 'moveWithUnit'
  }
>

/** The end of a case, and what may happen at any time. */
export function decideEnding(command: Command, state: LiveCase, context: CaseContext): CaseDecision {
  const { file } = state
  const { actor, businessDay: on } = context
  switch (command.type) {
    case 'conclude':
      return decideConclusion(command, state, context)
    case 'recordFollowUp': {
      const { way, outcome, words } = command
      return accept({ type: 'followedUp', followUp: { on, by: personOf(actor), way, outcome, words } })
    }
    case 'markProminent':
      return accept({ type: 'prominenceMarked', prominent: command.prominent, reason: command.reason })
    case 'correctMaskedText':
      return accept({ type: 'maskedTextCorrected', masked: command.masked })
    case 'addMessage': {
      const { messageId, from, commitment, masked } = command
      // An officer may write down what the submitter said on the telephone; nobody but the office speaks for the office.
      if (from === 'office' && speakerOf(actor) === 'submitter') return no('case.office-only')
      return accept({ type: 'messageAdded', messageId, from, on, commitment, masked })
    }
    case 'askWithdrawal':
      if (file.withdrawalAskedOn !== null) return no('case.withdrawal-asked-before')
      return accept({ type: 'withdrawalAsked', on, by: speakerOf(actor) })
    case 'setAsideWithdrawal':
      if (file.withdrawalAskedOn === null) return no('case.no-withdrawal-asked')
      return accept({ type: 'withdrawalSetAside', on, reason: command.reason })
    case 'withdraw':
      // Asking and checking are two acts on record: nobody withdraws for the submitter in one stroke (rule C-23).
      if (file.withdrawalAskedOn === null) return no('case.no-withdrawal-asked')
      return accept({
        type: 'concluded',
        conclusion: { ...ended('withdrawn', on), words: command.words },
        telling: { about: 'result', way: command.checkedBy, on, by: personOf(actor) },
      })
    case 'moveWithUnit': {
      const { fromUnitId, toUnitId } = command
      const concerned = [...unitsInvolved(file), file.facts.firstContactUnitId]
      if (!concerned.includes(fromUnitId)) return no('case.unit-not-involved')
      return accept({ type: 'movedWithUnit', on, fromUnitId, toUnitId })
    }
    case 'recount': {
      const moved = movedClocks(state, context)
      if (moved.length === 0) return no('case.nothing-moves')
      return accept(
        ...moved.map(({ clock, deadline }) => ({ type: 'deadlineRecounted', on, clock, deadline }) as const),
      )
    }
  }
}

/** 办结: after the submitter was told and heard, or could not be reached by the rule (rule C-27). */
function decideConclusion(
  { conclusion, words }: Extract<Command, { type: 'conclude' }>,
  state: LiveCase,
  context: CaseContext,
): CaseDecision {
  const round = roundOf(state.file)
  const { rules, businessDay: on } = context
  if (!rules.concludingKinds.includes(conclusion)) return no('case.conclusion-not-in-rules')
  if (conclusion === 'unreachable') {
    if (state.kind !== 'verified') return no('case.informed-already')
    const { attempts, days } = rules.unreachable
    if (!isUnreachable(round, context))
      return no('case.not-unreachable-yet', { done: round.attempts.length, attempts, days })
    return accept({ type: 'concluded', conclusion: { ...ended('unreachable', on), words }, telling: null })
  }
  // What runs on the petition clocks only is told by the petition office.
  const toldElsewhere = state.kind === 'verified' && round.informDeadline === null
  if (state.kind === 'verified' && !toldElsewhere) return no('case.not-informed')
  if (state.kind === 'informed' && ratingOf(round) === null)
    return no('case.answer-awaited', { until: answerUntil(context, round.informedOn!) })
  if (state.kind === 'informed' && whyNoRework(round, context) === null)
    return no('case.rework-window-open', { until: round.reworkWindow!.dueOn })
  return accept({ type: 'concluded', conclusion: { ...ended(conclusion, on), words }, telling: null })
}

/**
 * The first day on which the office may conclude the case as handled, so that a board can count it; null while the submitter
 * has to be told or heard first. Reaching "could not be reached" is judged when somebody concludes.
 */
export function concludableFrom(state: LiveCase): IsoDate | null {
  const round = state.file.rounds.at(-1)
  if (!round) return null
  if (state.kind === 'verified') return round.informDeadline === null ? round.verifiedOn : null
  const last = round.ratings.at(-1)
  if (state.kind !== 'informed' || !last) return null
  const content = last.satisfaction === 'satisfied' || last.satisfaction === 'noAnswer'
  if (content || round.reworkRequest || round.reworkWindow === null) return last.on
  return addDays(round.reworkWindow.dueOn, 1)
}
