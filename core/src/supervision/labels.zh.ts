import type { TipAction, TipRefusal } from './tip.ts'
import type { TipDecline, TipEvent, TipOutcome, TipStatus } from './tip-state.ts'

export const tipStatusNames: Record<TipStatus, string> = {
  received: '待处理',
  examining: '核查中',
  declined: '不予受理',
  transferred: '已转上级或有权机关',
  concluded: '已了结',
}

export const tipDeclineNames: Record<TipDecline, string> = {
  notOurs: '不属于纪检监察机关受理范围',
  noFacts: '没有具体事实或者线索',
  knownAlready: '同一问题已经办理并答复',
  handledElsewhere: '司法机关或者其他机关正在办理',
}

export const tipOutcomeNames: Record<TipOutcome, string> = {
  substantiated: '属实，已依规依纪处理',
  partlySubstantiated: '部分属实，已依规依纪处理',
  unfounded: '不属实',
  explained: '已了解核实，予以说明',
}

export const tipActionNames: Record<TipAction, string> = {
  receive: '收到',
  takeUp: '受理核查',
  decline: '不予受理',
  transfer: '转上级或有权机关',
  conclude: '了结',
  answer: '答复反映人',
  sealMessage: '反映人留言',
}

export const tipEventNames: Record<TipEvent['type'], string> = {
  tipReceived: '收到',
  tipTakenUp: '受理核查',
  tipDeclined: '不予受理',
  tipTransferred: '转上级或有权机关',
  tipConcluded: '了结',
  tipAnswered: '答复反映人',
  tipMessageSealed: '反映人留言',
}

export const tipSentences: Record<TipRefusal | 'tip.not-found', string> = {
  'tip.not-found': '没有找到这件举报，或者您没有权限查看。',
  'tip.not-now': '这件举报当前的状态不能办理这一步，可能刚有变动。请刷新后核对。',
  'tip.discipline-only': '举报人员和单位自身问题的，只由纪检监察机关办理。',
  'tip.submitter-only': '这一步由反映人在回执页面办理。',
  'tip.reason-unknown': '请从列表中选择一项。',
  'tip.nowhere': '请填写接收机关的名称。',
  'tip.not-told': '还没有把核查结果告诉反映人。请先“答复反映人”，再了结。',
}
