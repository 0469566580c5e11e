import type { Queryable } from '../database/pools.ts'
import { Failure } from '../http/failure.ts'
import type { Occasion } from './decide.ts'
import { record, type Attachment, type OutboxItem } from './record.ts'
import type { Change } from './table.ts'

/** What one try decided: the changes to write and what the command answers. */
export interface Attempt<Result> {
  readonly changes: readonly Change[]
  readonly attachments?: readonly Attachment[]
  readonly outbox?: readonly OutboxItem[]
  readonly result: Result
}

const tries = 5

/**
 * Loads, decides and records until nothing moved in between, at most five times. `attempt` loads afresh each time and
 * throws refusals. A repeated command answers its stored result without deciding again. `retryOn` names unique
 * constraints over numbers that the attempt takes next (codes, sign-in names): losing such a number is no fault.
 */
export async function decideAndRecord<Result>(
  db: Queryable,
  occasion: Occasion,
  attempt: () => Promise<Attempt<Result>>,
  retryOn: readonly string[] = [],
): Promise<Result> {
  const seen = await db.query<{ actor_person: string | null; result: string }>({
    name: 'command:seen',
    text: 'select actor_person, result from ledger.command where id = $1',
    values: [occasion.commandId],
  })
  const person = occasion.actor.kind === 'person' ? occasion.actor.personId : null
  if (seen.rows[0]) {
    if (seen.rows[0].actor_person !== person) throw new Failure(400, { code: 'input.command-id' })
    return JSON.parse(seen.rows[0].result) as Result
  }
  for (let round = 0; round < tries; round++) {
    const made = await attempt()
    if (made.changes.length === 0) return made.result
    try {
      const answer = await record(db, { ...occasion, ...made })
      if (answer.kind === 'done') return made.result
      if (answer.kind === 'repeated') return answer.result as Result
    } catch (error) {
      const fault = error as { code?: string; constraint?: string }
      if (fault.code !== '23505' || !retryOn.includes(fault.constraint ?? '')) throw error
    }
  }
  throw new Failure(409, { code: 'write.busy' })
}
