import { randomBytes, randomInt } from 'node:crypto'
import cookie from '@fastify/cookie'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Problem } from '@yingshang/core/kernel/problem'
import type { Log } from '../log.ts'
import { Failure } from './failure.ts'

export interface HttpOptions {
  readonly log: Log
  readonly https?: { readonly key: string; readonly cert: string }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Nonce of this page's scripts and style elements. */
    nonce: string
  }
}

/** The HTTP server with what every route needs: cookies, security headers, one failure format, request ids. */
export async function makeHttp(options: HttpOptions): Promise<FastifyInstance> {
  // A request that is not all there after five minutes gives its place to others.
  const common = { trustProxy: false, bodyLimit: 1_048_576, requestTimeout: 300_000, genReqId: requestIds() }
  const app = (options.https
    ? Fastify({ ...common, https: options.https })
    : Fastify(common)) as unknown as FastifyInstance
  z.config(z.locales.zhCN())
  app.decorate('servedContracts', [])
  readKeepableJson(app)
  await app.register(cookie)
  app.decorateRequest('nonce', '')
  app.addHook('onRequest', async (request, reply) => {
    if (!isData(request)) request.nonce = randomBytes(16).toString('base64')
    securityHeaders(request, reply, options.https !== undefined)
    refuseForeignWrites(request)
    if (request.url.includes('%00')) throw new Failure(400, { code: 'input.invalid' })
  })
  app.addHook('onResponse', async (request, reply) => {
    options.log.request(request, reply)
  })
  app.setErrorHandler((error: FastifyError | Failure, request, reply) =>
    answerFailure(error, request, reply, options.log),
  )
  app.setNotFoundHandler((_request, reply) => {
    void reply.code(404).type('application/problem+json').send(problem(404, 'page.not-found'))
  })
  return app
}

/** NUL, or one half of a surrogate pair without the other, as JSON escapes them. */
const unkeepable = /\\u0000|\\ud[89ab][\da-f]{2}(?!\\ud[c-f])|(?<!\\ud[89ab][\da-f]{2})\\ud[c-f]/i

/** PostgreSQL text holds Unicode without NUL; a body that brings anything else is refused before it is worked on. */
function readKeepableJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (unkeepable.test(body as string)) done(new Failure(400, { code: 'input.invalid' }))
    else void parse(request, body as string, done)
  })
}

/** Answers with data are never shown as a page: nothing may run in them, and they need no nonce. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

function isData(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/')
}

/** Ids that tell the log lines of one request together: a number after a word of chance per start. */
function requestIds(): () => string {
  const start = randomBytes(4).toString('hex')
  let count = 0
  return () => `${start}-${(++count).toString(36)}`
}

function securityHeaders(request: FastifyRequest, reply: FastifyReply, https: boolean): void {
  reply.headers({
    'content-security-policy': isData(request)
      ? dataPolicy
      : [
          "default-src 'none'",
          "connect-src 'self'",
          `script-src 'self' 'nonce-${request.nonce}'`,
          `style-src-elem 'self' 'nonce-${request.nonce}'`,
          "style-src-attr 'unsafe-inline'",
          "img-src 'self' data: blob:",
          "font-src 'self'",
          "form-action 'self'",
          "frame-ancestors 'none'",
          "base-uri 'none'",
          "manifest-src 'self'",
        ].join('; '),
    'x-content-type-options': 'nosniff',
    // Nothing leaves to other sites; with `no-referrer` a browser would send the portal's forms with the origin `null`.
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    'cache-control': 'no-store',
  })
  if (https) reply.header('strict-transport-security', 'max-age=31536000')
}

/** A write must come from our own pages: browsers send Origin with every POST; a foreign one is refused. */
function refuseForeignWrites(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const origin = request.headers.origin
  if (origin === undefined) return
  let host: string
  try {
    host = new URL(origin).host
  } catch {
    throw new Failure(403, { code: 'access.foreign-origin' })
  }
  if (host !== request.headers.host) throw new Failure(403, { code: 'access.foreign-origin' })
}

function answerFailure(error: FastifyError | Failure, request: FastifyRequest, reply: FastifyReply, log: Log): void {
  const send = (body: Problem) => void reply.code(body.status).type('application/problem+json').send(body)
  if (error instanceof Failure) {
    send(
      problem(error.status, error.refusal.code, {
        facts: error.refusal.facts,
        fields: error.fields && [...error.fields],
      }),
    )
    return
  }
  if (error.statusCode === 413) return send(problem(413, 'input.too-large'))
  if (error.statusCode !== undefined && error.statusCode < 500) return send(problem(error.statusCode, 'input.invalid'))
  const incident = String(randomInt(100_000, 1_000_000))
  log.incident(incident, request.id, error)
  send(problem(500, 'server.fault', { incident }))
}

export function problem(status: number, code: string, more: Partial<Problem> = {}): Problem {
  return { type: 'about:blank', status, title: code, code, ...more }
}
