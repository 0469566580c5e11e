import { holds } from '../kernel/actor.ts'
import { pauseDeadline } from '../kernel/deadline-pause.ts'
import { unitRoles } from '../kernel/own-unit.ts'
import { accept } from '../kernel/refusal.ts'
import type { CaseCommand, CaseContext, GivenResult } from './case-commands.ts'
import { no, personOf, type CaseDecision } from './case-refusals.ts'
import { roundOf, unitsInvolved, type LiveCase } from './case-state.ts'
import { clockOf } from './clocks.ts'
import { outstandingOf, type Result, type Round } from './round.ts'

type Command = Extract<CaseCommand, { type: 'givePart' | 'draft' | 'sendDraftBack' | 'reportResult' | 'urge' }>

/** The unit works on the case, its head signs, the result goes to the office. */
export function decideHandlingStep(command: Command, state: LiveCase, context: CaseContext): CaseDecision {
  const round = roundOf(state.file)
  const { actor, businessDay: on } = context
  switch (command.type) {
    case 'givePart': {
      const { unitId, text, fileIds } = command
      const own = round.supporting.some((one) => one.unitId === unitId) && holds(actor, unitRoles, unitId)
      return own ? accept({ type: 'partGiven', on, unitId, text, fileIds }) : no('case.supporting-only')
    }
    case 'draft':
      return (
        tooEarly(command.result, round) ??
        accept({ type: 'drafted', on, result: asResult(command.result, round), by: personOf(actor) })
      )
    case 'sendDraftBack':
      return accept({ type: 'draftSentBack', on, reason: command.reason })
    case 'reportResult':
      return decideReport(command.result, state, context)
    case 'urge':
      return unitsInvolved(state.file).includes(command.unitId)
        ? accept({ type: 'urged', on, unitId: command.unitId, words: command.words })
        : no('case.unit-not-involved')
  }
}

/** The unit's clock stops with the day it hands in and keeps the days that are left (rule C-16). */
function decideReport(given: GivenResult | null, state: LiveCase, context: CaseContext): CaseDecision {
  const round = roundOf(state.file)
  const { actor, businessDay: on, rules, calendar } = context
  const drafted = state.kind === 'drafted' ? state.draft : null
  const wrong = given ? tooEarly(given, round) : null
  if (wrong) return wrong
  const result = given ? asResult(given, round) : drafted
  if (!result) return no('case.nothing-drafted')
  const pauses = rules.pauseAtHandIn && round.deadline !== null && round.statutory === null
  return accept({
    type: 'resultReported',
    on,
    by: personOf(actor),
    result,
    paused: pauses ? pauseDeadline(round.deadline!, on, calendar) : null,
    verifyDeadline: clockOf(context, 'verify', rules.verify, { kind: 'resultReported', on }),
  })
}

/** A joint case: the lead gives one answer, after the others' parts or knowingly without them. */
function tooEarly(given: GivenResult, round: Round) {
  const count = outstandingOf(round)
  return count > 0 && !given.withoutParts ? no('case.parts-outstanding', { count }) : null
}

function asResult({ text, fileIds, outcome }: GivenResult, round: Round): Result {
  return { text, fileIds, outcome, without: outstandingOf(round) }
}
