import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * Structured log lines, one JSON object each, on standard output or a file. The portal's requests are logged without
 * address and agent; nobody's request is logged with query strings, bodies or names. Database errors are reduced to
 * code and place: `detail` and `where` may carry row contents.
 */
export interface Log {
  line(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void
  request(request: FastifyRequest, reply: FastifyReply): void
  incident(incident: string, requestId: string, error: unknown): void
}

export function makeLog(write: (line: string) => void, now: () => number): Log {
  const line: Log['line'] = (event, facts) =>
    write(JSON.stringify({ at: new Date(now()).toISOString(), event, ...facts }))
  return {
    line,
    request(request, reply) {
      const route = request.routeOptions.url ?? 'none'
      line('request', {
        id: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        ...(route.startsWith('/api/') && request.session ? { person: request.session.actor.personId } : {}),
      })
    },
    incident(incident, requestId, error) {
      line('incident', { incident, id: requestId, ...describe(error) })
    },
  }
}

/** What a fault may leave in a log: its class, code, constraint and our own stack frames, never its message. */
export function describe(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error }
  const known = error as Error & { code?: string; constraint?: string; table?: string; routine?: string }
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((frame) => /^\s+at /.test(frame))
    .slice(0, 8)
  const facts: Record<string, string> = { error: error.name, stack: frames.map((frame) => frame.trim()).join(' < ') }
  for (const key of ['code', 'constraint', 'table', 'routine'] as const) if (known[key]) facts[key] = known[key]
  // A message of the database or a parser may hold personal content; our own bugs are found by the stack.
  return facts
}
