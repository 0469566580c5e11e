import type { RuleSet } from '../rules/rule-set.ts'
import type { SettingEdit } from '../rules/proposal.ts'
import type { SettingPath } from '../rules/settings.ts'

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

/** The same settings as edits of the rule set they stand in. */
export function settingsEdits(ruleSet: RuleSet, change: Partial<CampaignSettings>): SettingEdit[] {
  const { headSigns, supportingLeadDays, stubPeriods, yearlyConclusionOn } = change
  const wanted: [SettingPath, unknown][] = [
    [
      'tasks.headSigns',
      headSigns === undefined ? undefined : { ...ruleSet.tasks.headSigns.value, completion: headSigns },
    ],
    ['tasks.supportingLeadDays', supportingLeadDays],
    ['tasks.stubPeriods', stubPeriods],
    ['tasks.yearlyConclusion', yearlyConclusionOn],
  ]
  return wanted.flatMap(([path, value]) => (value === undefined ? [] : [{ path, value }]))
}
