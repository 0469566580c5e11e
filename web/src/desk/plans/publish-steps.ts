import type { Blocker, Plan } from './plan-draft.ts'
import { printedUnits } from './plan-draft.ts'

export type StepKey = 'units' | 'groups' | 'leads' | 'dates' | 'public' | 'diagnostics' | 'publish'

export interface Step {
  readonly key: StepKey
  readonly title: string
  readonly about: string
  /** How many matters must still be settled here before publishing. */
  readonly open: number
  /** Nothing here stops the publication. */
  readonly optional: boolean
}

/** The office's way from the draft to the publication; counts come from the server's blockers. */
export function stepsOf(plan: Pick<Plan, 'blockers'>): Step[] {
  const count = (...kinds: Blocker['kind'][]) => plan.blockers.filter((one) => kinds.includes(one.kind)).length
  return [
    {
      key: 'units',
      title: '单位对应',
      about: '把文件里印的每个单位名称，对应到本县的单位。同一个单位的几种叫法对应到一起，以后自动认得。',
      open: count('unit', 'noUnit'),
      optional: false,
    },
    {
      key: 'groups',
      title: '成组单位和兜底表述',
      about: '“各镇”“各相关单位按职责分工负责”这样的说法，要落实到具体单位，才有人签收。',
      open: count('group', 'catchAll'),
      optional: false,
    },
    {
      key: 'leads',
      title: '牵头单位',
      about: '几家单位一起负责的任务，可以指定一家牵头：由它汇总，别的单位把自己的部分交给它。',
      open: 0,
      optional: true,
    },
    {
      key: 'dates',
      title: '补定期限',
      about: '文件没有写期限的任务，可以由本办定一个日期，今后都标明“本办自定”。不定也能发布。',
      open: 0,
      optional: true,
    },
    {
      key: 'public',
      title: '必须公开的任务',
      about: '选中的任务办结时，要写明向社会公布的地方和日期。',
      open: 0,
      optional: true,
    },
    {
      key: 'diagnostics',
      title: '核对提示',
      about: '读文件时发现的前后不一致。标“必须处理”的，写明怎么认定后才能发布。',
      open: count('diagnostic'),
      optional: false,
    },
    {
      key: 'publish',
      title: '发布',
      about: '发布以后任务生效，各单位从此签收办理。',
      open: count('campaignPeriod', 'empty'),
      optional: false,
    },
  ]
}

/** Printed names with the number of tasks they stand in, the most frequent first; 0: only in the table of indicators. */
export function printedNames(plan: Pick<Plan, 'tasks' | 'package'>): { name: string; tasks: number }[] {
  const counts = new Map<string, number>()
  for (const task of plan.tasks) for (const name of printedUnits(task)) counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const indicator of plan.package.indicators)
    for (const part of [indicator, ...indicator.children])
      for (const name of part.units) if (!counts.has(name)) counts.set(name, 0)
  return [...counts].map(([name, tasks]) => ({ name, tasks })).sort((a, b) => b.tasks - a.tasks)
}
