import { accept } from '../kernel/refusal.ts'
import type { CaseCommand, CaseContext } from './case-commands.ts'
import { no, telling, type CaseDecision } from './case-refusals.ts'
import type { CaseRules } from './case-rules.ts'
import type { CaseFacts, Classification, Conclusion, LiveCase } from './case-state.ts'
import { askSupplementUntil, clockOf, triageClock } from './clocks.ts'

type Command<Type extends CaseCommand['type']> = Extract<CaseCommand, { type: Type }>

/** 登记: the case exists and the office's own clock starts, where the rules set one. */
export function decideRegistering(command: Command<'register'>, context: CaseContext): CaseDecision {
  const { facts, classification } = command
  if (facts.receivedOn > context.businessDay) return no('case.received-in-future', { on: facts.receivedOn })
  const wrong = wrongCode(classification, context.rules)
  if (wrong) return wrong
  return accept({ type: 'registered', facts, classification, triage: triageClock(context, received(facts)) })
}

/** 受理、不予受理、补正、并案、转办: what the office does before anybody handles the case (rules C-06 to C-09). */
export function decideTriage(
  command: Command<
    | 'accept'
    | 'refuse'
    | 'askSupplement'
    | 'receiveSupplement'
    | 'lapseSupplement'
    | 'merge'
    | 'takeIn'
    | 'transfer'
    | 'classify'
  >,
  state: LiveCase,
  context: CaseContext,
): CaseDecision {
  const { file } = state
  const { actor, rules, businessDay: on } = context
  switch (command.type) {
    case 'accept': {
      const wrong = wrongCode(command.classification, rules)
      if (wrong) return wrong
      if (rules.tiers.length > 0 && command.classification.tier === null) return no('case.tier-needed')
      return accept({ type: 'accepted', on, classification: command.classification })
    }
    case 'classify':
      return (
        wrongCode(command.classification, rules) ??
        accept({ type: 'classified', classification: command.classification })
      )
    case 'refuse':
      if (!rules.refuseGrounds.some((ground) => ground.code === command.ground))
        return no('case.ground-unknown', { ground: command.ground })
      return accept({
        type: 'concluded',
        conclusion: { ...ended('refused', on), ground: command.ground, words: command.why },
        telling: telling('refused', command.tell, on, actor),
      })
    case 'askSupplement': {
      if (file.supplements.length >= rules.supplement.times)
        return no('case.supplement-asked-before', { times: rules.supplement.times })
      const until = askSupplementUntil(context, file.facts.receivedOn)
      if (until !== null && on > until) return no('case.supplement-too-late', { until })
      return accept({
        type: 'supplementAsked',
        on,
        what: command.what,
        deadline: clockOf(context, 'supplementGive', rules.supplement.giveWithin, { kind: 'supplementAsked', on }),
        telling: telling('supplement', command.tell, on, actor),
      })
    }
    case 'receiveSupplement':
      // rule D-17: the whole period starts again from that day.
      return accept({
        type: 'supplementReceived',
        on,
        triage: rules.supplement.restarts ? triageClock(context, { kind: 'supplementReceived', on }) : file.triage,
        masked: command.masked,
      })
    case 'lapseSupplement': {
      const dueOn = file.supplements.at(-1)!.deadline.dueOn
      if (on <= dueOn) return no('case.supplement-awaited', { dueOn })
      return accept({ type: 'concluded', conclusion: ended('supplementNotGiven', on), telling: null })
    }
    case 'merge':
      if (file.mergedCaseIds.includes(command.intoCaseId)) return no('case.merge-with-itself')
      return accept({
        type: 'concluded',
        conclusion: { ...ended('merged', on), intoCaseId: command.intoCaseId },
        telling: telling('merged', command.tell, on, actor),
      })
    case 'takeIn':
      if (file.mergedCaseIds.includes(command.caseId)) return no('case.taken-in-before')
      return accept({ type: 'caseTakenIn', caseId: command.caseId })
    case 'transfer':
      // A leader gives no instruction on a concrete court case: it is refused with that ground, not passed on.
      if (command.independent && file.facts.source === 'instruction') return no('case.instruction-on-court-case')
      return accept({
        type: 'concluded',
        conclusion: { ...ended('transferred', on), transferredTo: command.to, words: command.why },
        telling: telling('transferred', command.tell, on, actor),
      })
  }
}

/** A conclusion with nothing but its kind and day. */
export function ended(kind: Conclusion['kind'], on: string): Conclusion {
  return { kind, on, ground: null, intoCaseId: null, transferredTo: null, words: null }
}

function received(facts: CaseFacts) {
  const event = { kind: 'registered', on: facts.receivedOn }
  return facts.receivedAt === null ? event : { ...event, at: facts.receivedAt }
}

function wrongCode({ category, head, tier }: Classification, rules: CaseRules) {
  const lists = [
    [category, rules.categories],
    [head, rules.heads],
    [tier, rules.tiers],
  ] as const
  const wrong = lists.find(([code, list]) => code !== null && !list.some((one) => one.code === code))
  return wrong ? no('case.code-unknown', { code: wrong[0]! }) : null
}
