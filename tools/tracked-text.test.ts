import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { isTest, places, sources } from './sources.ts'

const isText = (path: string) => !/\.(png|jpe?g|ico|ttf|woff2?|pdf|docx?|xlsx?|zip|gz)$/.test(path)
const texts = sources((path) => isText(path) && path !== 'LICENSE')
const own = fileURLToPath(import.meta.url)

function offences(pattern: RegExp, wanted: (path: string) => boolean = () => true): string {
  return texts
    .filter(({ path }) => wanted(path) && !own.endsWith(path))
    .flatMap((source) => places(source, pattern))
    .map((place) => place.slice(0, 160))
    .join('\n')
}

describe('what no file of the repository may hold', () => {
  it('paths of one machine', () => {
    const found = offences(/(?<![\w.])\/(work|root|home|Users)\/[a-z]/)
    expect(found, 'take the path from the environment, the home folder or import.meta.url').toBe('')
  })

  it('names of package registries', () => {
    const found = offences(/registry\.[a-z.-]+\/|npmmirror|"resolved": "http/)
    expect(found, 'leave the registry to npm’s own settings; the lockfile carries no addresses').toBe('')
  })

  it('work put off', () => {
    const found = offences(
      /\b(TODO|FIXME|XXX|HACK)\b/,
      (path) => path !== 'CONTRIBUTING.md' && path !== 'package-lock.json',
    )
    expect(found, 'do it, or write it into the issue; a reader cannot act on a note in the code').toBe('')
  })

  it('tests that do not run', () => {
    const found = offences(
      /\b(it|test|describe|journey)(\.\w+)*\.(skip|skipIf|runIf|only|todo|fixme|fails)\b|\bx(it|describe|test)\(/,
      isTest,
    )
    expect(
      found,
      'mend the test or delete it; where a file may be absent: if (existsSync(file)) test(…), else say so in one line',
    ).toBe('')
  })

  it('secrets', () => {
    const found = offences(/-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAGE-SECRET-KEY-1[0-9A-Z]{20}/, (path) => !isTest(path))
    expect(found, 'keys are made on first start and stay in the data folder').toBe('')
  })
})

describe('sentences of the notice', () => {
  const notice = new URL('../../shared/plans/guannan-2022.txt', import.meta.url)

  it('are in no file', () => {
    if (!existsSync(notice)) {
      console.log('the notice is not beside the repository: its sentences were not searched for')
      expect(texts.length).toBeGreaterThan(0)
      return
    }
    const runs = runsOfWords(readFileSync(notice, 'utf8'))
    expect(runs.size).toBeGreaterThan(1000)
    const found = texts.flatMap(({ path, text }) => {
      const hit = [...runsOfWords(text)].find((run) => runs.has(run))
      return hit === undefined ? [] : [`${path}: ${hit}`]
    })
    expect(found.join('\n'), 'say it in our own words; numbers, names of units, dates and weights may stay').toBe('')
  })
})

/** Every run of 24 Han characters of one sentence; names of documents and lists of units are no sentences. */
function runsOfWords(text: string): Set<string> {
  const length = 24
  const runs = new Set<string>()
  for (const sentence of text
    .replaceAll(/《[^》]*》/g, '。')
    .replaceAll(/\s+/g, '')
    .split(/[^\u4e00-\u9fff，]/)) {
    const words = sentence.replaceAll('，', '')
    for (let at = 0; at + length <= words.length; at++) runs.add(words.slice(at, at + length))
  }
  return runs
}
