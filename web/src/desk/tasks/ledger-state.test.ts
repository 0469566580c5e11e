import { describe, expect, test } from 'vitest'
import { readSearch } from '../../ui/url-state.ts'
import { filterOf, isFiltered, ledgerShape, noFilter, sortOf } from './ledger-state.ts'

const stages = [
  { no: 3, start: '2022-07-01', end: '2022-09-30' },
  { no: 4, start: null, end: null },
]

describe('the ledger’s address', () => {
  test('a stage becomes its window, one without dates none', () => {
    const at = (stage: string) => filterOf('c', readSearch(ledgerShape, { stage }), stages)
    expect(at('3')).toMatchObject({ from: '2022-07-01', to: '2022-09-30' })
    expect(at('4')).toMatchObject({ from: undefined, to: undefined })
    expect(at('nonsense')).toMatchObject({ from: undefined, to: undefined })
  })

  test('sorting reads a leading minus and falls back to the notice’s order', () => {
    expect(sortOf('-dueOn')).toEqual({ sort: 'dueOn', descending: 'true' })
    expect(sortOf('title')).toEqual({ sort: 'title', descending: 'false' })
    expect(sortOf('password')).toEqual({ sort: 'position', descending: 'false' })
    expect(sortOf(undefined)).toEqual({ sort: 'position', descending: 'false' })
  })

  test('clearing removes every filter and keeps the sorting', () => {
    const state = readSearch(ledgerShape, { q: '水库', unit: 'u', alert: 'red', sort: '-dueOn', page: '3' })
    expect(isFiltered(state)).toBe(true)
    const cleared = { ...state, ...noFilter }
    expect(isFiltered(cleared)).toBe(false)
    expect(cleared.sort).toBe('-dueOn')
  })
})
