import type { AssignmentKind, Outcome, PartOrigin, PartRole } from '@yingshang/core/tasks/assignment-state'
import type { ChangeRequestKind } from '@yingshang/core/tasks/change-request'
import type { DeadlineKind } from '@yingshang/core/tasks/deadline-kind'
import type { TaskKind } from '@yingshang/core/tasks/task-state'

export const partStatusWords: Readonly<Record<AssignmentKind, string>> = {
  assigned: '待签收',
  signed: '办理中',
  drafted: '待签发',
  handedIn: '待核查',
  accepted: '已接收',
  returned: '退回修改',
  confirmed: '已确认',
  withdrawn: '已撤销',
}

export const taskStatusWords: Readonly<Record<TaskKind, string>> = {
  open: '办理中',
  concluded: '已办结',
  routine: '转入常态',
  withdrawn: '已撤销',
}

export const partRoleWords: Readonly<Record<PartRole, string>> = {
  lead: '牵头',
  responsible: '责任',
  supporting: '配合',
}

export const originWords: Readonly<Record<PartOrigin, string>> = {
  named: '方案点名',
  group: '成组单位',
  catchAll: '按职责分工',
  added: '本办增加',
  passed: '单位内转交',
}

export const outcomeWords: Readonly<Record<Outcome, string>> = { completed: '完成', routine: '转入常态' }

export const deadlineKindWords: Readonly<Record<DeadlineKind, string>> = {
  date: '按日期',
  month: '按月份',
  ongoing: '长年坚持',
  recurring: '定期',
  none: '没有期限',
}

export const requestWords: Readonly<Record<ChangeRequestKind, string>> = {
  asked: '待批',
  approved: '已同意',
  refused: '不同意',
  takenBack: '已撤回',
  lapsed: '已失效',
}

export const answerWords = { reported: '已报', late: '迟报', missing: '未报' } as const
