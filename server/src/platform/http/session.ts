import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { PersonActor, Post, Role } from '@yingshang/core/kernel/actor'
import { dayInChina } from '@yingshang/core/kernel/dates'
import type { Queryable } from '../database/pools.ts'
import type { Clock } from '../clock.ts'

export interface Session {
  readonly actor: PersonActor
  readonly displayName: string
  readonly businessDay: string
  readonly now: number
  readonly tokenHash: Buffer
}

declare module 'fastify' {
  interface FastifyRequest {
    session: Session | undefined
  }
}

export const sessionCookie = 'yingshang_session'

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest()
}

/**
 * One query per request: session, person, posts valid on the business day, and the business day itself. Sets
 * `request.session`; routes decide whether it is needed.
 */
export function readSessions(app: FastifyInstance, db: Queryable, clock: Clock): void {
  app.decorateRequest('session', undefined)
  app.addHook('onRequest', async (request) => {
    const token = request.cookies[sessionCookie]
    if (!token || !/^[0-9a-f]{64}$/.test(token)) return
    request.session = await findSession(db, hashToken(token), clock.now())
  })
}

const find = {
  name: 'session:find',
  text: `
    with day as (select coalesce(trial_day, $3::date) as today from app.installation)
    select p.id, d.name, p.home_unit_id, u.path as home_path, day.today,
      coalesce((select json_agg(json_build_object('role', t.role, 'unitId', t.unit_id, 'unitPath', pu.path, 'onBehalfOf', t.on_behalf_of) order by t.id)
        from app.post t join app.unit pu on pu.id = t.unit_id
        where t.person_id = p.id and not t.cancelled and t.from_day <= day.today and (t.until_day is null or t.until_day >= day.today)), '[]') as posts
    from access.session s
    join app.person p on p.id = s.person_id
    join app.person_details d on d.person_id = p.id
    join app.unit u on u.id = p.home_unit_id
    cross join day
    where s.token_hash = $1 and s.expires_at > $2 and (p.last_day is null or p.last_day >= day.today)`,
}

interface Row {
  id: string
  name: string
  home_unit_id: string
  home_path: string
  today: string
  posts: { role: Role; unitId: string; unitPath: string; onBehalfOf: string | null }[]
}

export async function findSession(db: Queryable, tokenHash: Buffer, now: number): Promise<Session | undefined> {
  const found = await db.query<Row>({ ...find, values: [tokenHash, new Date(now), dayInChina(now)] })
  const row = found.rows[0]
  if (!row) return undefined
  const posts: Post[] = row.posts.map(({ onBehalfOf, ...post }) => (onBehalfOf ? { ...post, onBehalfOf } : post))
  return {
    actor: { kind: 'person', personId: row.id, homeUnitId: row.home_unit_id, homeUnitPath: row.home_path, posts },
    displayName: row.name,
    businessDay: row.today,
    now,
    tokenHash,
  }
}
