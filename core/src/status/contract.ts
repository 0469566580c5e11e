import { z } from 'zod'
import { route } from '../kernel/route.ts'
import { checkKeys, checkLevels } from './checks.ts'

export const readStatus = route({
  method: 'GET',
  path: '/api/status',
  summary: '运行状态：磁盘、备份、队列、日历、保护级别、渠道',
  reply: z.object({
    level: z.enum(['fine', 'warning', 'failing']),
    checks: z.array(
      z.object({
        key: z.enum(checkKeys),
        level: z.enum(checkLevels),
        /** Title and sentence in plain Chinese. */
        title: z.string(),
        text: z.string(),
        facts: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ),
    businessDay: z.string(),
    at: z.string(),
    mode: z.enum(['trial', 'production']),
  }),
})
