import type { FastifyInstance } from 'fastify'
import type { Services } from '../platform/capability.ts'
import { custodyRoutes } from './custody-routes.ts'
import { keyRoutes } from './key-routes.ts'
import { openingRoutes } from './opening-routes.ts'
import type { VaultSubjects } from './subject.ts'
import { UnlockedKeys } from './unlocked.ts'

/** `subjects`: cases and tips, each for its own submissions; a submission nobody knows opens for nobody. */
export function vaultRoutes(app: FastifyInstance, services: Services, subjects: readonly VaultSubjects[]): void {
  const unlocked = new UnlockedKeys()
  app.addHook('onClose', () => unlocked.closeAll())
  keyRoutes(app, services, unlocked)
  openingRoutes(app, { services, unlocked, subjects })
  custodyRoutes(app, { services, unlocked, subjects })
}
