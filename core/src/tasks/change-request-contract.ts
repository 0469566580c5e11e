import { z } from 'zod'
import { route } from '../kernel/route.ts'
import { changeRequestKinds } from './change-request.ts'
import { reason, shownRequest, written } from './contract-parts.ts'

const params = z.object({ requestId: z.uuid() })

export const listRequests = route({
  method: 'GET',
  path: '/api/change-requests',
  summary: '调整申请（最近的在前）',
  query: z.object({
    campaignId: z.uuid(),
    status: z.enum(changeRequestKinds).optional(),
    page: z.coerce.number().int().min(1).max(500).default(1),
  }),
  reply: z.object({
    requests: z.array(shownRequest.extend({ task: z.object({ id: z.string(), no: z.string(), title: z.string() }) })),
    page: z.number(),
    more: z.boolean(),
  }),
})

export const approveRequest = route({
  method: 'POST',
  path: '/api/change-requests/:requestId/approve',
  summary: '同意调整',
  params,
  body: z.object({ note: z.string().trim().max(500).default('') }),
  reply: written,
})

export const refuseRequest = route({
  method: 'POST',
  path: '/api/change-requests/:requestId/refuse',
  summary: '不同意调整',
  params,
  body: z.object({ reason }),
  reply: written,
})

export const takeBackRequest = route({
  method: 'POST',
  path: '/api/change-requests/:requestId/take-back',
  summary: '申请单位撤回',
  params,
  body: z.object({}),
  reply: written,
})
