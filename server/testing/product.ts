import type { FastifyInstance } from 'fastify'
import { KeptCalendars } from '../src/calendar/for-others.ts'
import type { Services } from '../src/platform/capability.ts'
import { readInstallation } from '../src/platform/clock.ts'
import { makeLog } from '../src/platform/log.ts'
import { makeApp, type StartOptions } from '../src/product.ts'
import { cloneDatabase } from './database.ts'

export interface TestProduct {
  readonly services: Services
  readonly http: FastifyInstance
  /** The machine's clock of this product; tests move it. */
  readonly time: { now: number }
  /** Every line the product logged. */
  readonly logged: string[]
  /** Every address that was asked for, and every answer of 400 and above as it was sent. */
  readonly asked: string[]
  readonly failed: string[]
  stop(): Promise<void>
}

/** The product on a fresh database without a listening port: with a clock that tests move. */
export async function startTestProduct(options: Pick<StartOptions, 'prepare'> = {}): Promise<TestProduct> {
  const database = await cloneDatabase()
  const time = { now: Date.UTC(2022, 6, 4, 1) }
  const logged: string[] = []
  const clock = { now: () => time.now }
  const log = makeLog((line) => void logged.push(line), clock.now)
  const secret = '5e'.repeat(32)
  const installation = (await readInstallation(database.databases.app))!
  const calendars = new KeptCalendars(database.databases.app, clock, installation)
  await calendars.look()
  const services: Services = {
    config: {
      mode: 'trial',
      division: '320724',
      dataFolder: '',
      host: '',
      port: 0,
      urls: database.urls,
      names: [],
      tls: false,
      plainPort: undefined,
      singleRole: false,
    },
    keys: { superuserPassword: '', ownerPassword: '', appPassword: '', vaultPassword: '', siteKey: secret },
    databases: database.databases,
    clock,
    log,
    calendars,
    calendar: () => calendars.current(),
    installation,
  }
  const http = await makeApp(services, { catchUp: async () => {}, stop: () => {} }, { poke: () => {} }, options)
  const asked: string[] = []
  const failed: string[] = []
  http.addHook('onSend', async (request, reply, payload) => {
    asked.push(request.url)
    if (reply.statusCode >= 400) failed.push(String(payload))
    return payload
  })
  await http.ready()
  return {
    services,
    http,
    time,
    logged,
    asked,
    failed,
    async stop() {
      await http.close()
      await database.drop()
    },
  }
}
