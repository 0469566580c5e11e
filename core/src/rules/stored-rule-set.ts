import type { RuleSet } from './rule-set.ts'
import { readRuleSet } from './rule-set-version.ts'
import { selfSetComplaint } from './self-set-complaint.zh.ts'

/**
 * A rule set as some earlier program stored it, in today's shape: settings it does not have yet are 本办自定. What it has
 * stays as it was. Throws on anything that never was a rule set, for that is damage and nobody's mistake.
 */
export function storedRuleSet(stored: unknown): RuleSet {
  const answer = readRuleSet(withLaterSettings(stored))
  if (answer.ok) return answer.ruleSet
  throw new TypeError(`not a stored rule set: ${answer.problems.map(({ path }) => path).join(', ')}`)
}

function withLaterSettings(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null || !('complaint' in stored)) return stored
  return { ...stored, complaint: { ...selfSetComplaint(), ...(stored.complaint as object) } }
}
