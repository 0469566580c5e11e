import { withEdits, type SettingEdit } from '../proposal.ts'
import { readRuleSet } from '../rule-set-version.ts'
import type { RuleSet } from '../rule-set.ts'
import type { SettingPath } from '../settings.ts'
import type { Period } from '../setting.ts'
import { standingRuleSet } from '../standing-rule-set.ts'

/** Another place's complaint rules: what its published rules say, and nothing that they do not. */
export interface PlaceRules {
  readonly code: string
  /** The place and the year of its rules, in Chinese. */
  readonly name: string
  readonly settings: readonly SettingEdit[]
}

/** Settings that one document gives. */
export function saidIn(document: string, values: Partial<Record<SettingPath, unknown>>): SettingEdit[] {
  return Object.entries(values).map(([path, value]) => ({ path: path as SettingPath, value, document }))
}

export function working(days: number): Period {
  return { days, unit: 'working' }
}

export function calendar(days: number): Period {
  return { days, unit: 'calendar' }
}

/** A complete rule set by a place's rules; what they leave open is 本办自定. Throws when the place's facts cannot be used. */
export function ruleSetOfPlace(place: PlaceRules, divisionCode: string): RuleSet {
  const head = { id: `${place.code}-1`, series: place.code, title: place.name }
  const answer = readRuleSet(withEdits({ ...standingRuleSet(divisionCode), ...head }, place.settings))
  if (answer.ok) return answer.ruleSet
  throw new RangeError(`${place.code}: ${answer.problems.map(({ path }) => path).join(', ')}`)
}
