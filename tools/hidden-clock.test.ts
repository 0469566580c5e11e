import { describe, expect, it } from 'vitest'
import { isCode, isTest, places, sources, withoutComments } from './sources.ts'

const clock = /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.(now|timeOrigin)\b|\bprocess\.hrtime\b/
const dice = /\bMath\.random\b|\brandom(UUID|Bytes|Int)\b|\bgetRandomValues\b/
/** These answer in the machine's own zone. */
const zone = /\.(get|set)(FullYear|Month|Date|Day|Hours|Minutes)\(|\.toLocale(Date|Time)?String\(|\.getTimezoneOffset\(/

function offences(wanted: (path: string) => boolean, ...patterns: RegExp[]): string {
  const found = sources((path) => isCode(path) && !isTest(path) && wanted(path)).flatMap((source) =>
    patterns.flatMap((pattern) => places({ ...source, text: withoutComments(source.text) }, pattern)),
  )
  return found.join('\n')
}

describe('time and chance come in as arguments', () => {
  it('core asks for neither', () => {
    const found = offences((path) => path.startsWith('core/src/'), clock, dice)
    expect(found, 'take `now`, `businessDay` or the random number as an argument').toBe('')
  })

  it('capabilities of the server use the clock they are given', () => {
    const found = offences((path) => /^server\/src\/(?!platform\/|commands\/)[^/]+\//.test(path), clock)
    expect(found, 'use services.clock.now() or the business day').toBe('')
  })

  it('nobody reads a date in the zone of the machine', () => {
    const found = offences((path) => /^(core|server|web)\/src\//.test(path), zone)
    expect(found, 'use the functions of core/src/kernel/dates.ts: days are strings, the zone is Asia/Shanghai').toBe('')
  })

  it('knows an offence when it sees one', () => {
    for (const bad of ['Date.now()', 'new Date()', 'new Date( )', 'performance.now()']) expect(bad).toMatch(clock)
    for (const good of ['new Date(now)', 'date.now', 'clock.now()']) expect(good).not.toMatch(clock)
    expect('const id = crypto.randomUUID()').toMatch(dice)
    expect('day.getDay()').toMatch(zone)
    expect('day.getUTCDay()').not.toMatch(zone)
  })
})
