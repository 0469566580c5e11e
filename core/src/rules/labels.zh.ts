import type { RuleSetProblem, RuleSetProblemCode } from './rule-set-version.ts'
import type { SettingPath } from './settings.ts'

/** Shown beside every value the notice does not give. */
export const selfSetMark = '本办自定'

/** The name of each setting, for the form, the print and the list of self-set values. */
export const settingNames: Record<SettingPath, string> = {
  counting: '计日方法',
  alert: '红黄蓝灯',
  'tasks.headSigns': '须主要负责人或分管负责人签发的事项',
  'tasks.clockStarts': '任务期限的起算',
  'tasks.signWithin': '签收时限',
  'tasks.verifyWithin': '核查时限（任务）',
  'tasks.supportingLeadDays': '配合单位提前提交的工作日数',
  'tasks.stubPeriods': '不完整周期的处理',
  'tasks.periodClearing': '周期任务的办结方式',
  'tasks.yearlyConclusion': '长年坚持任务的年度小结日期',
  'reminders.quietHours': '免打扰时段',
  'complaint.handleStarts': '办理时限的起算',
  'complaint.handle': '办理时限',
  'complaint.extension': '延期上限（累计）',
  'complaint.extensionGrants': '延期次数',
  'complaint.feedback': '反馈投诉人时限',
  'complaint.verify': '核查确认时限',
  'complaint.rework': '重新办理时限',
  'complaint.extensionInRework': '重新办理可否延期',
}

const problemSentences: Record<RuleSetProblemCode, (facts: Readonly<Record<string, string | number>>) => string> = {
  'rules.invalid-value': (f) => `“${f.path}”缺失或写法不对，请检查后再保存`,
  'rules.other-series': () => '新版本必须属于同一套规则，请从现行规则复制后修改',
  'rules.id-in-use': () => '这个版本编号已经用过，请换一个编号',
  'rules.valid-from-not-later': (f) => `生效日期必须晚于现行版本的生效日期（${f.newest}），已生效的规则不能改写`,
}

/** What is wrong with a new version and what to do, in one sentence. */
export function ruleSetProblemSentence(problem: RuleSetProblem): string {
  const name = Object.entries(settingNames).find(([path]) => problem.path.startsWith(path))?.[1] ?? problem.path
  return problemSentences[problem.code]({ path: name, ...problem.facts })
}
