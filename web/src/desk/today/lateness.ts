import { addDays } from '@yingshang/core/kernel/dates'
import type { TaskRow } from '@yingshang/core/tasks/contract'

export interface LateUnit {
  readonly unitId: string
  readonly name: string
  readonly late: number
  /** Of these, late since the last seven days. */
  readonly fresh: number
}

/** Units with parts overdue, most first, then those that got worse in the last seven days; ties by name. */
export function lateUnits(rows: readonly Pick<TaskRow, 'parts'>[], day: string): LateUnit[] {
  const since = addDays(day, -7)
  const found = new Map<string, { unitId: string; name: string; late: number; fresh: number }>()
  for (const row of rows) {
    for (const part of row.parts) {
      if (part.alert !== 'red') continue
      const entry = found.get(part.unit.id) ?? { unitId: part.unit.id, name: part.unit.name, late: 0, fresh: 0 }
      entry.late++
      if (part.dueOn !== null && part.dueOn >= since) entry.fresh++
      found.set(part.unit.id, entry)
    }
  }
  return [...found.values()].sort(
    (a, b) => b.late - a.late || b.fresh - a.fresh || a.name.localeCompare(b.name, 'zh-CN'),
  )
}
