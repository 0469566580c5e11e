import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { printedForms } from '@yingshang/core/cases/printed-forms'
import type { Services } from '../platform/capability.ts'
import { forbidden, notFound, signedOut } from '../platform/http/failure.ts'
import { casePageOf } from './page-view.ts'
import { formPage } from './printed-form.ts'

const params = z.object({ caseId: z.uuid(), form: z.enum(printedForms) })

/** Papers of a case as pages to print, for whoever reads the case. */
export function casePrintRoutes(app: FastifyInstance, services: Services): void {
  app.get('/print/cases/:caseId/:form', async (request, reply) => {
    const { session } = request
    if (!session) throw request.owing?.debt ? forbidden({ code: request.owing.debt }) : signedOut()
    const asked = params.safeParse(request.params)
    if (!asked.success) throw notFound('case')
    const { caseId, form } = asked.data
    const page = await casePageOf(services, session, caseId)
    if (!page.forms.includes(form)) throw notFound('case')
    const frame = { office: await officeName(services), printedOn: session.businessDay, nonce: request.nonce }
    return reply.type('text/html; charset=utf-8').send(formPage(form, page, frame))
  })
}

/** The office's own name stands over its papers. */
async function officeName(services: Services): Promise<string> {
  const found = await services.databases.app.query<{ name: string }>({
    name: 'cases:office-name',
    text: `select name from app.unit where division = $1 and kind = 'coordinationOffice' and active order by sort_order limit 1`,
    values: [services.installation.division],
  })
  return found.rows[0]?.name ?? ''
}
