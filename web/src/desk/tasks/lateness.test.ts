import type { Overview } from '@yingshang/core/tasks/overview-contract'
import { figureNames } from '@yingshang/core/tasks/overview-figures'
import { describe, expect, test } from 'vitest'
import { comparedGroups, lateUnits, worsened } from './lateness.ts'

function row(counts: { overdue: number; before: number; held?: number }) {
  const none = Object.fromEntries(figureNames.map((name) => [name, { parts: 0, tasks: 0 }]))
  const { overdue, before, held = 10 } = counts
  const figures = { ...none, overdue: { parts: overdue, tasks: overdue }, held: { parts: held, tasks: held } }
  return { filter: { campaignId: 'c' }, figures, overdueBefore: before } as Overview['total']
}
const unit = (name: string, overdue: number, before: number) => ({
  ...row({ overdue, before }),
  unit: { id: `id-${name}`, name },
})
const groups: Overview['groups'] = [
  { group: 'departments', units: [unit('甲局', 1, 1), unit('乙局', 3, 0), unit('丙局', 0, 2), unit('丁局', 1, 0)] },
  { group: 'towns', units: [unit('某镇一', 2, 0)] },
]
const tasks = { all: 3, open: 3, concluded: 0, routine: 0 }
const lists: Overview['lists'] = [
  { ...row({ overdue: 5, before: 3 }), list: { id: 'l1', title: '清单一' }, tasks },
  { ...row({ overdue: 2, before: 2 }), list: { id: 'l2', title: '清单二' }, tasks },
]

describe('who is late', () => {
  test('stands in comparable groups, most overdue first, then those that got worse', () => {
    expect(lateUnits({ groups }).map((one) => [one.group, one.unit.name])).toEqual([
      ['departments', '乙局'],
      ['departments', '丁局'],
      ['departments', '甲局'],
      ['towns', '某镇一'],
    ])
  })

  test('groups are sums of their units', () => {
    expect(
      comparedGroups({ groups }).map((one) => [one.group, one.units, one.figures.overdue.parts, one.overdueBefore]),
    ).toEqual([
      ['departments', 4, 5, 3],
      ['towns', 1, 2, 0],
    ])
  })
})

test('what got worse leaves out what stayed or got better, and opens to its own cases', () => {
  const found = worsened({ groups, lists })
  expect(found.units.map((one) => [one.name, one.before, one.now])).toEqual([
    ['乙局', 0, 3],
    ['某镇一', 0, 2],
    ['丁局', 0, 1],
  ])
  expect(found.units[0]!.search).toEqual({ unit: 'id-乙局', figure: 'overdue' })
  expect(found.lists.map((one) => [one.name, one.search])).toEqual([['清单一', { list: 'l1', figure: 'overdue' }]])
})
