import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import staticFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { PlainFailure } from '../plain-failure.ts'

const dist = fileURLToPath(new URL('../../../../web/dist/', import.meta.url))

/** Serves the built desk: hashed files for a year, the page itself with this request's nonce. */
export async function serveDesk(app: FastifyInstance): Promise<void> {
  if (!existsSync(`${dist}desk.html`))
    throw new PlainFailure('desk.not-built', '工作台页面还没有生成，请用 npm start 启动（会自动生成）')
  const page = readFileSync(`${dist}desk.html`, 'utf8')
  await app.register(staticFiles, {
    root: `${dist}assets`,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    cacheControl: true,
  })
  const send = async (request: { nonce: string }, reply: { type(t: string): { send(b: string): unknown } }) =>
    reply.type('text/html; charset=utf-8').send(page.replaceAll('__NONCE__', request.nonce))
  const portalStyles = readFileSync(`${dist}portal.css`, 'utf8')
  app.get('/portal.css', async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=300').send(portalStyles),
  )
  const portalScript = readFileSync(`${dist}portal.js`, 'utf8')
  app.get('/portal.js', async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'public, max-age=300').send(portalScript),
  )
  app.get('/desk', async (_request, reply) => reply.redirect('/desk/'))
  app.get('/desk/*', send)
}
