import { describe, expect, test } from 'vitest'
import { changed, readSearch, toSearch } from '../../ui/url-state.ts'
import { filterOf, isFiltered, noFilter, queueShape, sortOf } from './queue-state.ts'

const state = (search: Record<string, string>) => readSearch(queueShape, search)

describe('the address of the queue', () => {
  test('gives its filters to the server by the contract’s names, without sorting, paging and the open row', () => {
    const query = filterOf(state({ status: 'signed,drafted', open: 'x', sort: '-received', page: '3' }), 'campaign')
    expect(query).toMatchObject({ status: 'signed,drafted', campaignId: 'campaign' })
    expect(Object.keys(query)).not.toEqual(expect.arrayContaining(['open']))
    expect(query).not.toHaveProperty('sort')
    expect(query).not.toHaveProperty('page')
  })

  test('a figure the board does not have filters nothing', () => {
    expect(filterOf(state({ figure: 'toVerify' }), undefined).figure).toBe('toVerify')
    expect(filterOf(state({ figure: 'everything' }), undefined).figure).toBeUndefined()
  })

  test('clearing the filters keeps the sorting and goes back to the first page', () => {
    const before = state({ q: '许可', unit: 'u', sort: 'number', page: '4' })
    expect(isFiltered(before)).toBe(true)
    const after = readSearch(queueShape, changed(queueShape, before, noFilter) as Record<string, string>)
    expect(isFiltered(after)).toBe(false)
    expect(toSearch(queueShape, after)).toMatchObject({ sort: 'number', page: undefined })
  })

  test('opening a row is no filter', () => {
    expect(isFiltered(state({ open: 'x', sort: 'number', page: '2' }))).toBe(false)
  })

  test.each([
    [undefined, 'urgency', 'false'],
    ['received', 'received', 'false'],
    ['-dueOn', 'dueOn', 'true'],
    ['-name', 'urgency', 'false'],
  ] as const)('sort %s', (sort, name, descending) => {
    expect(sortOf(sort)).toEqual({ sort: name, descending })
  })
})
