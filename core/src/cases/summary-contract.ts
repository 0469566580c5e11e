import { z } from 'zod'
import { route } from '../kernel/route.ts'
import { caseStatuses } from './case-state.ts'
import { caseKinds, caseSources, conclusionKinds, satisfactions } from './case-words.ts'
import { codeName, isoDay, shownAlert, shownAlerts, timeLeft, unitRef } from './contract-parts.ts'

/** Where a case stands, without a word of what it says: no title, text, object or result. */
export const supervisedCase = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(caseKinds),
  source: z.enum(caseSources),
  category: codeName.nullable(),
  status: z.enum(caseStatuses),
  receivedOn: z.string(),
  leadUnit: unitRef.nullable(),
  round: z.number(),
  dueOn: z.string().nullable(),
  firstDueOn: z.string().nullable(),
  alert: shownAlert,
  timeLeft: timeLeft.nullable(),
  firstAnswerLate: z.boolean(),
  declines: z.number(),
  handOvers: z.number(),
  returns: z.number(),
  extensions: z.number(),
  urges: z.number(),
  satisfaction: z.enum(satisfactions).nullable(),
  conclusion: z.enum(conclusionKinds).nullable(),
})

export const superviseCases = route({
  method: 'GET',
  path: '/api/cases/supervision',
  summary: '督查用：各件办到哪一步（没有内容）',
  query: z.object({
    campaignId: z.uuid().optional(),
    unit: z.uuid().optional(),
    alert: z
      .string()
      .transform((text) => text.split(','))
      .pipe(z.array(z.enum(shownAlerts)).min(1))
      .optional(),
    /** Left out: open ones. */
    show: z.enum(['open', 'all']).default('open'),
    page: z.coerce.number().int().min(1).max(2000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({
    rows: z.array(supervisedCase),
    page: z.number(),
    size: z.number(),
    total: z.number(),
    more: z.boolean(),
  }),
})

const countOf = z.object({ now: z.number(), before: z.number() })

/** One screen for a leader: how many, how late, how satisfied, and what got worse since the period before. */
export const leaderSummary = route({
  method: 'GET',
  path: '/api/cases/leader-summary',
  summary: '领导一页：件数、时效、满意度和变坏的地方',
  query: z.object({
    campaignId: z.uuid().optional(),
    /** Left out: the last 28 days up to today. */
    from: isoDay.optional(),
    to: isoDay.optional(),
  }),
  reply: z.object({
    from: z.string(),
    to: z.string(),
    received: countOf,
    concluded: countOf,
    open: z.number(),
    overdue: z.number(),
    /** First answers given in the period, and how many of them came late: rework never mends a late first answer. */
    answered: countOf,
    answeredLate: countOf,
    reworked: countOf,
    /** The last word of rounds told in the period; silence stands apart and never counts as satisfied. */
    satisfaction: z.array(z.object({ value: z.enum(satisfactions), now: z.number(), before: z.number() })),
    categories: z.array(z.object({ category: codeName.nullable(), now: z.number(), before: z.number() })),
    /** Units with overdue or late cases, the most first; with how many they had at all beside the rate. */
    units: z.array(
      z.object({
        unit: unitRef,
        open: z.number(),
        overdue: z.number(),
        answered: z.number(),
        answeredLate: z.number(),
        dissatisfied: z.number(),
        declines: z.number(),
      }),
    ),
    /** At most five, the worst first. */
    worse: z.array(
      z.object({
        what: z.enum(['overdue', 'answeredLate', 'dissatisfied', 'reworked', 'category', 'unit']),
        name: z.string(),
        now: z.number(),
        before: z.number(),
      }),
    ),
  }),
})
