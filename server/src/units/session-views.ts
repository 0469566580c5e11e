import type { Role } from '@yingshang/core/kernel/actor'
import type { PostKind } from '@yingshang/core/units/posts'
import type { Queryable } from '../platform/database/pools.ts'

export interface PostView {
  readonly id: string
  readonly role: Role
  readonly unitId: string
  readonly unitName: string
  readonly kind: PostKind
  readonly fromDay: string
  readonly untilDay: string | null
  readonly onBehalfOf: { readonly personId: string; readonly name: string } | null
}

/** SQL for one `PostView` object of `t` (app.post), `pu` (its unit) and `bd` (details of the person it is held for). */
export const postViewSql = `json_build_object('id', t.id, 'role', t.role, 'unitId', t.unit_id, 'unitName', pu.short_name, 'kind', t.kind,
  'fromDay', t.from_day, 'untilDay', t.until_day,
  'onBehalfOf', case when t.on_behalf_of is null then null else json_build_object('personId', t.on_behalf_of, 'name', bd.name) end)`

export async function postsOfToday(
  db: Queryable,
  personId: string,
  day: string,
): Promise<{ homeUnitName: string | undefined; posts: PostView[] }> {
  const found = await db.query<{ home: string; posts: PostView[] }>({
    name: 'me:posts',
    text: `select u.short_name as home,
        coalesce((select json_agg(${postViewSql} order by t.kind = 'post' desc, t.from_day, t.id)
          from app.post t join app.unit pu on pu.id = t.unit_id left join app.person_details bd on bd.person_id = t.on_behalf_of
          where t.person_id = p.id and not t.cancelled and t.from_day <= $2 and (t.until_day is null or t.until_day >= $2)), '[]') as posts
      from app.person p join app.unit u on u.id = p.home_unit_id where p.id = $1`,
    values: [personId, day],
  })
  const row = found.rows[0]
  return { homeUnitName: row?.home, posts: row?.posts ?? [] }
}

export async function listSessions(db: Queryable, personId: string, current: Buffer, now: number) {
  const found = await db.query<{
    id: string
    browser: string
    created_at: Date
    last_seen_at: Date
    expires_at: Date
    current: boolean
  }>({
    name: 'session:list',
    text: `select id, browser, created_at, last_seen_at, expires_at, token_hash = $2 as current
      from access.session where person_id = $1 and expires_at > $3 order by last_seen_at desc`,
    values: [personId, current, new Date(now)],
  })
  return found.rows.map((row) => ({
    id: row.id,
    browser: row.browser,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    current: row.current,
  }))
}
