import type { Refusal } from '@yingshang/core/kernel/refusal'
import { policyRefusals } from '@yingshang/core/tasks/policy'
import type { Queryable } from '../platform/database/pools.ts'
import { Failure, forbidden, refused } from '../platform/http/failure.ts'
import type { Occasion } from '../platform/ledger/decide.ts'
import { record, type Attachment, type OutboxItem } from '../platform/ledger/record.ts'
import type { Change } from '../platform/ledger/table.ts'

export interface PreparedWrite<Result> {
  readonly changes: readonly Change[]
  readonly outbox?: readonly OutboxItem[]
  readonly attachments?: readonly Attachment[]
  readonly result: Result
}

/**
 * Load, decide, record; again when somebody else was faster, at most five times. `prepare` loads afresh each time and
 * throws a `Failure` where a rule says no. A command that was carried out before answers its first result, also when
 * the state it left would now refuse it (the answer got lost, the browser asks again).
 */
export async function decideAndRecord<Result>(
  db: Queryable,
  occasion: Occasion,
  prepare: () => Promise<PreparedWrite<Result>>,
): Promise<Result> {
  for (let attempt = 0; attempt < 5; attempt++) {
    let prepared: PreparedWrite<Result>
    try {
      prepared = await prepare()
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      const seen = await resultOfCommand(db, occasion)
      if (seen) return seen.result as Result
      throw error
    }
    try {
      const answer = await record(db, { ...occasion, ...prepared })
      if (answer.kind === 'repeated') return answer.result as Result
      if (answer.kind === 'done') return prepared.result
    } catch (error) {
      throw lostRace(error)
    }
  }
  throw new Failure(409, { code: 'write.busy' })
}

async function resultOfCommand(db: Queryable, occasion: Occasion): Promise<{ result: unknown } | undefined> {
  const person = occasion.actor.kind === 'person' ? occasion.actor.personId : null
  const seen = await db.query<{ result: string }>({
    name: 'tasks:command',
    text: 'select result from ledger.command where id = $1 and actor_person is not distinct from $2',
    values: [occasion.commandId, person],
  })
  return seen.rows[0] && { result: JSON.parse(seen.rows[0].result) as unknown }
}

/** Two people giving one unit a part, or asking twice for a change, at the same moment: the table lets one of them in. */
function lostRace(error: unknown): unknown {
  const { code, constraint } = error as { code?: string; constraint?: string }
  if (code !== '23505') return error
  if (constraint === 'assignment_once') return refused({ code: 'assignment.unit-holds-part' })
  if (constraint === 'change_request_once') return refused({ code: 'assignment.change-asked-before' })
  return error
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
