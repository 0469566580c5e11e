import type { FastifyInstance } from 'fastify'

/** Small forms without files, as every browser sends them: names and values, nothing nested. */
export function readPlainForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 16_384 },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
  )
}
