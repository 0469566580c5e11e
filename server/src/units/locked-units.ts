import type pg from 'pg'
import type { Queryable } from '../platform/database/pools.ts'

const tries = 5

/**
 * Decides about units while nobody else can give a post in them: their rows are locked from before the people are
 * counted until the write is committed. A post that is given meanwhile waits, finds the unit changed and decides again.
 * When something else moved, the whole transaction is done again.
 */
export async function whileLocked<Result>(
  pool: pg.Pool,
  unitIds: readonly string[],
  work: (db: Queryable) => Promise<Result>,
): Promise<Result> {
  for (let round = 1; ; round++) {
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query('select 1 from app.unit where id = any($1::uuid[]) order by id for update', [unitIds])
      const result = await work(client as unknown as Queryable)
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback')
      // 25P02: a write lost its race inside this transaction; 40P01: two such transactions met.
      const { code } = error as { code?: string }
      if ((code !== '25P02' && code !== '40P01') || round === tries) throw error
    } finally {
      client.release()
    }
  }
}
