import type { TaskRow } from '@yingshang/core/tasks/contract'

type Row = Pick<TaskRow, 'alert' | 'parts'>

/** The due day of the part that gave the row its lamp: an inner date or one period may be more urgent than the task. */
export function urgentDay(row: Row): string | undefined {
  if (row.alert === 'none') return undefined
  const days = row.parts.flatMap((part) => (part.alert === row.alert && part.dueOn !== null ? [part.dueOn] : []))
  return days.sort()[0]
}
