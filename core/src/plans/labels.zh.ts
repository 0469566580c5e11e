import type { FieldChange } from './differences.ts'
import type { CampaignRefusal } from './campaign.ts'
import type { DraftRefusal } from './draft.ts'
import type { PlanPolicyRefusal } from './policy.ts'

/** Refusals that only the server can find: the stored plan against units, tasks and the trial's day. */
export const planServerRefusals = [
  'plan.changed-meanwhile',
  'plan.unit-gone',
  'plan.not-found',
  'campaign.not-found',
  'clause.not-found',
  'trial.not-a-trial',
  'trial.bad-day',
  'trial.day-has-entries',
  'trial.calendar-end',
  'trial.resetting',
] as const
export type PlanServerRefusal = (typeof planServerRefusals)[number]

export const planSentences: Record<DraftRefusal | CampaignRefusal | PlanPolicyRefusal | PlanServerRefusal, string> = {
  'plan.already-imported': '这份方案已经导入过了，请到方案列表中打开。',
  'plan.no-draft': '这份方案已经发布或者已经作废，不能再改。需要改动时，请导入修订后的方案。',
  'plan.no-such-task': '没有找到这项任务，可能刚被别人删去。请刷新后再改。',
  'plan.task-key-used': '这项任务已经加过了，请刷新后核对。',
  'plan.no-such-diagnostic': '这个提示已经不在了，请刷新后核对。',
  'plan.lead-not-in-task': '第 {no} 项没有列“{unit}”，不能由它牵头。请先把它加进责任单位。',
  'plan.bad-date': '日期不存在，请按“年-月-日”重新填写。',
  'plan.reason-missing': '请写明原因。',
  'plan.not-ready': '还有 {open} 件事没有办，办完才能发布。请看“发布前要办的事”。',
  'plan.office-only': '方案由县营商办办理，当前岗位只能查看任务。',
  'plan.director-only': '行动设置由县营商办主任更改。',
  'plan.staff-only': '需要有在任岗位才能查看。',
  'plan.changed-meanwhile': '刚才有人改过这份方案。请刷新，看过改动以后再发布。',
  'plan.unit-gone': '“{name}”对应的单位已经撤并。请重新选定单位后再发布。',
  'plan.not-found': '没有找到这份方案。',
  'campaign.already-open': '这次行动已经开始。',
  'campaign.not-running': '这次行动已经结束，不能再改。',
  'campaign.list-known': '“{list}”已经在行动里了，不用再加。',
  'campaign.period-reversed': '行动的结束日期早于开始日期，请先更正阶段的起止日期。',
  'campaign.reason-missing': '请写明更改的原因。',
  'campaign.not-found': '没有找到这次行动。',
  'clause.not-found': '没有找到这一条款。',
  'trial.not-a-trial': '正式运行按真实日期，不能移动日期，也不能重新开始。',
  'trial.bad-day': '日期不存在，请重新选择。',
  'trial.day-has-entries': '{day} 之后已经有办理记录，日期不能退回。需要从头再来时，请用“重新开始”。',
  'trial.calendar-end': '工作日历只到 {last}，不能移到更晚的日期。',
  'trial.resetting': '有人正在让试用重新开始，请十几秒后再来，并重新登录。',
}

/** The two trees of problems a plan names (`importer/categories.ts`); other groups are called as they were written. */
export const categoryGroupNames: Readonly<Record<string, string>> = {
  'problem-groups': '收集的问题',
  'problem-heads': '重点反馈的问题',
}

/** What a revised notice changed in a task. */
export const changedFieldNames: Readonly<Record<FieldChange['field'], string>> = {
  no: '序号',
  title: '标题',
  text: '内容',
  units: '责任单位',
  basis: '依据',
  deadline: '完成时限',
  catchAll: '兜底表述',
  list: '清单',
}
