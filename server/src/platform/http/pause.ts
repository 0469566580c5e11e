import type { FastifyInstance, FastifyRequest } from 'fastify'
import { setTimeout as wait } from 'node:timers/promises'
import { Failure } from './failure.ts'

export interface Pause {
  /** Runs `work` while no other request is in hand; meanwhile others are refused with `code` (503). One at a time. */
  alone<Result>(request: FastifyRequest, code: string, work: () => Promise<Result>): Promise<Result>
}

/** An upload that hangs must not keep the others waiting for ever. */
const patience = 10_000

/** Must be made before the routes: it counts every request. */
export function pauseGate(app: FastifyInstance): Pause {
  const inHand = new Set<FastifyRequest>()
  let paused: string | undefined
  app.addHook('onRequest', async (request, reply) => {
    if (paused !== undefined) throw new Failure(503, { code: paused })
    inHand.add(request)
    reply.raw.once('close', () => inHand.delete(request))
  })
  app.addHook('onResponse', async (request) => void inHand.delete(request))
  return {
    async alone(request, code, work) {
      if (paused !== undefined) throw new Failure(503, { code: paused })
      paused = code
      try {
        const others = () => [...inHand].some((one) => one !== request)
        for (let waited = 0; others() && waited < patience; waited += 20) await wait(20)
        return await work()
      } finally {
        paused = undefined
      }
    },
  }
}
