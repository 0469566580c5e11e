import type { RulePolicyRefusal } from './policy.ts'
import type { RuleSeriesRefusal } from './rule-series.ts'
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
  'complaint.anonymity': '匿名反映的处理',
  'complaint.requiredFields': '反映时必须提供的内容',
  'complaint.categoryGroups': '问题类别',
  'complaint.categoryHeads': '问题方面',
  'complaint.acceptGrounds': '受理条件',
  'complaint.refuseGrounds': '不予受理的情形',
  'complaint.refusalTold': '不予受理是否告知理由',
  'complaint.triage': '决定是否受理的时限',
  'complaint.supplementAsk': '要求补正的时限',
  'complaint.supplementGive': '反映人补正的时限',
  'complaint.supplementTimes': '要求补正的次数',
  'complaint.supplementRestarts': '补正后期限重新计算',
  'complaint.declineWindow': '退单时限',
  'complaint.declinesBeforeDecision': '由单位协商的退单次数',
  'complaint.declineDecide': '裁定承办单位的时限',
  'complaint.supportingLeadDays': '配合单位提前提交的工作日数（件）',
  'complaint.handleStarts': '办理时限的起算',
  'complaint.handle': '办理时限',
  'complaint.tiers': '分档办理时限',
  'complaint.extension': '延期上限（累计）',
  'complaint.extensionGrants': '延期次数',
  'complaint.extensionApprover': '延期由谁批准',
  'complaint.extensionTold': '延期是否告知反映人',
  'complaint.pauseAtHandIn': '报送结果后停止计时',
  'complaint.statutoryStillInforms': '转法定程序后仍然反馈反映人',
  'complaint.verify': '核查确认时限',
  'complaint.feedback': '反馈投诉人时限',
  'complaint.feedbackStarts': '反馈投诉人时限的起算',
  'complaint.unreachable': '联系不上的认定',
  'complaint.satisfactionOptions': '满意度选项',
  'complaint.dissatisfactionReasons': '不满意的原因',
  'complaint.noAnswerAfter': '多久没有评价记为未答复',
  'complaint.reworkWindow': '可以申请重新办理的时间',
  'complaint.reworkJudge': '审查重新办理申请的时限',
  'complaint.rework': '重新办理时限',
  'complaint.reworkNeedsEvidence': '重新办理须有新的证据和理由',
  'complaint.reworkTimes': '重新办理的次数',
  'complaint.extensionInRework': '重新办理可否延期',
  'complaint.concludingKinds': '办结方式',
  'complaint.followUp': '突出问题回访',
  'complaint.protectionFollowUps': '办结后回访反映人有无受到刁难',
  'complaint.escalation': '逾期后的督办措施',
  'complaint.repeated': '反复被投诉的认定',
  'complaint.referralGrounds': '问题线索移交的情形',
  'complaint.disciplineOpeningShown': '纪检监察查看身份后多久告知反映人',
  'complaint.retention': '保存年限',
}

const problemSentences: Record<RuleSetProblemCode, (facts: Readonly<Record<string, string | number>>) => string> = {
  'rules.invalid-value': (f) => `“${f.path}”缺失或写法不对，请检查后再保存`,
  'rules.code-repeats': (f) => `“${f.path}”里有两项用了同一个代码，请改成不同的代码`,
  'rules.ladder-not-rising': (f) => `“${f.path}”要一档比一档重、时间一档不早于一档，请调整先后`,
  'rules.lamps-crossed': (f) => `“${f.path}”里黄灯要比蓝灯亮得晚，请把黄灯的天数和比例改得不大于蓝灯`,
  'rules.answers-missing': (f) => `“${f.path}”里至少要有一项计为满意、一项计为不满意`,
  'rules.attempts-too-few': (f) => `“${f.path}”里联系的次数不能少于日子数，请改一个`,
  'rules.other-series': () => '新版本必须属于同一套规则，请从现行规则复制后修改',
  'rules.id-in-use': () => '这个版本编号已经用过，请换一个编号',
  'rules.valid-from-not-later': (f) => `生效日期必须晚于现行版本的生效日期（${f.newest}），已生效的规则不能改写`,
  'rules.nothing-changed': () => '没有改动，不用发布新版本',
}

/** What is wrong with a new version and what to do, in one sentence. */
export function ruleSetProblemSentence(problem: RuleSetProblem): string {
  const name = Object.entries(settingNames).find(([path]) => `${problem.path}.`.startsWith(`${path}.`))?.[1]
  return problemSentences[problem.code]({ path: name ?? problem.path, ...problem.facts })
}

/** Refusals that only the server can find. */
export const ruleServerRefusals = ['rules.changed-meanwhile', 'ruleSet.not-found'] as const
export type RuleServerRefusal = (typeof ruleServerRefusals)[number]

/** What a person is told when something about rules is refused. */
export const ruleSentences: Record<RuleSeriesRefusal | RulePolicyRefusal | RuleServerRefusal, string> = {
  'rules.invalid-value': '有的内容缺失或写法不对，请按表中提示改正后再发布。',
  'rules.code-repeats': '有两项用了同一个代码，请改成不同的代码。',
  'rules.ladder-not-rising': '督办措施要一档比一档重、时间一档不早于一档，请调整先后。',
  'rules.lamps-crossed': '黄灯要比蓝灯亮得晚，请把黄灯的天数和比例改得不大于蓝灯。',
  'rules.answers-missing': '满意度选项里至少要有一项计为满意、一项计为不满意。',
  'rules.attempts-too-few': '联系的次数不能少于日子数，请改一个。',
  'rules.other-series': '新版本必须属于同一套规则，请从现行规则开始修改。',
  'rules.id-in-use': '这个版本编号已经用过，请刷新后再发布。',
  'rules.valid-from-not-later': '生效日期必须晚于上一版的生效日期（{newest}）。已经生效的规则不能改写。',
  'rules.nothing-changed': '没有改动，不用发布新版本。',
  'rules.already-begun': '这套规则已经建立，请在现行规则上编辑下一版。',
  'rules.not-begun': '还没有规则。请先导入并发布方案，规则随方案建立。',
  'rules.reason-missing': '请写明为什么改。',
  'rules.valid-from-past': '生效日期不能早于今天（{today}）。已经发生的事按当时的规则办。',
  'rules.readers-only':
    '规则由县营商办、县领导、督查、纪检监察、审计和管理员查看。您办理的事项里，每个日期旁都可以看到依据的条款。',
  'rules.office-only': '规则的下一版由县营商办准备。',
  'rules.director-only': '规则由县营商办主任发布。',
  'rules.changed-meanwhile': '刚才有人发布了新的版本。请刷新，在新版本上再改。',
  'ruleSet.not-found': '没有找到这一版规则。',
}
