import type { IsoDate } from '../kernel/dates.ts'
import type { DeadlineRule } from '../kernel/deadline-rule.ts'
import { addWorkingDays, type WorkCalendar } from '../kernel/work-calendar.ts'
import type { RuleSet } from './rule-set.ts'

/** The periods a rule set holds, by the key that a deadline record keeps. */
export const deadlineKeys = [
  'task.sign',
  'task.verify',
  'complaint.handle',
  'complaint.feedback',
  'complaint.verify',
  'complaint.rework',
] as const
export type DeadlineKey = (typeof deadlineKeys)[number]

/** The complete rule of one period, for `computeDeadline`. */
export function deadlineRuleOf(ruleSet: RuleSet, key: DeadlineKey): DeadlineRule {
  const periods = {
    'task.sign': ruleSet.tasks.signWithin,
    'task.verify': ruleSet.tasks.verifyWithin,
    'complaint.handle': ruleSet.complaint.handle,
    'complaint.feedback': ruleSet.complaint.feedback,
    'complaint.verify': ruleSet.complaint.verify,
    'complaint.rework': ruleSet.complaint.rework,
  }
  return { ...settings(ruleSet, key), ...periods[key].value }
}

/** The settings for a task's given date, for `fixedDeadline`. */
export function taskDueRule(ruleSet: RuleSet): Omit<DeadlineRule, 'days' | 'unit'> {
  return settings(ruleSet, 'task.due')
}

/**
 * The inner date by which supporting units owe their part (rule D-25): the rule set's working days before the task's due
 * day, but not before the day the task starts.
 */
export function supportingDueOn(ruleSet: RuleSet, startOn: IsoDate, dueOn: IsoDate, calendar: WorkCalendar): IsoDate {
  const ahead = ruleSet.tasks.supportingLeadDays.value
  if (ahead === 0 || dueOn <= startOn) return dueOn
  const inner = addWorkingDays(calendar, dueOn, -ahead)
  return inner > startOn ? inner : startOn
}

function settings(ruleSet: RuleSet, key: string): Omit<DeadlineRule, 'days' | 'unit'> {
  return { key, ruleVersion: ruleSet.id, counting: ruleSet.counting.value, alert: ruleSet.alert.value }
}
