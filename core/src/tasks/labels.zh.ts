import type { AlertLevel } from '../kernel/alert-level-rule.ts'
import type { AssignmentAction } from './assignment-actions.ts'
import type { AssignmentEvent } from './assignment-events.ts'
import type { AssignmentKind, Outcome, PartOrigin, PartRole, WithdrawnBecause } from './assignment-state.ts'
import type { ChangeRequestEvent, ChangeRequestKind } from './change-request.ts'
import type { DeadlineKind } from './deadline-kind.ts'
import type { TaskAction } from './task-actions.ts'
import type { TaskEvent, TaskFacts, TaskKind } from './task-state.ts'

/** Names of states, roles, actions and events: the same word for the same thing in the desk, in print and in Excel. */
export const taskNames: Record<TaskKind, string> = {
  open: '办理中',
  concluded: '已办结',
  routine: '转入常态',
  withdrawn: '已撤销',
}

export const partNames: Record<AssignmentKind, string> = {
  assigned: '待签收',
  signed: '办理中',
  drafted: '待签发',
  handedIn: '待核查',
  accepted: '已接收',
  returned: '退回修改',
  confirmed: '已确认',
  withdrawn: '已撤销',
}

export const roleNames: Record<PartRole, string> = { lead: '牵头', responsible: '责任', supporting: '配合' }

/** What a unit's part is called: who is named by a catch-all supports nobody, each answers by its own duties. */
export function partDutyName({ role, origin }: { readonly role: PartRole; readonly origin: PartOrigin }): string {
  return origin === 'catchAll' && role !== 'lead' ? '按职责分工' : roleNames[role]
}

export const originNames: Record<PartOrigin, string> = {
  named: '方案点名',
  group: '成组单位',
  catchAll: '按职责分工负责',
  added: '本办增加',
  passed: '单位内转交',
}

export const kindNames: Record<DeadlineKind, string> = {
  date: '按日期',
  month: '按月份',
  ongoing: '长年坚持',
  recurring: '定期',
  none: '没有期限',
}

export const outcomeNames: Record<Outcome, string> = { completed: '完成', routine: '转入常态' }

export const alertNames: Record<AlertLevel | 'none', string> = {
  none: '—',
  normal: '● 正常',
  blue: '◐ 临期（蓝）',
  yellow: '◐ 临期（黄）',
  red: '▲ 逾期（红）',
}

export const requestNames: Record<ChangeRequestKind, string> = {
  asked: '待批',
  approved: '已同意',
  refused: '不同意',
  takenBack: '已撤回',
  lapsed: '已失效',
}

export const answerNames: Record<'reported' | 'late' | 'missing', string> = {
  reported: '已报',
  late: '迟报',
  missing: '未报',
}

export const dueSetByNames: Record<TaskFacts['dueSetBy'], string> = { notice: '方案规定', office: '本办自定' }
export const selfSetNote = '（本办自定）'

export const withdrawnNames: Record<WithdrawnBecause, string> = {
  office: '营商办撤销',
  taskWithdrawn: '任务撤销',
  concludedWithout: '没有报来，结果已先行报送',
  mergedInto: '单位合并，并入对方的部分',
  unitChanged: '改由其他单位办理',
  revised: '修订后的方案没有这一部分',
}

export const taskActionNames: Record<TaskAction, string> = {
  publish: '发布',
  openPeriod: '开始新一期',
  changeDate: '调整期限',
  nameLead: '明确牵头单位',
  addPart: '增加单位',
  revise: '按修订方案更新',
  settlePart: '一个单位的部分有了结论',
  conclude: '办结',
  turnRoutine: '转入常态',
  withdraw: '撤销任务',
}

export const assignmentActionNames: Record<AssignmentAction, string> = {
  assign: '交办',
  sign: '签收',
  report: '报送进展',
  draft: '拟稿送签',
  sendDraftBack: '退回拟稿',
  handIn: '报送完成情况',
  accept: '接收',
  return: '退回修改',
  confirm: '核查确认',
  pass: '转交内部办理',
  namePersons: '明确负责人',
  askChange: '申请调整',
  settleChange: '调整申请办结',
  changeDate: '调整期限',
  handToUnit: '改由其他单位办理',
  moveWithUnit: '随单位划转',
  changeRole: '调整角色',
  withdraw: '撤销这一部分',
  settle: '随任务办结',
}

export const eventNames: Record<(TaskEvent | AssignmentEvent | ChangeRequestEvent)['type'], string> = {
  taskPublished: '任务随方案发布',
  periodOpened: '新一期开始',
  taskDueDateChanged: '调整了任务期限',
  leadNamed: '明确了牵头单位',
  partAdded: '增加了单位',
  partSettled: '一个单位的部分有了结论',
  taskRevised: '按修订的方案更新了任务',
  taskConcluded: '任务办结',
  taskTurnedRoutine: '任务转入常态',
  taskWithdrawn: '撤销了任务',
  assigned: '交办',
  signed: '签收',
  progressReported: '报送了进展',
  drafted: '拟好完成情况，送签发',
  draftSentBack: '退回了拟稿',
  handedIn: '报送了完成情况',
  partAccepted: '接收了报来的部分',
  returned: '退回修改，到期日不变',
  confirmed: '核查确认',
  passedInside: '转交内设机构或下属单位',
  personsNamed: '明确了负责人',
  changeAsked: '申请调整',
  changeSettled: '调整申请有了结果',
  dueDateChanged: '调整了期限',
  deadlineRecounted: '按新的工作日历重算了期限',
  handedToUnit: '改由其他单位办理',
  movedWithUnit: '随单位撤并划转',
  roleChanged: '调整了单位的角色',
  partWithdrawn: '撤销了这一部分',
  changeRequested: '提出调整申请',
  changeApproved: '同意调整',
  changeRefused: '不同意调整',
  requestTakenBack: '撤回了调整申请',
  requestLapsed: '调整申请随办理情况失效',
}

/** Why a deadline was counted again, as it stands in the time line. */
export function recountReason(versionNumber: number): string {
  return `工作日历更新为第 ${versionNumber} 版`
}

/** What counts as done, one clause each; shown in the order given. */
export const doneWhenNames = {
  eachPeriod: '每一期各报一次',
  yearlyConclusion: '每年报一次年度小结，确认后转入常态，不销号',
  partsFirst: '先收齐其他单位的部分，收不齐的要说明',
  publication: '须向社会公布，并填写公布的网址或地点和日期',
  headSigns: '由主要负责人或分管负责人签发',
  resultConfirmed: '营商办核查确认',
  leadAccepts: '牵头单位接收',
  parentAccepts: '转交的单位接收',
} as const
