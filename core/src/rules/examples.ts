import type { IsoDate } from '../kernel/dates.ts'
import type { DeadlineRule } from '../kernel/deadline-rule.ts'
import { computeDeadline, extendDeadline } from '../kernel/deadline.ts'
import type { WorkCalendar } from '../kernel/work-calendar.ts'
import { deadlineRuleOf, extensionsOf, handleRule, triageRule, type DeadlineKey } from './deadline-rules.ts'
import type { RuleSet } from './rule-set.ts'

/** What happens on the day of an example; each is a period of the rule set. */
export const exampleMoments = [
  'triage',
  'supplementAsk',
  'supplementGive',
  'declineWindow',
  'declineDecide',
  'handle',
  'extended',
  'verify',
  'feedback',
  'noAnswer',
  'reworkWindow',
  'reworkJudge',
  'rework',
  'followUp',
] as const
export type ExampleMoment = (typeof exampleMoments)[number]

/** One date a rule set gives: what happened on `startOn`, and by when the next step is due. */
export interface RuleExample {
  readonly moment: ExampleMoment
  /** Code and name of the tier, for a rule set with tiers; null without them. */
  readonly tier: { readonly code: string; readonly name: string } | null
  readonly startOn: IsoDate
  readonly dueOn: IsoDate
  readonly provisional: boolean
}

/** What the rule set would give if everything began on one day: for the preview of a version. Throws `OutsideCalendar`. */
export function ruleExamples(ruleSet: RuleSet, startOn: IsoDate, calendar: WorkCalendar): RuleExample[] {
  const due = (rule: DeadlineRule) => computeDeadline(rule, { kind: 'example', on: startOn }, calendar)
  const plain = (moment: ExampleMoment, rule: DeadlineRule | null): RuleExample[] => {
    if (!rule) return []
    const { dueOn, provisional } = due(rule)
    return [{ moment, tier: null, startOn, dueOn, provisional }]
  }
  // Rules with tiers take no case without one.
  const graded = ruleSet.complaint.tiers.value
  const tiers = graded.length > 0 ? graded : [null]
  const handled = tiers.flatMap((tier): RuleExample[] => {
    const rule = handleRule(ruleSet, tier?.code ?? null)
    const first = due(rule)
    const { grants, cap } = extensionsOf(ruleSet, 1)
    const shown = tier && { code: tier.code, name: tier.name }
    const given = (moment: ExampleMoment, { dueOn, provisional }: typeof first) => ({
      moment,
      tier: shown,
      startOn,
      dueOn,
      provisional,
    })
    const longest = grants > 0 ? [given('extended', extendDeadline(first, cap, rule, calendar))] : []
    return [given('handle', first), ...longest]
  })
  return exampleMoments.flatMap((moment) => {
    if (moment === 'triage') return plain(moment, triageRule(ruleSet))
    if (moment === 'handle' || moment === 'extended') return handled.filter((one) => one.moment === moment)
    return plain(moment, deadlineRuleOf(ruleSet, `complaint.${moment}` satisfies DeadlineKey))
  })
}
