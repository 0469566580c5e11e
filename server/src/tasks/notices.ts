import { officeRoles, type Role } from '@yingshang/core/kernel/actor'
import { notifyItem, type NewsKind } from '@yingshang/core/reminders/news'
import type { Part } from '@yingshang/core/tasks/assignment-state'
import type { OutboxItem } from '../platform/ledger/record.ts'

/** What a piece of news says of a task: enough to recognise it, nothing that anybody wrote about it. */
export interface NewsAbout {
  readonly no: string
  readonly title: string
  /** Name of the unit whose part it is. */
  readonly unit?: string
}

const liaison: readonly Role[] = ['unitLiaison']
const liaisonAndHeads: readonly Role[] = ['unitLiaison', 'unitDeputy', 'unitHead']

/** Whom in a unit a piece of news is for: the liaison, and the heads where the unit's name is at stake. */
const rolesInUnit: Partial<Record<NewsKind, readonly Role[]>> = {
  'task.draftWaits': ['unitHead', 'unitDeputy'],
  'task.returned': liaisonAndHeads,
  'task.overdue': liaisonAndHeads,
}

/** News for the unit that holds a part. */
export function toUnit(
  kind: NewsKind,
  part: Pick<Part, 'unitId' | 'deadline'>,
  assignmentId: string,
  about: NewsAbout,
  more: { readonly decision?: 'approved' | 'refused' } = {},
): OutboxItem {
  return notifyItem({
    kind,
    unitId: part.unitId,
    roles: [...(rolesInUnit[kind] ?? liaison)],
    subject: { kind: 'assignment', id: assignmentId },
    facts: { ...factsOf(about), ...(part.deadline ? { dueOn: part.deadline.dueOn } : {}), ...more },
  })
}

/** News for whoever takes a part's result: the receiving unit, or the coordination office, wherever it is. */
export function toReceiver(
  kind: NewsKind,
  assignmentId: string,
  receivingUnitId: string | null,
  about: NewsAbout,
): OutboxItem {
  const whom = receivingUnitId === null ? { roles: [...officeRoles] } : { unitId: receivingUnitId, roles: [...liaison] }
  return notifyItem({ kind, ...whom, subject: { kind: 'assignment', id: assignmentId }, facts: factsOf(about) })
}

export function factsOf(about: NewsAbout): { no: string; title: string; unit?: string } {
  return {
    no: about.no.slice(0, 200),
    title: about.title.slice(0, 200),
    ...(about.unit === undefined ? {} : { unit: about.unit.slice(0, 200) }),
  }
}
