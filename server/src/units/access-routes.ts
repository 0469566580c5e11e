import type { FastifyInstance } from 'fastify'
import type { Actor } from '@yingshang/core/kernel/actor'
import {
  accessRules,
  activate,
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  lookAtActivation,
  setAccessRules,
  signInLog,
} from '@yingshang/core/units/access-contract'
import type { PersonCommand } from '@yingshang/core/units/person'
import { mayManageAccess, mayReadSignInLog } from '@yingshang/core/units/policy'
import { lookAtCode, useCode } from '../platform/auth/activation.ts'
import { forgive, keyOf } from '../platform/auth/failures.ts'
import { note } from '../platform/auth/occurrences.ts'
import { hashNewPassword, replacePassword } from '../platform/auth/passwords.ts'
import { beginEnrolment, confirmEnrolment } from '../platform/auth/second-factor.ts'
import { browserOf, endSessionsOf, openSession } from '../platform/auth/sessions.ts'
import { remember } from '../platform/auth/sign-in.ts'
import type { Services } from '../platform/capability.ts'
import { businessDayOf, readInstallation } from '../platform/clock.ts'
import { forbidden, notFound, refused } from '../platform/http/failure.ts'
import { serve, serveOpen } from '../platform/http/register.ts'
import { decideAndRecord } from '../platform/ledger/decide-and-record.ts'
import { newId } from '../platform/ledger/record.ts'
import { readRules, readSignInLog, ruleChange, slipHolder } from './access-views.ts'
import { draftPeople } from './people-draft.ts'
import { enter, renew } from './session-routes.ts'

/** Activation slips used up, passwords, the authenticator, sign-in settings and the sign-in log. */
export function accessRoutes(app: FastifyInstance, services: Services): void {
  const db = services.databases.app
  const { siteKey } = services.keys
  const now = () => services.clock.now()

  /** Access events in the person's ledger: what happened and when, never with what secret. */
  async function enterInLedger(personId: string, command: PersonCommand, actor: Actor, instant: number): Promise<void> {
    const installation = await readInstallation(db)
    const businessDay = businessDayOf(installation!, services.clock)
    await decideAndRecord(db, { commandId: newId(instant), actor, businessDay, now: instant }, async () => {
      const draft = draftPeople(db)
      await draft.apply(personId, command)
      return { changes: draft.changes(), result: null }
    })
  }

  serveOpen(app, lookAtActivation, now, async (call) => {
    const slip = await lookAtCode(services, call.body.code, call.request.ip, call.now)
    const holder = await slipHolder(db, slip.personId)
    if (!holder) throw notFound('person')
    return { ...holder, reset: slip.reset }
  })

  serveOpen(app, activate, now, async (call) => {
    const slip = await lookAtCode(services, call.body.code, call.request.ip, call.now)
    const holder = await slipHolder(db, slip.personId)
    if (!holder) throw notFound('person')
    const hash = await hashNewPassword(db, slip.personId, call.body.password)
    if (!(await useCode(db, siteKey, call.body.code, hash, call.now)))
      throw refused({ code: 'access.activation-unusable' })
    await forgive(db, keyOf(siteKey, 'account', slip.personId))
    await enterInLedger(slip.personId, { type: 'activate' }, { kind: 'system', job: 'activation' }, call.now)
    await note(db, 'activated', slip.personId, call.now)
    await remember(db, slip.personId, keyOf(siteKey, 'address', call.request.ip), call.now)
    const browser = browserOf(call.request.headers['user-agent'])
    const token = await openSession(db, {
      personId: slip.personId,
      now: call.now,
      secondFactor: false,
      byLink: false,
      browser,
    })
    return { next: await enter(services, call.request, call.reply, token, call.now), signInName: holder.signInName }
  })

  serve(
    app,
    changePassword,
    async (call) => {
      const session = call.request.session!
      // A stolen password must not be enough to change it.
      if (session.debt === 'access.second-factor-required') throw forbidden({ code: session.debt })
      await replacePassword(services, call.actor.personId, call.body.current, call.body.password, call.now)
      await endSessionsOf(db, [call.actor.personId], session.tokenHash)
      await enterInLedger(call.actor.personId, { type: 'changePassword' }, call.actor, call.now)
      await note(db, 'passwordChanged', call.actor.personId, call.now)
      return { next: await renew(services, call.reply, session, false, call.now) }
    },
    { evenInDebt: true },
  )

  serve(
    app,
    beginSecondFactor,
    async (call) => {
      const session = call.request.session!
      if (session.access.byLink) throw forbidden()
      return beginEnrolment(services, call.actor.personId, session.signInName)
    },
    { evenInDebt: true },
  )

  serve(
    app,
    confirmSecondFactor,
    async (call) => {
      const session = call.request.session!
      const recoveryCodes = await confirmEnrolment(services, call.actor.personId, call.body.code, call.now)
      await endSessionsOf(db, [call.actor.personId], session.tokenHash)
      await enterInLedger(call.actor.personId, { type: 'enrolSecondFactor' }, call.actor, call.now)
      return { next: await renew(services, call.reply, session, true, call.now), recoveryCodes }
    },
    { evenInDebt: true },
  )

  serve(app, accessRules, async (call) => {
    const no = mayManageAccess(call.actor)
    if (no) throw forbidden(no)
    return readRules(db)
  })

  serve(app, setAccessRules, async (call) => {
    const no = mayManageAccess(call.actor)
    if (no) throw forbidden(no)
    await decideAndRecord(db, call, async () => ({
      changes: [await ruleChange(db, call.body, call.now)],
      result: null,
    }))
    return null
  })

  serve(app, signInLog, async (call) => {
    const no = mayReadSignInLog(call.actor)
    if (no) throw forbidden(no)
    return readSignInLog(db, call.query)
  })
}
