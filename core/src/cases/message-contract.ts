import { z } from 'zod'
import { route } from '../kernel/route.ts'
import { speakers } from './case-words.ts'
import { longText, personRef, written } from './contract-parts.ts'

const params = z.object({ caseId: z.uuid() })

/** What office and submitter wrote to each other; of the submitter's words the masked text. Oldest first. */
export const caseMessages = route({
  method: 'GET',
  path: '/api/cases/:caseId/messages',
  summary: '与反映人的往来留言（反映人的话已脱敏）',
  params,
  reply: z.object({
    messages: z.array(
      z.object({
        id: z.string(),
        from: z.enum(speakers),
        on: z.string(),
        /** The officer who wrote it; null for the submitter. */
        by: personRef.nullable(),
        text: z.string(),
      }),
    ),
  }),
})

export const sendMessage = route({
  method: 'POST',
  path: '/api/cases/:caseId/message',
  summary: '给反映人留言（反映人凭回执码查看）',
  params,
  body: z.object({ text: longText }),
  reply: written,
})
