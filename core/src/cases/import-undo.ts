import { isOffice } from '../kernel/actor.ts'
import { accept } from '../kernel/refusal.ts'
import type { CaseContext } from './case-commands.ts'
import type { CaseEvent } from './case-events.ts'
import { no, type CaseDecision } from './case-refusals.ts'
import type { Case } from './case-state.ts'
import type { KeptText } from './round.ts'
import { ended } from './triage.ts'

/**
 * Ends a case that a wrong import registered: both acts of rule C-23 on record, asked for and carried out by the office, with
 * the reason. Only while nobody has taken it in hand. Nobody is told: the submitter never heard of it.
 */
export function withdrawImported(
  state: Case,
  context: Pick<CaseContext, 'actor' | 'businessDay'>,
  reason: KeptText,
): CaseDecision {
  const { actor, businessDay: on } = context
  if (!isOffice(actor)) return no('case.office-only')
  if (state.kind !== 'registered') return no('case.not-now')
  const ending: CaseEvent = {
    type: 'concluded',
    conclusion: { ...ended('withdrawn', on), words: reason },
    telling: null,
  }
  const asked: CaseEvent = { type: 'withdrawalAsked', on, by: 'office' }
  return state.file.withdrawalAskedOn === null ? accept<CaseEvent>(asked, ending) : accept<CaseEvent>(ending)
}
