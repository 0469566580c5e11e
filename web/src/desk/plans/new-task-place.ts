import type { Plan } from './plan-draft.ts'

type Tasks = Pick<Plan, 'tasks' | 'package'>

/** Where a missing task goes: after another one, or at the head of a list. */
export type NewTaskPlace = { readonly after: string } | { readonly headOf: string }

/** The choices in the order of the plan, list by list. Values are read back by `placeFrom`. */
export function placesForNewTask(plan: Tasks): { label: string; options: { value: string; label: string }[] }[] {
  return plan.package.lists.map((list) => ({
    label: list.title,
    options: [
      { value: `head:${list.id}`, label: '排在本清单最前面' },
      ...plan.tasks
        .filter((task) => task.list === list.id)
        .map((task) => ({ value: `after:${task.key}`, label: `${task.no}　${task.title}` })),
    ],
  }))
}

export function placeFrom(value: string): NewTaskPlace {
  const [kind, id] = [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)]
  return kind === 'head' ? { headOf: id } : { after: id }
}

/**
 * What the place gives the new task: list, headings, clause and the lines it stands beside. At the head of a list it goes
 * after the last task of the lists before; `after` is null at the head of the plan.
 */
export function standing(plan: Tasks, place: NewTaskPlace) {
  if ('after' in place) {
    const above = plan.tasks.find((task) => task.key === place.after)
    if (!above) return undefined
    const { list, section, clause, lines } = above
    return { after: above.key, list, section, clause, lines }
  }
  const order = plan.package.lists.map((list) => list.id)
  const rank = order.indexOf(place.headOf)
  if (rank < 0) return undefined
  const first = plan.tasks.find((task) => task.list === place.headOf)
  const before = order.slice(0, rank)
  const above = plan.tasks.filter((task) => before.includes(task.list)).at(-1)
  const beside = first ?? above
  const line = Math.max(1, first ? first.lines[0] - 1 : (above?.lines[1] ?? 1))
  return {
    after: above?.key ?? null,
    list: place.headOf,
    section: first?.section ?? [],
    clause: beside?.clause ?? plan.package.clauses[0]?.id ?? '',
    lines: [line, line] as [number, number],
  }
}
