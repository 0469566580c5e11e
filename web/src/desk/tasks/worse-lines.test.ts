import type { Overview } from '@yingshang/core/tasks/overview-contract'
import { expect, test } from 'vitest'
import { byTask, worseLines } from './worse-lines.ts'

const board = (now: Record<string, number>, before: Overview['before']) =>
  ({
    total: { figures: Object.fromEntries(Object.entries(now).map(([name, parts]) => [name, { parts, tasks: parts }])) },
    before,
  }) as unknown as Overview

test('only what rose is getting worse, the largest rise first', () => {
  const found = worseLines(
    board({ overdue: 12, toVerify: 9, requested: 1 }, { overdue: 10, toVerify: 3, requested: 4 }),
  )
  expect(found).toEqual([
    { figure: 'toVerify', now: 9, before: 3 },
    { figure: 'overdue', now: 12, before: 10 },
  ])
})

test('equal figures are not worse', () => {
  expect(
    worseLines(board({ overdue: 3, toVerify: 0, requested: 0 }, { overdue: 3, toVerify: 0, requested: 0 })),
  ).toEqual([])
})

test('parts of one task that became overdue on one day are one line', () => {
  const late = (task: string, unit: string, dueOn: string) => ({
    task: { id: task, no: task, title: task },
    unit: { id: unit, name: unit },
    dueOn,
  })
  const found = byTask([
    late('29', '甲局', '2022-07-31'),
    late('29', '乙局', '2022-07-31'),
    late('29', '丙局', '2022-08-01'),
    late('44', '甲局', '2022-07-31'),
  ])
  expect(found.map((one) => [one.task.id, one.dueOn, one.units])).toEqual([
    ['29', '2022-07-31', ['甲局', '乙局']],
    ['29', '2022-08-01', ['丙局']],
    ['44', '2022-07-31', ['甲局']],
  ])
})
