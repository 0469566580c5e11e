import type { FastifyInstance } from 'fastify'
import { KeptCalendars } from './calendar/for-others.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { signInLinks } from './platform/auth/sign-in-link.ts'
import { migrateSafely } from './platform/backup/before-migration.ts'
import { readInstallation, systemClock, type Clock, type Installation } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import { bringUpDatabase } from './platform/database/bring-up.ts'
import { openDatabases } from './platform/database/pools.ts'
import { testProtection } from './platform/database/self-test.ts'
import { fillTrialOnce } from './platform/database/trial.ts'
import { mayReadCaseFile } from './cases/case-files.ts'
import { caseDeadlines } from './cases/recounted-cases.ts'
import { runDailyCaseScan } from './cases/daily-scan.ts'
import { caseMoves, caseSubjects, openCasesOf } from './cases/for-others.ts'
import { casePages } from './cases/pages/pages.ts'
import { caseRoutes } from './cases/routes.ts'
import { serveDesk } from './platform/http/desk-files.ts'
import { openApiRoute } from './platform/http/open-api.ts'
import { hostInAddress, listen } from './platform/http/listen.ts'
import { pauseGate } from './platform/http/pause.ts'
import { makeHttp } from './platform/http/server.ts'
import { Traffic } from './platform/http/traffic.ts'
import { readSessions } from './platform/http/session.ts'
import { fileRoutes } from './platform/files/routes.ts'
import { startDaily, type Daily, type DailyScan } from './platform/jobs/daily.ts'
import { startJobs, type JobHandler, type Jobs } from './platform/jobs/runner.ts'
import { readOrMakeKeys } from './platform/keys.ts'
import { makeLog, type Log } from './platform/log.ts'
import type { Claim } from './platform/running.ts'
import type { Services } from './platform/capability.ts'
import { authorityRoutes, plainDoor } from './platform/tls/routes.ts'
import type { ServerCertificate } from './platform/tls/certificates.ts'
import { stampInstallation } from './platform/stamp.ts'
import { publicPages } from './plans/pages.ts'
import { planRoutes } from './plans/routes.ts'
import { runDailyTaskScan } from './tasks/daily-scan.ts'
import { mayReadTaskFile } from './tasks/file-access.ts'
import { assignmentMoves, openPartsOf, partDeadlines } from './tasks/for-others.ts'
import { taskRoutes } from './tasks/routes.ts'
import { addDemo } from './sample/demo/demo.ts'
import { trialReset } from './sample/reset.ts'
import { reminderJobs } from './reminders/address.ts'
import { startSending } from './reminders/deliver.ts'
import { reminderRoutes } from './reminders/routes.ts'
import { adoptRuleSets } from './rules/adopt.ts'
import { ruleRoutes } from './rules/routes.ts'
import { statusRoutes } from './status/routes.ts'
import { tipSubjects } from './supervision/for-others.ts'
import { tipPages } from './supervision/pages.ts'
import { tipRoutes } from './supervision/tip-routes.ts'
import { unitRoutes } from './units/routes.ts'
import { vaultScan } from './vault/erase.ts'
import { vaultRoutes } from './vault/routes.ts'

export interface Product {
  readonly url: string
  readonly services: Services
  readonly http: FastifyInstance
  readonly jobs: Jobs
  readonly daily: Daily
  readonly certificate: ServerCertificate | undefined
  stop(): Promise<void>
}

export interface StartOptions {
  readonly clock?: Clock
  readonly log?: Log
  /** Fills an empty trial; called before the server opens, and again by a reset. */
  readonly prepare?: ((services: Services) => Promise<void>) | undefined
  /** Trial only: fills a trial that nobody has used yet with a made half-year. */
  readonly demo?: Parameters<typeof addDemo>[2] | undefined
  /** The data folder as this process has it. */
  readonly claim?: Claim
  /** The embedded database is gone for good. */
  readonly lost?: () => void
}

/**
 * Database, migrations, stamp, capabilities, HTTP: the whole product, in the order it comes up. What was opened is
 * closed again in reverse, by `stop` or when a later step fails.
 */
export async function startProduct(config: Config, options: StartOptions = {}): Promise<Product> {
  const opened: (() => unknown)[] = []
  const stop = async () => {
    for (const close of opened.splice(0).toReversed()) await close()
  }
  try {
    return await bringUp(config, options, opened, stop)
  } catch (error) {
    await stop()
    throw error
  }
}

async function bringUp(
  config: Config,
  options: StartOptions,
  opened: (() => unknown)[],
  stop: () => Promise<void>,
): Promise<Product> {
  const clock = options.clock ?? systemClock
  const log = options.log ?? makeLog((line) => process.stdout.write(`${line}\n`), clock.now)
  const keys = readOrMakeKeys(config.dataFolder)
  const { urls, embedded } = await bringUpDatabase(config, keys, (line) => log.line('database', { line }), options.lost)
  opened.push(() => embedded?.stop())
  options.claim?.tell({ socket: embedded?.host })
  const { dataFolder, singleRole } = config
  const saved = await migrateSafely({ ownerUrl: urls.owner, dataFolder, keys, clock, singleRole })
  if (saved) log.line('saved-before-migration', { file: saved })
  const databases = openDatabases(urls, (message) => log.line('database', { message }))
  opened.push(() => databases.close())
  await stampInstallation(databases.owner, config, clock)
  const installation = (await readInstallation(databases.app)) as Installation
  const calendars = new KeptCalendars(databases.app, clock, installation)
  await calendars.look()
  const services: Services = {
    config,
    keys,
    databases,
    clock,
    log,
    installation,
    calendars,
    calendar: () => calendars.current(),
  }
  await adoptRuleSets(services)
  const { prepare } = options
  if (options.demo) await addDemo(services, dailyScans, options.demo)
  if (prepare) await fillTrialOnce(services, prepare)

  const traffic = new Traffic()
  const sending = startSending(services)
  opened.push(() => sending.stop())
  const handlers = jobHandlers(services, () => sending.soon())
  const jobs = await startJobs(databases.owner, handlers, log, embedded !== undefined, traffic.isBusy)
  opened.push(() => jobs.stop())
  const daily = startDaily(databases, clock, dailyScans(services), log)
  opened.push(() => daily.stop())
  // What makes certificates is large, and a plain trial needs none.
  const certificates = config.tls ? await import('./platform/tls/certificates.ts') : undefined
  const certificate = await certificates?.serverCertificate(config.dataFolder, config.names, clock)
  const http = await makeApp(services, daily, jobs, { certificate, prepare, traffic })
  opened.push(() => http.close())
  await serveDesk(http)
  await listen(http, config)
  const { port } = http.server.address() as { port: number }
  const door = await plainDoor(config, certificate?.authority, port, log)
  opened.push(() => door?.close())
  void daily.catchUp()
  // Beside the start: a fault is told in the log and on the status page, it does not keep the county waiting.
  void testProtection(urls).then(
    ({ level, faults }) => log.line('protection', { level, faults: faults.join('; ') }),
    (error: unknown) => log.incident('000000', 'protection', error),
  )
  const scheme = config.tls ? 'https' : 'http'
  const usual = config.tls ? 443 : 80
  const url = `${scheme}://${hostInAddress(config.names[0] ?? 'localhost')}${port === usual ? '' : `:${port}`}`
  options.claim?.tell({ url })
  return { url, services, http, jobs, daily, certificate, stop }
}

/** What only a running product has; tests of routes do without. */
interface Own {
  readonly certificate?: ServerCertificate | undefined
  readonly prepare?: StartOptions['prepare']
  readonly traffic?: Traffic
}

/** The HTTP application without a port: every route of every capability. Tests use it as it is. */
export async function makeApp(
  services: Services,
  daily: Daily,
  jobs: Pick<Jobs, 'poke'>,
  own: Own = {},
): Promise<FastifyInstance> {
  const http = await makeHttp({ log: services.log, https: own.certificate })
  own.traffic?.watch(http)
  const pause = pauseGate(http)
  authorityRoutes(http, own.certificate?.authority)
  readSessions(http, services.databases.app, services.clock)
  // After a write the outbox is looked at soon; other instances' rows are found by polling.
  http.addHook('onResponse', async (request) => {
    if (request.method !== 'GET') jobs.poke()
  })
  await wire(http, services, daily)
  if (own.prepare) trialReset(http, services, { prepare: own.prepare, pause, daily })
  return http
}

/** Every capability adds its routes here, and nowhere else. */
async function wire(http: FastifyInstance, services: Services, daily: Daily): Promise<void> {
  openApiRoute(http)
  await fileRoutes(http, services, [
    (actor, file) => mayReadTaskFile(services.databases.app, actor, file),
    (actor, file) => mayReadCaseFile(services.databases.app, actor, file),
  ])
  signInLinks(http, services)
  publicPages(http, services)
  calendarRoutes(http, services, [partDeadlines(services), caseDeadlines(services)])
  unitRoutes(http, services, {
    openItemsOf: async (db, person, unit) => [
      ...(await openPartsOf(db, person, unit)),
      ...(await openCasesOf(db, person, unit)),
    ],
    async mergeUnits(db, occasion, merger) {
      const tasks = await assignmentMoves(db, occasion, merger)
      const cases = await caseMoves(services, occasion, merger)
      return {
        changes: [...tasks.changes, ...cases.changes],
        attachments: tasks.attachments ?? [],
        outbox: [...(tasks.outbox ?? []), ...cases.outbox],
      }
    },
  })
  planRoutes(http, services, daily)
  ruleRoutes(http, services)
  taskRoutes(http, services)
  caseRoutes(http, services)
  casePages(http, services)
  reminderRoutes(http, services)
  statusRoutes(http, services)
  vaultRoutes(http, services, [caseSubjects(services), tipSubjects(services)])
  tipRoutes(http, services)
  tipPages(http, services)
}

/** Effects outside the database, by task name of the outbox. */
function jobHandlers(services: Services, told: () => void): Record<string, JobHandler> {
  return { ...reminderJobs(services, told) }
}

/** What happens once for every business day that is crossed. */
function dailyScans(services: Services): DailyScan[] {
  return [
    async (day) => {
      await services.calendars.fresh()
      await runDailyTaskScan(services, day)
      await runDailyCaseScan(services, day)
    },
    vaultScan(services, [caseSubjects(services), tipSubjects(services)]),
  ]
}
