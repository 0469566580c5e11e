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
