import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCounty, type Caller, type County } from '../../../testing/gates/county.ts'
import { madeInput } from '../../../testing/gates/made-input.ts'

let county: County
let ids: Record<string, string[]>
let turn = 0

beforeAll(async () => {
  county = await startCounty()
  const of = async (table: string) =>
    (await county.rows<{ id: string }>(`select id from ${table} order by id limit 200`)).map((row) => row.id)
  const callers = Object.values(county.people)
  ids = {
    unit: await of('app.unit'),
    task: await of('app.task'),
    assignment: await of('app.assignment'),
    plan: await of('app.plan'),
    campaign: [county.campaignId],
    person: (await of('app.person')).filter((id) => !callers.includes(id)),
    post: await of('app.post'),
  }
})
afterAll(() => county.stop())

/** A real id of what a field is named after: `homeUnitId`, `personIds`, `into` …; every time another one. */
function idFor(name: string): string {
  const kinds = Object.keys(ids)
  const kind = kinds.find((one) => name.toLowerCase().includes(one)) ?? (/^(from|to)$/.test(name) ? 'person' : 'unit')
  const known = ids[kind]!
  return known[turn++ % known.length]!
}

const hostile = {
  'quotes, SQL, markup, formulas, brackets and line ends': `='; drop table app.task; --"\\$1%s<script>x</script>((((a*)*)*)+[[(?<=\r\nset-cookie: x=1\u001b[31m\u202e`,
  'half of a surrogate pair': 'a\ud800b',
  'the other half': 'a\udc00b',
  'characters outside the first plane': '𠮷𠮷野家😀',
  'the name of a prototype': '__proto__',
  'a very long text': '一'.repeat(4000),
  'only blanks': '\u3000 \t',
} as const

// These end the caller's own session or speak to the outside.
const leftOut = ['POST /api/sign-out', 'POST /api/me/sign-out-everywhere', 'POST /api/channels/test']

test.each(Object.entries(hostile))(
  '%s in every field of every route is answered, never a fault',
  async (_name, text) => {
    const faults: string[] = []
    const carriedOut = new Set<string>()
    for (const contract of county.http.servedContracts) {
      const route = `${contract.method} ${contract.path}`
      if (leftOut.includes(route)) continue
      for (const [place, caller] of (['director', 'head', 'admin'] as Caller[]).entries()) {
        for (const branch of [place, place + 3]) {
          const input = madeInput(contract, { text, id: idFor, branch })
          const answer = await county.http.inject({
            method: contract.method,
            url: input.url,
            cookies: { yingshang_session: county.as(caller).cookie! },
            headers: { 'x-command-id': randomUUID() },
            ...(input.body === undefined ? {} : { payload: input.body as object }),
          })
          if (answer.statusCode >= 500) faults.push(`${caller} ${route} ${answer.body} ${county.logged.at(-2)}`)
          if (answer.statusCode < 300) carriedOut.add(route)
        }
      }
    }
    expect(faults).toEqual([])
    // The inputs are good enough to get behind the doors.
    expect(carriedOut.size).toBeGreaterThan(40)
  },
)
