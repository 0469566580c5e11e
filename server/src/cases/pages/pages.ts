import type { FastifyInstance } from 'fastify'
import type { Services } from '../../platform/capability.ts'
import { readPlainForms } from '../../platform/portal/form-body.ts'
import { vaultIntake } from '../../vault/for-others.ts'
import { importRoutes } from '../import-routes.ts'
import { registerRoute } from '../register-route.ts'
import { CaseRegister } from '../registering.ts'
import { receiptRoutes } from './receipt-route.ts'
import { sendRoutes, type Sendable } from './send-route.ts'

/** The ways in, and the portal's pages for who has something to report: sending it, and following it with the code. */
export function casePages(app: FastifyInstance, services: Services): void {
  readPlainForms(app)
  const parts: Sendable = { services, vault: vaultIntake(services), cases: new CaseRegister(services) }
  registerRoute(app, parts)
  importRoutes(app, parts)
  sendRoutes(app, parts)
  receiptRoutes(app, parts)
}
