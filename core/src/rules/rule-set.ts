import { z } from 'zod'
import { alertRule } from '../kernel/alert-level-rule.ts'
import { isIsoDate } from '../kernel/dates.ts'
import { stubRules } from '../kernel/deadline-periods.ts'
import { countingRule } from '../kernel/deadline-rule.ts'
import { complaintRules } from './complaint-rules.ts'
import { period, setting } from './setting.ts'

const isoDate = z.string().refine(isIsoDate, 'not a day of the calendar')
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const monthDay = z.string().refine((text) => isIsoDate(`2023-${text}`), 'not a month and day')

export const taskRules = z.object({
  /** What leaves a unit only with the signature of its head or the deputy in charge. */
  headSigns: setting(z.object({ progressReport: z.boolean(), completion: z.boolean(), changeRequest: z.boolean() })),
  /** The clock of a task with a printed date starts with the publication of the plan, or with the stage it belongs to. */
  clockStarts: setting(z.enum(['published', 'stageStart'])),
  /** Within what period a unit signs for its part 签收. */
  signWithin: setting(period),
  /** Within what period the office verifies what was handed in. */
  verifyWithin: setting(period),
  /** Working days before the task's due day by which supporting units owe their part to the lead. */
  supportingLeadDays: setting(z.number().int().min(0).max(260)),
  /** How a quarter (month …) counts that the campaign covers only in part. */
  stubPeriods: setting(z.enum(stubRules)),
  /** A period of a recurring duty is cleared when the office has verified it, or by the unit's report alone. */
  periodClearing: setting(z.enum(['verified', 'reported'])),
  /** `MM-DD` of the yearly conclusion of an ongoing task. */
  yearlyConclusion: setting(monthDay),
})

/** Yellow is the later warning: never lit before blue where both go by the same measure. */
const lampsInOrder = alertRule.superRefine(({ blue, yellow }, context) => {
  for (const measure of ['percentLeft', 'workingDaysLeft'] as const) {
    const [early, late] = [blue[measure], yellow[measure]]
    if (early !== null && late !== null && late > early)
      context.addIssue({ code: 'custom', path: ['yellow', measure], params: { problem: 'rules.lamps-crossed' } })
  }
})

export const reminderRules = z.object({
  /** No reminder leaves from `from` until `until` (over midnight when `from` is later), nor on rest days when so set. */
  quietHours: setting(z.object({ from: clockTime, until: clockTime, restDays: z.boolean() })),
})

/**
 * A dated rule set: everything about clocks and duties that differs from place to place. A version is never changed; a
 * case, a task and a deadline keep the id of the version they started under.
 */
export const ruleSet = z.object({
  /** Unique for each version; stored with everything it decided. */
  id: z.string().min(1),
  /** The same for all versions of one place's rules. */
  series: z.string().min(1),
  title: z.string().min(1),
  /** GB/T 2260 code of the division. */
  divisionCode: z.string().regex(/^\d{6}$/),
  validFrom: isoDate,
  counting: setting(countingRule),
  alert: setting(lampsInOrder),
  tasks: taskRules,
  reminders: reminderRules,
  complaint: complaintRules,
})
export type RuleSet = z.infer<typeof ruleSet>
