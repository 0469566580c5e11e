import type { FastifyInstance } from 'fastify'
import type { Services } from '../platform/capability.ts'
import { accessRoutes } from './access-routes.ts'
import type { UnitLinks } from './links.ts'
import { peopleRoutes } from './people-routes.ts'
import { postRoutes } from './post-routes.ts'
import { rosterRoutes } from './roster-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { slipRoutes } from './slip-routes.ts'
import { taskForceRoutes } from './task-force-routes.ts'
import { treeRoutes } from './unit-routes.ts'

/** Units, people and how they get in. `links` are what they ask of other capabilities; `product.ts` hands them in. */
export function unitRoutes(app: FastifyInstance, services: Services, links: UnitLinks = {}): void {
  sessionRoutes(app, services)
  accessRoutes(app, services)
  treeRoutes(app, services, links)
  peopleRoutes(app, services)
  postRoutes(app, services, links)
  taskForceRoutes(app, services)
  rosterRoutes(app, services)
  slipRoutes(app, services)
}
