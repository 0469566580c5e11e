import type { TaskRow } from '@yingshang/core/tasks/contract'

type Row = Pick<TaskRow, 'alert' | 'parts'>

/** The part that gave the row its lamp: an inner date or one period may be more urgent than the task. */
export function urgentPart(row: Row): { readonly dueOn: string; readonly provisional: boolean } | undefined {
  if (row.alert === 'none') return undefined
  const due = row.parts.flatMap(({ alert, dueOn, provisional }) =>
    alert === row.alert && dueOn !== null ? [{ dueOn, provisional }] : [],
  )
  return due.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0]
}
