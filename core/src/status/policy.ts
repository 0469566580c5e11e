import { holds, type Actor } from '../kernel/actor.ts'
import type { Refusal } from '../kernel/refusal.ts'

export type StatusRefusal = 'status.administrator-only'

/** Who may look at the state of the machine: who runs it, and who audits how it is run. */
export function maySeeStatus(actor: Actor): Refusal<StatusRefusal> | null {
  return holds(actor, ['administrator', 'auditor']) ? null : { code: 'status.administrator-only' }
}
