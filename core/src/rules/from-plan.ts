import { defaultAlertRule } from '../kernel/alert-level-rule.ts'
import { defaultCountingRule } from '../kernel/deadline-rule.ts'
import { complaintFromPlan, type PlanWithRules } from './complaint-from-plan.zh.ts'
import type { RuleSet } from './rule-set.ts'
import { readRuleSet } from './rule-set-version.ts'
import { selfSet } from './setting.ts'

/** What the notice cannot say about its own rule set. */
export interface RuleSetHead {
  readonly id: string
  readonly series: string
  readonly title: string
  readonly divisionCode: string
  readonly validFrom: string
}

/**
 * The rule set of an imported plan: its numbers with the clause they stand in, every gap filled and marked 本办自定. The
 * office looks at it before it publishes. Throws when the package holds a period that no rule set can have.
 */
export function ruleSetFromPlan(plan: PlanWithRules, head: RuleSetHead): RuleSet {
  const answer = readRuleSet({
    ...head,
    counting: selfSet(defaultCountingRule),
    alert: selfSet(defaultAlertRule),
    tasks: {
      headSigns: selfSet({ progressReport: false, completion: true, changeRequest: true }),
      clockStarts: selfSet('published'),
      signWithin: selfSet({ days: 3, unit: 'working' }),
      verifyWithin: selfSet({ days: 5, unit: 'working' }),
      supportingLeadDays: selfSet(5),
      stubPeriods: selfSet('count'),
      periodClearing: selfSet('verified'),
      yearlyConclusion: selfSet('12-31'),
    },
    reminders: { quietHours: selfSet({ from: '20:00', until: '08:00', restDays: true }) },
    complaint: complaintFromPlan(plan),
  })
  if (answer.ok) return answer.ruleSet
  throw new RangeError(`the plan's rules cannot be used: ${answer.problems.map((problem) => problem.path).join(', ')}`)
}

/** The rule set of the sample campaign, county 320724. It is valid from the campaign's first day. */
export function guannanRuleSet(
  plan: PlanWithRules & { readonly stages: readonly { readonly start: string | null }[] },
): RuleSet {
  const starts = plan.stages.flatMap((stage) => (stage.start === null ? [] : [stage.start])).sort()
  return ruleSetFromPlan(plan, {
    id: 'guannan-2022-1',
    series: 'guannan-2022',
    title: '灌南县“优化营商环境攻坚年”专项行动规则',
    divisionCode: '320724',
    validFrom: starts[0] ?? '2022-06-01',
  })
}
