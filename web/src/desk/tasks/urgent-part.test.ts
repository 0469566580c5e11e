import type { TaskRow } from '@yingshang/core/tasks/contract'
import { describe, expect, test } from 'vitest'
import { urgentPart } from './urgent-part.ts'

const row = (alert: TaskRow['alert'], parts: [TaskRow['alert'], string | null][]) =>
  ({
    alert,
    parts: parts.map(([lamp, day]) => ({ alert: lamp, dueOn: day, provisional: day === '2022-09-28' })),
  }) as unknown as TaskRow

describe('the day of the part that gives the lamp', () => {
  test('a period that is overdue is more urgent than the whole task', () => {
    const quarterly = row('red', [
      ['red', '2022-09-30'],
      ['normal', '2022-12-31'],
    ])
    expect(urgentPart(quarterly)?.dueOn).toBe('2022-09-30')
  })

  test('of two parts with the lamp the one that is due first', () => {
    const shared = row('blue', [
      ['blue', '2022-09-30'],
      ['blue', '2022-09-28'],
      ['none', null],
    ])
    expect(urgentPart(shared)).toEqual({ dueOn: '2022-09-28', provisional: true })
  })

  test('nothing counted, nothing urgent', () => {
    expect(urgentPart(row('none', [['none', null]]))).toBeUndefined()
  })
})
