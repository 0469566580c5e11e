import type { FastifyInstance } from 'fastify'
import type { Actor } from '@yingshang/core/kernel/actor'
import { callDecider, endsCall, type Call, type CallEvent } from '@yingshang/core/reminders/call'
import * as contract from '@yingshang/core/reminders/contract'
import { mayRemind, type ReminderAction } from '@yingshang/core/reminders/policy'
import { preferenceDecider } from '@yingshang/core/reminders/preference'
import { Failure, forbidden } from '../platform/http/failure.ts'
import { serve } from '../platform/http/register.ts'
import type { Services } from '../platform/capability.ts'
import type { Queryable } from '../platform/database/pools.ts'
import { changeBy, changeOne, orRefuse } from '../platform/ledger/decide.ts'
import { load } from '../platform/ledger/load.ts'
import { record } from '../platform/ledger/record.ts'
import { derivedId } from '../platform/sealed-secret.ts'
import { channelRoutes } from './channel-routes.ts'
import { deliveriesOf } from './delivery-views.ts'
import { markRead } from './read-marks.ts'
import { clockInChina, loadChannels, sendingTime } from './settings.ts'
import { callTable, preferenceTable } from './tables.ts'
import { callListOf, notificationsOf, unreadOf } from './views.ts'

export function reminderRoutes(app: FastifyInstance, services: Services): void {
  const db = services.databases.app
  const { division } = services.installation

  serve(app, contract.myNotifications, async (call) => {
    demand(call.actor, 'readOwn')
    return notificationsOf(db, call.actor.personId, call.query)
  })

  serve(app, contract.countUnread, async (call) => {
    demand(call.actor, 'readOwn')
    return { unread: await unreadOf(db, call.actor.personId) }
  })

  serve(app, contract.markRead, async (call) => {
    demand(call.actor, 'readOwn')
    await markRead(db, call.actor.personId, call.body.newsIds, call.now)
    return { unread: await unreadOf(db, call.actor.personId) }
  })

  serve(app, contract.myPreference, async (call) => {
    demand(call.actor, 'readOwn')
    return { mail: (await loadPreference(db, call.actor.personId)).state.mail }
  })

  serve(app, contract.choosePreference, async (call) => {
    demand(call.actor, 'choosePreference')
    const loaded = await loadPreference(db, call.actor.personId)
    const command = { type: 'choose', personId: call.actor.personId, mail: call.body.mail } as const
    const events = orRefuse(preferenceDecider.decide(command, loaded.state, undefined))
    const answer = await record(db, { ...call, changes: [changeBy(preferenceTable, preferenceDecider, loaded, events)] })
    if (answer.kind === 'moved') throw new Failure(409, { code: 'write.busy' })
    return { mail: (await loadPreference(db, call.actor.personId)).state.mail }
  })

  serve(app, contract.callList, async (call) => {
    demand(call.actor, 'readCallList')
    const { state } = await loadChannels(services, db)
    return callListOf(db, division, call.businessDay, state.deskAddress)
  })

  serve(app, contract.noteCall, async (call) => {
    demand(call.actor, 'noteCall')
    const { outcome, at, newsIds } = call.body
    const attempt = { outcome, at, on: call.businessDay, by: call.actor.personId }
    const state = endsCall(outcome) ? ('told' as const) : ('waiting' as const)
    const result = { callId: call.params.callId, state }
    await changeOne<Call, CallEvent>(db, callTable(division), callDecider, call.params.callId, call, async (loaded) => {
      const context = { nowAt: clockInChina(call.now) }
      const events = orRefuse(callDecider.decide({ type: 'note', attempt }, loaded.state, context))
      const told = state === 'told' && loaded.state.kind !== 'none'
      const attachments = told ? [await toldDeliveries(db, loaded.state.personId, newsIds, call.now)] : []
      return { events, attachments, result }
    })
    return result
  })

  serve(app, contract.deliveries, async (call) => {
    demand(call.actor, 'readDeliveries')
    const { state } = await loadChannels(services, db)
    const { until } = await sendingTime(services, db)
    return { ...(await deliveriesOf(db, state, call.query, call.now)), quietUntil: until }
  })

  channelRoutes(app, services)
}

function demand(actor: Actor, action: ReminderAction): void {
  const refusal = mayRemind(actor, action)
  if (refusal) throw forbidden(refusal)
}

async function loadPreference(db: Queryable, personId: string) {
  const id = derivedId('reminder preference', personId)
  return (await load(db, preferenceTable, id)) ?? { id, version: 0, head: '', state: preferenceDecider.initial }
}

/** The news that was told on the telephone leaves the list with the record of the call; news that came later stays. */
async function toldDeliveries(db: Queryable, personId: string, newsIds: readonly string[], now: number) {
  const columns = ['id', 'news_id', 'channel', 'target', 'urgent', 'status', 'tries', 'made_at', 'next_at', 'ended_at']
  const found = await db.query<object>(
    `select id, news_id, channel, target, urgent, tries, made_at, next_at from app.delivery
     where channel = 'call' and target = $1 and news_id = any($2::uuid[]) and status = 'waiting'`,
    [personId, newsIds],
  )
  const rows = found.rows.map((row) => ({ ...row, status: 'sent', ended_at: new Date(now) }))
  return { table: 'app.delivery', columns, rows, replaceBy: ['id'] }
}
