import type { FastifyInstance } from 'fastify'
import { me } from '@yingshang/core/units/contract'
import { serve } from '../platform/http/register.ts'
import type { Services } from '../platform/capability.ts'

export function unitRoutes(app: FastifyInstance, services: Services): void {
  serve(app, me, async (call) => ({
    personId: call.actor.personId,
    name: call.request.session!.displayName,
    homeUnitId: call.actor.homeUnitId,
    posts: call.actor.posts.map((post) => ({ role: post.role, unitId: post.unitId })),
    businessDay: call.businessDay,
    mode: services.installation.mode,
  }))
}
