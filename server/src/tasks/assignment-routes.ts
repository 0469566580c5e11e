import type { FastifyInstance } from 'fastify'
import * as contract from '@yingshang/core/tasks/assignment-contract'
import { explainPart, partReports } from '@yingshang/core/tasks/contract'
import type { Services } from '../platform/capability.ts'
import { serve } from '../platform/http/register.ts'
import type { Occasion } from '../platform/ledger/occasion.ts'
import { newId } from '../platform/ledger/record.ts'
import { confirmPart, passInside } from './act-on-family.ts'
import { changePartDate, giveToUnit, withdrawPart } from './change-part.ts'
import { actOnPart, type OwnCommand } from './act-on-part.ts'
import { partAlongside } from './circumstances.ts'
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

  const onPart: Parameters<typeof serve>[3] = { alongside: partAlongside }
  type PartCall = Occasion & { readonly params: { readonly assignmentId: string }; readonly alongside: unknown }
  const act = (call: PartCall, command: OwnCommand) =>
    actOnPart(db, call, call.params.assignmentId, command, call.alongside)

  serve(app, contract.sign, (call) => act(call, { type: 'sign' }), onPart)
  serve(
    app,
    contract.report,
    (call) => act(call, { type: 'report', report: { ...call.body, reportId: newId(call.now) } }),
    onPart,
  )
  serve(app, contract.draft, (call) => act(call, { type: 'draft', result: call.body }), onPart)
  serve(
    app,
    contract.sendDraftBack,
    (call) => act(call, { type: 'sendDraftBack', reason: call.body.reason }),
    onPart,
  )
  serve(app, contract.handIn, (call) => act(call, { type: 'handIn', result: call.body.result }), onPart)
  serve(app, contract.accept, (call) => act(call, { type: 'accept' }), onPart)
  serve(app, contract.returnPart, (call) => act(call, { type: 'return', reason: call.body.reason }), onPart)
  serve(
    app,
    contract.namePersons,
    (call) => act(call, { type: 'namePersons', personIds: call.body.personIds }),
    onPart,
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
