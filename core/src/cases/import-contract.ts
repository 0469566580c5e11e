import { z } from 'zod'
import { route } from '../kernel/route.ts'
import { caseKinds } from './case-words.ts'
import { importBatchStatuses, undoReasons } from './import-batch.ts'
import { importColumns, importSources } from './import-columns.ts'
import { importFaults } from './import-rows.ts'

const profile = z.object({
  columns: z.partialRecord(z.enum(importColumns), z.string().trim().min(1).max(100)),
  defaultKind: z.enum(caseKinds).nullable(),
})

/** A profile as it stands in an address: JSON. */
const profileInQuery = z
  .string()
  .max(6000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: '列的对应关系读不出来，请重新选择' })
      return z.NEVER
    }
  })
  .pipe(profile)

const planned = z.object({
  rows: z.number(),
  fresh: z.number(),
  known: z.number(),
  faultyRows: z.number(),
  faults: z.array(
    z.object({
      row: z.number(),
      column: z.enum(importColumns),
      code: z.enum(importFaults),
      number: z.number().optional(),
    }),
  ),
})

/** Body: the bytes of an .xlsx, .xls or .csv file (UTF-8, UTF-16 or GB18030), content type application/octet-stream. */
export const checkImport = route({
  method: 'POST',
  path: '/api/case-imports/check',
  summary: '试导入来件：一次列出全部错误，不写入',
  /** Without a profile the last one of this source, or the one the headings suggest. */
  query: z.object({ source: z.enum(importSources), profile: profileInQuery.optional() }),
  reply: planned.extend({
    header: z.array(z.string()),
    profile,
    missing: z.array(z.enum(importColumns)),
    unknown: z.array(z.enum(importColumns)),
    /** The first rows as they were understood, without who sent them. */
    preview: z.array(
      z.object({
        row: z.number(),
        number: z.string(),
        receivedOn: z.string(),
        receivedAt: z.string().nullable(),
        kind: z.enum(caseKinds),
        title: z.string(),
      }),
    ),
    /** Of the file: the import names it, so that what is imported is what was checked. */
    digest: z.string(),
  }),
})

export const importBatchShown = z.object({
  id: z.string(),
  source: z.enum(importSources),
  status: z.enum(importBatchStatuses),
  on: z.string(),
  rows: z.number(),
  planned: z.number(),
  leftOut: z.number(),
  known: z.number(),
  registered: z.number(),
  undo: z.object({ reason: z.enum(undoReasons), withdrawn: z.number(), kept: z.number().nullable() }).nullable(),
})

/** Body: the same bytes again. Repeating it goes on where a cut connection left it; what came in stays once. */
export const runImport = route({
  method: 'POST',
  path: '/api/case-imports',
  summary: '导入来件；有错误的行只有在选择“跳过”时才会跳过，已导入过的编号不会重复登记',
  query: z.object({
    source: z.enum(importSources),
    profile: profileInQuery,
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    faulty: z.enum(['refuse', 'skip']).default('refuse'),
  }),
  /** Null when the file brought nothing new. */
  reply: planned.extend({ batch: importBatchShown.nullable() }),
})

export const listImports = route({
  method: 'GET',
  path: '/api/case-imports',
  summary: '最近的导入批次',
  reply: z.array(importBatchShown),
})

export const importProgress = route({
  method: 'GET',
  path: '/api/case-imports/:batchId',
  summary: '一个导入批次办到哪一步',
  params: z.object({ batchId: z.uuid() }),
  reply: importBatchShown,
})

export const undoImport = route({
  method: 'POST',
  path: '/api/case-imports/:batchId/undo',
  summary: '撤销导入批次：尚未受理的件作撤回处理，已经办理的件保留',
  params: z.object({ batchId: z.uuid() }),
  body: z.object({ reason: z.enum(undoReasons) }),
  reply: importBatchShown,
})
