import { z } from 'zod'
import { alertRule } from './alert-level-rule.ts'

/** The unit a period is printed in. `working` 工作日, `calendar` 日 (natural days), `month`, `year` 民法典 202. */
export const periodUnits = ['working', 'calendar', 'month', 'year'] as const
export type PeriodUnit = (typeof periodUnits)[number]

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** How days are counted; one per rule set, and a period may differ from it. */
export const countingRule = z.object({
  /** 24:00, or the close of business where the office has hours (民法典 203; rule D-09). */
  dayEnds: z.enum(['midnight', 'closeOfBusiness']),
  /** Used by `closeOfBusiness` and `lateReceipt`. China Standard Time. */
  closeOfBusiness: clockTime,
  /** What happens to an event on a rest day or after hours: it counts on that day, or as of the next working day (D-02). */
  lateReceipt: z.enum(['sameDay', 'nextWorkingDay']),
  /** A period in calendar days, months or years whose last day is a rest day ends on the next working day (D-11). */
  restDayEnd: z.enum(['moves', 'stays']),
})
export type CountingRule = z.infer<typeof countingRule>

/** 本办自定 where a notice is silent: no after-hours rule, the whole last day, and the Civil Code's move to a working day. */
export const defaultCountingRule: CountingRule = {
  dayEnds: 'midnight',
  closeOfBusiness: '17:30',
  lateReceipt: 'sameDay',
  restDayEnd: 'moves',
}

/** One period of a rule set, complete: what `computeDeadline` needs. */
export const deadlineRule = z.object({
  /** Names the period inside its rule set, e.g. `complaint.handle`. */
  key: z.string().min(1),
  /** The id of the rule-set version it belongs to. */
  ruleVersion: z.string().min(1),
  days: z.number().int().min(1),
  unit: z.enum(periodUnits),
  counting: countingRule,
  alert: alertRule,
})
export type DeadlineRule = z.infer<typeof deadlineRule>
