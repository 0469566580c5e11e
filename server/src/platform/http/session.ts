import { hash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { PersonActor, Post, Role } from '@yingshang/core/kernel/actor'
import { dayInChina } from '@yingshang/core/kernel/dates'
import { sessionDebt, usualAccessRules, type AccessRules, type SessionDebt } from '@yingshang/core/units/access'
import type { Queryable } from '../database/pools.ts'
import type { Clock } from '../clock.ts'

export interface Session {
  readonly actor: PersonActor
  readonly displayName: string
  readonly signInName: string
  readonly businessDay: string
  readonly now: number
  readonly tokenHash: Buffer
  /** What must be done before anything else; `serve` refuses with this code. */
  readonly debt: SessionDebt | undefined
  readonly access: SessionAccess
  /** What the route asked alongside; null when there is no such row. */
  readonly alongside?: unknown
}

/**
 * A row that a route needs anyway, read in the same round trip as the session: it is what was true when the request came in.
 * Only for what a version guards when it is written.
 */
export interface Alongside {
  readonly name: string
  /** A select of at most one row; its parameters begin at `$5`. */
  readonly sql: string
  /** The parameters, or undefined when the address is none that could be looked up. */
  values(params: unknown): unknown[] | undefined
}

export interface SessionAccess {
  readonly byLink: boolean
  readonly secondFactorDone: boolean
  readonly secondFactorEnrolled: boolean
  /** Epoch milliseconds. */
  readonly passwordSetAt: number | null
  readonly rules: AccessRules
}

declare module 'fastify' {
  interface FastifyRequest {
    /** A session that owes nothing, or any session on a route that says `evenInDebt`. */
    session: Session | undefined
    /** A session that still owes its second factor or a new password: it opens nothing but what pays the debt. */
    owing: Session | undefined
  }
  interface FastifyContextConfig {
    evenInDebt?: boolean
    alongside?: Alongside | undefined
  }
}

export const sessionCookie = 'yingshang_session'

export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer')
}

/**
 * One query per request: session, person, posts valid on the business day, the business day itself, what the session
 * still owes, and what the route asked alongside. Sets `request.session` (or `request.owing`); routes decide whether it is needed. The last-seen time is written at most once a
 * minute; a session idle for longer than the rules allow is not found.
 */
export function readSessions(app: FastifyInstance, db: Queryable, clock: Clock): void {
  app.decorateRequest('session', undefined)
  app.decorateRequest('owing', undefined)
  app.addHook('onRequest', async (request) => {
    const token = request.cookies[sessionCookie]
    if (!token || !/^[0-9a-f]{64}$/.test(token)) return
    const { alongside } = request.routeOptions.config
    const values = alongside?.values(request.params)
    const more = alongside && values ? { name: alongside.name, sql: alongside.sql, values } : undefined
    const session = await findSession(db, hashToken(token), clock.now(), more)
    // Routes and pages that know nothing of debts see nobody signed in.
    if (session?.debt === undefined || request.routeOptions.config.evenInDebt) request.session = session
    else request.owing = session
  })
}

/** One column of JSON: describing and reading nearly twenty of them would cost every request more than the search. */
const find = (alongside: string) => `
    with day as (select coalesce(trial_day, $3::date) as today from app.installation)
    select to_json(found) as session from (select p.id, p.sign_in_name, d.name, p.home_unit_id, u.path as home_path, day.today,
      (extract(epoch from s.last_seen_at) * 1000)::bigint as last_seen_at, s.second_factor, s.by_link,
      c.totp_confirmed_at is not null as enrolled, (extract(epoch from c.password_set_at) * 1000)::bigint as password_set_at,
      r.idle_minutes, r.password_days, r.warn_days,
      coalesce((select json_agg(json_build_object('role', t.role, 'unitId', t.unit_id, 'unitPath', pu.path, 'onBehalfOf', t.on_behalf_of) order by t.id)
        from app.post t join app.unit pu on pu.id = t.unit_id
        where t.person_id = p.id and not t.cancelled and t.from_day <= day.today and (t.until_day is null or t.until_day >= day.today)), '[]') as posts,
      ${alongside} as alongside
    from access.session s
    join app.person p on p.id = s.person_id
    join app.person_details d on d.person_id = p.id
    join app.unit u on u.id = p.home_unit_id
    left join access.credential c on c.person_id = p.id
    left join app.access_rules r on r.division = p.division
    cross join day
    where s.token_hash = $1 and s.expires_at > $2 and s.last_seen_at > $2 - make_interval(mins => coalesce(r.idle_minutes, $4))
      and (p.last_day is null or p.last_day >= day.today)) found`

const findAlone = find('null')
const findAlongside = new Map<string, string>()

function findWith(name: string, sql: string): string {
  let text = findAlongside.get(name)
  if (text === undefined) findAlongside.set(name, (text = find(`(select to_json(x) from (${sql}) x)`)))
  return text
}

interface Row {
  id: string
  sign_in_name: string
  name: string
  home_unit_id: string
  home_path: string
  today: string
  /** Epoch milliseconds, as `password_set_at`. */
  last_seen_at: number
  second_factor: boolean
  by_link: boolean
  enrolled: boolean
  password_set_at: number | null
  idle_minutes: number | null
  password_days: number | null
  warn_days: number | null
  alongside: unknown
  posts: { role: Role; unitId: string; unitPath: string; onBehalfOf: string | null }[]
}

const seen = {
  name: 'session:seen',
  text: 'update access.session set last_seen_at = $2 where token_hash = $1 and last_seen_at < $2',
}

export async function findSession(
  db: Queryable,
  tokenHash: Buffer,
  now: number,
  more?: { readonly name: string; readonly sql: string; readonly values: readonly unknown[] },
): Promise<Session | undefined> {
  const instant = new Date(now)
  const found = await db.query<{ session: Row }>({
    name: more ? `session:find:${more.name}` : 'session:find',
    text: more ? findWith(more.name, more.sql) : findAlone,
    values: [tokenHash, instant, dayInChina(now), usualAccessRules.idleMinutes, ...(more?.values ?? [])],
  })
  const row = found.rows[0]?.session
  if (!row) return undefined
  if (now - row.last_seen_at >= 60_000) await db.query({ ...seen, values: [tokenHash, instant] })
  const posts: Post[] = row.posts.map(({ onBehalfOf, ...post }) => (onBehalfOf ? { ...post, onBehalfOf } : post))
  const rules: AccessRules = {
    idleMinutes: row.idle_minutes ?? usualAccessRules.idleMinutes,
    passwordDays: row.password_days ?? usualAccessRules.passwordDays,
    warnDays: row.warn_days ?? usualAccessRules.warnDays,
  }
  const access: SessionAccess = {
    byLink: row.by_link,
    secondFactorDone: row.second_factor,
    secondFactorEnrolled: row.enrolled,
    passwordSetAt: row.password_set_at,
    rules,
  }
  return {
    actor: { kind: 'person', personId: row.id, homeUnitId: row.home_unit_id, homeUnitPath: row.home_path, posts },
    displayName: row.name,
    signInName: row.sign_in_name,
    businessDay: row.today,
    now,
    tokenHash,
    debt: sessionDebt({ roles: posts.map((post) => post.role), ...access }, rules, now),
    access,
    ...(more ? { alongside: row.alongside } : {}),
  }
}
