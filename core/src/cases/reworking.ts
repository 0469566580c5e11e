import { accept } from '../kernel/refusal.ts'
import { withInnerDays, wrongUnits } from './assigning.ts'
import type { CaseCommand, CaseContext } from './case-commands.ts'
import { no, telling, type CaseDecision } from './case-refusals.ts'
import { roundOf, type LiveCase } from './case-state.ts'
import { clockOf, unitClock } from './clocks.ts'
import { speakerOf } from './policy.ts'
import { newRound, ratingOf, type Round } from './round.ts'

type Command = Extract<CaseCommand, { type: 'askRework' | 'grantRework' | 'refuseRework' }>

/** 发回重新办理: asked by a dissatisfied submitter with new evidence, judged by the office, which says why (rule C-25). */
export function decideRework(command: Command, state: LiveCase, context: CaseContext): CaseDecision {
  const { file } = state
  const round = roundOf(file)
  const { actor, rules, businessDay: on, at } = context
  switch (command.type) {
    case 'askRework': {
      const wrong = whyNoRework(round, context)
      if (wrong) return wrong
      if (rules.rework.needsNewEvidence && command.evidence < 1) return no('case.new-evidence-needed')
      const { reason, evidence } = command
      return accept({
        type: 'reworkAsked',
        on,
        by: speakerOf(actor),
        reason,
        evidence,
        judgeDeadline: clockOf(context, 'reworkJudge', rules.rework.judge, { kind: 'reworkAsked', on }),
      })
    }
    case 'grantRework': {
      const next = newRound(round.no + 1, on)
      const deadline = unitClock(context, file, next, command.units.leadUnitId, on, at)
      const wrong = wrongUnits(command.units, deadline?.dueOn ?? null, context)
      const units = withInnerDays(command.units, deadline?.dueOn, context)
      return wrong ?? accept({ type: 'reworkGranted', on, why: command.why, units, deadline })
    }
    case 'refuseRework':
      return accept({
        type: 'reworkRefused',
        on,
        why: command.why,
        telling: telling('reworkRefused', command.tell, on, actor),
      })
  }
}

/** Why another round cannot be asked for today; null when it can. */
export function whyNoRework(round: Round, { rules, businessDay: on }: Pick<CaseContext, 'rules' | 'businessDay'>) {
  const rating = ratingOf(round)
  if (rating !== 'dissatisfied' && rating !== 'partly') return no('case.not-dissatisfied')
  if (round.reworkRequest) return no('case.rework-refused-before')
  if (round.no > rules.rework.times) return no('case.rework-times-used', { times: rules.rework.times })
  const until = round.reworkWindow!.dueOn
  return on > until ? no('case.rework-window-over', { until }) : null
}
