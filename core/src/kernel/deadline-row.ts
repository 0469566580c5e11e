import { z } from 'zod'
import { isIsoDate } from './dates.ts'
import { periodUnits } from './deadline-rule.ts'
import type { DeadlineRecord } from './deadline.ts'

const day = z.string().refine(isIsoDate, 'not a day of the calendar')

/** A deadline record as it is stored and sent: the same fields, checked. */
export const deadlineRecord: z.ZodType<DeadlineRecord> = z.object({
  ruleKey: z.string(),
  ruleVersion: z.string(),
  calendarVersion: z.string(),
  startEvent: z.string(),
  startOn: day,
  startAt: z.string().nullable(),
  dayZero: day,
  legs: z.array(z.object({ days: z.number().int().min(1), unit: z.enum(periodUnits) })),
  dueOn: day,
  dueTime: z.string(),
  usedDays: z.number().int().min(0),
  countedDays: z.number().int().min(0),
  thresholds: z.object({ blueFrom: day, yellowFrom: day, overdueFrom: day }),
  provisional: z.boolean(),
})
