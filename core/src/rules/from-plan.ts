import { defaultAlertRule } from '../kernel/alert-level-rule.ts'
import { defaultCountingRule } from '../kernel/deadline-rule.ts'
import type { RuleSet, Setting } from './rule-set.ts'
import { readRuleSet } from './rule-set-version.ts'

/** What the notice cannot say about its own rule set. */
export interface RuleSetHead {
  readonly id: string
  readonly series: string
  readonly title: string
  readonly divisionCode: string
  readonly validFrom: string
}

/** The part of a plan package that rules come from; a period is null where the notice is silent. */
export interface PlanWithRules {
  readonly rules: {
    readonly complaint: Readonly<Record<'handle' | 'extension' | 'feedback' | 'rework', PrintedPeriod | null>>
  }
}

interface PrintedPeriod {
  readonly days: number
  readonly unit: 'working' | 'calendar'
  readonly clause: string
}

/**
 * The rule set of an imported plan: its numbers with the clause they stand in, every gap filled and marked 本办自定. The
 * office looks at it before it publishes. Throws when the package holds a period that no rule set can have.
 */
export function ruleSetFromPlan(plan: PlanWithRules, head: RuleSetHead): RuleSet {
  const { handle, extension, feedback, rework } = plan.rules.complaint
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
    complaint: {
      // The notices give periods without saying from when: from assignment, that day not counted (rule D-13).
      handleStarts: selfSet('assigned'),
      handle: printed(handle, 15),
      extension: printed(extension, 15),
      extensionGrants: selfSet(1),
      feedback: printed(feedback, 5),
      verify: selfSet({ days: 5, unit: 'working' }),
      rework: printed(rework, 15),
      // A rework period that "must not exceed" its days leaves no room for an extension.
      extensionInRework: selfSet(false),
    },
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

function selfSet<Value>(value: Value): Setting<Value> {
  return { value, source: { kind: 'selfSet' } }
}

function printed(found: PrintedPeriod | null, otherwiseWorkingDays: number): Setting<{ days: number; unit: string }> {
  if (found === null) return selfSet({ days: otherwiseWorkingDays, unit: 'working' })
  const { days, unit, clause } = found
  // A period read from a sentence that the importer could not place under a clause still comes from the notice, but a
  // number without its clause cannot be shown with its source: the office has to own it.
  return clause === '' ? selfSet({ days, unit }) : { value: { days, unit }, source: { kind: 'clause', clause } }
}
