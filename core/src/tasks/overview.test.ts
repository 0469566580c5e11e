import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overviewOf, type CountedPart, type CountedTask, type OverviewInput } from './overview.ts'
import { figureNames, groupOf } from './overview-figures.ts'

const units = [
  { id: 'u1', name: '甲局', kind: 'department' },
  { id: 'u2', name: '乙局', kind: 'department' },
  { id: 'u3', name: '某镇一', kind: 'town' },
  { id: 'u4', name: '某园区一', kind: 'park' },
]
const lists = [
  { id: 'l1', title: '清单一' },
  { id: 'l2', title: '清单二' },
]
const stages = [
  { no: 1, name: '前段', start: '2022-06-01', end: '2022-08-31' },
  { no: 2, name: '后段', start: '2022-08-01', end: '2022-12-31' },
  { no: 3, name: '待定', start: null, end: null },
]

const aTask = (part: Partial<CountedTask> = {}): CountedTask => ({
  id: 't1',
  listId: 'l1',
  status: 'open',
  kind: 'date',
  dueOn: '2022-10-31',
  ...part,
})
const aPart = (part: Partial<CountedPart> = {}): CountedPart => ({
  taskId: 't1',
  listId: 'l1',
  unitId: 'u1',
  figures: ['held'],
  wasOverdue: false,
  wasWaiting: false,
  ...part,
})
const count = (input: Partial<OverviewInput>) =>
  overviewOf({ campaignId: 'c', tasks: [aTask()], parts: [], units, lists, stages, ...input })

describe('the overview of a campaign', () => {
  test('counts parts and, beside them, the tasks they belong to', () => {
    const { total } = count({
      parts: [
        aPart({ figures: ['held', 'overdue'] }),
        aPart({ unitId: 'u2', figures: ['held', 'overdue'] }),
        aPart({ unitId: 'u3' }),
      ],
    })
    expect(total.figures.overdue).toEqual({ parts: 2, tasks: 1 })
    expect(total.figures.held).toEqual({ parts: 3, tasks: 1 })
    expect(total.filter).toEqual({ campaignId: 'c' })
  })

  test('puts units into groups that may be compared and leaves out those without a part', () => {
    const { groups } = count({ parts: [aPart({ unitId: 'u3' }), aPart({ unitId: 'u1' })] })
    expect(groups.map(({ group, units: own }) => [group, own.map((row) => row.unit.name)])).toEqual([
      ['departments', ['甲局']],
      ['towns', ['某镇一']],
    ])
    expect(groups[0]!.units[0]!.filter).toEqual({ campaignId: 'c', unit: 'u1' })
    expect([groupOf('court'), groupOf('media'), groupOf('park')]).toEqual(['stationed', 'others', 'parks'])
  })

  test('keeps a unit that was overdue and holds nothing any more: it got better', () => {
    const { groups } = count({ parts: [aPart({ figures: [], wasOverdue: true })] })
    expect(groups[0]!.units[0]).toMatchObject({ overdueBefore: 1, figures: { held: { parts: 0, tasks: 0 } } })
  })

  test('puts a task into every stage its day lies in; duties without an end into none', () => {
    const tasks = [
      aTask({ id: 't1', dueOn: '2022-08-15' }),
      aTask({ id: 't2', kind: 'ongoing', dueOn: '2022-12-31' }),
      aTask({ id: 't3', kind: 'none', dueOn: null }),
      aTask({ id: 't4', kind: 'none', dueOn: '2022-11-30', status: 'concluded' }),
    ]
    const { stages: found } = count({ tasks, parts: [aPart({ figures: ['held', 'late'] })] })
    expect(found.map((row) => [row.stage.no, row.tasks.all, row.figures.late.parts])).toEqual([
      [1, 1, 1],
      [2, 2, 1],
    ])
    expect(found[1]!.filter).toEqual({ campaignId: 'c', from: '2022-08-01', to: '2022-12-31', kind: 'date,month,none' })
  })

  test('units, groups and lists each add up to the total', () => {
    const part = fc.record({
      taskId: fc.constantFrom('t1', 't2', 't3'),
      unitId: fc.constantFrom('u1', 'u2', 'u3', 'u4'),
      figures: fc.subarray([...figureNames]),
      wasOverdue: fc.boolean(),
      wasWaiting: fc.boolean(),
    })
    const listOf = { t1: 'l1', t2: 'l2', t3: 'l2' } as const
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (made) => {
        const tasks = (['t1', 't2', 't3'] as const).map((id) => aTask({ id, listId: listOf[id] }))
        const parts = made.map((one) => ({ ...one, listId: listOf[one.taskId] }))
        const found = count({ tasks, parts })
        const rows = found.groups.flatMap((group) => group.units)
        for (const name of figureNames) {
          const all = found.total.figures[name]
          expect(all.tasks).toBeLessThanOrEqual(all.parts)
          expect(sum(found.lists.map((row) => row.figures[name].parts))).toBe(all.parts)
          expect(sum(found.lists.map((row) => row.figures[name].tasks))).toBe(all.tasks)
          // A unit that holds nothing and never was overdue is not shown: its parts cannot be in another figure.
          const hidden = parts.filter((one) => !rows.some((row) => row.unit.id === one.unitId))
          expect(sum(rows.map((row) => row.figures[name].parts))).toBe(
            all.parts - hidden.filter((one) => one.figures.includes(name)).length,
          )
        }
        expect(sum(found.lists.map((row) => row.overdueBefore))).toBe(found.total.overdueBefore)
        expect(sum(found.lists.map((row) => row.tasks.all))).toBe(found.tasks.all)
      }),
    )
  })
})

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
