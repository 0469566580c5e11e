import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import { hostInAddress } from '../http/listen.ts'
import { makeHttp } from '../http/server.ts'
import type { Log } from '../log.ts'
import { trustPage } from './trust-page.ts'

/** The authority's certificate and how to trust it; nothing with an uploaded certificate, which needs no help. */
export function authorityRoutes(http: FastifyInstance, authority: string | undefined): void {
  if (authority === undefined) return
  http.get('/authority.crt', async (_request, reply) =>
    reply
      .type('application/x-x509-ca-cert')
      .header('content-disposition', 'attachment; filename="yingshang-authority.crt"')
      .send(authority),
  )
  http.get('/trust', async (_request, reply) => reply.type('text/html; charset=utf-8').send(trustPage(authority)))
}

/**
 * A plain HTTP door beside the real one, for people who type the bare name: it leads to HTTPS, and hands out the
 * authority's certificate, which must be had before HTTPS is trusted. It reads no cookie and takes no input. Where the
 * port cannot be had, there is none.
 */
export async function plainDoor(
  config: Config,
  authority: string | undefined,
  httpsPort: number,
  log: Log,
): Promise<FastifyInstance | undefined> {
  if (!config.tls || config.plainPort === undefined) return undefined
  const door = await makeHttp({ log })
  authorityRoutes(door, authority)
  const known = new Set(config.names)
  door.get('/*', async (request, reply) => {
    // Only our own names: a foreign Host header must not choose where people are led.
    const asked = request.hostname.replaceAll(/[[\]]/g, '')
    const name = known.has(asked) ? asked : config.names[0]!
    return reply.redirect(`https://${hostInAddress(name)}${httpsPort === 443 ? '' : `:${httpsPort}`}${request.url}`, 302)
  })
  try {
    await door.listen({ host: config.host, port: config.plainPort })
    return door
  } catch (error) {
    log.line('plain-door-closed', { port: config.plainPort, code: (error as NodeJS.ErrnoException).code ?? '' })
    await door.close()
    return undefined
  }
}
