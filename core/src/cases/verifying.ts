import { resumeDeadline } from '../kernel/deadline-pause.ts'
import { accept } from '../kernel/refusal.ts'
import type { CaseCommand, CaseContext } from './case-commands.ts'
import { no, personOf, type CaseDecision } from './case-refusals.ts'
import { roundOf, type LiveCase } from './case-state.ts'
import { answerUntil, clockOf } from './clocks.ts'
import { speakerOf } from './policy.ts'
import { ratingOf, type Round } from './round.ts'

type Command = Extract<
  CaseCommand,
  { type: 'verify' | 'returnForRevision' | 'recordContactAttempt' | 'informSubmitter' | 'rate' | 'lapseAnswer' }
>

/** The office verifies, tells the submitter and hears them. */
export function decideVerifying(command: Command, state: LiveCase, context: CaseContext): CaseDecision {
  const { actor, rules, businessDay: on } = context
  switch (command.type) {
    case 'verify': {
      const { outcome, note } = command
      const { statutory, lastResultOn } = roundOf(state.file)
      const kind = statutory?.kind
      const start =
        rules.informStarts === 'resultReported' && lastResultOn !== null
          ? { kind: 'resultReported', on: lastResultOn }
          : { kind: 'verified', on }
      const silent = kind !== undefined && rules.statutoryWithoutInform.includes(kind)
      const informDeadline = silent ? null : clockOf(context, 'feedback', rules.inform, start)
      return accept({ type: 'verified', on, outcome, note, informDeadline })
    }
    case 'returnForRevision': {
      const { paused, deadline } = roundOf(state.file)
      const next = paused && resumeDeadline(paused, rules, { kind: 'returned', on }, context.calendar)
      const moved = next && next.dueOn !== deadline?.dueOn ? next : null
      return accept({ type: 'returnedForRevision', on, reason: command.reason, deadline: moved })
    }
    case 'recordContactAttempt': {
      const { way, outcome } = command
      return accept({ type: 'contactAttempted', attempt: { on, way, outcome, by: personOf(actor) } })
    }
    case 'informSubmitter':
      return accept({
        type: 'informed',
        on,
        way: command.way,
        by: personOf(actor),
        answer: command.answer,
        reworkWindow: clockOf(context, 'reworkWindow', rules.rework.window, { kind: 'informed', on }),
      })
    case 'rate':
      return decideRating(command, state, context)
    case 'lapseAnswer': {
      const current = roundOf(state.file)
      if (ratingOf(current) !== null) return no('case.rated-before')
      const until = answerUntil(context, current.informedOn!)
      if (on <= until) return no('case.answer-awaited', { until })
      const rating = { on, satisfaction: 'noAnswer', option: null, reasons: [], words: null, by: 'office' } as const
      return accept({ type: 'rated', rating })
    }
  }
}

/** Whoever spoke for themselves is not overruled by what an officer writes down (rule C-21). */
function decideRating(
  command: Extract<Command, { type: 'rate' }>,
  state: LiveCase,
  context: CaseContext,
): CaseDecision {
  const { rules, businessDay: on } = context
  const round = state.file.rounds.at(-1)
  if (!round || round.informedOn === null) return no('case.not-informed')
  const known = ratingOf(round)
  // After the conclusion only silence can still be replaced by an answer.
  if (state.kind === 'concluded' && known !== null && known !== 'noAnswer') return no('case.rated-before')
  const by = speakerOf(context.actor)
  if (by === 'office' && round.ratings.some((one) => one.by === 'submitter')) return no('case.submitter-has-spoken')
  const codes = rules.dissatisfactionReasons.map((one) => one.code)
  const unknown = command.reasons.find((reason) => !codes.includes(reason))
  if (unknown !== undefined) return no('case.reason-unknown', { code: unknown })
  if (command.satisfaction === 'dissatisfied' && codes.length > 0 && command.reasons.length === 0)
    return no('case.reason-needed')
  const { satisfaction, option, reasons, words } = command
  const grade = rules.satisfactionOptions.find((one) => one.code === option)
  if (option !== null && grade?.meaning !== satisfaction) return no('case.code-unknown', { code: option })
  return accept({ type: 'rated', rating: { on, satisfaction, option, reasons, words, by } })
}

/** Enough tries on enough different days: only then "could not be reached" (rule C-24). */
export function isUnreachable(round: Round, { rules }: Pick<CaseContext, 'rules'>): boolean {
  const { attempts, days } = rules.unreachable
  return round.attempts.length >= attempts && new Set(round.attempts.map((one) => one.on)).size >= days
}
