import type { Overview } from '@yingshang/core/tasks/overview-contract'
import { expect, test } from 'vitest'
import { worseLines } from './worse-lines.ts'

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
