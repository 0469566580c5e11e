import { expect, test } from 'vitest'
import { isTest, sources } from './sources.ts'

// Two pages at one address stop the whole desk when it starts, and neither types nor lint see it.
test('every address of the desk is taken once', () => {
  const taken = sources(
    (path) => path.startsWith('web/src/desk/') && /route[rs]?\.tsx?$/.test(path) && !isTest(path),
  ).flatMap(({ text }) => [...text.matchAll(/\bpath: '([^']+)'/g)].map((match) => match[1]!))
  expect(taken).toContain('/cases/new')
  expect(taken.length).toBeGreaterThan(30)
  const twice = taken.filter((path, at) => taken.indexOf(path) !== at)
  expect(twice, 'give one of the two pages another address').toEqual([])
})
