import { OutsideCalendar } from '@yingshang/core/kernel/work-calendar-days'
import type { RuleExampleRow } from '@yingshang/core/rules/contract'
import { ruleExamples } from '@yingshang/core/rules/examples'
import { proposedRuleSet, type Proposal } from '@yingshang/core/rules/proposal'
import type { RuleSet } from '@yingshang/core/rules/rule-set'
import { changedSettings } from '@yingshang/core/rules/settings'
import type { WorkCalendar } from '@yingshang/core/kernel/work-calendar'

/** What a proposed version would be: problems, or what differs and how dates move. Nothing is stored. */
export function previewOf(
  versions: readonly RuleSet[],
  proposal: Proposal,
  occasion: { readonly businessDay: string; readonly exampleDay: string; readonly calendar: WorkCalendar },
) {
  const answer = proposedRuleSet(versions, proposal)
  const { businessDay } = occasion
  const past =
    proposal.validFrom < businessDay
      ? [{ code: 'rules.valid-from-past' as const, path: 'validFrom', facts: { today: businessDay } }]
      : []
  const problems = [...past, ...(answer.ok ? [] : answer.problems)].map(({ code, path, facts }) =>
    facts ? { code, path, facts: { ...facts } } : { code, path },
  )
  if (!answer.ok) return { problems, differences: [], examples: [] }
  const newest = versions.at(-1)!
  return {
    problems,
    differences: changedSettings(newest, answer.ruleSet),
    examples: examplesBeside(newest, answer.ruleSet, occasion.exampleDay, occasion.calendar),
  }
}

/** The same beginnings under both versions, in one row each. Empty for a day whose end no calendar reaches. */
function examplesBeside(before: RuleSet, after: RuleSet, day: string, calendar: WorkCalendar): RuleExampleRow[] {
  try {
    const rows = new Map<string, RuleExampleRow>()
    for (const [side, ruleSet] of [
      ['before', before],
      ['after', after],
    ] as const)
      for (const { moment, tier, startOn, dueOn, provisional } of ruleExamples(ruleSet, day, calendar)) {
        const key = `${moment} ${tier?.code ?? ''}`
        const row = rows.get(key) ?? { moment, tier, startOn, before: null, after: null, provisional: false }
        rows.set(key, { ...row, tier, [side]: dueOn, provisional: row.provisional || provisional })
      }
    return [...rows.values()]
  } catch (error) {
    if (error instanceof OutsideCalendar) return []
    throw error
  }
}
