import type { FastifyInstance } from 'fastify'
import * as contract from '@yingshang/core/tasks/contract'
import { overview } from '@yingshang/core/tasks/overview-contract'
import * as requests from '@yingshang/core/tasks/change-request-contract'
import * as runs from '@yingshang/core/tasks/reporting-run-contract'
import type { Services } from '../platform/capability.ts'
import type { Occasion } from '../platform/ledger/decide.ts'
import { serve } from '../platform/http/register.ts'
import { sendWorkbook } from '../platform/http/send-workbook.ts'
import { addPart, changeTaskDate, nameLead, withdrawTask } from './act-on-task.ts'
import { assignmentRoutes } from './assignment-routes.ts'
import { facetsOf } from './facets-view.ts'
import { historyOf } from './history-view.ts'
import { ledgerWorkbook } from './ledger-export.ts'
import { ledgerPage } from './ledger-view.ts'
import { campaignOverview } from './overview-view.ts'
import { demandReadable, readableRoots, takesPartSql } from './reading.ts'
import { answerRequest } from './requests.ts'
import { showRequests } from './request-view.ts'
import { closeReportingRun, openReportingRun, remindReportingRun } from './runs.ts'
import { runPageOf, runsOf, runWorkbook } from './run-view.ts'
import { taskPageOf } from './task-view.ts'
import { viewerOf } from './viewer.ts'

/** Tasks, each unit's part in them, requests to change them, and reporting runs. */
export function taskRoutes(app: FastifyInstance, services: Services): void {
  ledgerRoutes(app, services)
  assignmentRoutes(app, services)
  requestRoutes(app, services)
  runRoutes(app, services)
}

function ledgerRoutes(app: FastifyInstance, services: Services): void {
  const db = services.databases.app
  serve(app, contract.listTasks, (call) => ledgerPage(db, viewerOf(services, call), call.query))
  serve(app, contract.exportTasks, async (call) =>
    sendWorkbook(call.reply, await ledgerWorkbook(db, viewerOf(services, call), call.query)),
  )
  serve(app, contract.taskFacets, (call) => facetsOf(db, call.actor, call.query.campaignId, call.businessDay))
  serve(app, overview, (call) => campaignOverview(db, viewerOf(services, call), call.params.campaignId))
  serve(app, contract.taskPage, (call) => taskPageOf(db, viewerOf(services, call), call.params.taskId))
  serve(app, contract.taskHistory, async (call) => {
    await demandReadable(db, call.actor, call.params.taskId)
    return historyOf(db, call.actor, call.params.taskId, call.query)
  })
  serve(app, contract.changeTaskDate, (call) =>
    changeTaskDate(db, services.calendar(), call, call.params.taskId, call.body),
  )
  serve(app, contract.nameLead, (call) => nameLead(db, services.calendar(), call, call.params.taskId, call.body))
  serve(app, contract.addPart, (call) => addPart(db, services.calendar(), call, call.params.taskId, call.body))
  serve(app, contract.withdrawTask, (call) =>
    withdrawTask(db, services.calendar(), call, call.params.taskId, call.body.reason),
  )
}

function requestRoutes(app: FastifyInstance, services: Services): void {
  const db = services.databases.app
  const answer = (call: Occasion, id: string, command: Parameters<typeof answerRequest>[4]) =>
    answerRequest(db, services.calendar(), call, id, command)
  serve(app, requests.listRequests, async (call) => {
    const { campaignId, status, page } = call.query
    const roots = readableRoots(call.actor)
    const values: unknown[] = [campaignId, status ?? null, ...(roots === null ? [] : [roots])]
    const mine = roots === null ? '' : ` and ${takesPartSql('$3')}`
    const found = await showRequests(db, viewerOf(services, call), {
      text: `q.campaign_id = $1 and ($2::text is null or q.status = $2)${mine}`,
      values,
      limit: 51,
      offset: (page - 1) * 50,
    })
    return { requests: found.slice(0, 50), page, more: found.length > 50 }
  })
  serve(app, requests.approveRequest, (call) =>
    answer(call, call.params.requestId, { type: 'approve', note: call.body.note }),
  )
  serve(app, requests.refuseRequest, (call) =>
    answer(call, call.params.requestId, { type: 'refuse', reason: call.body.reason }),
  )
  serve(app, requests.takeBackRequest, (call) => answer(call, call.params.requestId, { type: 'takeBack' }))
}

function runRoutes(app: FastifyInstance, services: Services): void {
  const db = services.databases.app
  const { division } = services.installation
  serve(app, runs.listRuns, (call) => runsOf(db, viewerOf(services, call), call.query.campaignId))
  serve(app, runs.openRun, (call) => openReportingRun(db, call, division, call.body))
  serve(app, runs.runPage, (call) => runPageOf(db, viewerOf(services, call), call.params.runId, call.query))
  serve(app, runs.exportRun, async (call) =>
    sendWorkbook(call.reply, await runWorkbook(db, viewerOf(services, call), call.params.runId)),
  )
  serve(app, runs.remindRun, (call) => remindReportingRun(db, call, call.params.runId))
  serve(app, runs.closeRun, (call) => closeReportingRun(db, call, call.params.runId))
}
