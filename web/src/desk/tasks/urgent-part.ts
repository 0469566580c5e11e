import type { TimeLeft } from '@yingshang/core/kernel/alert-level'
import type { TaskRow } from '@yingshang/core/tasks/contract'

type Row = Pick<TaskRow, 'alert' | 'dueOn' | 'timeLeft' | 'parts'>

/** The due day of the part that gave the row its lamp: an inner date or one period may be more urgent than the task. */
export function urgentDay(row: Row): string | undefined {
  if (row.alert === 'none') return undefined
  const days = row.parts.flatMap((part) => (part.alert === row.alert && part.dueOn !== null ? [part.dueOn] : []))
  return days.sort()[0]
}

/** The time left beside the lamp, only where it speaks of the same day as the lamp. */
export function leftOf(row: Row): TimeLeft | null {
  const urgent = urgentDay(row)
  return urgent === undefined || urgent === row.dueOn ? row.timeLeft : null
}
