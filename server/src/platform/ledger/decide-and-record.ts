import type { Queryable } from '../database/pools.ts'
import { Failure, refused } from '../http/failure.ts'
import type { Occasion } from './occasion.ts'
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
 * throws refusals. A command that was carried out before answers its first result, also when the state it left would now
 * refuse it (the answer got lost, the browser asks again); the usual way costs no extra query.
 */
export async function decideAndRecord<Result>(
  db: Queryable,
  occasion: Occasion,
  attempt: () => Promise<Attempt<Result>>,
  constraints: Constraints = {},
): Promise<Result> {
  for (let round = 0; round < tries; round++) {
    let made: Attempt<Result>
    try {
      made = await attempt()
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      const seen = await resultOfCommand(db, occasion)
      if (seen) return seen.result as Result
      throw error
    }
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

async function resultOfCommand(db: Queryable, occasion: Occasion): Promise<{ result: unknown } | undefined> {
  const person = occasion.actor.kind === 'person' ? occasion.actor.personId : null
  const seen = await db.query<{ result: string }>({
    name: 'command:seen',
    text: 'select result from ledger.command where id = $1 and actor_person is not distinct from $2',
    values: [occasion.commandId, person],
  })
  return seen.rows[0] && { result: JSON.parse(seen.rows[0].result) as unknown }
}
