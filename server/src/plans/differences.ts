import { compareTasks, type Difference } from '@yingshang/core/plans/differences'
import type { DraftContent } from '@yingshang/core/plans/draft-state'
import type { Services } from '../platform/capability.ts'
import { isListOfLaterFile } from './later-file.ts'
import { compareTasks as tasksOf } from '../tasks/for-others.ts'

/** For a revision: what it would change in the running campaign; empty for a new campaign or added lists. */
export async function differencesOf(services: Services, draft: DraftContent): Promise<Difference[]> {
  if (draft.purpose.kind !== 'revision') return []
  const tasks = await tasksOf(services.databases.app, draft.purpose.campaignId)
  const running = tasks
    .filter((task) => task.status !== 'withdrawn' && !isListOfLaterFile(task.listId))
    .map((task) => ({ ...task, units: task.printedUnits, deadlineText: task.printed.text }))
  const titles = new Map(draft.package.lists.map((list) => [list.id, list.title]))
  return compareTasks(running, draft.package.tasks, titles)
}
