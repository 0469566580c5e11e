import { describe, expect, test } from 'vitest'
import { lateUnits } from './lateness.ts'

const part = (unit: string, alert: 'red' | 'normal', dueOn: string | null) => ({
  id: `${unit}-${dueOn}`,
  unit: { id: unit, name: unit },
  role: 'responsible' as const,
  origin: 'named' as const,
  status: 'signed' as const,
  dueOn,
  alert,
  periodKey: null,
})

describe('who is late', () => {
  test('counts parts, not tasks, and says which are fresh', () => {
    const rows = [
      { parts: [part('甲局', 'red', '2022-09-20'), part('乙局', 'normal', '2022-10-31')] },
      { parts: [part('甲局', 'red', '2022-07-31'), part('丙局', 'red', '2022-09-25')] },
    ]
    expect(lateUnits(rows, '2022-09-26')).toEqual([
      { unitId: '甲局', name: '甲局', late: 2, fresh: 1 },
      { unitId: '丙局', name: '丙局', late: 1, fresh: 1 },
    ])
  })

  test('nobody late is an empty list', () => {
    expect(lateUnits([{ parts: [part('甲局', 'normal', null)] }], '2022-09-26')).toEqual([])
  })
})
