import { accept } from '../kernel/refusal.ts'
import { extendDeadline } from '../kernel/deadline.ts'
import type { CaseCommand, CaseContext } from './case-commands.ts'
import { no, personOf, telling, type CaseDecision } from './case-refusals.ts'
import { roundOf, type LiveCase } from './case-state.ts'
import { grantedDaysOf, grantsOf, pendingExtension, type Round } from './round.ts'

type Command = Extract<CaseCommand, { type: 'askExtension' | 'grantExtension' | 'refuseExtension' }>

/**
 * 延期: asked before expiry for a special reason, decided by the office, counted from the old due day; how often, how long
 * and in which rounds is the rule set's (rules C-18, C-19).
 */
export function decideExtension(command: Command, state: LiveCase, context: CaseContext): CaseDecision {
  const round = roundOf(state.file)
  const { actor, rules, businessDay: on, calendar } = context
  if (command.type === 'askExtension') {
    const wrong = whyNoExtension(round, context) ?? wrongDays(command.days, round, context)
    if (wrong) return wrong
    const { extensionId, days, reason } = command
    const unitId = round.leadUnitId!
    return accept({
      type: 'extensionAsked',
      extension: { extensionId, unitId, askedOn: on, by: personOf(actor), days, reason },
    })
  }
  const pending = pendingExtension(round)
  if (!pending || pending.extensionId !== command.extensionId) return no('case.no-extension-asked')
  if (command.type === 'refuseExtension')
    return accept({
      type: 'extensionRefused',
      extensionId: pending.extensionId,
      on,
      by: personOf(actor),
      reason: command.reason,
    })
  if (command.days > pending.days) return no('case.extension-over-asked', { days: pending.days })
  const wrong = wrongDays(command.days, round, context)
  if (wrong) return wrong
  const leg = { days: command.days, unit: rules.extension.cap.unit }
  return accept({
    type: 'extensionGranted',
    extensionId: pending.extensionId,
    grantNo: grantsOf(round) + 1,
    days: command.days,
    on,
    by: personOf(actor),
    deadline: extendDeadline(round.deadline!, leg, rules, calendar),
    telling: telling('extension', command.tell, on, actor),
  })
}

/** Why this round gives no extension today, whatever is asked; null when one may be asked for. */
export function whyNoExtension(round: Round, { rules, businessDay: on }: Pick<CaseContext, 'rules' | 'businessDay'>) {
  const { grants, inRework } = rules.extension
  if (round.statutory) return no('case.no-extension-of-statutory')
  if (round.no > 1 && !inRework) return no('case.no-extension-in-rework')
  if (pendingExtension(round)) return no('case.extension-pending')
  if (grantsOf(round) >= grants) return no('case.extended-already', { grants })
  if (round.deadline === null || on > round.deadline.dueOn)
    return no('case.extension-after-due', { dueOn: round.deadline?.dueOn ?? on })
  return null
}

function wrongDays(days: number, round: Round, { rules }: CaseContext) {
  if (!Number.isInteger(days) || days < 1) return no('case.extension-days-invalid')
  const left = rules.extension.cap.days - grantedDaysOf(round)
  return days > left ? no('case.extension-over-cap', { left }) : null
}
