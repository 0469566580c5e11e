import { z } from 'zod'
import { route } from '../kernel/route.ts'
import { unitRef } from './contract-parts.ts'
import { figureNames, unitGroups } from './overview-figures.ts'

const figure = z.object({ parts: z.number(), tasks: z.number() })

/**
 * What the ledger (`/api/tasks`) is asked to show the tasks of a row. A figure's own cases: this filter with `figure` set to
 * the figure's name; the ledger then finds as many tasks as the figure says.
 */
const openingFilter = z.object({
  campaignId: z.string(),
  unit: z.string().optional(),
  list: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  kind: z.string().optional(),
})

const row = z.object({
  filter: openingFilter,
  figures: z.record(z.enum(figureNames), figure),
  /** Parts overdue seven days ago, of those the row counts now. */
  overdueBefore: z.number(),
})
const taskCounts = z.object({ all: z.number(), open: z.number(), concluded: z.number(), routine: z.number() })
export type OverviewFigures = z.infer<typeof row>['figures']

/** The part that has waited longest. */
const oldest = z.object({
  task: z.object({ id: z.string(), no: z.string(), title: z.string() }),
  unit: unitRef,
  since: z.string(),
  workingDays: z.number(),
})

export const overview = route({
  method: 'GET',
  path: '/api/campaigns/:campaignId/overview',
  summary: '总体情况：办到哪里、谁慢了、什么在变差；每个数字都能打开对应的任务',
  params: z.object({ campaignId: z.uuid() }),
  reply: z.object({
    day: z.string(),
    /** The day that "before" means. */
    since: z.string(),
    tasks: taskCounts,
    total: row,
    oldestToVerify: oldest.nullable(),
    oldestRequest: oldest.nullable(),
    /** Units in groups that may be compared, in display order. A person of a unit gets their own units only. */
    groups: z.array(z.object({ group: z.enum(unitGroups), units: z.array(row.extend({ unit: unitRef })) })),
    lists: z.array(row.extend({ list: z.object({ id: z.string(), title: z.string() }), tasks: taskCounts })),
    /** Tasks due on a day inside each stage; stages overlap, so these do not add up. */
    stages: z.array(
      row.extend({
        stage: z.object({ no: z.number(), name: z.string(), start: z.string(), end: z.string() }),
        tasks: taskCounts,
      }),
    ),
    before: z.object({ overdue: z.number(), toVerify: z.number(), requested: z.number() }),
    /** Parts that became overdue within seven days and still are, the latest first; at most 20. */
    newlyOverdue: z.array(
      z.object({
        task: z.object({ id: z.string(), no: z.string(), title: z.string() }),
        unit: unitRef,
        dueOn: z.string(),
      }),
    ),
  }),
})
export type Overview = z.infer<typeof overview.reply>
