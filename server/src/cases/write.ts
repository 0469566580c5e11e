import { casePolicyRefusals } from '@yingshang/core/cases/policy'
import type { CaseDecision } from '@yingshang/core/cases/case-refusals'
import type { CaseEvent } from '@yingshang/core/cases/case-events'
import type { Queryable } from '../platform/database/pools.ts'
import { forbidden, refused } from '../platform/http/failure.ts'
import type { Occasion } from '../platform/ledger/decide.ts'
import { decideAndRecord as decideAndRecordWith, type Attempt } from '../platform/ledger/decide-and-record.ts'

/** Two people at the same moment: the tables let one of them in. A number that was taken meanwhile is taken anew. */
const races = {
  retry: ['case_number'],
  refuse: {
    case_extension_pending: 'case.extension-pending',
    case_extension_grant: 'case.extended-already',
    case_decline_once: 'case.declined-once-already',
  },
}

/** `decideAndRecord` of the platform with the races of cases. */
export function decideAndRecord<Result>(
  db: Queryable,
  occasion: Occasion,
  attempt: () => Promise<Attempt<Result>>,
): Promise<Result> {
  return decideAndRecordWith(db, occasion, attempt, races)
}

/** Turns a refusal into the failure the route answers: 403 for the policy, 409 for everything else. */
export function eventsOrRefuse(decision: CaseDecision): readonly CaseEvent[] {
  if (decision.ok) return decision.events
  const policy: readonly string[] = casePolicyRefusals
  throw policy.includes(decision.refusal.code) ? forbidden(decision.refusal) : refused(decision.refusal)
}
