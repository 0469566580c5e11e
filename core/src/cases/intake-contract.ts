import { z } from 'zod'
import { consents, identitySchema } from '../kernel/identity.ts'
import { route } from '../kernel/route.ts'
import { caseKinds, caseSources, submitterKinds } from './case-words.ts'
import { classification, isoDay } from './contract-parts.ts'

/** By which ways a person at a desk or a window brings in what somebody said. */
export const enteredSources = caseSources.filter((source) => source !== 'portal' && source !== 'restApi')

export const registerCase = route({
  method: 'POST',
  path: '/api/cases',
  summary: '登记一件（来电、来信、来访、座谈、批示、窗口等）；原话和身份加密封存，给一个一次性接管码',
  body: z.object({
    kind: z.enum(caseKinds),
    source: z.enum(enteredSources as [(typeof enteredSources)[number], ...(typeof enteredSources)[number][]]),
    receivedOn: isoDay,
    receivedAt: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间请按“时:分”填写')
      .nullable()
      .default(null),
    submitterKind: z.enum(submitterKinds).default('unknown'),
    title: z.string().trim().min(1, '请用一句话概括').max(100, '概括不超过 100 字'),
    text: z.string().trim().min(1, '请记下反映的内容').max(8000, '内容不超过 8000 字'),
    object: z.string().trim().max(200, '不超过 200 字').default(''),
    identity: identitySchema.nullable().default(null),
    consent: z.enum(consents).default('doNotPassOn'),
    classification: classification.optional(),
  }),
  reply: z.object({
    id: z.string(),
    number: z.string(),
    /** Sixteen digits, told to the submitter once and shown nowhere again. */
    takeOverCode: z.string(),
  }),
})
