import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { KeptCalendars } from '../src/calendar/for-others.ts'
import { openSession } from '../src/platform/auth/sessions.ts'
import type { Services } from '../src/platform/capability.ts'
import { readInstallation } from '../src/platform/clock.ts'
import { sessionCookie } from '../src/platform/http/session.ts'
import { makeLog } from '../src/platform/log.ts'
import { makeApp } from '../src/product.ts'
import type { TestDatabase } from './database.ts'

export interface TestApp {
  readonly http: FastifyInstance
  readonly services: Services
  /** Everything the program logged. */
  readonly lines: string[]
  /** Requests as a person: opens a session once and keeps it. */
  as(personId: string): Promise<Caller>
}

export interface Caller {
  get(path: string): Promise<Answer>
  post(path: string, body?: unknown, commandId?: string): Promise<Answer>
  upload(path: string, name: string, content: Buffer | string): Promise<Answer>
}

export interface Answer {
  readonly status: number
  readonly body: any
}

/** The whole application over a test database, without a port. */
export async function startTestApp(database: TestDatabase, now = Date.now()): Promise<TestApp> {
  const lines: string[] = []
  const clock = { now: () => now }
  const log = makeLog((line) => lines.push(line), clock.now)
  const installation = (await readInstallation(database.databases.app))!
  const config = {
    mode: 'trial' as const,
    division: '320724',
    dataFolder: '/nonexistent',
    host: '127.0.0.1',
    port: 0,
    urls: database.urls,
    names: [],
    tls: false,
    plainPort: undefined,
    singleRole: false,
  }
  const keys = {
    superuserPassword: '',
    ownerPassword: '',
    appPassword: '',
    vaultPassword: '',
    siteKey: '00'.repeat(32),
  }
  const calendars = new KeptCalendars(database.databases.app, clock, installation)
  await calendars.look()
  const services: Services = {
    config,
    keys,
    databases: database.databases,
    clock,
    log,
    installation,
    calendars,
    calendar: () => calendars.current(),
  }
  const http = await makeApp(services, { catchUp: async () => {}, stop: () => {} }, { poke: () => {} })
  return {
    http,
    services,
    lines,
    as: async (personId) =>
      caller(
        http,
        await openSession(database.databases.app, { personId, now, secondFactor: true, byLink: true, browser: '' }),
      ),
  }
}

function caller(http: FastifyInstance, token: string): Caller {
  const cookie = `${sessionCookie}=${token}`
  const read = (response: { statusCode: number; body: string; headers: Record<string, unknown> }): Answer => ({
    status: response.statusCode,
    body: String(response.headers['content-type'] ?? '').includes('json') ? JSON.parse(response.body) : response.body,
  })
  return {
    get: async (url) => read(await http.inject({ method: 'GET', url, headers: { cookie } })),
    post: async (url, body = {}, commandId = randomUUID()) =>
      read(
        await http.inject({
          method: 'POST',
          url,
          headers: { cookie, 'x-command-id': commandId },
          payload: body as object,
        }),
      ),
    upload: async (url, name, content) => {
      const mark = 'yingshang-test-boundary'
      const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
      const payload = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${mark}--\r\n`)])
      return read(
        await http.inject({
          method: 'POST',
          url,
          headers: { cookie, 'content-type': `multipart/form-data; boundary=${mark}` },
          payload,
        }),
      )
    },
  }
}
