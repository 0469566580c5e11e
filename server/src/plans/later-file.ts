import type { DraftContent } from '@yingshang/core/plans/draft-state'

/**
 * Lists and clauses of a file that is added later get ids of their own, so that they never clash with those of the
 * notice. A revision keeps the notice's ids: it stands in its place.
 */
export function apart(draft: DraftContent, planId: string): DraftContent {
  if (draft.purpose.kind !== 'moreLists') return draft
  const own = (id: string) => `${planId.slice(-6)}:${id}`
  const { package: read } = draft
  return {
    ...draft,
    package: {
      ...read,
      lists: read.lists.map((list) => ({ ...list, id: own(list.id) })),
      clauses: read.clauses.map((clause) => ({ ...clause, id: own(clause.id) })),
      tasks: read.tasks.map((task) => ({ ...task, list: own(task.list), clause: own(task.clause) })),
    },
  }
}

/** True for a list that came with a later file: a revision of the notice leaves its tasks alone. */
export function isListOfLaterFile(listId: string): boolean {
  return listId.includes(':')
}
