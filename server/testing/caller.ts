import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { openSession } from '../src/platform/auth/sessions.ts'
import { sessionCookie } from '../src/platform/http/session.ts'
import type { TestProduct } from './product.ts'

export interface Reply {
  readonly status: number
  readonly body: any
  readonly text: string
  readonly bytes: Buffer
}

/** A browser: keeps the session cookie it is given, from one address. */
export interface Browser {
  cookie: string | undefined
  get(path: string): Promise<Reply>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>
  send(method: 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Reply>
}

export function browser(http: FastifyInstance, address = '10.0.0.1'): Browser {
  const self: Browser = {
    cookie: undefined,
    get: (path) => ask('GET', path),
    post: (path, body = {}, headers = {}) => ask('POST', path, body, headers),
    send: (method, path, body) => ask(method, path, body),
  }
  async function ask(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const response = await http.inject({
      method,
      url,
      remoteAddress: address,
      headers: { ...(method === 'GET' ? {} : { 'x-command-id': randomUUID() }), ...headers },
      ...(self.cookie ? { cookies: { [sessionCookie]: self.cookie } } : {}),
      ...(body === undefined ? {} : { payload: body as object }),
    })
    const given = response.cookies.find((one) => one.name === sessionCookie)
    if (given) self.cookie = given.value === '' ? undefined : given.value
    const json = String(response.headers['content-type'] ?? '').includes('json')
    return {
      status: response.statusCode,
      body: json ? response.json() : undefined,
      text: response.body,
      bytes: response.rawPayload,
    }
  }
  return self
}

/** The id of a sample person by their name, for instance 县政务办联络员1. */
export async function personId(product: TestProduct, name: string): Promise<string> {
  const found = await product.services.databases.app.query<{ person_id: string }>(
    'select person_id from app.person_details where name = $1',
    [name],
  )
  if (found.rows.length !== 1) throw new Error(`not exactly one person is called ${name}`)
  return found.rows[0]!.person_id
}

/** A browser in which a sample person is signed in the way a trial link signs in. */
export async function signedIn(product: TestProduct, name: string): Promise<Browser> {
  const one = browser(product.http)
  const person = await personId(product, name)
  const { databases } = product.services
  one.cookie = await openSession(databases.app, {
    personId: person,
    now: product.time.now,
    secondFactor: false,
    byLink: true,
    browser: '',
  })
  return one
}

export async function unitId(product: TestProduct, shortName: string): Promise<string> {
  const found = await product.services.databases.app.query<{ id: string }>(
    'select id from app.unit where short_name = $1',
    [shortName],
  )
  return found.rows[0]!.id
}
