import { expect, test } from 'vitest'
import { isCode, isTest, sources } from './sources.ts'

// Every code that a request can be refused with has a Chinese sentence: in a capability's labels, or in the desk's own.
const spoken = sources((path) => /^(core|web)\/src\/.*(\.zh\.ts|say-refusal\.ts)$/.test(path))
const deciding = sources(
  (path) => /^(core|server)\/src\//.test(path) && isCode(path) && !isTest(path) && !path.endsWith('.zh.ts'),
)

/** Said on the command line or at start, each with its own sentence where it is made. */
const saidElsewhere = ['backup.not-empty', 'backup.wrong-secret', 'trial.demo-stopped']

test('every refusal code has a sentence', () => {
  const words = spoken.map(({ text }) => text).join('\n')
  const codes = new Set<string>()
  for (const { text } of deciding) {
    for (const match of text.matchAll(/(?:code: |refuse\()'([a-zA-Z]+\.[a-z-]+)'/g)) codes.add(match[1]!)
  }
  expect(codes.size).toBeGreaterThan(100)
  // A thing that is not there has one general sentence.
  const silent = [...codes].filter((code) => !code.endsWith('.not-found') && !words.includes(`'${code}'`))
  expect(
    silent.filter((code) => !saidElsewhere.includes(code)),
    'write its sentence into labels.zh.ts of the capability',
  ).toEqual([])
})
