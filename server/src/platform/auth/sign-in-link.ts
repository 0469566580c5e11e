import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Queryable } from '../database/pools.ts'
import { hashToken } from '../http/session.ts'
import type { Services } from '../capability.ts'
import { giveCookie } from './cookie.ts'
import { note } from './occurrences.ts'
import { browserOf, openSession } from './sessions.ts'

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

/** Links that were printed before and not used are worth nothing any more. */
export async function dropUnusedLinks(db: Queryable): Promise<void> {
  await db.query('delete from access.sign_in_link where used_at is null')
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
    const browser = browserOf(request.headers['user-agent'])
    const token = await openSession(services.databases.app, {
      personId: person,
      now,
      secondFactor: false,
      byLink: true,
      browser,
    })
    await note(services.databases.app, 'signedInByLink', person, now)
    giveCookie(reply, services, token)
    return reply.redirect('/desk/')
  })
}
