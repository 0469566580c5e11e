import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { mayImportRoster } from '@yingshang/core/units/policy'
import { checkRoster, importRoster, rosterTemplate } from '@yingshang/core/units/roster-contract'
import type { Services } from '../platform/capability.ts'
import { Failure, forbidden, refused } from '../platform/http/failure.ts'
import { serve, type Call } from '../platform/http/register.ts'
import { decideAndRecord } from '../platform/ledger/decide-and-record.ts'
import { planRoster, type RosterPlan } from './roster-import.ts'
import { readRoster } from './roster-reading.ts'
import { rosterTemplateWorkbook } from './roster-template.ts'
import { listUnits } from './unit-views.ts'

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const largestWorkbook = 2 * 1024 * 1024

/** The roster by workbook: template, dry run, import. */
export function rosterRoutes(app: FastifyInstance, services: Services): void {
  const db = services.databases.app
  const requireImporter = (call: Pick<Call, 'actor'>) => {
    const no = mayImportRoster(call.actor)
    if (no) throw forbidden(no)
  }

  serve(app, rosterTemplate, async (call) => {
    requireImporter(call)
    const workbook = await rosterTemplateWorkbook(await listUnits(db, call.businessDay, false))
    void call.reply
      .type(workbookType)
      .header(
        'content-disposition',
        `attachment; filename="roster.xlsx"; filename*=UTF-8''${encodeURIComponent('人员名册模板.xlsx')}`,
      )
      .send(workbook)
  })

  void app.register(async (scope) => {
    scope.addContentTypeParser(
      [workbookType, 'application/octet-stream'],
      { parseAs: 'buffer', bodyLimit: largestWorkbook },
      (_request, body, done) => done(null, body),
    )

    serve(scope, checkRoster, async (call) => {
      requireImporter(call)
      const bytes = bytesOf(call)
      const plan = await planRoster(db, await readRoster(bytes), call)
      return { ...counted(plan), digest: digestOf(bytes) }
    })

    serve(scope, importRoster, async (call) => {
      requireImporter(call)
      const bytes = bytesOf(call)
      if (digestOf(bytes) !== call.query.digest) throw refused({ code: 'roster.other-file' })
      const sheet = await readRoster(bytes)
      return decideAndRecord(
        db,
        call,
        async () => {
          let plan = await planRoster(db, sheet, call)
          const faults = plan.faults
          if (faults.length > 0) {
            if (call.query.faulty === 'refuse')
              throw refused({ code: 'roster.has-faults', facts: { faults: faults.length } })
            const faulty = new Set(faults.map((fault) => fault.row))
            plan = await planRoster(
              db,
              sheet.filter((cells) => !faulty.has(cells.row)),
              call,
            )
          }
          const people = plan.draft.changes()
          const changes = people.length === 0 ? [] : [...people, ...plan.guards]
          const result = { ...counted(plan), rows: sheet.length, faults, personIds: plan.personIds }
          return { changes, attachments: plan.draft.attachments(), result }
        },
        { retry: ['person_sign_in_name'] },
      )
    })
  })
}

function counted(plan: RosterPlan) {
  const { rows, newPeople, newPosts, corrected, unchanged } = plan
  const faults = plan.faults.map(({ choices, ...fault }) => (choices ? { ...fault, choices: [...choices] } : fault))
  return { rows, newPeople, newPosts, corrected, unchanged, faults }
}

function bytesOf(call: Pick<Call, 'request'>): Buffer {
  const { body } = call.request
  if (Buffer.isBuffer(body) && body.length > 0) return body
  throw new Failure(400, { code: 'roster.file-missing' })
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
