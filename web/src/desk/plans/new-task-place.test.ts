import { describe, expect, test } from 'vitest'
import { placeFrom, placesForNewTask, standing } from './new-task-place.ts'

type Tasks = Parameters<typeof standing>[0]

const task = (key: string, list: string, from: number, section: string[] = []) =>
  ({
    key,
    list,
    no: key,
    title: `任务${key}`,
    section,
    clause: `c-${key}`,
    lines: [from, from + 2],
  }) as Tasks['tasks'][number]

const plan = {
  tasks: [task('t1', 'a', 10, ['一']), task('t2', 'a', 13, ['二']), task('t3', 'c:2', 20)],
  package: {
    lists: [
      { id: 'a', title: '清单一' },
      { id: 'b', title: '清单二' },
      { id: 'c:2', title: '清单三' },
    ],
    clauses: [{ id: 'c0' }],
  },
} as unknown as Tasks

describe('a missing task takes its place', () => {
  test('after another one, with its list, headings and clause', () => {
    expect(standing(plan, { after: 't2' })).toEqual({
      after: 't2',
      list: 'a',
      section: ['二'],
      clause: 'c-t2',
      lines: [13, 15],
    })
  })

  test('at the head of the first list: before everything', () => {
    expect(standing(plan, { headOf: 'a' })).toMatchObject({ after: null, list: 'a', section: ['一'], lines: [9, 9] })
  })

  test('in a list that had none: after the last task of the lists before', () => {
    expect(standing(plan, { headOf: 'b' })).toMatchObject({ after: 't2', list: 'b', section: [], clause: 'c-t2' })
  })

  test('nowhere beside a task or list that is gone', () => {
    expect(standing(plan, { after: 'gone' })).toBeUndefined()
    expect(standing(plan, { headOf: 'gone' })).toBeUndefined()
  })
})

test('every choice offered is read back to what it names', () => {
  const values = placesForNewTask(plan).flatMap((list) => list.options.map((one) => placeFrom(one.value)))
  expect(values).toEqual([
    { headOf: 'a' },
    { after: 't1' },
    { after: 't2' },
    { headOf: 'b' },
    { headOf: 'c:2' },
    { after: 't3' },
  ])
})
