import { z } from 'zod'
import { roles } from '../kernel/actor.ts'
import { route } from '../kernel/route.ts'

/** A post as screens show it. */
export const postView = z.object({
  id: z.string(),
  role: z.enum(roles),
  unitId: z.string(),
  unitName: z.string(),
  kind: z.enum(['post', 'secondment', 'delegation']),
  fromDay: z.string(),
  untilDay: z.string().nullable(),
  /** Delegations: whose post is exercised. */
  onBehalfOf: z.object({ personId: z.string(), name: z.string() }).nullable(),
})

export const me = route({
  method: 'GET',
  path: '/api/me',
  summary: '当前登录人、岗位和业务日期',
  reply: z.object({
    personId: z.string(),
    name: z.string(),
    signInName: z.string(),
    homeUnitId: z.string(),
    homeUnitName: z.string(),
    posts: z.array(postView),
    businessDay: z.string(),
    mode: z.enum(['trial', 'production']),
    /** What must be done before anything else; every other route answers 403 with this code. */
    debt: z.enum(['access.second-factor-required', 'access.password-expired']).nullable(),
    secondFactorEnrolled: z.boolean(),
    /** True when a role of today demands a second factor. */
    secondFactorDemanded: z.boolean(),
    /** Days until the password expires; null = never or signed in by a trial link. Warn when `passwordWarning`. */
    passwordDaysLeft: z.number().nullable(),
    passwordWarning: z.boolean(),
  }),
})
