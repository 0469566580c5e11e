import type { FastifyInstance } from 'fastify'
import { buildWorkCalendar } from '@yingshang/core/kernel/work-calendar'
import { shippedCalendarVersion } from '@yingshang/core/kernel/work-calendar-notices'
import { signInLinks } from './platform/auth/sign-in-link.ts'
import { readInstallation, systemClock, type Clock, type Installation } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import { bringUpDatabase } from './platform/database/bring-up.ts'
import { migrate } from './platform/database/migrate.ts'
import { openDatabases } from './platform/database/pools.ts'
import { serveDesk } from './platform/http/desk-files.ts'
import { openApiRoute } from './platform/http/open-api.ts'
import { makeHttp } from './platform/http/server.ts'
import { readSessions } from './platform/http/session.ts'
import { fileRoutes } from './platform/files/routes.ts'
import { startDaily, type Daily, type DailyScan } from './platform/jobs/daily.ts'
import { startJobs, type JobHandler, type Jobs } from './platform/jobs/runner.ts'
import { readOrMakeKeys } from './platform/keys.ts'
import { makeLog, type Log } from './platform/log.ts'
import type { Services } from './platform/capability.ts'
import { serverCertificate, type ServerCertificate } from './platform/tls/certificates.ts'
import { stampInstallation } from './platform/stamp.ts'
import { publicPages } from './plans/pages.ts'
import { planRoutes } from './plans/routes.ts'
import { runDailyTaskScan } from './tasks/daily-scan.ts'
import { mayReadTaskFile } from './tasks/file-access.ts'
import { taskRoutes } from './tasks/routes.ts'
import { unitRoutes } from './units/routes.ts'

export interface Product {
  readonly url: string
  readonly services: Services
  readonly http: FastifyInstance
  readonly jobs: Jobs
  readonly daily: Daily
  stop(): Promise<void>
}

export interface StartOptions {
  readonly clock?: Clock
  readonly log?: Log
  /** Called before the server opens; looks itself whether there is anything left to prepare. */
  readonly prepare?: (services: Services) => Promise<void>
}

/** Database, migrations, stamp, capabilities, HTTP: the whole product, in the order it comes up. */
export async function startProduct(config: Config, options: StartOptions = {}): Promise<Product> {
  const clock = options.clock ?? systemClock
  const log = options.log ?? makeLog((line) => process.stdout.write(`${line}\n`), clock.now)
  const keys = readOrMakeKeys(config.dataFolder)
  const { urls, embedded } = await bringUpDatabase(config, keys, (line) => log.line('database', { line }))
  await migrate(urls.owner)
  const databases = openDatabases(urls, (message) => log.line('database', { message }))
  await stampInstallation(databases.owner, config.mode, clock)
  const installation = (await readInstallation(databases.app)) as Installation
  const workCalendar = buildWorkCalendar(shippedCalendarVersion)
  const services: Services = { config, keys, databases, clock, log, installation, calendar: () => workCalendar }
  await options.prepare?.(services)

  const jobs = await startJobs(databases.owner, jobHandlers(services), log)
  const daily = startDaily(databases, clock, dailyScans(services), log)
  const certificate = config.tls ? await serverCertificate(config.dataFolder, config.names, clock) : undefined
  const http = await makeApp(services, daily, jobs, certificate)
  await serveDesk(http)
  await http.listen({ host: config.host, port: config.port })
  void daily.catchUp()
  const address = http.server.address() as { port: number }
  return {
    url: `${config.tls ? 'https' : 'http'}://${config.names[0] ?? 'localhost'}:${address.port}`,
    services,
    http,
    jobs,
    daily,
    async stop() {
      await http.close()
      daily.stop()
      await jobs.stop()
      await databases.close()
      await embedded?.stop()
    },
  }
}

/** The HTTP application without a port: every route of every capability. Tests use it as it is. */
export async function makeApp(
  services: Services,
  daily: Daily,
  jobs: Pick<Jobs, 'poke'>,
  https?: ServerCertificate,
): Promise<FastifyInstance> {
  const http = await makeHttp({ log: services.log, https })
  readSessions(http, services.databases.app, services.clock)
  // After a write the outbox is looked at soon; other instances' rows are found by polling.
  http.addHook('onResponse', async (request) => {
    if (request.method !== 'GET') jobs.poke()
  })
  await wire(http, services, daily)
  return http
}

/** Every capability adds its routes here, and nowhere else. */
async function wire(http: FastifyInstance, services: Services, daily: Daily): Promise<void> {
  http.get('/healthz', async () => ({ ok: true }))
  openApiRoute(http)
  await fileRoutes(http, services, [(actor, file) => mayReadTaskFile(services.databases.app, actor, file)])
  signInLinks(http, services)
  publicPages(http, services)
  unitRoutes(http, services)
  planRoutes(http, services, daily)
  taskRoutes(http, services)
}

/** Effects outside the database, by task name of the outbox. */
function jobHandlers(_services: Services): Record<string, JobHandler> {
  return {}
}

/** What happens once for every business day that is crossed. */
function dailyScans(services: Services): DailyScan[] {
  return [async (day) => void (await runDailyTaskScan(services, day))]
}
