import { holds, type Actor } from '../kernel/actor.ts'
import type { IsoDate } from '../kernel/dates.ts'
import type { Decider } from '../kernel/decider.ts'
import { accept, refuse, type Decision } from '../kernel/refusal.ts'
import {
  evolveTip,
  tipDeclines,
  tipOutcomes,
  type Tip,
  type TipDecline,
  type TipEvent,
  type TipFacts,
  type TipOutcome,
  type TipWords,
} from './tip-state.ts'

export type TipCommand =
  | { readonly type: 'receive'; readonly facts: TipFacts }
  | { readonly type: 'takeUp' }
  | { readonly type: 'decline'; readonly because: TipDecline }
  | { readonly type: 'transfer'; readonly to: string }
  | { readonly type: 'conclude'; readonly outcome: TipOutcome }
  | { readonly type: 'answer'; readonly words: TipWords }
  | { readonly type: 'sealMessage'; readonly commitment: string }
export type TipAction = TipCommand['type']

export const tipRefusals = [
  'tip.not-now',
  'tip.discipline-only',
  'tip.submitter-only',
  'tip.reason-unknown',
  'tip.nowhere',
  'tip.not-told',
] as const
export type TipRefusal = (typeof tipRefusals)[number]

export interface TipContext {
  readonly actor: Actor
  readonly businessDay: IsoDate
}

/** The job under which the receipt page acts for whoever holds the code. */
export const tipReceiptJob = 'receipt-page'

/** What may happen next to a tip: complete by type, the primary action first. */
export const tipActionsNow: Readonly<Record<Tip['kind'], readonly TipAction[]>> = {
  none: ['receive'],
  received: ['takeUp', 'transfer', 'decline', 'answer', 'sealMessage'],
  examining: ['conclude', 'transfer', 'answer', 'sealMessage'],
  declined: ['takeUp', 'answer', 'sealMessage'],
  transferred: ['answer', 'sealMessage'],
  concluded: ['answer', 'sealMessage'],
}

/** Discipline inspection alone works on tips and sees them; the submitter writes by the receipt page (rule C-02). */
export function mayActOnTip(action: TipAction, actor: Actor): TipRefusal | null {
  if (action === 'receive') return null
  if (action === 'sealMessage')
    return actor.kind === 'system' && actor.job === tipReceiptJob ? null : 'tip.submitter-only'
  return seesTips(actor) ? null : 'tip.discipline-only'
}

export function seesTips(actor: Actor): boolean {
  return holds(actor, 'disciplineInspection')
}

/** The life of a tip about a person or a unit's own misconduct. */
export const tipDecider: Decider<TipCommand, Tip, TipEvent, TipRefusal, TipContext> = {
  initial: { kind: 'none' },
  evolve: evolveTip,
  decide(command, state, context): Decision<TipEvent, TipRefusal> {
    const forbidden = mayActOnTip(command.type, context.actor)
    if (forbidden) return refuse(forbidden)
    if (!tipActionsNow[state.kind].includes(command.type))
      return refuse('tip.not-now', { state: state.kind, action: command.type })
    const on = context.businessDay
    switch (command.type) {
      case 'receive':
        return accept({ type: 'tipReceived', facts: command.facts })
      case 'takeUp':
        return accept({ type: 'tipTakenUp', on, by: context.actor.kind === 'person' ? context.actor.personId : '' })
      case 'decline':
        if (!tipDeclines.includes(command.because)) return refuse('tip.reason-unknown')
        return accept({ type: 'tipDeclined', on, because: command.because })
      case 'transfer':
        return command.to.trim() === ''
          ? refuse('tip.nowhere')
          : accept({ type: 'tipTransferred', on, to: command.to.trim() })
      case 'conclude':
        if (!tipOutcomes.includes(command.outcome)) return refuse('tip.reason-unknown')
        // Whoever dared to speak hears what came of it before the file is closed.
        if (state.kind === 'examining' && !state.file.answers.some((answer) => answer.on >= state.since))
          return refuse('tip.not-told')
        return accept({ type: 'tipConcluded', on, outcome: command.outcome })
      case 'answer':
        return accept({ type: 'tipAnswered', on, words: command.words })
      case 'sealMessage':
        return accept({ type: 'tipMessageSealed', on, commitment: command.commitment })
    }
  },
}
