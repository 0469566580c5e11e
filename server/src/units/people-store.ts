import type { Queryable } from '../platform/database/pools.ts'

/** The next number in a unit: the highest in use plus one, also when its person has left. */
export async function nextNumber(db: Queryable, unitCode: string): Promise<number> {
  const found = await db.query<{ next: number }>(
    `select coalesce(max(substr(sign_in_name, length($1) + 1)::int), 0) + 1 as next from app.person
     where sign_in_name ~ ('^' || $1 || '[0-9]{2,4}$') and left(sign_in_name, length($1)) = $1`,
    [unitCode],
  )
  return found.rows[0]!.next
}
