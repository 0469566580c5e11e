import { afterAll, beforeAll, expect, test } from 'vitest'
import { activated } from '../../testing/activation.ts'
import { signedIn } from '../../testing/caller.ts'
import { startTestProduct, type TestProduct } from '../../testing/product.ts'
import { prepareSamplePeople } from '../sample/people.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
  await prepareSamplePeople(product.services)
})
afterAll(() => product.stop())

/** What a session that owes its second factor may reach: whatever pays the debt, and what anybody may reach. */
const open = [
  'GET /api/me',
  'POST /api/me/password',
  'POST /api/me/second-factor/begin',
  'POST /api/me/second-factor/confirm',
  'POST /api/second-factor',
  'POST /api/sign-out',
  'POST /api/sign-in',
  'POST /api/activation',
  'POST /api/activation/look',
]

test('a session without its second factor is refused by every route of the whole product', async () => {
  const administrator = await signedIn(product, '县政务办系统管理员1')
  const { own } = await activated(product, administrator, '营商办工作人员1')
  const tried: string[] = []
  for (const [path, methods] of Object.entries(await routesOf(product))) {
    for (const method of methods) {
      const name = `${method} ${path}`
      if (open.includes(name) || !path.startsWith('/api/') || path === '/api/openapi.json') continue
      const url = path.replace(/:\w+/g, '00000000-0000-7000-8000-000000000000')
      const answer =
        method === 'GET'
          ? await own.get(url)
          : method === 'POST'
            ? await own.post(url)
            : await own.send(method as 'PUT', url, {})
      expect([401, 403], `${name} answered ${answer.status} ${answer.text.slice(0, 80)}`).toContain(answer.status)
      tried.push(name)
    }
  }
  expect(tried.length).toBeGreaterThan(40)
})

/** Paths and methods as the framework prints them. */
async function routesOf({ http }: TestProduct): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  const parents: string[] = []
  for (const line of http.printRoutes({ commonPrefix: false }).split('\n')) {
    const match = /^([│├└─\s]*)(\S.*?) \(([A-Z, ]+)\)/.exec(line)
    if (!match) continue
    const depth = Math.floor(match[1]!.length / 4)
    parents.length = depth
    const path =
      parents.join('').length > 0 && !match[2]!.startsWith('/')
        ? parents.join('') + match[2]!
        : (parents.join('') || '') + match[2]!
    parents[depth] = match[2]!
    found[path] = match[3]!.split(', ').filter((method) => ['GET', 'POST', 'PUT', 'DELETE'].includes(method))
  }
  return found
}
