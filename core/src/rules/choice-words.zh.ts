import type { CountingRule } from '../kernel/deadline-rule.ts'
import type * as choices from './complaint-choices.ts'
import type { ExampleMoment } from './examples.ts'
import type { RuleSet } from './rule-set.ts'

/** The words of fixed choices, complete by type. */
type Words<List extends readonly string[]> = Record<List[number], string>

export const handleStartWords: Words<typeof choices.handleStarts> = {
  registered: '登记之日',
  accepted: '受理之日',
  assigned: '交办之日',
  signed: '签收之日',
}
export const feedbackStartWords: Words<typeof choices.feedbackStarts> = {
  verified: '核查确认之日',
  resultReported: '收到办理结果之日',
}
export const conclusionWords: Words<typeof choices.conclusionKinds> = {
  solved: '解决',
  partlySolved: '部分解决',
  explained: '解释说明',
  unfounded: '不属实',
  refused: '不予受理',
  transferred: '转其他机关',
  statutory: '转其他程序',
  merged: '并案',
  withdrawn: '撤回',
  unreachable: '无法联系',
  supplementNotGiven: '未补正',
}
export const anonymityWords: Words<typeof choices.anonymityRules> = {
  accept: '受理，与实名一样办理',
  clueOnly: '只作为线索，不反馈',
  refuse: '不受理',
}
export const fieldWords: Words<typeof choices.requirableFields> = {
  object: '反映对象',
  facts: '事实',
  claim: '诉求',
  evidence: '证据材料',
  name: '姓名或者单位名称',
  address: '地址',
  contact: '联系方式',
  seal: '单位盖章',
}
export const approverWords: Words<typeof choices.extensionApprovers> = {
  office: '营商办',
  unitHead: '承办单位主要负责人',
  leader: '县领导',
}
export const meaningWords: Words<typeof choices.satisfactionMeanings> = {
  satisfied: '计为满意',
  partly: '计为基本满意',
  dissatisfied: '计为不满意',
}
export const consequenceWords: Words<typeof choices.dissatisfactionConsequences> = {
  rework: '可以申请重新办理',
  callBack: '由营商办回访',
  none: '只作记录',
}
export const stepWords: Words<typeof choices.escalationSteps> = {
  urgeNotice: '催办',
  supervisionOrder: '督办单',
  admonitoryTalk: '约谈',
  circular: '通报',
}
export const retainedWords: Words<typeof choices.retainedParts> = {
  caseRecord: '办理记录（已隐去身份）',
  original: '反映原文',
  identity: '反映人身份',
  file: '反映人的附件',
  message: '与反映人的往来',
  fingerprint: '查重信息',
  tip: '涉及人员的举报',
}

export const dayEndWords: Record<CountingRule['dayEnds'], string> = {
  midnight: '最后一天到 24:00',
  closeOfBusiness: '最后一天到下班时间',
}
export const lateReceiptWords: Record<CountingRule['lateReceipt'], string> = {
  sameDay: '下班后、休息日收到的，算当天收到',
  nextWorkingDay: '下班后、休息日收到的，算下一个工作日收到',
}
export const restDayEndWords: Record<CountingRule['restDayEnd'], string> = {
  moves: '按日、月、年计的，最后一天是休息日时顺延到下一个工作日',
  stays: '按日、月、年计的，最后一天是休息日时不顺延',
}
export const clockStartWords: Record<RuleSet['tasks']['clockStarts']['value'], string> = {
  published: '方案发布之日',
  stageStart: '所在阶段开始之日',
}
export const stubWords: Record<RuleSet['tasks']['stubPeriods']['value'], string> = {
  count: '单独算一期',
  merge: '并入相邻的一期',
  skip: '不算',
}
export const clearingWords: Record<RuleSet['tasks']['periodClearing']['value'], string> = {
  verified: '营商办核查后算完成',
  reported: '单位报送后就算完成',
}

export const momentWords: Record<ExampleMoment, { readonly starts: string; readonly ends: string }> = {
  triage: { starts: '登记', ends: '决定是否受理' },
  supplementAsk: { starts: '登记', ends: '可以要求补正' },
  supplementGive: { starts: '要求补正', ends: '反映人补正' },
  declineWindow: { starts: '交办', ends: '单位可以退单' },
  declineDecide: { starts: '退单报到营商办', ends: '裁定由谁承办' },
  handle: { starts: '起算那天', ends: '单位反馈办理结果' },
  extended: { starts: '起算那天', ends: '单位反馈办理结果，用满延期' },
  verify: { starts: '收到办理结果', ends: '核查确认' },
  feedback: { starts: '起算那天', ends: '反馈投诉人' },
  noAnswer: { starts: '反馈投诉人', ends: '没有评价的，记为未答复' },
  reworkWindow: { starts: '反馈投诉人', ends: '可以申请重新办理' },
  reworkJudge: { starts: '申请重新办理', ends: '审查完毕' },
  rework: { starts: '发回重新办理', ends: '单位反馈重新办理结果' },
  followUp: { starts: '办结', ends: '回访突出问题' },
}
