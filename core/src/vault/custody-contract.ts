import { z } from 'zod'
import { route } from '../kernel/route.ts'
import { erasureGrounds, holdReasons } from './custody.ts'

const params = z.object({ vaultId: z.uuid() })
const empty = z.object({})

export const readCustody = route({
  method: 'GET',
  path: '/api/vault/custody/:vaultId',
  summary: '一件反映的密封内容如何保管：保护、暂缓删除、删除申请',
  params,
  reply: z.object({
    kind: z.enum(['kept', 'erased']),
    isProtected: z.boolean(),
    holds: z.array(z.enum(holdReasons)),
    asked: z.object({ ground: z.enum(erasureGrounds), askedOn: z.string() }).nullable(),
    mayDecide: z.boolean(),
  }),
})

export const protectSubmission = route({
  method: 'POST',
  path: '/api/vault/custody/:vaultId/protect',
  summary: '设为受保护：打开须第二人同意；或解除',
  params,
  body: z.strictObject({ isProtected: z.boolean() }),
  reply: empty,
})

export const holdSubmission = route({
  method: 'POST',
  path: '/api/vault/custody/:vaultId/hold',
  summary: '暂缓删除（复议、诉讼、纪检、审计等），或解除',
  params,
  body: z.strictObject({ reason: z.enum(holdReasons), isOnHold: z.boolean() }),
  reply: empty,
})

export const askErasure = route({
  method: 'POST',
  path: '/api/vault/custody/:vaultId/ask-erasure',
  summary: '提出删除原文与身份',
  params,
  body: z.strictObject({ ground: z.enum(erasureGrounds) }),
  reply: empty,
})

export const decideErasure = route({
  method: 'POST',
  path: '/api/vault/custody/:vaultId/decide-erasure',
  summary: '决定删除（不可恢复）或不予删除并说明理由',
  params,
  body: z.discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('erase') }),
    z.strictObject({ decision: z.literal('refuse'), because: z.string().trim().min(2, '请写明理由').max(200) }),
  ]),
  reply: empty,
})

export const readErasures = route({
  method: 'GET',
  path: '/api/vault/erasures',
  summary: '等待决定的删除申请',
  reply: z.object({
    lines: z.array(
      z.object({
        vaultId: z.string(),
        caseNumber: z.string().nullable(),
        ground: z.enum(erasureGrounds),
        askedOn: z.string(),
        isOnHold: z.boolean(),
      }),
    ),
  }),
})
