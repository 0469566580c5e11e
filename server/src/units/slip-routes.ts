import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Role } from '@yingshang/core/kernel/actor'
import { mayIssueSlip } from '@yingshang/core/units/policy'
import { issueSlips } from '@yingshang/core/units/roster-contract'
import { afterIssuing, codeOf, slipRows } from '../platform/auth/activation.ts'
import { note } from '../platform/auth/occurrences.ts'
import type { Services } from '../platform/capability.ts'
import { Failure, forbidden, notFound, refused, signedOut } from '../platform/http/failure.ts'
import { serve } from '../platform/http/register.ts'
import { decideAndRecord } from '../platform/ledger/decide-and-record.ts'
import { draftPeople } from './people-draft.ts'
import { slipPage } from './slip-page.ts'

const printMinutes = 15

/** Activation slips: issued (which is also the reset in person) and printed by the one who issued them. */
export function slipRoutes(app: FastifyInstance, services: Services): void {
  const db = services.databases.app

  serve(app, issueSlips, async (call) => {
    const ids = [...new Set(call.body.personIds)]
    const people = await db.query<{ id: string; active: boolean; activated: boolean; roles: Role[] }>(
      `select p.id, p.active, c.password_hash is not null or coalesce(array_length(c.earlier_hashes, 1), 0) > 0 as activated,
         coalesce((select array_agg(distinct t.role) from app.post t
           where t.person_id = p.id and not t.cancelled and (t.until_day is null or t.until_day >= $2)), '{}') as roles
       from app.person p left join access.credential c on c.person_id = p.id where p.id = any($1::uuid[]) order by p.sign_in_name`,
      [ids, call.businessDay],
    )
    if (people.rows.length !== ids.length) throw notFound('person')
    for (const person of people.rows) {
      const no = mayIssueSlip(call.actor, { personId: person.id, roles: person.roles })
      if (no) throw forbidden(no)
      if (!person.active) throw refused({ code: 'person.left' })
    }
    const issued = await decideAndRecord(db, call, async () => {
      const wishes = people.rows.map((person) => ({ personId: person.id, reset: person.activated }))
      const slips = slipRows(services.keys.siteKey, wishes, call.actor.personId, call.now)
      const draft = draftPeople(db)
      for (const { personId, reset } of wishes)
        await draft.apply(personId, { type: 'issueSlip', reset, expiresAt: slips.expiresAt })
      const { batchId, expiresAt } = slips
      return { changes: draft.changes(), attachments: slips.attachments, result: { batchId, expiresAt } }
    })
    // Also after a repeated command: ending what was replaced twice changes nothing.
    await afterIssuing(db, services.keys.siteKey, ids, issued.batchId, call.body.forgetSecondFactor, call.now)
    for (const person of people.rows)
      if (person.activated) await note(db, 'reset', person.id, call.now, call.actor.personId)
    return { ...issued, printPath: `/print/activation-slips/${issued.batchId}`, slips: ids.length }
  })

  app.get<{ Params: { batchId: string } }>('/print/activation-slips/:batchId', async (request, reply) => {
    const { session } = request
    if (!session) throw request.owing?.debt ? forbidden({ code: request.owing.debt }) : signedOut()
    if (!z.uuid().safeParse(request.params.batchId).success) throw notFound('slips')
    const found = await db.query<{
      id: string
      name: string
      unit: string
      sign_in_name: string
      reset: boolean
      expires_at: Date
    }>(
      `select a.id, d.name, u.short_name as unit, p.sign_in_name, a.reset, a.expires_at
       from access.activation a join app.person p on p.id = a.person_id join app.person_details d on d.person_id = p.id
         join app.unit u on u.id = p.home_unit_id
       where a.batch = $1 and a.made_by = $2 and a.made_at > $3 and a.used_at is null and a.expires_at > $4 order by u.sort_order, p.sign_in_name`,
      [
        request.params.batchId,
        session.actor.personId,
        new Date(session.now - printMinutes * 60_000),
        new Date(session.now),
      ],
    )
    if (found.rows.length === 0) throw new Failure(409, { code: 'access.slip-expired' })
    const address = `${services.config.tls ? 'https' : 'http'}://${request.host}/desk/activate`
    const slips = found.rows.map((row) => ({
      name: row.name,
      unitName: row.unit,
      signInName: row.sign_in_name,
      reset: row.reset,
      code: codeOf(services.keys.siteKey, row.id),
      expiresAt: row.expires_at.getTime(),
    }))
    return reply.type('text/html; charset=utf-8').send(slipPage(slips, address, request.nonce))
  })
}
