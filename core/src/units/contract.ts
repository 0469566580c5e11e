import { z } from 'zod'
import { roles } from '../kernel/actor.ts'
import { route } from '../kernel/route.ts'

export const me = route({
  method: 'GET',
  path: '/api/me',
  summary: '当前登录人、岗位和业务日期',
  reply: z.object({
    personId: z.string(),
    name: z.string(),
    homeUnitId: z.string(),
    posts: z.array(z.object({ role: z.enum(roles), unitId: z.string() })),
    businessDay: z.string(),
    mode: z.enum(['trial', 'production']),
  }),
})
