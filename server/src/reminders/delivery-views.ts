import type { Channel, DeliveryStatus, Trouble } from '@yingshang/core/reminders/delivery'
import type { ChannelSettings } from '@yingshang/core/reminders/channel-settings'
import type { NewsKind } from '@yingshang/core/reminders/news'
import type { Queryable } from '../platform/database/pools.ts'

const week = 7 * 86_400_000

/** What left in the last seven days and what still waits, message by message, the newest 200. */
export async function deliveriesOf(
  db: Queryable,
  settings: ChannelSettings,
  wanted: { readonly status?: DeliveryStatus | undefined; readonly channel?: Channel | undefined },
  now: number,
) {
  const since = new Date(now - week)
  const counts = await db.query<{ channel: Channel; status: DeliveryStatus; count: number }>(
    `select channel, status, count(*)::int as count from app.delivery
     where ended_at is null or ended_at > $1 group by channel, status order by channel, status`,
    [since],
  )
  const found = await db.query<{
    channel: Channel
    status: DeliveryStatus
    target: string
    to: string | null
    unitName: string | null
    kinds: NewsKind[]
    news: number
    tries: number
    trouble: Trouble | null
    made_at: Date
    next_at: Date
    ended_at: Date | null
  }>(
    `select d.channel, d.status, d.target, min(p.name) as to, min(u.short_name) as "unitName",
       array_agg(distinct n.kind) as kinds, count(*)::int as news, max(d.tries) as tries, min(d.trouble) as trouble,
       min(d.made_at) as made_at, min(d.next_at) as next_at, max(d.ended_at) as ended_at
     from app.delivery d join app.news n on n.id = d.news_id
     left join app.person_details p on p.person_id = d.target
     left join app.person o on o.id = d.target left join app.unit u on u.id = o.home_unit_id
     where (d.ended_at is null or d.ended_at > $1) and ($2::text is null or d.status = $2) and ($3::text is null or d.channel = $3)
     group by d.channel, d.status, d.target, d.batch, d.trouble
     order by max(d.ended_at) desc nulls first, min(d.made_at) desc limit 200`,
    [since, wanted.status ?? null, wanted.channel ?? null],
  )
  const robots = new Map(settings.robots.map((robot) => [robot.id, robot.name]))
  return {
    counts: counts.rows,
    deliveries: found.rows.map(({ target, to, made_at, next_at, ended_at, ...row }) => ({
      ...row,
      to: (row.channel === 'robot' ? robots.get(target) : to) ?? '（已移除）',
      madeAt: made_at.toISOString(),
      nextAt: row.status === 'waiting' ? next_at.toISOString() : null,
      sentAt: row.status === 'sent' ? ended_at!.toISOString() : null,
    })),
  }
}
