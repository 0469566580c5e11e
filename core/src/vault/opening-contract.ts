import { z } from 'zod'
import { route } from '../kernel/route.ts'
import { consents, identitySchema } from '../kernel/identity.ts'
import { keyHolders } from './key-state.ts'
import { openingParts, openingReasons } from './opening-state.ts'

const openingParams = z.object({ openingId: z.uuid() })
const because = z.string().trim().min(2, '请写明理由').max(200)

const message = z.object({ messageId: z.string(), sentAt: z.string(), text: z.string() })
const file = z.object({ fileId: z.string(), name: z.string(), mediaType: z.string(), bytes: z.int() })

/** What is shown after the opening was written down. Never stored, never cached, on no other route. */
export const openedContent = z.discriminatedUnion('part', [
  z.object({
    part: z.literal('original'),
    title: z.string(),
    text: z.string(),
    object: z.string(),
    messages: z.array(message),
    files: z.array(file),
    /** Rows that were sealed to a key this officer does not hold (an older pair). */
    notReadable: z.int(),
  }),
  z.object({
    part: z.literal('identity'),
    /** Null: sent without a name. */
    identity: identitySchema.nullable(),
    consent: z.enum(consents),
  }),
])
export type OpenedContent = z.infer<typeof openedContent>

const answer = z.object({
  openingId: z.string(),
  /** Null: a second person has to allow it first. */
  content: openedContent.nullable(),
})

export const openOriginal = route({
  method: 'POST',
  path: '/api/vault/openings',
  summary: '打开原文或身份（须先输入口令，写明理由，留痕；受保护的件须第二人同意）',
  body: z.strictObject({
    vaultId: z.uuid(),
    part: z.enum(openingParts),
    reason: z.enum(openingReasons),
    note: z.string().trim().max(200).default(''),
  }),
  reply: answer,
})

export const useOpening = route({
  method: 'POST',
  path: '/api/vault/openings/:openingId/use',
  summary: '第二人同意后打开',
  params: openingParams,
  body: z.strictObject({}),
  reply: answer,
})

export const allowOpening = route({
  method: 'POST',
  path: '/api/vault/openings/:openingId/allow',
  summary: '第二人同意打开受保护的件',
  params: openingParams,
  body: z.strictObject({}),
  reply: z.object({}),
})

export const refuseOpening = route({
  method: 'POST',
  path: '/api/vault/openings/:openingId/refuse',
  summary: '第二人不同意打开',
  params: openingParams,
  body: z.strictObject({ because }),
  reply: z.object({}),
})

export const openingLine = z.object({
  openingId: z.string(),
  kind: z.enum(['asked', 'allowed', 'refused', 'opened']),
  part: z.enum(openingParts),
  reason: z.enum(openingReasons),
  note: z.string(),
  officer: z.string(),
  second: z.string().nullable(),
  because: z.string().nullable(),
  at: z.string(),
  /** Number of the case, for who may know it. */
  caseNumber: z.string().nullable(),
  /** This person may allow or refuse it now / may use the permission now. */
  mayDecide: z.boolean(),
  mayUse: z.boolean(),
})
export type OpeningLine = z.infer<typeof openingLine>

export const readOpenings = route({
  method: 'GET',
  path: '/api/vault/openings',
  summary: '密封件打开记录',
  query: z.object({
    holder: z.enum(keyHolders),
    waiting: z.enum(['yes', 'no']).default('no'),
    page: z.coerce.number().int().min(1).max(1000).default(1),
  }),
  reply: z.object({ lines: z.array(openingLine), total: z.int() }),
})

export const downloadSealedFile = route({
  method: 'GET',
  path: '/api/vault/openings/:openingId/files/:fileId',
  summary: '下载附件（打开原文后一小时内；只作为附件下载）',
  params: openingParams.extend({ fileId: z.uuid() }),
  reply: z.void(),
})
