import { expect, it } from 'vitest'
import { sources } from './sources.ts'

/** Clauses stand at the start of a list item or heading: `- **D-03** …`. */
const clauses = new Map(
  sources((path) => path.startsWith('docs/rules/') && path.endsWith('.md')).flatMap(({ path, text }) =>
    [...text.matchAll(/^(?:- |#+ )\**([A-Z]{1,2}-\d{2})\b/gm)].map((match) => [match[1]!, path] as const),
  ),
)
const citations = sources(
  (path) => /\.(ts|tsx|sql)$/.test(path) && /^(core|server|web|e2e|bench)\//.test(path),
).flatMap(({ path, text }) =>
  [...text.matchAll(/\brules? ((?:[A-Z]{1,2}-\d{2}(?:, (?:and )?| and | to )?)+)/g)].flatMap((match) =>
    [...match[1]!.matchAll(/[A-Z]{1,2}-\d{2}/g)].map((clause) => ({ clause: clause[0], path })),
  ),
)

it('every cited clause exists in docs/rules', () => {
  expect(clauses.size).toBeGreaterThan(0)
  expect(citations.length).toBeGreaterThan(0)
  const wrong = citations
    .filter(({ clause }) => !clauses.has(clause))
    .map(({ clause, path }) => `${path} cites ${clause}`)
  expect(wrong.join('\n'), 'cite the clause that is meant, or write it into docs/rules').toBe('')
})

it('lists the clauses that nothing cites', () => {
  const cited = new Set(citations.map(({ clause }) => clause))
  const silent = [...clauses.keys()].filter((clause) => !cited.has(clause))
  console.log(`clauses cited nowhere: ${silent.length === 0 ? 'none' : silent.join(' ')}`)
  expect(cited.size + silent.length).toBeGreaterThanOrEqual(clauses.size)
})
