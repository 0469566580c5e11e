import type { FastifyInstance } from 'fastify'
import * as contract from '@yingshang/core/cases/contract'
import { caseMessages, sendMessage } from '@yingshang/core/cases/message-contract'
import { leaderSummary, superviseCases } from '@yingshang/core/cases/summary-contract'
import { unitInbox } from '@yingshang/core/cases/unit-contract'
import { readsAllCases } from '@yingshang/core/cases/policy'
import { holds } from '@yingshang/core/kernel/actor'
import { unitRoles } from '@yingshang/core/kernel/own-unit'
import type { Services } from '../platform/capability.ts'
import { forbidden } from '../platform/http/failure.ts'
import { serve } from '../platform/http/register.ts'
import { sendWorkbook } from '../platform/http/send-workbook.ts'
import { ruleSetOfDivision } from '../rules/for-others.ts'
import { caseActionRoutes } from './action-routes.ts'
import { boardOf } from './board-view.ts'
import { circumstancesOf, rulesOf } from './circumstances.ts'
import { explainOne, knownClocks } from './clocks-view.ts'
import { caseHistoryOf } from './history-view.ts'
import { inboxOf } from './inbox-view.ts'
import { caseLedger } from './ledger-export.ts'
import { summaryForLeader } from './leader-summary.ts'
import { messagesOf, sendMessageTo } from './messages.ts'
import { namesOf } from './names.ts'
import { casePrintRoutes } from './print-routes.ts'
import { casePageOf, listsOf } from './page-view.ts'
import { queueOf } from './queue-view.ts'
import { supervisedCases } from './supervision-view.ts'
import { viewerOf } from './viewer.ts'

/** Cases: the office's board and queue, the case page, the units' inbox, and one route per command. */
export function caseRoutes(app: FastifyInstance, services: Services): void {
  const db = services.databases.app
  serve(app, contract.caseBoard, (call) => boardOf(db, viewerOf(services, call), call.query.campaignId))
  serve(app, contract.listCases, (call) => queueOf(db, viewerOf(services, call), call.query))
  serve(app, contract.exportCases, async (call) =>
    sendWorkbook(call.reply, await caseLedger(db, viewerOf(services, call), call.query)),
  )
  serve(app, contract.caseSettings, async (call) => {
    if (!readsAllCases(call.actor) && !holds(call.actor, unitRoles)) throw forbidden({ code: 'case.readers-only' })
    return listsOf(rulesOf(await ruleSetOfDivision(db, services.installation.division, call.businessDay)))
  })
  serve(app, superviseCases, (call) => supervisedCases(db, viewerOf(services, call), call.query))
  serve(app, leaderSummary, (call) => summaryForLeader(db, viewerOf(services, call), call.query))
  serve(app, unitInbox, (call) => inboxOf(services, call, call.query))
  serve(app, contract.casePage, (call) => casePageOf(services, call, call.params.caseId))
  serve(app, contract.caseHistory, (call) => caseHistoryOf(services, call, call.params.caseId, call.query))
  serve(app, contract.explainClock, async (call) => {
    const { caseId, clock } = call.params
    const { state, rules, calendar } = await circumstancesOf(services, call, caseId)
    const viewer = viewerOf(services, call)
    const units = state.file.rounds.at(-1)?.superseded.map((one) => one.unitId) ?? []
    const version = knownClocks(state).find((one) => one.clock === clock)?.deadline.calendarVersion
    const countedWith = version && (await services.calendars.version(version, state.file.facts.division))
    return explainOne(state, clock, viewer, await namesOf(db, { units }), rules, countedWith || calendar)
  })
  serve(app, caseMessages, (call) => messagesOf(services, call, call.params.caseId))
  serve(app, sendMessage, (call) => sendMessageTo(services, call, call.params.caseId, call.body.text))
  caseActionRoutes(app, services)
  casePrintRoutes(app, services)
}
