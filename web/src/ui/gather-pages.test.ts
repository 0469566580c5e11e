import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gatherPages } from './gather-pages.ts'

const list = (length: number) => Array.from({ length }, (_, n) => `row${n}`)
const own = (row: string) => row

/** As the server pages: the total is exact up to 1000. */
function pagesOf(all: readonly string[], size: number) {
  return (page: number) =>
    Promise.resolve({
      rows: all.slice((page - 1) * size, page * size),
      total: Math.min(all.length, 1000),
      more: all.length > 1000,
    })
}

describe('all rows for the printer', () => {
  test('every row once, in order, up to the most; what is left out is known', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1300 }), fc.constantFrom(50, 100), async (length, size) => {
        const found = await gatherPages(pagesOf(list(length), size), own, 1000, () => {})
        expect(found.rows).toEqual(list(length).slice(0, 1000))
        expect(found.cut).toBe(length > 1000)
      }),
      { numRuns: 60 },
    )
  })

  test('a row that stands on two pages is printed once', async () => {
    const pages = [['a', 'b'], ['b', 'c'], []]
    const read = (page: number) => Promise.resolve({ rows: pages[page - 1] ?? [], total: 4, more: false })
    expect(await gatherPages(read, own, 1000, () => {})).toEqual({ rows: ['a', 'b', 'c'], cut: false })
  })

  test('it says how far it is', async () => {
    const said: [number, number][] = []
    await gatherPages(pagesOf(list(230), 100), own, 1000, (read, of) => said.push([read, of]))
    expect(said).toEqual([
      [100, 230],
      [200, 230],
      [230, 230],
    ])
  })
})
