import type { Services } from '../platform/capability.ts'
import { loadChannels } from './settings.ts'

export interface ChannelHealth {
  readonly inUse: boolean
  readonly sent: number
  /** Given up or with unknown end within a day. */
  readonly failed: number
  readonly waitingLong: number
}

/** How the channels did in the last day, and who waits for a telephone call, for the status page. */
export async function channelHealth(
  services: Services,
): Promise<{ mail: ChannelHealth; robots: ChannelHealth; calls: { waiting: number; since: string | null } }> {
  const db = services.databases.app
  const now = services.clock.now()
  const { state } = await loadChannels(services, db)
  const found = await db.query<{ channel: string; sent: number; failed: number; waiting_long: number }>(
    `select channel, (count(*) filter (where status = 'sent'))::int as sent,
       (count(*) filter (where status in ('failed', 'uncertain')))::int as failed,
       (count(*) filter (where status in ('waiting', 'sending') and tries > 0 and made_at < $2))::int as waiting_long
     from app.delivery where ended_at is null or ended_at > $1 group by channel`,
    [new Date(now - 86_400_000), new Date(now - 3_600_000)],
  )
  const of = (channel: string, inUse: boolean): ChannelHealth => {
    const row = found.rows.find((one) => one.channel === channel)
    return { inUse, sent: row?.sent ?? 0, failed: row?.failed ?? 0, waitingLong: row?.waiting_long ?? 0 }
  }
  const calls = await db.query<{ waiting: number; since: string | null }>(
    `select count(*)::int as waiting, min(since) as since from app.call where status = 'waiting'`,
  )
  return { mail: of('mail', state.mail !== null), robots: of('robot', state.robots.length > 0), calls: calls.rows[0]! }
}
