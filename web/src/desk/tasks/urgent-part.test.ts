import type { TaskRow } from '@yingshang/core/tasks/contract'
import { describe, expect, test } from 'vitest'
import { leftOf, urgentDay } from './urgent-part.ts'

const row = (alert: TaskRow['alert'], dueOn: string | null, parts: [TaskRow['alert'], string | null][]) =>
  ({
    alert,
    dueOn,
    timeLeft: { kind: 'workingDaysLeft', days: 46 },
    parts: parts.map(([lamp, day]) => ({ alert: lamp, dueOn: day })),
  }) as unknown as TaskRow

describe('the lamp and the days beside it speak of one day', () => {
  test('a period that is overdue does not borrow the days left of the whole task', () => {
    const quarterly = row('red', '2022-12-31', [
      ['red', '2022-09-30'],
      ['normal', '2022-12-31'],
    ])
    expect(urgentDay(quarterly)).toBe('2022-09-30')
    expect(leftOf(quarterly)).toBeNull()
  })

  test('the same day keeps its days left', () => {
    const plain = row('normal', '2022-12-31', [['normal', '2022-12-31']])
    expect(leftOf(plain)).toEqual({ kind: 'workingDaysLeft', days: 46 })
  })

  test('nothing counted, nothing urgent', () => {
    expect(urgentDay(row('none', null, [['none', null]]))).toBeUndefined()
  })
})
