import type { IsoDate } from '../kernel/dates.ts'
import type { DeadlineRule } from '../kernel/deadline-rule.ts'
import { addWorkingDays, type WorkCalendar } from '../kernel/work-calendar.ts'
import type { RuleSet } from './rule-set.ts'
import type { Period } from './setting.ts'

const periods = {
  'task.sign': (rules: RuleSet) => rules.tasks.signWithin.value,
  'task.verify': (rules: RuleSet) => rules.tasks.verifyWithin.value,
  'complaint.supplementAsk': (rules: RuleSet) => rules.complaint.supplementAsk.value,
  'complaint.supplementGive': (rules: RuleSet) => rules.complaint.supplementGive.value,
  'complaint.declineWindow': (rules: RuleSet) => rules.complaint.declineWindow.value,
  'complaint.declineDecide': (rules: RuleSet) => rules.complaint.declineDecide.value,
  'complaint.handle': (rules: RuleSet) => rules.complaint.handle.value,
  'complaint.verify': (rules: RuleSet) => rules.complaint.verify.value,
  'complaint.feedback': (rules: RuleSet) => rules.complaint.feedback.value,
  'complaint.noAnswer': (rules: RuleSet) => rules.complaint.noAnswerAfter.value,
  'complaint.reworkWindow': (rules: RuleSet) => rules.complaint.reworkWindow.value,
  'complaint.reworkJudge': (rules: RuleSet) => rules.complaint.reworkJudge.value,
  'complaint.rework': (rules: RuleSet) => rules.complaint.rework.value,
  'complaint.followUp': (rules: RuleSet) => rules.complaint.followUp.value.within,
} satisfies Record<string, (rules: RuleSet) => Period>

/** The periods a rule set holds, by the key that a deadline record keeps. */
export type DeadlineKey = keyof typeof periods
export const deadlineKeys = Object.keys(periods) as readonly DeadlineKey[]

/** The complete rule of one period, for `computeDeadline`. The unit's period of a case: `handleRule`. */
export function deadlineRuleOf(ruleSet: RuleSet, key: DeadlineKey): DeadlineRule {
  return { ...settings(ruleSet, key), ...periods[key](ruleSet) }
}

/** From registration until the office accepts or refuses; null where the rule set has no such period. */
export function triageRule(ruleSet: RuleSet): DeadlineRule | null {
  const triage = ruleSet.complaint.triage.value
  return triage && { ...settings(ruleSet, 'complaint.triage'), ...triage }
}

/**
 * The unit's period of a round (rule D-33): the tier's own in the first round where the case has one, the rework period in later
 * rounds. Throws `RangeError` for a tier that the rule set does not have.
 */
export function handleRule(ruleSet: RuleSet, tier: string | null = null, round = 1): DeadlineRule {
  if (round > 1) return deadlineRuleOf(ruleSet, 'complaint.rework')
  if (tier === null) return deadlineRuleOf(ruleSet, 'complaint.handle')
  const found = ruleSet.complaint.tiers.value.find(({ code }) => code === tier)
  if (!found) throw new RangeError(`rule set ${ruleSet.id} has no tier ${tier}`)
  return { ...settings(ruleSet, 'complaint.handle'), ...found.period }
}

/** Grants, and the most they may add up to, that a round of a case allows. */
export function extensionsOf(ruleSet: RuleSet, round: number): { readonly grants: number; readonly cap: Period } {
  const { extension, extensionGrants, extensionInRework } = ruleSet.complaint
  const open = round === 1 || extensionInRework.value
  return { grants: open ? extensionGrants.value : 0, cap: extension.value }
}

/** The settings for a date that is given to a case and not counted, for `fixedDeadline`: an inner date, a statutory period. */
export function caseDateRule(
  ruleSet: RuleSet,
  key: 'complaint.inner' | 'complaint.statutory' | 'complaint.instruction',
): Omit<DeadlineRule, 'days' | 'unit'> {
  return settings(ruleSet, key)
}

/** The settings for a task's given date, for `fixedDeadline`. */
export function taskDueRule(ruleSet: RuleSet): Omit<DeadlineRule, 'days' | 'unit'> {
  return settings(ruleSet, 'task.due')
}

/**
 * The inner date by which supporting units owe their part of a task (rule D-25): the rule set's working days before the
 * task's due day, but not before the day the task starts.
 */
export function supportingDueOn(ruleSet: RuleSet, startOn: IsoDate, dueOn: IsoDate, calendar: WorkCalendar): IsoDate {
  return innerDueOn(ruleSet.tasks.supportingLeadDays.value, startOn, dueOn, calendar)
}

/** The same for a case (rule D-25): from the day of assignment, before the lead unit's due day. */
export function caseInnerDueOn(ruleSet: RuleSet, assignedOn: IsoDate, dueOn: IsoDate, calendar: WorkCalendar): IsoDate {
  return innerDueOn(ruleSet.complaint.supportingLeadDays.value, assignedOn, dueOn, calendar)
}

function innerDueOn(ahead: number, startOn: IsoDate, dueOn: IsoDate, calendar: WorkCalendar): IsoDate {
  if (ahead === 0 || dueOn <= startOn) return dueOn
  const inner = addWorkingDays(calendar, dueOn, -ahead)
  return inner > startOn ? inner : startOn
}

function settings(ruleSet: RuleSet, key: string): Omit<DeadlineRule, 'days' | 'unit'> {
  return { key, ruleVersion: ruleSet.id, counting: ruleSet.counting.value, alert: ruleSet.alert.value }
}
