import { accept } from '../kernel/refusal.ts'
import type { CaseCommand, CaseContext } from './case-commands.ts'
import type { NamedUnits } from './case-events.ts'
import { no, personOf, telling, type CaseDecision } from './case-refusals.ts'
import { currentRound, roundOf, type LiveCase } from './case-state.ts'
import { clockFromSigning, clockOf, declineUntil, innerDueOn, statutoryClock, unitClock } from './clocks.ts'
import type { Round } from './round.ts'

type Command = Extract<
  CaseCommand,
  { type: 'assign' | 'sign' | 'decline' | 'decideHandling' | 'handOver' | 'exitToStatutory' }
>

/** 交办、签收、退单、裁定、移交: who handles the case in this round, and by when. */
export function decideAssigning(command: Command, state: LiveCase, context: CaseContext): CaseDecision {
  const { file } = state
  const { actor, businessDay: on, at } = context
  switch (command.type) {
    case 'assign': {
      if (state.kind === 'accepted' && state.awaits === 'decision') return no('case.decision-needed')
      const deadline = unitClock(context, file, currentRound(file), command.units.leadUnitId, on, at)
      const wrong = wrongUnits(command.units, deadline?.dueOn ?? null, context)
      const units = withInnerDays(command.units, deadline?.dueOn, context)
      return wrong ?? accept({ type: 'assigned', on, units, deadline, note: command.note })
    }
    case 'sign':
      return accept({ type: 'signed', on, deadline: clockFromSigning(context, file, roundOf(file), on, at) })
    case 'decline':
      return decideDecline(command, roundOf(file), context)
    case 'decideHandling': {
      if (state.kind !== 'accepted' || state.awaits !== 'decision') return no('case.no-decision-needed')
      const deadline = unitClock(context, file, currentRound(file), command.units.leadUnitId, on, at)
      const wrong = wrongUnits(command.units, deadline?.dueOn ?? null, context)
      const units = withInnerDays(command.units, deadline?.dueOn, context)
      return wrong ?? accept({ type: 'handlingDecided', on, units, deadline, reason: command.reason })
    }
    case 'handOver': {
      const round = roundOf(file)
      if (command.toUnitId === round.leadUnitId) return no('case.same-unit')
      const wrong = wrongUnit(command.toUnitId, context)
      if (wrong) return wrong
      // The law's own period does not begin again with another unit.
      const deadline = round.statutory ? round.deadline : unitClock(context, file, round, command.toUnitId, on, at)
      return accept({ type: 'handedOver', on, toUnitId: command.toUnitId, deadline, reason: command.reason })
    }
    case 'exitToStatutory': {
      if (roundOf(file).statutory) return no('case.statutory-already')
      const deadline = statutoryClock(context, command.limit, on)
      if (deadline.dueOn < on) return no('case.date-past', { dueOn: deadline.dueOn })
      const { kind, statute, article, reason, tell } = command
      return accept({
        type: 'statutoryExit',
        statutory: { kind, statute, article, on, decidedBy: personOf(actor) },
        deadline,
        reason,
        telling: telling('statutoryExit', tell, on, actor),
      })
    }
  }
}

/**
 * Each unit declines once per round, within its window; when the office has taken as many refusals as the rules let it, the
 * next one is decided with binding force (rule C-11).
 */
function decideDecline(
  command: Extract<Command, { type: 'decline' }>,
  round: Round,
  context: CaseContext,
): CaseDecision {
  const { businessDay: on, rules } = context
  const unitId = round.leadUnitId!
  if (round.binding) return no('case.decided-by-office')
  if (round.declines.some((one) => one.unitId === unitId)) return no('case.declined-once-already')
  const until = declineUntil(context, round.assignedOn!)
  if (on > until) return no('case.decline-window-over', { until })
  const { reason } = command
  if (round.declines.length < rules.declinesBeforeDecision)
    return accept({ type: 'declined', on, unitId, reason, outcome: 'taken', decideDeadline: null })
  const decideDeadline = clockOf(context, 'declineDecide', rules.declineDecide, { kind: 'declined', on })
  return accept({ type: 'declined', on, unitId, reason, outcome: 'contested', decideDeadline })
}

/** The lead and every supporting unit: known, under the office's orders, each once, with an inner date inside the lead's. */
export function wrongUnits(units: NamedUnits, dueOn: string | null, context: CaseContext) {
  const ids = [units.leadUnitId, ...units.supporting.map((one) => one.unitId)]
  for (const id of ids) {
    const wrong = wrongUnit(id, context)
    if (wrong) return wrong
  }
  if (new Set(ids).size < ids.length) return no('case.unit-twice')
  for (const { innerDueOn } of units.supporting) {
    if (innerDueOn === null) continue
    if (innerDueOn < context.businessDay) return no('case.inner-date-past', { innerDueOn })
    if (dueOn !== null && innerDueOn >= dueOn && dueOn >= context.businessDay)
      return no('case.inner-date-not-earlier', { innerDueOn, dueOn })
  }
  return null
}

/** Supporting units for whom nobody named a day owe their part ahead of the lead's by the rule set's days (rule D-25). */
export function withInnerDays(units: NamedUnits, dueOn: string | undefined, context: CaseContext): NamedUnits {
  if (dueOn === undefined) return units
  const own = innerDueOn(context, dueOn)
  const supporting = units.supporting.map((one) => ({ ...one, innerDueOn: one.innerDueOn ?? own }))
  return { ...units, supporting }
}

function wrongUnit(unitId: string, { units }: CaseContext) {
  const place = units.get(unitId)
  if (!place) return no('case.unit-unknown')
  return place.independent ? no('case.court-only-tracked') : null
}
