import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCounty, type County } from '../../../testing/gates/county.ts'
import { makeApp } from '../../product.ts'
import { makeSignInLink } from '../auth/sign-in-link.ts'

let county: County
beforeAll(async () => void (county = await startCounty()))
afterAll(() => county.stop())

const send = (url: string, more: object = {}) => county.http.inject({ method: 'POST', url, ...more } as never)
const signedInAs = (caller: 'head' | 'officer') => ({ cookies: { yingshang_session: county.as(caller).cookie! } })

describe('the cookie', () => {
  async function cookieOf(tls: boolean) {
    const services = { ...county.services, config: { ...county.services.config, tls } }
    const http = await makeApp(services, { catchUp: async () => {}, stop: () => {} }, { poke: () => {} })
    const path = await makeSignInLink(county.services.databases.app, county.people.head, county.time.now)
    const answer = await http.inject({ url: path })
    await http.close()
    return { answer, cookie: answer.cookies[0]! }
  }

  test('is out of reach of scripts and other sites, and over https never sent in the clear', async () => {
    expect((await cookieOf(false)).cookie).toMatchObject({
      name: 'yingshang_session',
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
    })
    expect((await cookieOf(false)).cookie.secure).toBeUndefined()
    expect((await cookieOf(true)).cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: true })
  })

  test('holds 256 bits of chance of which the database knows a digest only', async () => {
    const { cookie } = await cookieOf(false)
    expect(cookie.value).toMatch(/^[0-9a-f]{64}$/)
    const found = await county.rows<{ n: number }>(
      `select count(*)::int as n from access.session s where s::text like '%' || $1 || '%'`,
      [cookie.value],
    )
    expect(found[0]!.n).toBe(0)
  })

  test.each(['', 'x', '0'.repeat(64), `${'0'.repeat(64)}' or true --`, 'a'.repeat(5000)])(
    '%s opens nothing',
    async (value) => {
      const answer = await county.http.inject({ url: '/api/me', cookies: { yingshang_session: value } })
      expect(answer.statusCode).toBe(401)
    },
  )
})

describe('a sign-in link', () => {
  test('is good once, for a day, and for the person it was made for', async () => {
    const path = await makeSignInLink(county.services.databases.app, county.people.head, county.time.now)
    const [first, second] = await Promise.all([county.http.inject({ url: path }), county.http.inject({ url: path })])
    expect([first, second].map((answer) => answer.cookies.length).sort()).toEqual([0, 1])
    expect((await county.http.inject({ url: path })).headers.location).toBe('/desk/sign-in?link=used')
    const late = await makeSignInLink(county.services.databases.app, county.people.head, county.time.now - 86_400_001)
    expect((await county.http.inject({ url: late })).cookies).toEqual([])
  })

  test.each(['//evil.example', 'https:evil.example', '..%2f..%2f', '%5c%5cevil.example'])(
    'leads nowhere but to our own pages, whatever stands behind it (%s)',
    async (tail) => {
      const { headers } = await county.http.inject({ url: `/sign-in/${encodeURIComponent(tail)}?next=//evil.example` })
      expect(headers.location).toBe('/desk/sign-in?link=used')
    },
  )
})

describe('a write from somewhere else', () => {
  test.each([
    ['a form of another site', { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' }],
    ['a plain-text form that carries JSON', { 'content-type': 'text/plain', origin: 'https://evil.example' }],
    ['a page in a sandbox', { 'content-type': 'application/json', origin: 'null' }],
    [
      'another port of the same machine',
      { 'content-type': 'application/json', origin: 'http://localhost:81', host: 'localhost' },
    ],
    [
      'a name that begins like ours',
      { 'content-type': 'application/json', origin: 'http://localhost.evil.example', host: 'localhost' },
    ],
    ['an origin that is none', { 'content-type': 'application/json', origin: 'x' }],
  ])('%s is refused, signed in or not', async (_what, headers) => {
    const before = await county.rows('select 1 from ledger.entry')
    const answer = await send('/api/trial/day', { ...signedInAs('head'), headers, payload: '{"day":"2022-07-09"}' })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'access.foreign-origin'])
    expect(await county.rows('select 1 from ledger.entry')).toHaveLength(before.length)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'text/json', 'application/json-patch+json', ''])(
    'a body that is not JSON (%s) does nothing even without an origin',
    async (type) => {
      const [before] = await county.rows<{ day: string }>('select trial_day::text as day from app.installation')
      const headers = type === '' ? {} : { 'content-type': type }
      const answer = await send('/api/trial/day', {
        ...signedInAs('head'),
        headers,
        payload: Buffer.from('{"day":"2022-07-09"}'),
      })
      expect([400, 415]).toContain(answer.statusCode)
      const [after] = await county.rows<{ day: string }>('select trial_day::text as day from app.installation')
      expect(after).toEqual(before)
    },
  )

  test('no reading route writes, by whatever method it is asked', async () => {
    const path = `/api/tasks?campaignId=${county.campaignId}`
    for (const method of ['PUT', 'DELETE', 'PATCH', 'POST'] as const)
      expect((await county.http.inject({ method, url: path, ...signedInAs('head') })).statusCode).toBe(404)
    const over = await county.http.inject({
      method: 'GET',
      url: '/api/trial/day',
      ...signedInAs('head'),
      headers: { 'x-http-method-override': 'POST' },
    })
    expect(over.statusCode).toBe(404)
  })
})

describe('every answer', () => {
  test('is fenced: no framing, no sniffing, no foreign script, nothing kept by caches', async () => {
    for (const url of [
      '/',
      '/api/me',
      '/api/nothing',
      '/sign-in/x',
      '/print/activation-slips/x',
      '/healthz',
      '/api/tasks',
    ]) {
      const { headers } = await county.http.inject({ url, ...signedInAs('officer') })
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain("base-uri 'none'")
      expect(policy).not.toMatch(/script-src[^;]*(unsafe|\*|http)/)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cache-control': 'no-store',
      })
      expect(headers['access-control-allow-origin']).toBeUndefined()
      expect(headers['x-powered-by'] ?? headers['server']).toBeUndefined()
    }
  })

  test('is fenced with a nonce that is never the same twice', async () => {
    const nonces = new Set<string>()
    for (let n = 0; n < 20; n++) {
      const { headers } = await county.http.inject({ url: '/' })
      nonces.add(/'nonce-([^']+)'/.exec(String(headers['content-security-policy']))![1]!)
    }
    expect(nonces.size).toBe(20)
  })

  test('a number or a name in the address of a page is an address, not a fault', async () => {
    for (const id of ['x', '-'.repeat(36), '00000000-0000-0000-0000-000000000000', '%27', '%00', '..%2f..'])
      for (const url of [
        `/print/activation-slips/${id}`,
        `/api/files/${id}`,
        `/api/tasks/${id}`,
        `/api/campaigns/${county.campaignId}/clauses/${id}`,
      ])
        expect([url, (await county.http.inject({ url, ...signedInAs('officer') })).statusCode < 500]).toEqual([
          url,
          true,
        ])
  })
})

describe('what ends a session at once', () => {
  test.each([
    [
      'leaving',
      async (id: string) =>
        void (await county.as('director').post(`/api/people/${id}/leave`, { lastDay: '2022-07-03' })),
    ],
    [
      'a reset in person',
      async (id: string) => void (await county.as('director').post('/api/activation-slips', { personIds: [id] })),
    ],
  ])('%s', async (_what, end) => {
    const body = { homeUnitId: county.units.own, role: 'unitLiaison', name: '某联络员' }
    const { personId } = (await county.as('director').post('/api/people', { ...body, fromDay: '2022-07-01' })).body
    const browser = await county.enter(personId)
    expect((await browser.get('/api/me')).status).toBe(200)
    await end(personId)
    expect((await browser.get('/api/me')).status).toBe(401)
  })

  test('a post that ends takes its rights with it on the next request, and the session sees only what is left', async () => {
    const body = { homeUnitId: county.units.own, role: 'unitStaff', name: '某经办人', fromDay: '2022-07-01' }
    const { personId } = (await county.as('director').post('/api/people', body)).body
    const browser = await county.enter(personId)
    expect((await browser.get(`/api/tasks?campaignId=${county.campaignId}`)).status).toBe(200)
    const [post] = await county.rows<{ id: string }>('select id from app.post where person_id = $1', [personId])
    await county.as('director').post(`/api/people/${personId}/posts/${post!.id}/end`, { lastDay: '2022-07-03' })
    expect((await browser.get(`/api/tasks?campaignId=${county.campaignId}`)).body.code).toBe('task.readers-only')
    expect((await browser.get(`/api/campaigns/${county.campaignId}`)).body.code).toBe('plan.staff-only')
  })
})

describe('a body made to hurt', () => {
  test.each([
    ['two hundred thousand brackets', '['.repeat(200_000)],
    ['two hundred thousand nested objects', '{"a":'.repeat(200_000) + '1' + '}'.repeat(200_000)],
    ['nested inside an allowed field', `{"names":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['more than a megabyte', `{"names":["${'a'.repeat(1_100_000)}"]}`],
    ['a number beyond all numbers', '{"names":[1e999]}'],
  ])('%s is refused', async (_what, payload) => {
    const answer = await send('/api/units/match', {
      ...signedInAs('officer'),
      headers: { 'content-type': 'application/json' },
      payload,
    })
    expect([400, 413]).toContain(answer.statusCode)
  })
})
