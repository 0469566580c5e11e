import { ruleSetFromPlan } from './from-plan.ts'
import type { RuleSet } from './rule-set.ts'

const silent = { rules: { complaint: { handle: null, extension: null, feedback: null, rework: null } } }
const standingId = /^(\d{6})-standing-1$/

/**
 * The rules of a division that has published no notice: 本办自定 throughout, the same in every program, so that what comes
 * in before the first campaign has its dates. Its id names it; it is stored nowhere.
 */
export function standingRuleSet(divisionCode: string): RuleSet {
  return ruleSetFromPlan(silent, {
    id: `${divisionCode}-standing-1`,
    series: `${divisionCode}-standing`,
    title: '没有方案时的规则',
    divisionCode,
    validFrom: '2000-01-01',
  })
}

/** The standing rule set an id names; undefined for the id of a stored version. */
export function standingRuleSetOfId(id: string): RuleSet | undefined {
  const division = standingId.exec(id)?.[1]
  return division === undefined ? undefined : standingRuleSet(division)
}
