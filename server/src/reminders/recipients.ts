import { newsWeights, type StoredNews } from '@yingshang/core/reminders/news'
import type { Recipient } from '@yingshang/core/reminders/routing'
import { unitRoles } from '@yingshang/core/tasks/policy'
import type { Queryable } from '../platform/database/pools.ts'

interface Row extends Recipient {
  readonly newsId: string
  readonly meant: boolean
}

/**
 * Whom each piece of news concerns on a business day: holders of its roles in its unit (delegations included) and the
 * persons it names, as long as they hold a post there that day. A unit that was merged is followed to its heir. Where
 * nobody is found in the unit, everybody who works there gets it, so that it does not fall through (rules N-01, N-02).
 */
export async function recipientsOf(
  db: Queryable,
  newsIds: readonly string[],
  day: string,
): Promise<Map<string, Recipient[]>> {
  const found = await db.query<Row>({
    name: 'reminders:recipients',
    text: `
      with recursive heir (id, now_id, merged_into) as (
        select id, id, merged_into from app.unit
        union
        select h.id, u.id, u.merged_into from heir h join app.unit u on u.id = h.merged_into),
      wanted as (
        select n.id, n.roles, n.person_ids, n.unit_id is not null as of_unit, h.now_id as unit_id
        from app.news n left join heir h on h.id = n.unit_id and h.merged_into is null
        where n.id = any($1::uuid[]))
      select w.id as "newsId", p.id as "personId", bool_or(p.id = any(w.person_ids) or t.role = any(w.roles)) as meant,
        bool_or(p.id = any(w.person_ids)) as named,
        coalesce(d.email, '') <> '' as "hasMailAddress", coalesce(f.mail, 'all') as "mailWish",
        json_agg(json_build_object('role', t.role, 'unitPath', u.path)) as posts
      from wanted w
      join app.post t on (not w.of_unit or t.unit_id = w.unit_id)
        and not t.cancelled and t.from_day <= $2 and (t.until_day is null or t.until_day >= $2)
      join app.person p on p.id = t.person_id and (p.last_day is null or p.last_day >= $2)
      join app.person_details d on d.person_id = p.id
      join app.unit u on u.id = t.unit_id
      left join app.reminder_preference f on f.person_id = p.id
      where p.id = any(w.person_ids) or t.role = any(w.roles) or (w.of_unit and t.role = any($3::text[]))
      group by w.id, p.id, d.email, f.mail`,
    values: [newsIds, day, unitRoles],
  })
  const rows = new Map<string, Row[]>(newsIds.map((id) => [id, []]))
  for (const row of found.rows) rows.get(row.newsId)!.push(row)
  return new Map(
    [...rows].map(([newsId, all]) => {
      const meant = all.filter((row) => row.meant)
      return [newsId, meant.length > 0 ? meant : all]
    }),
  )
}

/** Who is looked for when the news names a unit and nothing else. */
export function rolesOf(news: StoredNews): readonly string[] {
  if (news.roles !== undefined && news.roles.length > 0) return news.roles
  return news.personIds === undefined || news.personIds.length === 0 ? ['unitLiaison'] : []
}

export function isDuty(kind: StoredNews['kind']): boolean {
  return newsWeights[kind] === 'duty'
}
