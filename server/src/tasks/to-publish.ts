import type { DeadlineKind } from '@yingshang/core/tasks/deadline-kind'

/** One task as the publishing step hands it over: units are named by id, nothing is left to understand. */
export interface TaskToPublish {
  readonly listId: string
  readonly listTitle: string
  readonly no: string
  readonly title: string
  readonly text: string
  readonly section: readonly string[]
  readonly clauseId: string
  readonly clauseNumber: string
  readonly basis: readonly string[]
  readonly catchAll: string
  readonly groupUnits: readonly string[]
  readonly printed: {
    readonly text: string
    readonly kind: DeadlineKind
    readonly due: string | null
    readonly every: string | null
  }
  readonly dueOn: string | null
  readonly dueSetBy: 'notice' | 'office'
  readonly mustPublish: boolean
  readonly lines: readonly [number, number]
  readonly parts: readonly {
    readonly unitId: string
    readonly unitPath: string
    readonly role: 'lead' | 'responsible' | 'supporting'
    readonly origin: 'named' | 'group' | 'catchAll'
    readonly printedName: string
  }[]
}

/** What the notice prints, in the task's own words. */
export function printedFacts(task: TaskToPublish) {
  return {
    listId: task.listId,
    listTitle: task.listTitle,
    no: task.no,
    title: task.title,
    text: task.text,
    section: task.section,
    clause: { id: task.clauseId, number: task.clauseNumber },
    basis: task.basis,
    catchAll: task.catchAll,
    groupUnits: task.groupUnits,
    printedUnits: [...new Set(task.parts.map((part) => part.printedName))],
    printed: task.printed,
    lines: task.lines,
    mustPublish: task.mustPublish,
  }
}
