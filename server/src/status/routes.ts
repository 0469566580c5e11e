import type { FastifyInstance } from 'fastify'
import { worst } from '@yingshang/core/status/checks'
import { readStatus } from '@yingshang/core/status/contract'
import { checkSentence, checkWords } from '@yingshang/core/status/labels.zh'
import { maySeeStatus } from '@yingshang/core/status/policy'
import { forbidden } from '../platform/http/failure.ts'
import { serve } from '../platform/http/register.ts'
import type { Services } from '../platform/capability.ts'
import { lookAtAll } from './look.ts'

export function statusRoutes(app: FastifyInstance, services: Services): void {
  // For a watching machine: no sign-in, and no word about why.
  app.get('/healthz', async (_request, reply) => {
    const ok = await answersSoon(services)
    return reply.code(ok ? 200 : 503).send({ ok })
  })

  serve(app, readStatus, async (call) => {
    const refusal = maySeeStatus(call.actor)
    if (refusal) throw forbidden(refusal)
    const checks = await lookAtAll(services, call.businessDay)
    return {
      level: worst(checks.map((check) => check.level)),
      checks: checks.map((check) => ({ ...check, title: checkWords[check.key].title, text: checkSentence(check) })),
      businessDay: call.businessDay,
      at: new Date(call.now).toISOString(),
      mode: services.installation.mode,
    }
  })
}

const patience = 2_000

/** Whether the database answers within two seconds. */
async function answersSoon({ databases }: Services): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), patience)))
  const answer = databases.app.query('select 1').then(
    () => true,
    () => false,
  )
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
