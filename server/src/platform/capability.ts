import type { FastifyInstance } from 'fastify'
import type { KeptVersion } from '@yingshang/core/calendar/kept-version'
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
  /** The work calendar in force in the installation's division; the same as `calendars.current()`. */
  calendar(): WorkCalendar
  readonly calendars: Calendars
}

/** The kept versions of the work calendar. */
export interface Calendars {
  /** The version in force, with the local days of every division. */
  readonly inForce: KeptVersion
  /** The calendar in force in a division; without one, in the installation's. */
  current(division?: string): WorkCalendar
  /** The calendar a deadline was counted with, by the id it names; undefined when that version was never kept here. */
  version(id: string, division?: string): Promise<WorkCalendar | undefined>
  /** Asks for a newer version when the last question is more than a second old; undefined when there is nothing to wait for. */
  fresh(): Promise<void> | undefined
  /** Asks now; makes the first version in a database that has none. */
  look(): Promise<void>
}

/** A capability adds its routes (and pages) to the server. */
export type Capability = (app: FastifyInstance, services: Services) => void
