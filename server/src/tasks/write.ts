import type { Refusal } from '@yingshang/core/kernel/refusal'
import { policyRefusals } from '@yingshang/core/tasks/policy'
import type { Queryable } from '../platform/database/pools.ts'
import { forbidden, refused, type Failure } from '../platform/http/failure.ts'
import type { Occasion } from '../platform/ledger/decide.ts'
import { decideAndRecord as decideAndRecordWith, type Attempt } from '../platform/ledger/decide-and-record.ts'

export type { Attempt as PreparedWrite } from '../platform/ledger/decide-and-record.ts'

/** Two people giving one unit a part, or asking twice for a change, at the same moment: the table lets one of them in. */
const races = {
  refuse: {
    assignment_once: 'assignment.unit-holds-part',
    change_request_once: 'assignment.change-asked-before',
  },
}

/** `decideAndRecord` of the platform with the races of tasks. */
export function decideAndRecord<Result>(
  db: Queryable,
  occasion: Occasion,
  prepare: () => Promise<Attempt<Result>>,
): Promise<Result> {
  return decideAndRecordWith(db, occasion, prepare, races)
}

/** A rule's refusal as the failure the route answers: 403 for the policy, 409 for everything else. */
export function refusal(found: Refusal): Failure {
  const policy: readonly string[] = [
    ...policyRefusals,
    'changeRequest.office-only',
    'changeRequest.own-unit',
    'changeRequest.own-item',
    'changeRequest.unit-only',
    'reportingRun.office-only',
  ]
  return policy.includes(found.code) ? forbidden(found) : refused(found)
}

export function eventsOrRefuse<Event>(
  decision:
    | { readonly ok: true; readonly events: readonly Event[] }
    | { readonly ok: false; readonly refusal: Refusal },
): readonly Event[] {
  if (decision.ok) return decision.events
  throw refusal(decision.refusal)
}
