import type { FastifyInstance } from 'fastify'
import type { Services } from '../platform/capability.ts'
import { accessRoutes } from './access-routes.ts'
import { sessionRoutes } from './session-routes.ts'

/** Units, people and how they get in. */
export function unitRoutes(app: FastifyInstance, services: Services): void {
  sessionRoutes(app, services)
  accessRoutes(app, services)
}
