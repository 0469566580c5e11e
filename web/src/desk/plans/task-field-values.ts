import type { DraftTask } from './plan-draft.ts'

const fields = [
  'no',
  'title',
  'text',
  'leadUnits',
  'responsibleUnits',
  'supportingUnits',
  'groupUnits',
  'catchAll',
  'basis',
  'deadline',
] as const

/** What a person can correct or write about a task. */
export type TaskFieldValues = Pick<DraftTask, (typeof fields)[number]>

/** The fields of `form` that differ from `task`. */
export function differing(task: DraftTask, form: TaskFieldValues): Partial<DraftTask> {
  const changed: Record<string, unknown> = {}
  for (const field of fields)
    if (JSON.stringify(task[field]) !== JSON.stringify(form[field])) changed[field] = form[field]
  return changed as Partial<DraftTask>
}
