import { newsPayload, supersededBy, type StoredNews } from '@yingshang/core/reminders/news'
import { routesOf, type Recipient, type Route } from '@yingshang/core/reminders/routing'
import type { ChannelSettings } from '@yingshang/core/reminders/channel-settings'
import type { Services } from '../platform/capability.ts'
import type { Queryable } from '../platform/database/pools.ts'
import type { JobHandler } from '../platform/jobs/runner.ts'
import { newId } from '../platform/ledger/record.ts'
import { momentNow, loadChannels } from './settings.ts'
import { recipientsOf, rolesOf } from './recipients.ts'

/**
 * The outbox task `notify`: keeps the news under the id of its outbox row, gives every recipient their copy and queues its
 * ways out. Repeating it changes nothing. `told` hears that there is something to send.
 */
export function reminderJobs(services: Services, told: () => void = () => {}): Record<string, JobHandler> {
  return {
    async notify(payload, job) {
      const news = newsPayload.parse(payload)
      const db = services.databases.app
      const { day } = await momentNow(services, db)
      await keepNews(db, job.key, news, day, services.clock.now())
      await addressNews(services, [job.key])
      told()
    },
  }
}

async function keepNews(db: Queryable, id: string, news: StoredNews, day: string, now: number): Promise<void> {
  await db.query(
    `insert into app.news (id, kind, unit_id, roles, person_ids, subject, facts, items, business_day, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    [
      id,
      news.kind,
      news.unitId ?? null,
      rolesOf(news),
      news.personIds ?? [],
      news.subject ? JSON.stringify(news.subject) : null,
      JSON.stringify(news.facts),
      JSON.stringify(news.items ?? []),
      day,
      new Date(now),
    ],
  )
}

/** Gives news to whom it concerns today, and queues its ways out; whoever has it already is left alone. */
export async function addressNews(services: Services, newsIds: readonly string[]): Promise<void> {
  if (newsIds.length === 0) return
  const db = services.databases.app
  const { day } = await momentNow(services, db)
  const { state: settings } = await loadChannels(services, db)
  const paths = await robotPaths(db, settings)
  const recipients = await recipientsOf(db, newsIds, day)
  const news = await db.query<{ id: string; kind: StoredNews['kind'] }>(
    'select id, kind from app.news where id = any($1::uuid[])',
    [newsIds],
  )
  for (const { id, kind } of news.rows) {
    const people = recipients.get(id) ?? []
    if (people.length === 0) continue
    await dropOvertaken(services, id, kind)
    const routes = routesOf(kind, people, settings, paths)
    await giveOut(services, id, people, routes, settings.urgentKinds.includes(kind))
  }
}

/** Takes back what still waits and was overtaken by this. */
async function dropOvertaken(services: Services, newsId: string, kind: StoredNews['kind']): Promise<void> {
  const kinds = supersededBy(kind)
  if (kinds.length === 0) return
  await services.databases.app.query(
    `update app.delivery d set status = 'dropped', ended_at = $3, trouble = 'news.superseded'
     from app.news earlier, app.news later
     where later.id = $1 and earlier.id = d.news_id and d.status = 'waiting' and earlier.kind = any($2::text[])
       and earlier.made_at <= later.made_at and earlier.subject = later.subject
       and earlier.unit_id is not distinct from later.unit_id`,
    [newsId, kinds, new Date(services.clock.now())],
  )
}

async function giveOut(
  services: Services,
  newsId: string,
  people: readonly Recipient[],
  routes: readonly Route[],
  urgent: boolean,
): Promise<void> {
  const now = services.clock.now()
  // A delivery is queued only for a copy that is new, so that a second look does not send what was sent another way.
  await services.databases.app.query({
    name: 'reminders:give-out',
    text: `
      with copy as (
        insert into app.notification (news_id, person_id, made_at) select $1, p, $3 from unnest($2::uuid[]) p
        on conflict do nothing returning person_id),
      way as (
        insert into app.delivery (id, news_id, channel, target, urgent, status, made_at, next_at)
        select r.id, $1, r.channel, r.target, $5, 'waiting', $3, $3
        from unnest($4::uuid[], $6::text[], $7::uuid[]) r (id, channel, target)
        where exists (select 1 from copy where r.channel = 'robot' or copy.person_id = r.target)
        on conflict do nothing)
      update app.news set reached = true where id = $1 and not reached`,
    values: [
      newsId,
      people.map((one) => one.personId),
      new Date(now),
      routes.map(() => newId(now)),
      urgent,
      routes.map((route) => route.channel),
      routes.map((route) => (route.channel === 'robot' ? route.robotId : route.personId)),
    ],
  })
}

/** Paths of the units that robots cover. */
export async function robotPaths(db: Queryable, settings: ChannelSettings): Promise<Map<string, string>> {
  const ids = settings.robots.flatMap(({ covers }) => (covers.kind === 'unit' ? [covers.unitId] : []))
  if (ids.length === 0) return new Map()
  const found = await db.query<{ id: string; path: string }>('select id, path from app.unit where id = any($1::uuid[])', [
    ids,
  ])
  return new Map(found.rows.map((row) => [row.id, row.path]))
}
