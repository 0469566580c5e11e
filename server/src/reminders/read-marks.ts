import type { Queryable } from '../platform/database/pools.ts'

/** Marks somebody's own notifications as read, all of them when no ids are given. A mark is never taken back. */
export async function markRead(
  db: Queryable,
  personId: string,
  newsIds: readonly string[] | undefined,
  now: number,
): Promise<void> {
  await db.query(
    `update app.notification set read_at = $2
     where person_id = $1 and read_at is null and ($3::uuid[] is null or news_id = any($3))`,
    [personId, new Date(now), newsIds ?? null],
  )
}
