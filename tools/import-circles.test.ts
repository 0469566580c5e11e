import { expect, test } from 'vitest'
import { importsOf, isCode, isTest, sources } from './sources.ts'

/** Imports from file to file, of types too: two files that know each other cannot be read, moved or tested apart. */
function circles(folder: string): string[] {
  const known = new Map<string, string[]>()
  for (const { from, target } of sources((path) => isCode(path) && path.startsWith(folder)).flatMap(importsOf))
    if (!isTest(from)) known.set(from, [...(known.get(from) ?? []), target])
  const found = new Set<string>()
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]) => {
    const at = path.indexOf(file)
    if (at >= 0) {
      found.add([...path.slice(at), file].join(' → '))
      return
    }
    if (done.has(file)) return
    for (const target of known.get(file) ?? []) visit(target, [...path, file])
    done.add(file)
  }
  for (const file of known.keys()) visit(file, [])
  expect(known.size, 'files seen').toBeGreaterThan(20)
  return [...found]
}

test.each(['web/src/', 'server/src/'])('no files of %s import each other in a circle', (folder) => {
  const instead = 'put what both need (often a type) into a file of its own that imports neither'
  expect(circles(folder).join('\n'), instead).toBe('')
})
