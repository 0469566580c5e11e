import { waitAfter, type Attempt, type Channel, type Trouble } from '@yingshang/core/reminders/delivery'
import type { StoredNews } from '@yingshang/core/reminders/news'
import type { Queryable } from '../platform/database/pools.ts'
import { newId } from '../platform/ledger/record.ts'

/** Deliveries that leave as one message. */
export interface Group {
  readonly target: string
  /** Null while it has not been tried yet. */
  readonly batch: string | null
}

export interface Claimed {
  readonly id: string
  readonly newsId: string
  readonly tries: number
  readonly news: Pick<StoredNews, 'kind' | 'facts' | 'items'>
  readonly unitName: string | null
}

/** A claim that was not ended by then belonged to a process that is gone. */
const claimMinutes = 5

/** Messages of a channel that may leave now: gathered long enough, urgent, or tried before and due again. */
export async function readyGroups(
  db: Queryable,
  channel: Channel,
  at: { readonly now: number; readonly quiet: boolean; readonly gatherMinutes: number },
): Promise<Group[]> {
  const found = await db.query<Group>({
    name: 'reminders:ready',
    text: `select target, batch from app.delivery
      where channel = $1 and status = 'waiting' and next_at <= $2 and (urgent or not $3)
      group by target, batch
      having batch is not null or bool_or(urgent) or min(made_at) <= $4
      order by min(next_at) limit 500`,
    values: [channel, new Date(at.now), at.quiet, new Date(at.now - at.gatherMinutes * 60_000)],
  })
  return found.rows
}

/** Takes the deliveries of a group for one try; an empty answer means that somebody else has them. */
export async function claim(
  db: Queryable,
  channel: Channel,
  group: Group,
  at: { readonly now: number; readonly quiet: boolean },
  most: number,
): Promise<{ batch: string; deliveries: Claimed[] }> {
  const batch = group.batch ?? newId(at.now)
  const found = await db.query<Claimed>({
    name: 'reminders:claim',
    text: `
      with taken as (
        update app.delivery set status = 'sending', claimed_until = $6, tries = tries + 1, batch = $7
        where id in (
          select id from app.delivery
          where channel = $1 and target = $2 and batch is not distinct from $3 and status = 'waiting'
            and next_at <= $4 and (urgent or not $5)
          order by news_id limit $8 for update skip locked)
        returning id, news_id, tries)
      select t.id, t.news_id as "newsId", t.tries, u.short_name as "unitName",
        json_build_object('kind', n.kind, 'facts', n.facts, 'items', n.items) as news
      from taken t join app.news n on n.id = t.news_id left join app.unit u on u.id = n.unit_id
      order by n.made_at, n.id`,
    values: [
      channel,
      group.target,
      group.batch,
      new Date(at.now),
      at.quiet,
      new Date(at.now + claimMinutes * 60_000),
      batch,
      most,
    ],
  })
  return { batch, deliveries: found.rows }
}

/** Writes down what came of a try. Answers the deliveries that have failed for good. */
export async function endTry(
  db: Queryable,
  deliveries: readonly Claimed[],
  attempt: Attempt,
  now: number,
): Promise<Claimed[]> {
  if (deliveries.length === 0) return []
  if (attempt.kind !== 'later') {
    const status = attempt.kind === 'refused' ? 'failed' : attempt.kind
    await settle(db, deliveries, status, attempt.kind === 'sent' ? null : attempt.trouble, now)
    return status === 'failed' ? [...deliveries] : []
  }
  const wait = waitAfter(deliveries[0]!.tries, attempt.trouble)
  if (wait === null) {
    await settle(db, deliveries, 'failed', attempt.trouble, now)
    return [...deliveries]
  }
  await db.query(
    `update app.delivery set status = 'waiting', claimed_until = null, next_at = $2, trouble = $3 where id = any($1::uuid[])`,
    [deliveries.map((one) => one.id), new Date(now + wait), attempt.trouble],
  )
  return []
}

export async function settle(
  db: Queryable,
  deliveries: readonly { readonly id: string }[],
  status: 'sent' | 'failed' | 'uncertain' | 'dropped',
  trouble: Trouble | null,
  now: number,
): Promise<void> {
  if (deliveries.length === 0) return
  await db.query(
    `update app.delivery set status = $2, claimed_until = null, ended_at = $3, trouble = $4 where id = any($1::uuid[])`,
    [deliveries.map((one) => one.id), status, new Date(now), trouble],
  )
}

/**
 * Claims of a process that is gone. A letter is sent again under the same message id; a robot cannot recognise a
 * repetition, so nobody knows whether it got the message and it is not sent again (rule N-07).
 */
export async function giveUpClaims(db: Queryable, now: number): Promise<void> {
  await db.query(
    `update app.delivery set claimed_until = null,
       status = case channel when 'robot' then 'uncertain' else 'waiting' end,
       trouble = case channel when 'robot' then 'robot.uncertain' else trouble end,
       ended_at = case channel when 'robot' then $1::timestamptz end
     where status = 'sending' and claimed_until < $1`,
    [new Date(now)],
  )
}

/** Queues news for the telephone where another way has failed. */
export async function queueCalls(db: Queryable, wanted: readonly { newsId: string; personId: string }[], now: number) {
  if (wanted.length === 0) return
  await db.query(
    `insert into app.delivery (id, news_id, channel, target, urgent, status, made_at, next_at)
     select r.id, r.news_id, 'call', r.person_id, false, 'waiting', $4, $4
     from unnest($1::uuid[], $2::uuid[], $3::uuid[]) r (id, news_id, person_id) on conflict do nothing`,
    [wanted.map(() => newId(now)), wanted.map((one) => one.newsId), wanted.map((one) => one.personId), new Date(now)],
  )
}
