import { z } from 'zod'
import { route } from '../kernel/route.ts'
import { answers, attemptOutcomes, followUpOutcomes, outcomes, statutoryKinds } from './case-words.ts'
import {
  classification,
  code,
  fileIds,
  givenResult,
  isoDay,
  longText,
  namedUnits,
  note,
  reason,
  way,
  written,
} from './contract-parts.ts'

const params = z.object({ caseId: z.uuid() })

function act<Body extends z.ZodType>(name: string, summary: string, body: Body) {
  return route({ method: 'POST', path: `/api/cases/:caseId/${name}`, summary, params, body, reply: written })
}

const told = { tell: way.default('receiptPage') }
const days = z.number().int().min(1, '至少 1 天').max(366)

export const acceptCase = act('accept', '受理', z.object({ classification }))
export const refuseCase = act('refuse', '不予受理：写明情形并告知', z.object({ ground: code, why: note, ...told }))
export const askSupplement = act('ask-supplement', '一次性告知补正', z.object({ what: longText, ...told }))
export const receiveSupplement = act(
  'receive-supplement',
  '登记收到的补正（期限重新起算）',
  z.object({ masked: z.object({ title: longText, text: longText, object: note }).nullable().default(null) }),
)
export const lapseSupplement = act('lapse-supplement', '逾期未补正，办结', z.object({}))
export const mergeCase = act(
  'merge',
  '并入另一件（各反映人的回执照常可查）',
  z.object({ intoCaseId: z.uuid(), ...told }),
)
export const transferCase = act(
  'transfer',
  '转其他机关：本县单位填 unitId，其他机关填名称',
  z.object({
    unitId: z.uuid().nullable().default(null),
    to: z.string().trim().max(100).default(''),
    why: note,
    ...told,
  }),
)
export const classifyCase = act('classify', '更正分类', z.object({ classification }))
export const assignCase = act('assign', '交办', z.object({ units: namedUnits, note }))
export const signCase = act('sign', '签收', z.object({}))
export const declineCase = act('decline', '退单（每轮每单位一次，须写明理由）', z.object({ reason }))
export const decideHandling = act('decide', '营商办裁定承办单位', z.object({ units: namedUnits, reason }))
export const handOverCase = act('hand-over', '改由其他单位办理', z.object({ toUnitId: z.uuid(), reason }))
export const exitToStatutory = act(
  'statutory-exit',
  '转入法定程序：写明法律、条款和期限',
  z.object({
    kind: z.enum(statutoryKinds),
    statute: z.string().trim().min(1, '请写明法律法规名称').max(100),
    article: z.string().trim().min(1, '请写明条款').max(60),
    limit: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('period'),
        startsOn: isoDay,
        days,
        unit: z.enum(['working', 'calendar', 'month', 'year']),
      }),
      z.object({ kind: z.literal('date'), dueOn: isoDay }),
    ]),
    reason,
    ...told,
  }),
)
export const givePart = act(
  'give-part',
  '配合单位向牵头单位提交本单位部分',
  z.object({ unitId: z.uuid(), text: longText, fileIds }),
)
export const askExtension = act('ask-extension', '申请延期（到期前，说明特殊原因）', z.object({ days, reason }))
export const grantExtension = act(
  'grant-extension',
  '同意延期并告知反映人',
  z.object({ extensionId: z.uuid(), days, ...told }),
)
export const refuseExtension = act('refuse-extension', '不同意延期', z.object({ extensionId: z.uuid(), reason }))
export const draftResult = act('draft', '拟好办理结果，送负责人签发', givenResult)
export const sendDraftBack = act('send-draft-back', '负责人退回拟稿', z.object({ reason }))
/** `result` null: the draft is reported as it is. */
export const reportResult = act('report-result', '向营商办反馈结果', z.object({ result: givenResult.nullable() }))
export const verifyCase = act('verify', '核查确认', z.object({ outcome: z.enum(outcomes), note }))
export const returnForRevision = act('return', '退回修改（剩余期限继续计算）', z.object({ reason }))
export const recordContactAttempt = act(
  'contact-attempt',
  '记录一次没有联系上的联系',
  z.object({ way, outcome: z.enum(attemptOutcomes) }),
)
export const informSubmitter = act('inform', '向反映人反馈结果', z.object({ way, answer: longText }))
export const rateCase = act(
  'rate',
  '记录反映人的评价（由反映人本人评价的，不能改写）',
  z.object({
    satisfaction: z.enum(answers),
    option: code.nullable().default(null),
    reasons: z.array(code).max(10).default([]),
    words: note,
  }),
)
export const askRework = act(
  'ask-rework',
  '记录反映人要求重新办理',
  z.object({ reason, evidence: z.number().int().min(0).max(100) }),
)
export const grantRework = act(
  'grant-rework',
  '发回重新办理（新一轮、新期限）',
  z.object({ why: reason, units: namedUnits }),
)
export const refuseRework = act('refuse-rework', '不予重新办理，说明理由并告知', z.object({ why: reason, ...told }))
export const concludeCase = act(
  'conclude',
  '办结',
  z.object({ conclusion: z.enum([...outcomes, 'unreachable']), words: note }),
)
export const recordFollowUp = act(
  'follow-up',
  '记录回访',
  z.object({ way, outcome: z.enum(followUpOutcomes), words: note }),
)
export const urgeUnit = act('urge', '催办', z.object({ unitId: z.uuid(), words: note }))
export const markProminent = act('prominent', '列为（或取消）突出问题', z.object({ prominent: z.boolean(), reason }))
export const correctMaskedText = act(
  'masked-text',
  '更正脱敏内容',
  z.object({ title: longText.max(200, '标题不超过 200 字'), text: longText, object: note }),
)
export const askWithdrawal = act('ask-withdrawal', '记录反映人要求撤回', z.object({}))
export const withdrawCase = act('withdraw', '核实反映人自愿后撤回办结', z.object({ checkedBy: way, words: note }))
export const setAsideWithdrawal = act('set-aside-withdrawal', '核实后不予撤回，继续办理', z.object({ reason }))
