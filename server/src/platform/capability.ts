import type { FastifyInstance } from 'fastify'
import type { WorkCalendar } from '@yingshang/core/kernel/work-calendar'
import type { Clock, Installation } from './clock.ts'
import type { Config } from './config.ts'
import type { Databases } from './database/pools.ts'
import type { Keys } from './keys.ts'
import type { Log } from './log.ts'

/** What a capability is given when it is wired: nothing is global. */
export interface Services {
  readonly config: Config
  readonly keys: Keys
  readonly databases: Databases
  readonly clock: Clock
  readonly log: Log
  readonly installation: Installation
  /** The work calendar in force. */
  calendar(): WorkCalendar
}

/** A capability adds its routes (and pages) to the server. */
export type Capability = (app: FastifyInstance, services: Services) => void
