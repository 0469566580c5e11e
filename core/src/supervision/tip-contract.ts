import { z } from 'zod'
import { route } from '../kernel/route.ts'
import { tipDeclines, tipOutcomes, tipStatuses } from './tip-state.ts'

const params = z.object({ tipId: z.uuid() })
const written = z.object({ id: z.string(), status: z.enum(tipStatuses) })

export const tipRow = z.object({
  id: z.string(),
  number: z.string(),
  status: z.enum(tipStatuses),
  receivedOn: z.string(),
  /** Working days since receipt, while nobody has taken it up. */
  waitingDays: z.number().nullable(),
  messageWaiting: z.boolean(),
  files: z.number(),
})

export const listTips = route({
  method: 'GET',
  path: '/api/tips',
  summary: '举报（人员和单位自身问题）：只有纪检监察机关可见，不含内容',
  query: z.object({
    status: z.enum(tipStatuses).optional(),
    page: z.coerce.number().int().min(1).max(1000).default(1),
  }),
  reply: z.object({ rows: z.array(tipRow), total: z.number(), page: z.number(), size: z.number() }),
})

export const tipPage = route({
  method: 'GET',
  path: '/api/tips/:tipId',
  summary: '一件举报：状态、时间线、可办理的事项；原文须启封查看',
  params,
  reply: tipRow.extend({
    /** For asking the vault to open it. */
    vaultId: z.string(),
    source: z.enum(['portal', 'officer', 'office']),
    declinedBecause: z.enum(tipDeclines).nullable(),
    outcome: z.enum(tipOutcomes).nullable(),
    transferredTo: z.string().nullable(),
    answers: z.array(z.object({ on: z.string(), text: z.string() })),
    history: z.array(z.object({ at: z.string(), day: z.string(), what: z.string(), by: z.string() })),
    actions: z.array(z.enum(['takeUp', 'decline', 'transfer', 'conclude', 'answer'])),
  }),
})

const act = <Body extends z.ZodType>(name: string, summary: string, body: Body) =>
  route({ method: 'POST', path: `/api/tips/:tipId/${name}`, summary, params, body, reply: written })

export const takeUpTip = act('take-up', '受理核查', z.object({}))
export const declineTip = act('decline', '不予受理', z.object({ because: z.enum(tipDeclines) }))
export const transferTip = act(
  'transfer',
  '转上级或有权机关',
  z.object({ to: z.string().trim().min(1, '请填写接收机关').max(100) }),
)
export const concludeTip = act('conclude', '了结', z.object({ outcome: z.enum(tipOutcomes) }))
export const answerTip = act(
  'answer',
  '答复反映人（在回执页面可见）',
  z.object({ text: z.string().trim().min(1, '请填写答复').max(4000, '答复不超过 4000 字') }),
)
