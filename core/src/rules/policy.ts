import type { Actor } from '../kernel/actor.ts'
import { holds, isOffice } from '../kernel/actor.ts'
import type { Refusal } from '../kernel/refusal.ts'

/**
 * Who may do what with rule sets. The office and those who watch over it read them; the office prepares the next version,
 * its director publishes it. Everybody else meets a rule where it decides something about their own work.
 */
export const ruleActions = ['readRules', 'previewRules', 'publishRules'] as const
export type RuleAction = (typeof ruleActions)[number]

export type RulePolicyRefusal = 'rules.readers-only' | 'rules.office-only' | 'rules.director-only'

const readers = ['administrator', 'auditor', 'leader', 'governmentSupervision', 'disciplineInspection'] as const

export function mayRule(actor: Actor, action: RuleAction): Refusal<RulePolicyRefusal> | null {
  switch (action) {
    case 'readRules':
      return isOffice(actor) || holds(actor, readers) ? null : { code: 'rules.readers-only' }
    case 'previewRules':
      return isOffice(actor) ? null : { code: 'rules.office-only' }
    case 'publishRules':
      return holds(actor, 'coordinationDirector') ? null : { code: 'rules.director-only' }
  }
}
