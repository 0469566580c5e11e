import type { DraftTask } from './draft-state.ts'
import { unitsOf } from './draft-state.ts'

/** A task of the running campaign, as far as comparing needs it. */
export interface RunningTask {
  readonly taskId: string
  readonly listTitle: string
  readonly no: string
  readonly title: string
  readonly text: string
  readonly units: readonly string[]
  readonly basis: readonly string[]
  readonly deadlineText: string
  readonly catchAll: string
}

export const changedFields = ['no', 'title', 'text', 'units', 'basis', 'deadline', 'catchAll', 'list'] as const

export interface FieldChange {
  readonly field: (typeof changedFields)[number]
  readonly before: string
  readonly after: string
}

export interface Difference {
  readonly kind: 'new' | 'changed' | 'gone' | 'same'
  readonly key: string | null
  readonly taskId: string | null
  readonly no: string
  readonly title: string
  readonly changes: readonly FieldChange[]
}

/**
 * What a revised notice changes. A task is recognised by list and number when its title is still alike (half of its
 * two-character runs), else by the title alone when nearly the same; work done stays with a recognised task. Order: the
 * draft's tasks, then what is gone.
 */
export function compareTasks(
  running: readonly RunningTask[],
  draft: readonly DraftTask[],
  listTitles: ReadonlyMap<string, string>,
): Difference[] {
  const open = new Map(running.map((task) => [task.taskId, task]))
  const titleOf = (task: DraftTask) => listTitles.get(task.list) ?? task.list
  const found = new Map<string, RunningTask>()
  const claim = (task: DraftTask, match: RunningTask | undefined) => {
    if (!match) return
    found.set(task.key, match)
    open.delete(match.taskId)
  }
  for (const task of draft) {
    const same = [...open.values()].find((one) => one.no === task.no && alike(one.listTitle, titleOf(task)) >= 0.7)
    if (same && alike(same.title, task.title) >= 0.5) claim(task, same)
  }
  for (const task of draft) {
    if (found.has(task.key)) continue
    const scored = [...open.values()].map((one) => ({ one, score: alike(one.title, task.title) }))
    const best = scored.sort((a, b) => b.score - a.score)[0]
    claim(task, best && best.score >= 0.8 ? best.one : undefined)
  }
  const rows = draft.map((task): Difference => {
    const before = found.get(task.key)
    const head = { key: task.key, no: task.no, title: task.title }
    if (!before) return { kind: 'new', ...head, taskId: null, changes: [] }
    const changes = fieldChanges(before, task, titleOf(task))
    return { kind: changes.length > 0 ? 'changed' : 'same', ...head, taskId: before.taskId, changes }
  })
  const gone = [...open.values()].map((task): Difference => ({
    kind: 'gone',
    key: null,
    taskId: task.taskId,
    no: task.no,
    title: task.title,
    changes: [],
  }))
  return [...rows, ...gone]
}

function fieldChanges(before: RunningTask, after: DraftTask, listTitle: string): FieldChange[] {
  const pairs: [FieldChange['field'], string, string][] = [
    ['list', before.listTitle, listTitle],
    ['no', before.no, after.no],
    ['title', before.title, after.title],
    ['text', before.text, after.text],
    ['units', before.units.join('、'), [...unitsOf(after), ...after.groupUnits].join('、')],
    ['basis', before.basis.join('、'), after.basis.join('、')],
    ['deadline', before.deadlineText, after.deadline.text],
    ['catchAll', before.catchAll, after.catchAll],
  ]
  return pairs.filter(([, a, b]) => a !== b).map(([field, a, b]) => ({ field, before: a, after: b }))
}

/** Likeness of two short texts, 0–1: Dice coefficient over runs of two characters; 1 for equal texts of any length. */
export function alike(a: string, b: string): number {
  if (a === b) return 1
  const runs = (text: string) => {
    const counts = new Map<string, number>()
    for (let i = 0; i + 1 < text.length; i++) {
      const run = text.slice(i, i + 2)
      counts.set(run, (counts.get(run) ?? 0) + 1)
    }
    return counts
  }
  const [left, right] = [runs(a), runs(b)]
  let common = 0
  for (const [run, count] of left) common += Math.min(count, right.get(run) ?? 0)
  const all = Math.max(0, a.length - 1) + Math.max(0, b.length - 1)
  return all === 0 ? 0 : (2 * common) / all
}
