import { campaignSettingsOf } from '@yingshang/core/plans/campaign-settings'
import type { DraftContent } from '@yingshang/core/plans/draft-state'
import { notifyItem } from '@yingshang/core/reminders/news'
import { dueOf, partsOf, unitsToCreate } from '@yingshang/core/plans/publishing'
import { refused } from '../platform/http/failure.ts'
import type { Occasion } from '../platform/ledger/decide.ts'
import { newId, type OutboxItem } from '../platform/ledger/record.ts'
import type { Change } from '../platform/ledger/table.ts'
import type { Services } from '../platform/capability.ts'
import { revisionChanges, taskChanges, type TaskToPublish } from '../tasks/for-others.ts'
import { registerUnits, unitPaths } from '../units/for-others.ts'
import { differencesOf } from './differences.ts'
import type { CampaignWrite } from './publish-campaign.ts'

export interface TaskWrite {
  readonly changes: readonly Change[]
  readonly outbox: readonly OutboxItem[]
}

/** New tasks and their parts; for a revision also what it changes in running tasks and which it no longer prints. */
export async function taskWrite(
  services: Services,
  occasion: Occasion,
  draft: DraftContent,
  planId: string,
  campaign: CampaignWrite,
  tasks: readonly TaskToPublish[],
): Promise<TaskWrite> {
  const open = (some: readonly TaskToPublish[], firstPosition: number) =>
    taskChanges({
      campaign: {
        id: campaign.id,
        division: campaign.content.division,
        planId,
        start: campaign.content.start,
        end: campaign.content.end,
        settings: campaignSettingsOf(campaign.ruleSet),
      },
      tasks: some,
      firstPosition,
      ruleSet: campaign.ruleSet,
      calendar: services.calendar(),
      businessDay: occasion.businessDay,
      newId: () => newId(occasion.now),
    })
  if (draft.purpose.kind !== 'revision') {
    return { changes: open(tasks, campaign.tasksBefore), outbox: newsForUnits(tasks) }
  }
  const rows = await differencesOf(services, draft)
  const place = new Map(draft.package.tasks.map((task, index) => [task.key, index]))
  const printed = rows.flatMap((row) => (row.key === null ? [] : [{ ...row, position: place.get(row.key)! }]))
  const kept = printed.flatMap(({ taskId, position }) =>
    taskId === null ? [] : [{ taskId, position, task: tasks[position]! }],
  )
  const fresh = printed.filter((row) => row.taskId === null)
  const gone = rows.flatMap((row) => (row.kind === 'gone' && row.taskId !== null ? [row.taskId] : []))
  const reason = draft.package.document.docNumber ?? (draft.package.document.title || draft.fileName)
  const revised = await revisionChanges(services.databases.app, occasion, {
    planId,
    reason,
    calendar: services.calendar(),
    kept,
    gone,
  })
  return {
    changes: [...revised.changes, ...fresh.flatMap(({ position }) => open([tasks[position]!], position))],
    outbox: [...revised.outbox, ...newsForUnits(fresh.map(({ position }) => tasks[position]!))],
  }
}

/** Units the draft makes, and printed names that stand for units. */
export function unitWishes(draft: DraftContent): Parameters<typeof registerUnits>[1] {
  const aliases = Object.entries(draft.units).flatMap(
    ([name, decision]): { name: string; unitId?: string; unitName?: string }[] => {
      if (decision.kind === 'unit') return [{ name, unitId: decision.unitId }]
      if (decision.kind === 'create' && decision.name !== name) return [{ name, unitName: decision.name }]
      return []
    },
  )
  const register = unitsToCreate(draft).map(({ name, unitKind }) => ({ name, kind: unitKind as never }))
  return { register, aliases }
}

/** The draft's tasks in order, their parts named by unit. */
export async function tasksToPublish(
  services: Services,
  draft: DraftContent,
  made: Awaited<ReturnType<typeof registerUnits>>,
): Promise<TaskToPublish[]> {
  const paths = await unitPaths(services.databases.app, made.changes)
  const titles = new Map(draft.package.lists.map((list) => [list.id, list.title]))
  const numbers = new Map(draft.package.clauses.map((clause) => [clause.id, clause.number]))
  return draft.package.tasks.map((task) => ({
    listId: task.list,
    listTitle: titles.get(task.list) ?? task.list,
    no: task.no,
    title: task.title,
    text: task.text,
    section: task.section,
    clauseId: task.clause,
    clauseNumber: numbers.get(task.clause) ?? '',
    basis: task.basis,
    catchAll: task.catchAll,
    groupUnits: task.groupUnits,
    printed: task.deadline,
    ...dueOf(draft, task),
    mustPublish: draft.tasks[task.key]?.mustPublish ?? false,
    lines: task.lines,
    parts: partsOf(draft, task, made.unitIds).map((part) => {
      const unitPath = paths.get(part.unitId)
      if (unitPath === undefined) throw refused({ code: 'plan.unit-gone', facts: { name: part.printedName } })
      return { ...part, unitPath }
    }),
  }))
}

/** One message per unit, not one per task: how many parts it was given. */
function newsForUnits(tasks: readonly TaskToPublish[]): OutboxItem[] {
  const parts = new Map<string, number>()
  for (const part of tasks.flatMap((task) => task.parts)) parts.set(part.unitId, (parts.get(part.unitId) ?? 0) + 1)
  return [...parts].map(([unitId, count]) =>
    notifyItem({ kind: 'task.assigned', unitId, roles: ['unitLiaison', 'unitHead'], facts: { parts: count } }),
  )
}
