import { z } from 'zod'
import { route } from '../kernel/route.ts'
import { assignmentKinds, partRoles } from './assignment-state.ts'
import { isoDay, offeredAction, shownAlert, unitRef, written } from './contract-parts.ts'
import { taskFilter } from './contract.ts'
import { mostPartsInRun } from './reporting-run.ts'

const counts = z.object({ asked: z.number(), reported: z.number(), late: z.number(), missing: z.number() })
const runRow = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(['open', 'closed']),
  openedOn: z.string(),
  dueOn: z.string(),
  closedOn: z.string().nullable(),
  counts,
})

export const listRuns = route({
  method: 'GET',
  path: '/api/reporting-runs',
  summary: '历次调度',
  query: z.object({ campaignId: z.uuid() }),
  reply: z.object({ runs: z.array(runRow), actions: z.array(offeredAction) }),
})

/** Which parts report: the open ones of all tasks that a ledger filter finds, or those named. */
export const openRun = route({
  method: 'POST',
  path: '/api/reporting-runs',
  summary: '发起调度：选定任务和报送截止日',
  body: z.object({
    title: z.string().trim().min(1, '请填写调度名称').max(60),
    note: z.string().trim().max(500).default(''),
    dueOn: isoDay,
    choose: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('filter'), filter: taskFilter }),
      z.object({
        kind: z.literal('assignments'),
        campaignId: z.uuid(),
        assignmentIds: z.array(z.uuid()).min(1).max(mostPartsInRun),
      }),
    ]),
  }),
  reply: written,
})

/** One line of the summary table, beside what the last run said of the same part. */
export const runLine = z.object({
  assignmentId: z.string(),
  taskId: z.string(),
  no: z.string(),
  title: z.string(),
  unit: unitRef,
  role: z.enum(partRoles),
  dueOn: z.string().nullable(),
  alert: shownAlert,
  status: z.enum(assignmentKinds),
  answer: z.enum(['reported', 'late', 'missing']),
  report: z.object({ on: z.string(), text: z.string(), percent: z.number().nullable() }).nullable(),
  before: z
    .object({
      answer: z.enum(['reported', 'late', 'missing']),
      status: z.string(),
      text: z.string().nullable(),
      percent: z.number().nullable(),
    })
    .nullable(),
})
export type RunLine = z.infer<typeof runLine>

const params = z.object({ runId: z.uuid() })

export const runPage = route({
  method: 'GET',
  path: '/api/reporting-runs/:runId',
  summary: '调度情况：谁报了、谁没报、与上次相比',
  params,
  query: z.object({ answer: z.enum(['reported', 'late', 'missing']).optional(), unit: z.uuid().optional() }),
  reply: runRow.extend({
    note: z.string(),
    reminders: z.number(),
    previous: z.object({ id: z.string(), title: z.string(), counts }).nullable(),
    /** Units with something missing, most first: the list to telephone. */
    missingUnits: z.array(z.object({ unit: unitRef, missing: z.number() })),
    lines: z.array(runLine),
    actions: z.array(offeredAction),
  }),
})

export const exportRun = route({
  method: 'GET',
  path: '/api/reporting-runs/:runId/summary.xlsx',
  summary: '调度汇总表（Excel）',
  params,
  reply: z.void(),
})

export const remindRun = route({
  method: 'POST',
  path: '/api/reporting-runs/:runId/remind',
  summary: '提醒没有报送的单位',
  params,
  body: z.object({}),
  reply: written,
})

export const closeRun = route({
  method: 'POST',
  path: '/api/reporting-runs/:runId/close',
  summary: '结束调度，汇总表定稿',
  params,
  body: z.object({}),
  reply: written,
})
