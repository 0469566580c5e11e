import { z } from 'zod'
import { route } from '../kernel/route.ts'
import { rosterColumns, rosterFaults } from './roster.ts'

export const rosterTemplate = route({
  method: 'GET',
  path: '/api/roster/template.xlsx',
  summary: '下载人员名册模板（含本县单位和岗位下拉）',
  reply: z.void(),
})

const plan = z.object({
  rows: z.number(),
  newPeople: z.number(),
  newPosts: z.number(),
  corrected: z.number(),
  unchanged: z.number(),
  faults: z.array(
    z.object({
      row: z.number(),
      column: z.enum(rosterColumns),
      code: z.enum(rosterFaults),
      choices: z.array(z.string()).optional(),
    }),
  ),
})

/** Body: the workbook's bytes, content type application/vnd.openxmlformats-officedocument.spreadsheetml.sheet. */
export const checkRoster = route({
  method: 'POST',
  path: '/api/roster/check',
  summary: '试导入名册：列出全部问题，不写入',
  reply: plan.extend({
    /** Digest of the file: the import names it, so that what is imported is what was checked. */
    digest: z.string(),
  }),
})

/** Body: the same bytes again. */
export const importRoster = route({
  method: 'POST',
  path: '/api/roster/import',
  summary: '导入名册；有问题的行只有在选择“跳过”时才会跳过',
  query: z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/), faulty: z.enum(['refuse', 'skip']).default('refuse') }),
  reply: plan.extend({ personIds: z.array(z.string()) }),
})

export const issueSlips = route({
  method: 'POST',
  path: '/api/activation-slips',
  summary: '生成激活单（每人一张，旧的激活单、密码和登录随之失效）',
  body: z.object({
    personIds: z.array(z.uuid()).min(1, '请选择人员').max(500, '一次最多 500 人'),
    /** Resets only: also forget the authenticator, for a lost telephone. Checked in person. */
    forgetSecondFactor: z.boolean().default(false),
  }),
  reply: z.object({
    batchId: z.string(),
    /** Opens the printable page; works for the maker only, for 15 minutes. */
    printPath: z.string(),
    slips: z.number(),
    expiresAt: z.string(),
  }),
})
