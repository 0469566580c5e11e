import { z } from 'zod'
import { route } from '../kernel/route.ts'
import { assignmentKinds, partOrigins, partRoles } from './assignment-state.ts'
import {
  explainedDeadline,
  fileRef,
  isoDay,
  offeredAction,
  reason,
  shownAlert,
  shownAlerts,
  shownPart,
  shownReport,
  shownRequest,
  timeLeft,
  unitRef,
  who,
  written,
} from './contract-parts.ts'
import { deadlineKinds } from './deadline-kind.ts'
import { figureNames } from './overview-figures.ts'
import { taskKinds } from './task-state.ts'

/** The filters of the task ledger, as they stand in the URL. Several values of one name are joined by commas. */
const many = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(values)).min(1).max(values.length))
    .optional()

export const taskFilter = z.object({
  campaignId: z.uuid(),
  list: z.string().max(60).optional(),
  unit: z.uuid().optional(),
  /** With `unit`: only in this role. */
  role: z.enum(partRoles).optional(),
  /** Due inside the window (a stage's first and last day); ongoing and recurring tasks have duties in every stage. */
  from: isoDay.optional(),
  to: isoDay.optional(),
  alert: many(shownAlerts),
  basis: z.string().max(200).optional(),
  kind: many(deadlineKinds),
  /** Left out: everything that was not withdrawn. */
  status: many(taskKinds),
  /** Tasks with a part in this state: `handedIn` waits for verification, `assigned` was not signed for. */
  part: many(assignmentKinds),
  /** Two characters find any place; one finds the beginning of a title. */
  q: z.string().max(60).optional(),
  /** Tasks with a part that a figure of the overview counts; with `unit`, a part of that unit. */
  figure: z.enum(figureNames).optional(),
})
export type TaskFilter = z.output<typeof taskFilter>

export const taskSorts = ['position', 'dueOn', 'title'] as const
export const mostTotal = 1000

export const taskRow = z.object({
  id: z.string(),
  no: z.string(),
  listId: z.string(),
  listTitle: z.string(),
  section: z.array(z.string()),
  title: z.string(),
  status: z.enum(taskKinds),
  printed: z.object({ text: z.string(), kind: z.enum(deadlineKinds), every: z.string().nullable() }),
  basis: z.array(z.string()),
  mustPublish: z.boolean(),
  dueOn: z.string().nullable(),
  firstDueOn: z.string().nullable(),
  dueSetBy: z.enum(['notice', 'office']),
  /** Of the part that gives the lamp, so that lamp and days speak of one day; null without a lamp. */
  timeLeft: timeLeft.nullable(),
  periodKey: z.string().nullable(),
  /** The most urgent of the parts before the office (with `unit`: of that unit's part). */
  alert: shownAlert,
  parts: z.array(
    z.object({
      id: z.string(),
      unit: unitRef,
      role: z.enum(partRoles),
      origin: z.enum(partOrigins),
      status: z.enum(assignmentKinds),
      dueOn: z.string().nullable(),
      /** 暂定: counted over days that a notice may still change. */
      provisional: z.boolean(),
      alert: shownAlert,
      periodKey: z.string().nullable(),
    }),
  ),
  latestReport: z
    .object({ unit: unitRef, on: z.string(), text: z.string(), percent: z.number().nullable() })
    .nullable(),
})
export type TaskRow = z.infer<typeof taskRow>

export const listTasks = route({
  method: 'GET',
  path: '/api/tasks',
  summary: '任务台账：筛选、排序、分页',
  query: taskFilter.extend({
    sort: z.enum(taskSorts).default('position'),
    descending: z.enum(['true', 'false']).default('false'),
    page: z.coerce.number().int().min(1).max(2000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({
    rows: z.array(taskRow),
    page: z.number(),
    size: z.number(),
    /** Exact up to 1000; `more` says that there are others beyond. */
    total: z.number(),
    more: z.boolean(),
  }),
})

export const exportTasks = route({
  method: 'GET',
  path: '/api/tasks.xlsx',
  summary: '按当前筛选导出任务台账（Excel）',
  query: taskFilter.extend({
    sort: z.enum(taskSorts).default('position'),
    descending: z.enum(['true', 'false']).default('false'),
  }),
  reply: z.void(),
})

const counted = z.object({ value: z.string(), count: z.number() })
export const taskFacets = route({
  method: 'GET',
  path: '/api/tasks/facets',
  summary: '台账筛选项及每项的任务数',
  query: z.object({ campaignId: z.uuid() }),
  reply: z.object({
    lists: z.array(z.object({ id: z.string(), title: z.string(), count: z.number() })),
    units: z.array(z.object({ id: z.string(), name: z.string(), count: z.number() })),
    basis: z.array(counted),
    kinds: z.array(counted),
    statuses: z.array(counted),
    /** Open parts before the office by alert level, and parts by state: the figures of the day. */
    alerts: z.array(counted),
    parts: z.array(counted),
  }),
})

const taskId = z.object({ taskId: z.uuid() })

export const taskPage = route({
  method: 'GET',
  path: '/api/tasks/:taskId',
  summary: '任务详情：条款、各单位部分、请求、可办理的事项',
  params: taskId,
  reply: z.object({
    id: z.string(),
    version: z.number(),
    campaignId: z.string(),
    planId: z.string(),
    status: z.enum(taskKinds),
    no: z.string(),
    list: z.object({ id: z.string(), title: z.string() }),
    section: z.array(z.string()),
    title: z.string(),
    text: z.string(),
    clause: z.object({ id: z.string(), number: z.string(), heading: z.string(), text: z.string() }),
    lines: z.array(z.number()),
    basis: z.array(z.string()),
    catchAll: z.string(),
    groupUnits: z.array(z.string()),
    printed: z.object({
      text: z.string(),
      kind: z.enum(deadlineKinds),
      due: z.string().nullable(),
      every: z.string().nullable(),
    }),
    mustPublish: z.boolean(),
    leadUnit: unitRef.nullable(),
    dueOn: z.string().nullable(),
    firstDueOn: z.string().nullable(),
    dueSetBy: z.enum(['notice', 'office']),
    /** Opened ones first to last, then those to come. */
    periods: z.array(
      z.object({ key: z.string(), opens: z.string(), due: z.string(), stub: z.boolean(), opened: z.boolean() }),
    ),
    endedOn: z.string().nullable(),
    endReason: z.string().nullable(),
    /** All parts of all periods, newest period first, lead first, inner parts after the part they hand in to. */
    parts: z.array(shownPart),
    requests: z.array(shownRequest),
    actions: z.array(offeredAction),
  }),
})

export const timeLineEntry = z.object({
  id: z.string(),
  at: z.string(),
  businessDay: z.string(),
  about: z.enum(['task', 'assignment', 'changeRequest']),
  /** The unit whose part or request it is; null for the task itself. */
  unit: unitRef.nullable(),
  who,
  /** Event type in the past tense; words in `labels.zh.ts` (`eventNames`). */
  what: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  files: z.array(fileRef),
  /** First twelve hexadecimal digits of the entry's hash: the entry is chained into the ledger. */
  mark: z.string(),
})

export const taskHistory = route({
  method: 'GET',
  path: '/api/tasks/:taskId/history',
  summary: '任务的办理过程（最新在前）',
  params: taskId,
  query: z.object({
    before: z.uuid().optional(),
    size: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({ entries: z.array(timeLineEntry), next: z.string().nullable() }),
})

export const partReports = route({
  method: 'GET',
  path: '/api/assignments/:assignmentId/reports',
  summary: '一个单位报过的全部进展（最新在前）',
  params: z.object({ assignmentId: z.uuid() }),
  reply: z.object({ reports: z.array(shownReport) }),
})

export const explainPart = route({
  method: 'GET',
  path: '/api/assignments/:assignmentId/deadline',
  summary: '到期日的说明：起算日、每一天、原定日期',
  params: z.object({ assignmentId: z.uuid() }),
  reply: z.object({
    deadline: explainedDeadline.nullable(),
    days: z.array(
      z.object({
        day: z.string(),
        number: z.number().nullable(),
        dayZero: z.boolean(),
        kind: z.string(),
        name: z.string(),
        unsettled: z.boolean(),
      }),
    ),
    /**
     * An inner date: so many working days before the day the lead is due (0: less time was left, it is due at once);
     * `days` then run from it to that day.
     */
    countedBack: z.object({ from: z.string(), workingDays: z.number() }).nullable(),
  }),
})

export const changeTaskDate = route({
  method: 'POST',
  path: '/api/tasks/:taskId/change-date',
  summary: '营商办调整任务的完成时限（首次时限保留）',
  params: taskId,
  body: z.object({ dueOn: isoDay, reason }),
  reply: written,
})

export const nameLead = route({
  method: 'POST',
  path: '/api/tasks/:taskId/name-lead',
  summary: '营商办明确牵头单位，或取消牵头',
  params: taskId,
  body: z.object({ unitId: z.uuid().nullable(), reason }),
  reply: written,
})

export const addPart = route({
  method: 'POST',
  path: '/api/tasks/:taskId/add-part',
  summary: '营商办增加责任单位或配合单位',
  params: taskId,
  body: z.object({ unitId: z.uuid(), role: z.enum(['responsible', 'supporting']), reason }),
  reply: written,
})

export const withdrawTask = route({
  method: 'POST',
  path: '/api/tasks/:taskId/withdraw',
  summary: '营商办撤销任务',
  params: taskId,
  body: z.object({ reason }),
  reply: written,
})
