import type { FastifyInstance } from 'fastify'
import { seesTips, type TipCommand } from '@yingshang/core/supervision/tip'
import * as contract from '@yingshang/core/supervision/tip-contract'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import type { Services } from '../platform/capability.ts'
import { forbidden } from '../platform/http/failure.ts'
import { serve } from '../platform/http/register.ts'
import type { Occasion } from '../platform/ledger/occasion.ts'
import { oneTip, tipQueue } from './tip-views.ts'
import { actOnTip, keepAnswer } from './tips.ts'

/** Tips, for discipline inspection and nobody else: not the office, not the auditor, not the administrator. */
export function tipRoutes(app: FastifyInstance, services: Services): void {
  const db = services.databases.app
  const { division } = services.installation
  const calendar = () => services.calendars.current(division)

  serve(app, contract.listTips, async ({ query, actor, businessDay }) => {
    demandSight(actor)
    return tipQueue(db, division, query, businessDay, calendar())
  })

  serve(app, contract.tipPage, async ({ params, actor, businessDay }) => {
    demandSight(actor)
    return oneTip(db, params.tipId, actor, businessDay, calendar())
  })

  const act = (call: Occasion & { actor: PersonActor }, tipId: string, command: TipCommand) => {
    // Who may not see tips is not told whether there is this one.
    demandSight(call.actor)
    return actOnTip(db, call, tipId, async () => ({ command }))
  }
  serve(app, contract.takeUpTip, async (call) => act(call, call.params.tipId, { type: 'takeUp' }))
  serve(app, contract.declineTip, async (call) => act(call, call.params.tipId, { type: 'decline', ...call.body }))
  serve(app, contract.transferTip, async (call) => act(call, call.params.tipId, { type: 'transfer', ...call.body }))
  serve(app, contract.concludeTip, async (call) => act(call, call.params.tipId, { type: 'conclude', ...call.body }))
  serve(app, contract.answerTip, async (call) => {
    demandSight(call.actor)
    const { tipId } = call.params
    const { words, row } = keepAnswer(tipId, call.body.text, call.now)
    return actOnTip(db, call, tipId, async () => ({ command: { type: 'answer', words }, rows: [row] }))
  })
}

function demandSight(actor: PersonActor): void {
  if (!seesTips(actor)) throw forbidden({ code: 'tip.discipline-only' })
}
