import type { FastifyInstance } from 'fastify'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import { resetTrial } from '@yingshang/core/plans/contract'
import { mayPlan } from '@yingshang/core/plans/policy'
import type { Services } from '../platform/capability.ts'
import { refillTrial, type Prepare } from '../platform/database/trial.ts'
import { forbidden, refused } from '../platform/http/failure.ts'
import type { Pause } from '../platform/http/pause.ts'
import { serve } from '../platform/http/register.ts'
import type { Daily } from '../platform/jobs/daily.ts'
import { signInLinksForRoles } from './people.ts'

export interface ResetParts {
  readonly prepare: Prepare
  readonly pause: Pause
  readonly daily: Daily
}

/**
 * A new start for everybody who plays with the trial: all data go, the sample comes back on its first day. Requests
 * meanwhile are refused (503 `trial.resetting`). The answer signs the same role in again.
 */
export function trialReset(app: FastifyInstance, services: Services, { prepare, pause, daily }: ResetParts): void {
  serve(app, resetTrial, async (call) => {
    if (services.installation.mode !== 'trial') throw refused({ code: 'trial.not-a-trial' })
    const refusal = mayPlan(call.actor, 'resetTrial')
    if (refusal) throw forbidden(refusal)
    return pause.alone(call.request, 'trial.resetting', async () => {
      await refillTrial(services, prepare)
      await daily.catchUp()
      return { signIn: await linkFor(services, call.actor) }
    })
  })
}

async function linkFor(services: Services, actor: PersonActor): Promise<string | null> {
  const links = await signInLinksForRoles(services)
  const same = actor.posts.map((post) => links.find((link) => link.role === post.role)).find((link) => link)
  return same?.path ?? null
}
