import type { FastifyInstance } from 'fastify'
import * as contract from '@yingshang/core/tasks/assignment-contract'
import { explainPart, partReports } from '@yingshang/core/tasks/contract'
import type { Services } from '../platform/capability.ts'
import { serve } from '../platform/http/register.ts'
import { newId } from '../platform/ledger/record.ts'
import { confirmPart, passInside } from './act-on-family.ts'
import { changePartDate, giveToUnit, withdrawPart } from './change-part.ts'
import { actOnPart } from './act-on-part.ts'
import { moveAssignments } from './move-parts.ts'
import { myUnitOf, waitingOf } from './my-unit-view.ts'
import { explainPartOf, reportsOf } from './part-view.ts'
import { demandReadablePart } from './reading.ts'
import { askChange } from './requests.ts'
import { viewerOf } from './viewer.ts'

/** What units and the office do with a part, and what they see of it. */
export function assignmentRoutes(app: FastifyInstance, services: Services): void {
  const db = services.databases.app
  const calendar = () => services.calendar()

  serve(app, contract.sign, (call) => actOnPart(db, call, call.params.assignmentId, { type: 'sign' }))
  serve(app, contract.report, (call) => {
    const report = { ...call.body, reportId: newId(call.now) }
    return actOnPart(db, call, call.params.assignmentId, { type: 'report', report })
  })
  serve(app, contract.draft, (call) =>
    actOnPart(db, call, call.params.assignmentId, { type: 'draft', result: call.body }),
  )
  serve(app, contract.sendDraftBack, (call) =>
    actOnPart(db, call, call.params.assignmentId, { type: 'sendDraftBack', reason: call.body.reason }),
  )
  serve(app, contract.handIn, (call) =>
    actOnPart(db, call, call.params.assignmentId, { type: 'handIn', result: call.body.result }),
  )
  serve(app, contract.accept, (call) => actOnPart(db, call, call.params.assignmentId, { type: 'accept' }))
  serve(app, contract.returnPart, (call) =>
    actOnPart(db, call, call.params.assignmentId, { type: 'return', reason: call.body.reason }),
  )
  serve(app, contract.namePersons, (call) =>
    actOnPart(db, call, call.params.assignmentId, { type: 'namePersons', personIds: call.body.personIds }),
  )
  serve(app, contract.confirm, (call) => confirmPart(db, calendar(), call, call.params.assignmentId, call.body.outcome))
  serve(app, contract.pass, (call) => passInside(db, calendar(), call, call.params.assignmentId, call.body))
  serve(app, contract.askChange, (call) => askChange(db, calendar(), call, call.params.assignmentId, call.body))
  serve(app, contract.changeDate, (call) => changePartDate(db, calendar(), call, call.params.assignmentId, call.body))
  serve(app, contract.handToUnit, (call) => giveToUnit(db, calendar(), call, call.params.assignmentId, call.body))
  serve(app, contract.withdrawPart, (call) =>
    withdrawPart(db, calendar(), call, call.params.assignmentId, call.body.reason),
  )
  serve(app, contract.moveParts, (call) => moveAssignments(db, call, call.body))

  serve(app, contract.myUnit, (call) => myUnitOf(db, viewerOf(services, call), call.query))
  serve(app, contract.waitingForOffice, (call) => waitingOf(db, viewerOf(services, call), call.query.campaignId))
  serve(app, partReports, async (call) => {
    await demandReadablePart(db, call.actor, call.params.assignmentId)
    return reportsOf(db, call.params.assignmentId)
  })
  serve(app, explainPart, async (call) => {
    await demandReadablePart(db, call.actor, call.params.assignmentId)
    return explainPartOf(db, viewerOf(services, call), services.calendars, call.params.assignmentId)
  })
}
