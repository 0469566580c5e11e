import { describe, expect, test } from 'vitest'
import { together } from './together.ts'

const entry = (unit: string | null, what: string, at = '2022-07-04T01:00:00Z', facts: Record<string, string> = {}) => ({
  what,
  at,
  businessDay: '2022-07-04',
  unit: unit === null ? null : { name: unit },
  facts,
  files: [] as string[],
})

describe('one line for one decision', () => {
  test('assigning to many units is one line with all of them', () => {
    const found = together([
      entry('甲局', 'assigned', undefined, { dueOn: '2022-10-31', role: 'lead' }),
      entry('乙局', 'assigned', undefined, { dueOn: '2022-10-31', role: 'supporting' }),
      entry(null, 'taskPublished'),
    ])
    expect(found.map((one) => [one.entry.what, one.units])).toEqual([
      ['assigned', ['甲局', '乙局']],
      ['taskPublished', []],
    ])
  })

  test('another moment, another date or a file keeps its own line', () => {
    const withFile = { ...entry('丁局', 'assigned'), files: ['f'] }
    const found = together([
      entry('甲局', 'assigned', undefined, { dueOn: '2022-10-31' }),
      entry('乙局', 'assigned', undefined, { dueOn: '2022-11-30' }),
      entry('丙局', 'assigned', '2022-07-05T01:00:00Z'),
      withFile,
    ])
    expect(found).toHaveLength(4)
  })
})
