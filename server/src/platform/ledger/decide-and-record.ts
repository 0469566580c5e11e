import type { Queryable } from '../database/pools.ts'
import { Failure, refused } from '../http/failure.ts'
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

/** Unique constraints a decision may run into, by name. */
export interface Constraints {
  /** Numbers the attempt takes next (codes, sign-in names): losing one is no fault, it is taken again. */
  readonly retry?: readonly string[]
  /** Names chosen by a person: the refusal's code. */
  readonly refuse?: Readonly<Record<string, string>>
}

const tries = 5

/**
 * Loads, decides and records until nothing moved in between, at most five times. `attempt` loads afresh each time and
 * throws refusals. A repeated command answers its stored result without deciding again.
 */
export async function decideAndRecord<Result>(
  db: Queryable,
  occasion: Occasion,
  attempt: () => Promise<Attempt<Result>>,
  constraints: Constraints = {},
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
      if (fault.code !== '23505') throw error
      const refusal = constraints.refuse?.[fault.constraint ?? '']
      if (refusal !== undefined) throw refused({ code: refusal })
      if (!constraints.retry?.includes(fault.constraint ?? '')) throw error
    }
  }
  throw new Failure(409, { code: 'write.busy' })
}
