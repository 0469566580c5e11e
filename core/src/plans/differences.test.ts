import { expect, test } from 'vitest'
import { alike, compareTasks, type RunningTask } from './differences.ts'
import type { DraftTask } from './draft-state.ts'
import { taskLike } from '../../testing/plan-samples.ts'

const titles = new Map([['a', '样例清单']])
const running = (taskId: string, no: string, title: string, over: Partial<RunningTask> = {}): RunningTask => ({
  taskId,
  listTitle: '样例清单',
  no,
  title,
  text: title,
  units: ['县甲局', '县乙局'],
  basis: [],
  deadlineText: '',
  catchAll: '',
  ...over,
})
const draft = (key: string, no: string, title: string): DraftTask => ({ ...taskLike({ no, title, text: title }), key })

test('the same notice again has no differences', () => {
  const rows = compareTasks(
    [running('r1', '1', '开办企业提速'), running('r2', '2', '办电更快')],
    [draft('t1', '1', '开办企业提速'), draft('t2', '2', '办电更快')],
    titles,
  )
  expect(rows.map((row) => [row.kind, row.taskId])).toEqual([
    ['same', 'r1'],
    ['same', 'r2'],
  ])
})

test('a task that moved to another number keeps its work; a new one and a gone one are told apart', () => {
  const rows = compareTasks(
    [running('r1', '1', '开办企业提速增效'), running('r2', '2', '办电更快更省')],
    [draft('t1', '1', '建立纠纷调解机制'), draft('t2', '2', '开办企业提速增效')],
    titles,
  )
  expect(rows.map((row) => [row.kind, row.key, row.taskId])).toEqual([
    ['new', 't1', null],
    ['changed', 't2', 'r1'],
    ['gone', null, 'r2'],
  ])
  expect(rows[1]!.changes).toEqual([{ field: 'no', before: '1', after: '2' }])
})

test('no running task is matched twice', () => {
  const rows = compareTasks(
    [running('r1', '1', '开办企业提速')],
    [draft('t1', '1', '开办企业提速'), draft('t2', '1', '开办企业提速')],
    titles,
  )
  expect(rows.map((row) => row.taskId)).toEqual(['r1', null])
})

test('likeness is 1 for equal, 0 for nothing in common, symmetric', () => {
  expect(alike('电', '电')).toBe(1)
  expect(alike('甲乙丙', '丁戊己')).toBe(0)
  expect(alike('开办企业', '开办企业提速')).toBeCloseTo(alike('开办企业提速', '开办企业'))
})
