import type { Overview } from '@yingshang/core/tasks/overview-contract'

export interface WorseLine {
  readonly figure: 'overdue' | 'toVerify' | 'requested'
  readonly now: number
  readonly before: number
}

/** The figures that are higher than a week ago, the largest rise first. */
export function worseLines(board: Pick<Overview, 'total' | 'before'>): WorseLine[] {
  return (['overdue', 'toVerify', 'requested'] as const)
    .map((figure) => ({ figure, now: board.total.figures[figure].parts, before: board.before[figure] }))
    .filter((line) => line.now > line.before)
    .sort((a, b) => b.now - b.before - (a.now - a.before))
}

type Late = Overview['newlyOverdue'][number]

/** Parts that became overdue, gathered by task and due day, in the order given. */
export function byTask(late: readonly Late[]): { task: Late['task']; dueOn: string; units: string[] }[] {
  const found = new Map<string, { task: Late['task']; dueOn: string; units: string[] }>()
  for (const one of late) {
    const key = `${one.task.id} ${one.dueOn}`
    const entry = found.get(key)
    if (entry) entry.units.push(one.unit.name)
    else found.set(key, { task: one.task, dueOn: one.dueOn, units: [one.unit.name] })
  }
  return [...found.values()]
}
