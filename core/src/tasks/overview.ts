import type { IsoDate } from '../kernel/dates.ts'
import type { DeadlineKind } from './deadline-kind.ts'
import { figureNames, groupOf, unitGroups, type FigureName } from './overview-figures.ts'
import type { TaskKind } from './task-state.ts'

/** One part as the overview counts it: in which figures it is today, and how it stood a week ago. */
export interface CountedPart {
  readonly taskId: string
  readonly listId: string
  readonly unitId: string
  readonly figures: readonly FigureName[]
  readonly wasOverdue: boolean
  readonly wasWaiting: boolean
}

export interface CountedTask {
  readonly id: string
  readonly listId: string
  readonly status: Exclude<TaskKind, 'withdrawn'>
  readonly kind: DeadlineKind
  readonly dueOn: IsoDate | null
}

export interface CountedUnit {
  readonly id: string
  readonly name: string
  readonly kind: string
}

export interface OverviewInput {
  readonly campaignId: string
  /** Tasks that were not withdrawn. */
  readonly tasks: readonly CountedTask[]
  /** Also parts that are in no figure today but were overdue a week ago. */
  readonly parts: readonly CountedPart[]
  /** In display order; those that hold no part are left out of the result. */
  readonly units: readonly CountedUnit[]
  readonly lists: readonly { readonly id: string; readonly title: string }[]
  readonly stages: readonly {
    readonly no: number
    readonly name: string
    readonly start: IsoDate | null
    readonly end: IsoDate | null
  }[]
}

export interface FigureCount {
  readonly parts: number
  readonly tasks: number
}

/** A ledger filter that finds the tasks of a row; with `figure` added, exactly the tasks a figure counts. */
export interface OpeningFilter {
  readonly campaignId: string
  readonly unit?: string
  readonly list?: string
  readonly from?: string
  readonly to?: string
  readonly kind?: string
}

export interface TaskCounts {
  readonly all: number
  readonly open: number
  readonly concluded: number
  readonly routine: number
}

export interface OverviewRow {
  readonly filter: OpeningFilter
  readonly figures: Readonly<Record<FigureName, FigureCount>>
  /** Parts overdue a week ago, of those the row counts now. */
  readonly overdueBefore: number
}

/** Kinds of deadline that have one day and so belong to a stage; 长年坚持 and quarterly duties run through all stages. */
const onOneDay = ['date', 'month', 'none'] as const

/**
 * Every figure of a campaign, counted from one reading of its parts: totals, units in comparable groups, lists, stages.
 * A part counts for the unit that holds it now, also in what was a week ago, so that a merger makes nobody worse.
 */
export function overviewOf(input: OverviewInput) {
  const { campaignId, tasks, parts } = input
  const partsOf = groupBy(parts, (part) => part.unitId)
  const partsOfList = groupBy(parts, (part) => part.listId)
  const units = input.units.flatMap((unit) => {
    const row = rowOf(partsOf.get(unit.id) ?? [], { campaignId, unit: unit.id })
    if (row.figures.held.parts === 0 && row.overdueBefore === 0) return []
    return [{ unit: { id: unit.id, name: unit.name }, ...row }]
  })
  const groupById = new Map(input.units.map((unit) => [unit.id, groupOf(unit.kind)]))
  const lists = input.lists.map(({ id, title }) => ({
    list: { id, title },
    tasks: countTasks(tasks.filter((task) => task.listId === id)),
    ...rowOf(partsOfList.get(id) ?? [], { campaignId, list: id }),
  }))
  const stages = input.stages.flatMap(({ no, name, start, end }) => {
    if (start === null || end === null) return []
    const inside = tasks.filter(
      ({ kind, dueOn }) =>
        (onOneDay as readonly string[]).includes(kind) && dueOn !== null && dueOn >= start && dueOn <= end,
    )
    const ids = new Set(inside.map((task) => task.id))
    const filter = { campaignId, from: start, to: end, kind: onOneDay.join(',') }
    const own = parts.filter((part) => ids.has(part.taskId))
    return [{ stage: { no, name, start, end }, tasks: countTasks(inside), ...rowOf(own, filter) }]
  })
  return {
    tasks: countTasks(tasks),
    total: rowOf(parts, { campaignId }),
    waitingBefore: parts.filter((part) => part.wasWaiting).length,
    groups: unitGroups.flatMap((group) => {
      const own = units.filter((row) => groupById.get(row.unit.id) === group)
      return own.length === 0 ? [] : [{ group, units: own }]
    }),
    lists,
    stages,
  }
}

function rowOf(parts: readonly CountedPart[], filter: OpeningFilter): OverviewRow {
  const counted = figureNames.map((name) => {
    const own = parts.filter((part) => part.figures.includes(name))
    return [name, { parts: own.length, tasks: new Set(own.map((part) => part.taskId)).size }] as const
  })
  return {
    filter,
    figures: Object.fromEntries(counted) as Record<FigureName, FigureCount>,
    overdueBefore: parts.filter((part) => part.wasOverdue).length,
  }
}

function countTasks(tasks: readonly CountedTask[]): TaskCounts {
  const count = (status: CountedTask['status']) => tasks.filter((task) => task.status === status).length
  return { all: tasks.length, open: count('open'), concluded: count('concluded'), routine: count('routine') }
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
