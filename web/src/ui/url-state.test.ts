import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changed, parseSearch, readSearch, toSearch, writeSearch } from './url-state.ts'

const shape = { q: 'text', unit: 'list', page: 'page', late: 'flag', open: 'text' } as const
const text = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
const state = fc.record({
  q: fc.option(text, { nil: undefined }),
  unit: fc.array(text, { maxLength: 4 }),
  page: fc.integer({ min: 1, max: 99_999 }),
  late: fc.boolean(),
  open: fc.option(text, { nil: undefined }),
})

describe('page state in the address', () => {
  test('what was written is read back, whatever was typed', () => {
    fc.assert(
      fc.property(state, (given) => {
        const address = writeSearch(toSearch(shape, given))
        expect(readSearch(shape, parseSearch(address))).toEqual(given)
      }),
    )
  })

  test('defaults leave no trace, so that the plain page has a plain address', () => {
    expect(writeSearch(toSearch(shape, { q: '', unit: [], page: 1, late: false, open: undefined }))).toBe('')
  })

  test('an address written by hand with nonsense counts as not given', () => {
    expect(readSearch(shape, parseSearch('?page=-3&late=1&unit=a&q='))).toEqual({
      q: undefined,
      unit: ['a'],
      page: 1,
      late: false,
      open: undefined,
    })
  })

  test('a new filter goes back to page one; opening a row stays', () => {
    const now = readSearch(shape, { page: '4', q: '水库' })
    expect(changed(shape, now, { unit: ['a'] })).toMatchObject({ q: '水库', unit: ['a'], page: undefined })
    expect(changed(shape, now, { open: 'x' })).toMatchObject({ page: '4', open: 'x' })
  })
})
