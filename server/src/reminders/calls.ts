import { addDays } from '@yingshang/core/kernel/dates'
import { callDecider, type Call, type CallEvent } from '@yingshang/core/reminders/call'
import { callableDays } from '@yingshang/core/reminders/delivery'
import type { Services } from '../platform/capability.ts'
import type { Queryable } from '../platform/database/pools.ts'
import { changeBy, newChange, orRefuse } from '../platform/ledger/decide.ts'
import { loadMany } from '../platform/ledger/load.ts'
import { newId, record } from '../platform/ledger/record.ts'
import type { Change } from '../platform/ledger/table.ts'
import { addressNews } from './address.ts'
import { settle } from './queue.ts'
import { recipientsOf } from './recipients.ts'
import { clockInChina, momentNow } from './settings.ts'
import { callTable } from './tables.ts'

interface Waiting {
  readonly day: string
  readonly id: string
  readonly newsId: string
  readonly personId: string
  readonly read: boolean
}

/**
 * Keeps the call list true: what was read in the desk or concerns somebody else by now leaves it, everybody with something
 * to be told stands on it once, and a call with nothing left to tell is taken off.
 */
export async function tendCalls(services: Services): Promise<void> {
  const db = services.databases.app
  const { day } = await momentNow(services, db)
  const now = services.clock.now()
  const all = await waitingCalls(db)
  const oldest = addDays(day, -callableDays)
  await settle(db, all.filter((one) => one.day < oldest), 'dropped', 'news.stale', now)
  const waiting = all.filter((one) => one.day >= oldest)
  const recipients = await recipientsOf(db, [...new Set(waiting.map((one) => one.newsId))], day)
  const concerned = (one: Waiting) =>
    recipients.get(one.newsId)!.some((person) => person.personId === one.personId)
  const astray = waiting.filter((one) => !one.read && !concerned(one))
  await settle(db, waiting.filter((one) => one.read), 'dropped', 'person.read', now)
  await settle(db, astray, 'dropped', 'person.left', now)
  await addressNews(services, astray.map((one) => one.newsId))

  const toTell = new Set(waiting.filter((one) => !one.read && concerned(one)).map((one) => one.personId))
  const open = await db.query<{ id: string; person_id: string }>(
    `select id, person_id from app.call where status = 'waiting'`,
  )
  const onList = new Set(open.rows.map((row) => row.person_id))
  const table = callTable(services.installation.division)
  const context = { nowAt: clockInChina(now) }
  const opened = [...toTell]
    .filter((personId) => !onList.has(personId))
    .map((personId): Change => {
      const decision = callDecider.decide({ type: 'open', personId, on: day }, callDecider.initial, context)
      return newChange<Call, CallEvent>(table, callDecider, newId(now), orRefuse(decision))
    })
  const needless = open.rows.filter((row) => !toTell.has(row.person_id)).map((row) => row.id)
  const dropped = (await loadMany(db, table, needless)).flatMap((call): Change[] => {
    const decision = callDecider.decide({ type: 'drop' }, call.state, context)
    return decision.ok ? [changeBy<Call, CallEvent>(table, callDecider, call, decision.events)] : []
  })
  const changes = [...opened, ...dropped]
  if (changes.length === 0) return
  // When somebody was faster (another instance, an officer on the telephone) the next look finds the rest.
  await record(db, {
    commandId: newId(now),
    actor: { kind: 'system', job: 'reminders' },
    businessDay: day,
    now,
    changes,
  })
}

async function waitingCalls(db: Queryable): Promise<Waiting[]> {
  const found = await db.query<Waiting>({
    name: 'reminders:waiting-calls',
    text: `select n0.business_day as day, d.id, d.news_id as "newsId", d.target as "personId", n.read_at is not null as read
      from app.delivery d join app.news n0 on n0.id = d.news_id
      join app.notification n on n.news_id = d.news_id and n.person_id = d.target
      where d.channel = 'call' and d.status = 'waiting'`,
  })
  return found.rows
}
