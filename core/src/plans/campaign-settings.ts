import type { RuleSet } from '../rules/rule-set.ts'
import type { Setting } from '../rules/setting.ts'

/** The settings of a campaign's tasks that the director may change, as the form shows them. */
export interface CampaignSettings {
  /** What leaves a unit as its result is signed by its head or deputy. */
  readonly headSigns: boolean
  /** Supporting units owe their part this many working days before the task is due. */
  readonly supportingLeadDays: number
  /** A first or last quarter the campaign only touches: its own period, joined to the next one, or none. */
  readonly stubPeriods: 'count' | 'merge' | 'skip'
  /** MM-DD of the yearly conclusion of an ongoing task. */
  readonly yearlyConclusionOn: string
}

export function campaignSettingsOf(ruleSet: RuleSet): CampaignSettings {
  const { headSigns, supportingLeadDays, stubPeriods, yearlyConclusion } = ruleSet.tasks
  return {
    headSigns: headSigns.value.completion,
    supportingLeadDays: supportingLeadDays.value,
    stubPeriods: stubPeriods.value,
    yearlyConclusionOn: yearlyConclusion.value,
  }
}

/** The next version of a rule set with the given settings, marked 本办自定, valid from a day. Versions are never changed. */
export function nextRuleSet(ruleSet: RuleSet, change: Partial<CampaignSettings>, validFrom: string): RuleSet {
  const own = <Value>(now: Setting<Value>, wanted: Value | undefined): Setting<Value> =>
    wanted === undefined ? now : { value: wanted, source: { kind: 'selfSet' } }
  const { tasks } = ruleSet
  const number = Number(/-(\d+)$/.exec(ruleSet.id)?.[1] ?? 1) + 1
  const completion = change.headSigns
  return {
    ...ruleSet,
    id: `${ruleSet.series}-${number}`,
    validFrom,
    tasks: {
      ...tasks,
      headSigns: own(tasks.headSigns, completion === undefined ? undefined : { ...tasks.headSigns.value, completion }),
      supportingLeadDays: own(tasks.supportingLeadDays, change.supportingLeadDays),
      stubPeriods: own(tasks.stubPeriods, change.stubPeriods),
      yearlyConclusion: own(tasks.yearlyConclusion, change.yearlyConclusionOn),
    },
  }
}
