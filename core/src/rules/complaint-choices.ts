import { z } from 'zod'
import { period } from './setting.ts'

/** What may start a unit's clock. */
export const handleStarts = ['registered', 'accepted', 'assigned', 'signed'] as const

/** What may start the period for telling the submitter. */
export const feedbackStarts = ['verified', 'resultReported'] as const

/** How a case ends. A rule set says which of these the office may choose. */
export const conclusionKinds = [
  'solved', // 解决
  'partlySolved', // 部分解决
  'explained', // 解释说明
  'unfounded', // 不属实
  'refused', // 不予受理
  'transferred', // 转其他机关
  'statutory', // 转其他程序
  'merged', // 并案
  'withdrawn', // 撤回
  'unreachable', // 无法联系
  'supplementNotGiven', // 未补正
] as const
export type ConclusionKind = (typeof conclusionKinds)[number]

/** Without a name: taken like any other, taken as a clue that nobody is told about, or not taken. */
export const anonymityRules = ['accept', 'clueOnly', 'refuse'] as const

/** What a submitter has to give before a case can be accepted. */
export const requirableFields = ['object', 'facts', 'claim', 'evidence', 'name', 'address', 'contact', 'seal'] as const

/** Who approves an extension: the office, the unit's own head, or a leader of the county. */
export const extensionApprovers = ['office', 'unitHead', 'leader'] as const

/** What an answer of the submitter counts as. Silence is none of these. */
export const satisfactionMeanings = ['satisfied', 'partly', 'dissatisfied'] as const

/** What a reason for dissatisfaction leads to: the question of rework, a call by the office, or a note only. */
export const dissatisfactionConsequences = ['rework', 'callBack', 'none'] as const

/** Rungs of supervision in their order; a referral of a disciplinary lead is no rung, it may come at any time. */
export const escalationSteps = ['urgeNotice', 'supervisionOrder', 'admonitoryTalk', 'circular'] as const

/** What is kept of a case, each with its own years. The case record holds masked text only; the rest lies in the vault. */
export const retainedParts = ['caseRecord', 'original', 'identity', 'file', 'message', 'fingerprint', 'tip'] as const

const code = z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/)
const name = z.string().trim().min(1).max(80)

/** A choice of a list: its code is stored with cases and never changes its meaning, its name may be reworded. */
export const choice = z.object({ code, name })
export type Choice = z.infer<typeof choice>

/** A category: the name as the notice prints it, and the words a submitter reads (the name where they are empty). */
export const category = z.object({ code, name: z.string().trim().min(1).max(120), plain: z.string().trim().max(60) })
export type Category = z.infer<typeof category>

/** A handling period of its own for a class of cases: by difficulty, by urgency. */
export const tier = z.object({ code, name, period })
export const satisfactionOption = choice.extend({ meaning: z.enum(satisfactionMeanings) })
export const dissatisfactionReason = choice.extend({ leadsTo: z.enum(dissatisfactionConsequences) })
/** A rung and from how many working days after the due day it is suggested; 0 is the due day itself. */
export const escalationRung = z.object({
  step: z.enum(escalationSteps),
  afterOverdueDays: z.number().int().min(0).max(365),
})

/** A list whose codes do not repeat; `least` is the smallest number of entries it can work with. */
export function listOf<Item extends z.ZodType<{ readonly code: string }>>(item: Item, least: number) {
  return z
    .array(item)
    .min(least)
    .max(60)
    .superRefine((items, context) => {
      const seen = new Set<string>()
      for (const [place, { code: one }] of items.entries()) {
        if (seen.has(one))
          context.addIssue({ code: 'custom', path: [place, 'code'], params: { problem: 'rules.code-repeats' } })
        seen.add(one)
      }
    })
}
