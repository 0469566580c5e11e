import type { Queryable } from '../database/pools.ts'

/** True when every id is a file of evidence that this person uploaded: only such files may be attached to a decision. */
export async function filesBelong(db: Queryable, ids: readonly string[], personId: string): Promise<boolean> {
  if (ids.length === 0) return true
  const found = await db.query<{ n: number }>(
    `select count(*)::int as n from app.file where id = any($1::uuid[]) and uploaded_by = $2 and purpose = 'evidence'`,
    [ids, personId],
  )
  return found.rows[0]!.n === new Set(ids).size
}
