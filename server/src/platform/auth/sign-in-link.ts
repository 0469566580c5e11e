import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Queryable } from '../database/pools.ts'
import { newId } from '../ledger/record.ts'
import { hashToken, sessionCookie } from '../http/session.ts'
import type { Services } from '../capability.ts'

const twelveHours = 12 * 3_600_000

/** Makes a one-time link path for a person; trial only. Valid for one day, used once. */
export async function makeSignInLink(db: Queryable, personId: string, now: number): Promise<string> {
  const token = randomBytes(32).toString('hex')
  await db.query('insert into access.sign_in_link (token_hash, person_id, expires_at) values ($1, $2, $3)', [
    hashToken(token),
    personId,
    new Date(now + 86_400_000),
  ])
  return `/sign-in/${token}`
}

/** Opens a session and returns its token; only the hash is stored. */
export async function openSession(
  db: Queryable,
  personId: string,
  now: number,
  secondFactor: boolean,
): Promise<string> {
  const token = randomBytes(32).toString('hex')
  await db.query(
    `insert into access.session (token_hash, id, person_id, created_at, last_seen_at, expires_at, second_factor, by_link, browser)
     values ($1, $2, $3, $4, $4, $5, $6, true, '')`,
    [hashToken(token), newId(now), personId, new Date(now), new Date(now + twelveHours), secondFactor],
  )
  return token
}

/** The page behind a printed link. A link that was used or has expired says so and leads to the sign-in page. */
export function signInLinks(app: FastifyInstance, services: Services): void {
  if (services.installation.mode !== 'trial') return
  app.get<{ Params: { token: string } }>('/sign-in/:token', async (request, reply) => {
    const now = services.clock.now()
    const used = await services.databases.app.query<{ person_id: string }>(
      `update access.sign_in_link set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2 returning person_id`,
      [hashToken(request.params.token), new Date(now)],
    )
    const person = used.rows[0]?.person_id
    if (!person) return reply.redirect('/desk/sign-in?link=used')
    const token = await openSession(services.databases.app, person, now, true)
    return reply.setCookie(sessionCookie, token, cookieOptions(services)).redirect('/desk/')
  })
}

export function cookieOptions(services: Services) {
  return {
    httpOnly: true,
    sameSite: 'lax',
    secure: services.config.tls,
    path: '/',
    maxAge: twelveHours / 1000,
  } as const
}
