import { callerNames, type Caller, type County } from './county.ts'

/** What one caller sends to a route; made afresh for everybody, so that nobody meets what somebody else has done. */
export interface Attempt {
  readonly url: string
  readonly body?: unknown
}
/** By route (`POST /api/…`), with ` · variant` behind it where one route has several stories. */
export type Attempts = Readonly<Record<string, (caller: Caller) => Attempt | Promise<Attempt>>>

/** One letter for each refusal of a table. */
export type Legend = Readonly<Record<string, string>>

const widest = 64

/** Tries every route as every caller and draws the table of what came of it. */
export async function drawMatrix(county: County, attempts: Attempts, legend: Legend): Promise<string> {
  const letters = new Map(Object.entries(legend).map(([letter, code]) => [code, letter]))
  const drawn = [''.padEnd(widest) + callerNames.map((name) => name.slice(0, 6).padEnd(7)).join('').trimEnd()]
  for (const [route, make] of Object.entries(attempts)) {
    const method = route.split(' ')[0] as 'GET' | 'POST' | 'PUT' | 'DELETE'
    let line = route.replace('/api/', '').padEnd(widest)
    for (const caller of callerNames) {
      const { url, body } = await make(caller)
      line += (await cell(county, caller, method, url, body, letters)).padEnd(7)
    }
    drawn.push(line.trimEnd())
  }
  return drawn.join('\n')
}

async function cell(
  county: County,
  caller: Caller,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  body: unknown,
  letters: ReadonlyMap<string, string>,
): Promise<string> {
  const { status, body: answer } =
    method === 'GET'
      ? await county.as(caller).get(url)
      : method === 'POST'
        ? await county.as(caller).post(url, body)
        : await county.as(caller).send(method, url, body)
  if (status < 300) return '+'
  return letters.get(answer.code) ?? `${status}:${answer.code}`
}

/** Routes of the server under these paths that no attempt covers. */
export function uncovered(county: County, attempts: Attempts, prefixes: readonly string[]): string[] {
  const covered = new Set(Object.keys(attempts).map((route) => route.split(' · ')[0]))
  return county.http.servedContracts
    .filter(({ path }) => prefixes.some((prefix) => prefix === '' || path === prefix || path.startsWith(`${prefix}/`) || path.startsWith(`${prefix}.`)))
    .map(({ method, path }) => `${method} ${path}`)
    .filter((route) => !covered.has(route))
}

/** The lines of a table, however it is indented. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/ +/g, ' '))
    .filter((line) => line !== '')
}
