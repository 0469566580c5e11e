import type { CallAttempt } from '@yingshang/core/reminders/call'
import { digestOf } from '@yingshang/core/reminders/digest'
import { itemLine, newsWords } from '@yingshang/core/reminders/labels.zh'
import type { StoredNews } from '@yingshang/core/reminders/news'
import type { Queryable } from '../platform/database/pools.ts'

interface NewsRow {
  newsId: string
  kind: StoredNews['kind']
  facts: StoredNews['facts']
  items: NonNullable<StoredNews['items']>
  subject: { kind: string; id: string } | null
  unitName: string | null
}

const newsColumns = `n.id as "newsId", n.kind, n.facts, n.items, n.subject, u.short_name as "unitName"`

/** A page of somebody's notifications, newest first; `before` is the last id of the page before. */
export async function notificationsOf(
  db: Queryable,
  personId: string,
  page: { readonly unread: boolean; readonly before?: string | undefined; readonly limit: number },
) {
  const found = await db.query<NewsRow & { on: string; at: Date; read: boolean }>({
    name: 'reminders:mine',
    text: `select ${newsColumns}, n.business_day as "on", m.made_at as at, m.read_at is not null as read
      from app.notification m join app.news n on n.id = m.news_id left join app.unit u on u.id = n.unit_id
      where m.person_id = $1 and ($2::uuid is null or m.news_id < $2) and (not $3 or m.read_at is null)
      order by m.news_id desc limit $4`,
    values: [personId, page.before ?? null, page.unread, page.limit + 1],
  })
  const notifications = found.rows.slice(0, page.limit).map(({ facts, items, at, ...row }) => ({
    ...row,
    title: newsWords[row.kind].title,
    text: newsWords[row.kind].sentence(facts),
    lines: items.map(itemLine),
    at: at.toISOString(),
  }))
  return { unread: await unreadOf(db, personId), notifications, more: found.rows.length > page.limit }
}

export async function unreadOf(db: Queryable, personId: string): Promise<number> {
  const found = await db.query<{ n: number }>({
    name: 'reminders:unread',
    text: 'select count(*)::int as n from app.notification where person_id = $1 and read_at is null',
    values: [personId],
  })
  return found.rows[0]!.n
}

interface CallRow {
  callId: string
  personId: string
  personName: string
  unitName: string
  mobile: string | null
  officePhone: string | null
  since: string
  attempts: CallAttempt[]
}

const callColumns = `c.id as "callId", c.person_id as "personId", coalesce(d.name, '（已注销）') as "personName",
  u.short_name as "unitName", d.mobile, d.office_phone as "officePhone", c.since,
  c.state -> 'attempts' as attempts
  from app.call c join app.person p on p.id = c.person_id join app.unit u on u.id = p.home_unit_id
  left join app.person_details d on d.person_id = p.id`

/** The telephone list: numbers are read here and stand nowhere else. */
export async function callListOf(db: Queryable, division: string, day: string, deskAddress: string | null) {
  const waiting = await db.query<CallRow>(
    `select ${callColumns} where c.division = $1 and c.status = 'waiting' order by c.since, u.sort_order, c.id`,
    [division],
  )
  const told = await db.query<CallRow>(
    `select ${callColumns} where c.division = $1 and c.status = 'told' and c.last_on = $2 order by c.id desc`,
    [division, day],
  )
  const news = await db.query<NewsRow & { personId: string }>(
    `select ${newsColumns}, d.target as "personId"
     from app.delivery d join app.news n on n.id = d.news_id left join app.unit u on u.id = n.unit_id
     where d.channel = 'call' and d.status = 'waiting' order by n.made_at, n.id`,
  )
  const silent = await db.query<{ unitId: string; unitName: string; news: number; since: string }>(
    `select u.id as "unitId", u.name as "unitName", count(*)::int as news, min(n.business_day) as since
     from app.news n join app.unit u on u.id = n.unit_id
     where not n.reached and u.division = $1 group by u.id, u.name, u.sort_order order by u.sort_order`,
    [division],
  )
  const names = await namesOf(db, [...waiting.rows, ...told.rows])
  const calls = waiting.rows.flatMap(({ personId, attempts, ...row }) => {
    const own = news.rows.filter((one) => one.personId === personId)
    // Between two looks a call may have nothing left to tell.
    if (own.length === 0) return []
    const units = new Set(own.map((one) => one.unitName))
    const lines = digestOf(
      own.map((one) => ({
        news: { kind: one.kind, facts: one.facts, items: one.items },
        ...(units.size > 1 && one.unitName !== null ? { unitName: one.unitName } : {}),
      })),
      deskAddress,
    ).lines
    const text = ['【营商办提醒】', ...lines].join('\n')
    const newsIds = own.map((one) => one.newsId)
    return [{ ...row, lines: [...lines], text, newsIds, attempts: attemptsWith(attempts, names) }]
  })
  return {
    calls,
    toldToday: told.rows.map(({ callId, personName, unitName, attempts }) => ({
      callId,
      personName,
      unitName,
      attempts: attemptsWith(attempts, names),
    })),
    unitsWithoutPeople: silent.rows,
  }
}

async function namesOf(db: Queryable, calls: readonly CallRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(calls.flatMap((call) => call.attempts.map((attempt) => attempt.by)))]
  const found = await db.query<{ id: string; name: string }>(
    'select person_id as id, name from app.person_details where person_id = any($1::uuid[])',
    [ids],
  )
  return new Map(found.rows.map((row) => [row.id, row.name]))
}

function attemptsWith(attempts: readonly CallAttempt[], names: ReadonlyMap<string, string>) {
  return attempts.map(({ by, ...attempt }) => ({ ...attempt, byName: names.get(by) ?? '（已注销）' }))
}
