import type { Decider } from '../kernel/decider.ts'
import { caseActionsNow } from './case-actions.ts'
import { decideAssigning } from './assigning.ts'
import type { CaseCommand, CaseContext } from './case-commands.ts'
import type { CaseEvent } from './case-events.ts'
import { no, type CaseDecision, type CaseRefusal } from './case-refusals.ts'
import type { Case, LiveCase } from './case-state.ts'
import { decideEnding } from './ending.ts'
import { evolveCase } from './evolve-case.ts'
import { decideExtension } from './extending.ts'
import { decideHandlingStep } from './handling.ts'
import { mayActOnCase, mayRegister, targetsOf } from './policy.ts'
import { decideRework } from './reworking.ts'
import { decideRegistering, decideTriage } from './triage.ts'
import { decideVerifying } from './verifying.ts'

/** The life of a case, from receipt to conclusion, with its rounds inside: one stream. */
export const caseDecider: Decider<CaseCommand, Case, CaseEvent, CaseRefusal, CaseContext> = {
  initial: { kind: 'none' },
  evolve: evolveCase,
  decide(command, state, context) {
    const now = caseActionsNow[state.kind].includes(command.type)
    const notNow = () => no('case.not-now', { state: state.kind, action: command.type })
    if (command.type === 'register') {
      const forbidden = mayRegister(context.actor)
      if (forbidden) return { ok: false, refusal: forbidden }
      return now ? decideRegistering(command, context) : notNow()
    }
    if (state.kind === 'none') return notNow()
    const forbidden = mayActOnCase(command.type, state, context, targetsOf(command))
    // Who may not do it at all is not told how it stands.
    if (forbidden) return { ok: false, refusal: forbidden }
    return now ? decideAllowed(command, state, context) : notNow()
  },
}

function decideAllowed(
  command: Exclude<CaseCommand, { type: 'register' }>,
  state: LiveCase,
  context: CaseContext,
): CaseDecision {
  switch (command.type) {
    case 'accept':
    case 'refuse':
    case 'askSupplement':
    case 'receiveSupplement':
    case 'lapseSupplement':
    case 'merge':
    case 'takeIn':
    case 'transfer':
    case 'classify':
      return decideTriage(command, state, context)
    case 'assign':
    case 'sign':
    case 'decline':
    case 'decideHandling':
    case 'handOver':
    case 'exitToStatutory':
      return decideAssigning(command, state, context)
    case 'givePart':
    case 'draft':
    case 'sendDraftBack':
    case 'reportResult':
    case 'urge':
      return decideHandlingStep(command, state, context)
    case 'askExtension':
    case 'grantExtension':
    case 'refuseExtension':
      return decideExtension(command, state, context)
    case 'verify':
    case 'returnForRevision':
    case 'recordContactAttempt':
    case 'informSubmitter':
    case 'rate':
    case 'lapseAnswer':
      return decideVerifying(command, state, context)
    case 'askRework':
    case 'grantRework':
    case 'refuseRework':
      return decideRework(command, state, context)
    case 'conclude':
    case 'recordFollowUp':
    case 'markProminent':
    case 'correctMaskedText':
    case 'addMessage':
    case 'askWithdrawal':
    case 'withdraw':
    case 'setAsideWithdrawal':
    case 'recount':
    case 'moveWithUnit':
      return decideEnding(command, state, context)
  }
}
