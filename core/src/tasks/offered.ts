import type { Refusal } from '../kernel/refusal.ts'
import { assignmentActionsNow, offeredAssignmentActions } from './assignment-actions.ts'
import type { AssignmentContext } from './assignment.ts'
import type { LivePart } from './assignment-state.ts'
import {
  changeRequestActionsNow,
  mayActOnRequest,
  type ChangeRequest,
  type ChangeRequestContext,
} from './change-request.ts'
import { mayActOnAssignment, mayActOnTask, type PolicyRefusal } from './policy.ts'
import { offeredTaskActions, taskActionsNow } from './task-actions.ts'
import type { TaskContext } from './task.ts'
import type { Task } from './task-state.ts'

/** An action that the state allows; when not allowed, with the refusal the server would give. */
export interface OfferedAction {
  readonly name: string
  readonly allowed: boolean
  readonly refusal?: Refusal
}

/**
 * Refusals that say "this is other people's work". Such actions are left out: a disabled button is for somebody who could
 * wonder why it is not theirs today.
 */
const otherPeoplesWork: readonly string[] = [
  'task.office-only',
  'assignment.office-only',
  'assignment.unit-only',
  'assignment.receiver-only',
  'assignment.not-handed-in-to-office',
  'assignment.not-handed-in-to-unit',
  'changeRequest.office-only',
  'changeRequest.unit-only',
] satisfies (PolicyRefusal | 'changeRequest.office-only' | 'changeRequest.unit-only')[]

function offer(name: string, refusal: Refusal | null): OfferedAction[] {
  if (refusal === null) return [{ name, allowed: true }]
  return otherPeoplesWork.includes(refusal.code) ? [] : [{ name, allowed: false, refusal }]
}

/** What a person may start from a unit's part now, the primary action first. */
export function offeredOnPart(state: LivePart, context: AssignmentContext): OfferedAction[] {
  const offered: readonly string[] = offeredAssignmentActions
  return assignmentActionsNow[state.kind]
    .filter((action) => offered.includes(action))
    .flatMap((action) => {
      const refusal = mayActOnAssignment(action, state, {
        actor: context.actor,
        unitPath: context.unitPath,
        receivingUnitId: context.receiver?.unitId ?? null,
      })
      return offer(action, refusal ?? knownRefusal(action, state, context))
    })
}

/** What the rules refuse whatever the person would write. */
function knownRefusal(action: string, { part }: LivePart, { receiver }: AssignmentContext): Refusal | null {
  const settled = receiver !== null && !receiver.open
  if (settled && ['accept', 'return', 'draft', 'handIn'].includes(action))
    return { code: 'assignment.receiver-settled' }
  if (action === 'askChange' && part.handsInTo.kind === 'parent') return { code: 'assignment.inner-part' }
  if (action === 'handToUnit' && part.handsInTo.kind === 'parent') return { code: 'assignment.inner-part' }
  if (action === 'askChange' && part.changeRequestId !== null) return { code: 'assignment.change-asked-before' }
  return null
}

/** What a person may start from the task itself now. */
export function offeredOnTask(state: Task, context: TaskContext): OfferedAction[] {
  const offered: readonly string[] = offeredTaskActions
  return taskActionsNow[state.kind]
    .filter((action) => offered.includes(action))
    .flatMap((action) => offer(action, mayActOnTask(action, context)))
}

/** What a person may do with a request now. */
export function offeredOnRequest(state: ChangeRequest, context: ChangeRequestContext): OfferedAction[] {
  if (state.kind === 'none') return []
  return changeRequestActionsNow[state.kind]
    .filter((action) => action !== 'lapse')
    .flatMap((action) => offer(action, mayActOnRequest(action, state.facts, context)))
}
