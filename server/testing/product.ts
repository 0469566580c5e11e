import type { FastifyInstance } from 'fastify'
import { signInLinks } from '../src/platform/auth/sign-in-link.ts'
import type { Capability, Services } from '../src/platform/capability.ts'
import { readInstallation } from '../src/platform/clock.ts'
import { makeHttp } from '../src/platform/http/server.ts'
import { readSessions } from '../src/platform/http/session.ts'
import { makeLog } from '../src/platform/log.ts'
import { unitRoutes } from '../src/units/routes.ts'
import { cloneDatabase } from './database.ts'

export interface TestProduct {
  readonly services: Services
  readonly http: FastifyInstance
  /** The machine's clock of this product; tests move it. */
  readonly time: { now: number }
  /** Every line the product logged. */
  readonly logged: string[]
  stop(): Promise<void>
}

/** The product on a fresh database without a listening port: sign-in, units and people, and what a test adds. */
export async function startTestProduct(...capabilities: Capability[]): Promise<TestProduct> {
  const database = await cloneDatabase()
  const time = { now: Date.UTC(2022, 6, 4, 1) }
  const logged: string[] = []
  const clock = { now: () => time.now }
  const log = makeLog((line) => void logged.push(line), clock.now)
  const secret = '5e'.repeat(32)
  const services: Services = {
    config: {
      mode: 'trial',
      dataFolder: '',
      host: '',
      port: 0,
      urls: database.urls,
      names: [],
      tls: false,
      singleRole: false,
    },
    keys: { superuserPassword: '', ownerPassword: '', appPassword: '', vaultPassword: '', siteKey: secret },
    databases: database.databases,
    clock,
    log,
    installation: (await readInstallation(database.databases.app))!,
  }
  const http = await makeHttp({ log })
  readSessions(http, services.databases.app, clock)
  signInLinks(http, services)
  unitRoutes(http, services)
  for (const capability of capabilities) capability(http, services)
  await http.ready()
  return {
    services,
    http,
    time,
    logged,
    async stop() {
      await http.close()
      await database.drop()
    },
  }
}
