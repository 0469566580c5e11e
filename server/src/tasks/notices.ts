import { officeRoles, type Role } from '@yingshang/core/kernel/actor'
import type { Part } from '@yingshang/core/tasks/assignment-state'
import type { OutboxItem } from '../platform/ledger/record.ts'

/** What people are told about tasks. How it reaches them is not this capability's business. */
export const noticeKinds = [
  'task.assigned',
  'task.passedInside',
  'task.progressReported',
  'task.draftWaits',
  'task.draftSentBack',
  'task.handedIn',
  'task.accepted',
  'task.returned',
  'task.confirmed',
  'task.withdrawn',
  'task.dateChanged',
  'task.changeAsked',
  'task.changeApproved',
  'task.changeRefused',
  'task.periodOpened',
  'task.dueSoon',
  'task.overdue',
  'reportingRun.opened',
  'reportingRun.reminded',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

export interface Notice {
  readonly kind: NoticeKind
  /** Whom: those who hold one of `roles` in the unit; null: the coordination office, wherever it is. */
  readonly unitId: string | null
  readonly roles: readonly Role[]
  readonly subject: { readonly type: 'assignment' | 'task' | 'changeRequest' | 'reportingRun'; readonly id: string }
  /** For the sentence; never personal content. */
  readonly facts: Readonly<Record<string, string | number>>
}

export function notify(notice: Notice): OutboxItem {
  return { task: 'notify', payload: notice }
}

const liaisonAndHeads: readonly Role[] = ['unitLiaison', 'unitDeputy', 'unitHead']

/** News for the unit that holds a part. */
export function toUnit(
  kind: NoticeKind,
  part: Pick<Part, 'unitId' | 'taskId' | 'deadline'>,
  assignmentId: string,
  facts: Notice['facts'] = {},
): OutboxItem {
  const dueOn: Notice['facts'] = part.deadline ? { dueOn: part.deadline.dueOn } : {}
  return notify({
    kind,
    unitId: part.unitId,
    roles: kind === 'task.draftWaits' ? ['unitHead', 'unitDeputy'] : liaisonAndHeads,
    subject: { type: 'assignment', id: assignmentId },
    facts: { taskId: part.taskId, ...dueOn, ...facts },
  })
}

/** News for whoever takes a part's result: the receiving unit, or the office. */
export function toReceiver(
  kind: NoticeKind,
  part: Pick<Part, 'unitId' | 'taskId'>,
  assignmentId: string,
  receivingUnitId: string | null,
  facts: Notice['facts'] = {},
): OutboxItem {
  return notify({
    kind,
    unitId: receivingUnitId,
    roles: receivingUnitId === null ? officeRoles : liaisonAndHeads,
    subject: { type: 'assignment', id: assignmentId },
    facts: { taskId: part.taskId, fromUnitId: part.unitId, ...facts },
  })
}
