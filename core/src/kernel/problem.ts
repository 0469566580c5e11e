import { z } from 'zod'

/** What every failed request answers (RFC 9457 with our two members). `code` is stable; `incident` can be read out. */
export const problemSchema = z.object({
  type: z.literal('about:blank'),
  status: z.number().int(),
  title: z.string(),
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** Six digits to read out on the telephone; the log has the rest. */
  incident: z.string().optional(),
  /** Field errors: path of the field and one Chinese sentence. */
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof problemSchema>
