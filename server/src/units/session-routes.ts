import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { passwordDaysLeft, type OccurrenceKind } from '@yingshang/core/units/access'
import { me } from '@yingshang/core/units/contract'
import {
  endSession as endSessionContract,
  mySessions,
  provideSecondFactor,
  signIn,
  signOut,
  signOutEverywhere,
} from '@yingshang/core/units/access-contract'
import { secondFactorRoles } from '@yingshang/core/units/posts'
import { giveCookie, takeCookie } from '../platform/auth/cookie.ts'
import { note } from '../platform/auth/occurrences.ts'
import { checkCode, checkRecoveryCode } from '../platform/auth/second-factor.ts'
import { browserOf, endOtherSession, endSession, endSessionsOf, rotateSession } from '../platform/auth/sessions.ts'
import { signInWithPassword } from '../platform/auth/sign-in.ts'
import type { Services } from '../platform/capability.ts'
import { notFound, refused, signedOut } from '../platform/http/failure.ts'
import { serve, serveOpen } from '../platform/http/register.ts'
import { findSession, hashToken, type Session } from '../platform/http/session.ts'
import { listSessions, postsOfToday } from './session-views.ts'

export type NextStep = 'desk' | 'secondFactor' | 'enrolSecondFactor' | 'changePassword'

/** Where a session goes next by what it owes. */
export function nextStepOf(session: Session): NextStep {
  if (session.debt === 'access.password-expired') return 'changePassword'
  if (session.debt === undefined) return 'desk'
  return session.access.secondFactorEnrolled ? 'secondFactor' : 'enrolSecondFactor'
}

/** Gives the browser the new token and answers where the desk goes; a session from before is ended. */
export async function enter(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
  now: number,
): Promise<NextStep> {
  const db = services.databases.app
  const before = request.session ?? request.owing
  if (before && !before.tokenHash.equals(hashToken(token))) await endSession(db, before.tokenHash)
  const session = await findSession(db, hashToken(token), now)
  if (!session) throw signedOut()
  giveCookie(reply, services, token)
  return nextStepOf(session)
}

/** Gives a session a new token after its rights or its password changed, and answers where the desk goes. */
export async function renew(
  services: Services,
  reply: FastifyReply,
  session: Session,
  secondFactor: boolean,
  now: number,
): Promise<NextStep> {
  const db = services.databases.app
  const token = await rotateSession(db, session.tokenHash, secondFactor)
  const renewed = token === undefined ? undefined : await findSession(db, hashToken(token), now)
  if (token === undefined || !renewed) throw signedOut()
  giveCookie(reply, services, token)
  return nextStepOf(renewed)
}

/** Signing in and out, the second step, and one's own sessions. */
export function sessionRoutes(app: FastifyInstance, services: Services): void {
  const db = services.databases.app
  const now = () => services.clock.now()

  serveOpen(app, signIn, now, async (call) => {
    const { token } = await signInWithPassword(services, {
      ...call.body,
      address: call.request.ip,
      browser: browserOf(call.request.headers['user-agent']),
      now: call.now,
    })
    return { next: await enter(services, call.request, call.reply, token, call.now) }
  })

  serve(
    app,
    provideSecondFactor,
    async (call) => {
      const session = call.request.session!
      let recoveryCodesLeft: number | null = null
      if ('code' in call.body) await checkCode(services, call.actor.personId, call.body.code, call.now)
      else recoveryCodesLeft = await checkRecoveryCode(services, call.actor.personId, call.body.recoveryCode, call.now)
      return { next: await renew(services, call.reply, session, true, call.now), recoveryCodesLeft }
    },
    { evenInDebt: true },
  )

  const end =
    (kind: OccurrenceKind, work: (session: Session) => Promise<void>) =>
    async (call: { request: FastifyRequest; reply: FastifyReply; now: number }) => {
      const session = call.request.session!
      await work(session)
      await note(db, kind, session.actor.personId, call.now)
      takeCookie(call.reply)
      return null
    }
  serve(
    app,
    signOut,
    end('signedOut', (session) => endSession(db, session.tokenHash)),
    { evenInDebt: true },
  )
  serve(
    app,
    signOutEverywhere,
    end('signedOutEverywhere', (session) => endSessionsOf(db, [session.actor.personId])),
  )

  serve(app, mySessions, async (call) => ({
    sessions: await listSessions(db, call.actor.personId, call.request.session!.tokenHash, call.now),
  }))

  serve(app, endSessionContract, async (call) => {
    const ended = await endOtherSession(db, call.actor.personId, call.params.sessionId, call.request.session!.tokenHash)
    if (!ended) throw refused({ code: 'access.session-unknown' })
    return null
  })

  serve(
    app,
    me,
    async (call) => {
      const session = call.request.session!
      const { access } = session
      const { homeUnitName, posts } = await postsOfToday(db, call.actor.personId, call.businessDay)
      if (homeUnitName === undefined) throw notFound('person')
      const left = access.byLink ? undefined : passwordDaysLeft(access.passwordSetAt, access.rules, call.now)
      return {
        personId: call.actor.personId,
        name: session.displayName,
        signInName: session.signInName,
        homeUnitId: call.actor.homeUnitId,
        homeUnitName,
        posts,
        businessDay: call.businessDay,
        mode: services.installation.mode,
        debt: session.debt ?? null,
        secondFactorEnrolled: access.secondFactorEnrolled,
        secondFactorDemanded: call.actor.posts.some((post) => secondFactorRoles.includes(post.role)),
        passwordDaysLeft: left ?? null,
        passwordWarning: left !== undefined && left <= access.rules.warnDays,
      }
    },
    { evenInDebt: true },
  )
}
