import type { BoardFigure } from './board-figures.ts'
import type { CaseAction } from './case-actions.ts'
import type { CaseEvent } from './case-events.ts'
import type { CaseStatus } from './case-state.ts'
import type {
  AttemptOutcome,
  CaseKind,
  CaseSource,
  ClockName,
  ConclusionKind,
  Environment,
  EscalationStep,
  ExtensionStatus,
  FollowUpOutcome,
  Satisfaction,
  StatutoryKind,
  SubmitterKind,
  TellingSubject,
  TellingWay,
} from './case-words.ts'
import type { PrintedForm } from './printed-forms.ts'
import type { Decline, HandOver, SupersededReason } from './round.ts'

/** Names of states, kinds, actions and events: the same word for the same thing in the desk, in print and in Excel. */
export const caseStatusNames: Record<CaseStatus, string> = {
  registered: '待受理',
  supplementAsked: '待补正',
  accepted: '待交办',
  assigned: '待签收',
  signed: '办理中',
  drafted: '待签发',
  resultReported: '待核查',
  verified: '待反馈',
  informed: '已反馈',
  reworkAsked: '待判断是否重办',
  concluded: '已办结',
}

export const awaitsNames: Record<'assignment' | 'reassignment' | 'decision', string> = {
  assignment: '待交办',
  reassignment: '退单，待重新交办',
  decision: '待营商办裁定',
}

export const caseKindNames: Record<CaseKind, string> = {
  complaint: '投诉',
  clue: '问题线索',
  inquiry: '咨询',
  helpRequest: '求助',
  suggestion: '建议',
  praise: '感谢',
}

export const caseSourceNames: Record<CaseSource, string> = {
  portal: '网上反映',
  telephone: '来电',
  letter: '来信',
  visit: '来访',
  meeting: '座谈会',
  instruction: '领导批示',
  window: '办事窗口',
  hotline12345: '12345 热线',
  association: '行业协会商会',
  delegate: '两代表一委员',
  media: '媒体',
  thirdParty: '第三方',
  marketEntity: '市场主体',
  individual: '群众',
  petition: '信访',
  inspection: '督查检查',
  restApi: '系统对接',
  backEntry: '补录',
}

export const submitterKindNames: Record<SubmitterKind, string> = {
  marketEntity: '市场主体',
  individual: '群众',
  association: '行业协会商会',
  delegate: '代表委员',
  unit: '单位',
  unknown: '未注明',
}

export const environmentNames: Record<Environment, string> = {
  policy: '政策环境',
  market: '市场环境',
  service: '政务环境',
  law: '法治环境',
  culture: '人文环境',
}

export const conclusionNames: Record<ConclusionKind, string> = {
  solved: '解决',
  partlySolved: '部分解决',
  explained: '解释说明',
  unfounded: '不属实',
  statutory: '转其他程序',
  refused: '不予受理',
  transferred: '转其他机关',
  merged: '并案',
  withdrawn: '撤回',
  unreachable: '无法联系',
  supplementNotGiven: '未补正',
}

export const satisfactionNames: Record<Satisfaction, string> = {
  satisfied: '满意',
  partly: '基本满意',
  dissatisfied: '不满意',
  noAnswer: '未评价',
}

export const tellingWayNames: Record<TellingWay, string> = {
  receiptPage: '回执页面',
  telephone: '电话',
  message: '短信',
  letter: '书面',
  visit: '当面',
  mail: '电子邮件',
}

export const attemptOutcomeNames: Record<AttemptOutcome, string> = {
  noAnswer: '无人接听',
  wrongNumber: '号码不对',
  callLater: '约定再联系',
  declinedToTalk: '不愿交谈',
}

export const tellingSubjectNames: Record<TellingSubject, string> = {
  refused: '不予受理',
  supplement: '补正',
  merged: '并案',
  transferred: '转其他机关',
  extension: '延期',
  statutoryExit: '转入法定程序',
  result: '办理结果',
  reworkRefused: '不予重新办理',
}

export const statutoryKindNames: Record<StatutoryKind, string> = {
  administrative: '行政程序',
  legal: '法律程序',
  petition: '信访程序',
}

export const followUpNames: Record<FollowUpOutcome, string> = {
  held: '问题没有再出现',
  partlyHeld: '部分仍存在',
  rebound: '问题反弹',
  tracked: '跟踪了解',
}

export const extensionStatusNames: Record<ExtensionStatus, string> = {
  pending: '待批',
  granted: '同意',
  refused: '不同意',
  lapsed: '已失效',
}

export const declineOutcomeNames: Record<Decline['outcome'], string> = {
  taken: '营商办另行交办',
  contested: '待营商办裁定',
  overruled: '营商办已裁定',
}

export const handOverNames: Record<HandOver['because'], string> = {
  declined: '退单后重新交办',
  decision: '营商办裁定',
  handedOver: '改由其他单位办理',
}

export const supersededNames: Record<SupersededReason, string> = {
  declined: '退单',
  decided: '裁定',
  handedOver: '改由其他单位办理',
  extended: '同意延期',
  statutory: '转入法定程序',
  resumed: '退回修改，按剩余期限继续',
  recounted: '工作日历更新',
}

export const clockLabels: Record<ClockName, string> = {
  triage: '受理期限',
  supplement: '补正期限',
  decide: '裁定期限',
  handle: '承办期限',
  verify: '核查期限',
  inform: '反馈反映人期限',
  reworkWindow: '可要求重新办理的期限',
  reworkJudge: '判断是否重办的期限',
}

export const boardFigureNames: Record<BoardFigure, string> = {
  new: '新登记',
  unassigned: '待交办',
  decisionNeeded: '待裁定',
  dueToday: '今天到期',
  overdue: '已逾期',
  extensionAsked: '申请延期',
  toVerify: '待核查',
  toInform: '待反馈',
  toHear: '待听取意见',
  reworkAsked: '要求重办',
  toConclude: '可办结',
  supplementOverdue: '补正逾期',
  withdrawalAsked: '要求撤回',
  messageWaiting: '有新留言',
  toFollowUp: '待回访',
}

export const printedFormNames: Record<PrintedForm, string> = {
  assignment: '交办单',
  supplement: '补正告知书',
  refusal: '不予受理告知书',
  extension: '延期审批表',
  verification: '核查确认单',
  feedback: '反馈表',
  rework: '重新办理通知书',
}

export const caseActionNames: Record<CaseAction, string> = {
  register: '登记',
  accept: '受理',
  refuse: '不予受理',
  askSupplement: '告知补正',
  receiveSupplement: '收到补正',
  lapseSupplement: '逾期未补正',
  merge: '并案',
  takeIn: '接收并案',
  transfer: '转其他机关',
  classify: '更正分类',
  assign: '交办',
  sign: '签收',
  decline: '退单',
  decideHandling: '裁定承办单位',
  handOver: '改由其他单位办理',
  exitToStatutory: '转入法定程序',
  givePart: '提交配合部分',
  askExtension: '申请延期',
  grantExtension: '同意延期',
  refuseExtension: '不同意延期',
  draft: '拟稿送签',
  sendDraftBack: '退回拟稿',
  reportResult: '反馈结果',
  verify: '核查确认',
  returnForRevision: '退回修改',
  recordContactAttempt: '记录联系未果',
  informSubmitter: '反馈反映人',
  rate: '记录评价',
  lapseAnswer: '逾期未评价',
  askRework: '要求重新办理',
  grantRework: '发回重新办理',
  refuseRework: '不予重新办理',
  conclude: '办结',
  recordFollowUp: '记录回访',
  urge: '催办',
  markProminent: '列为突出问题',
  correctMaskedText: '更正脱敏内容',
  addMessage: '留言',
  askWithdrawal: '要求撤回',
  withdraw: '撤回办结',
  setAsideWithdrawal: '不予撤回',
  recount: '按新日历重算期限',
  moveWithUnit: '随单位划转',
}

export const caseEventNames: Record<CaseEvent['type'], string> = {
  registered: '登记',
  accepted: '受理',
  classified: '更正了分类',
  supplementAsked: '告知补正',
  supplementReceived: '收到补正',
  caseTakenIn: '并入了另一件',
  maskedTextCorrected: '更正了脱敏内容',
  prominenceMarked: '调整了是否突出问题',
  assigned: '交办',
  signed: '签收',
  declined: '退单',
  handlingDecided: '裁定承办单位',
  handedOver: '改由其他单位办理',
  statutoryExit: '转入法定程序',
  partGiven: '配合单位提交了本单位部分',
  extensionAsked: '申请延期',
  extensionGranted: '同意延期',
  extensionRefused: '不同意延期',
  drafted: '拟好办理结果，送签发',
  draftSentBack: '退回了拟稿',
  resultReported: '向营商办反馈结果',
  urged: '催办',
  verified: '核查确认',
  returnedForRevision: '退回修改，按剩余期限继续',
  contactAttempted: '联系反映人未果',
  informed: '向反映人反馈结果',
  rated: '反映人评价',
  reworkAsked: '要求重新办理',
  reworkGranted: '发回重新办理',
  reworkRefused: '不予重新办理',
  concluded: '办结',
  followedUp: '回访',
  withdrawalAsked: '要求撤回',
  withdrawalSetAside: '不予撤回，继续办理',
  messageAdded: '留言',
  deadlineRecounted: '按新日历重算期限',
  movedWithUnit: '随单位撤并划转',
}

export const escalationNames: Record<EscalationStep, string> = {
  urgeNotice: '催办',
  supervisionOrder: '下发督办单',
  admonitoryTalk: '约谈',
  circular: '通报',
}
