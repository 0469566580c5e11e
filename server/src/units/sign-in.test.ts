import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { activated, goodPassword, printSlip } from '../../testing/activation.ts'
import { browser, personId, signedIn, type Browser } from '../../testing/caller.ts'
import { startTestProduct, type TestProduct } from '../../testing/product.ts'
import { prepareSamplePeople } from '../sample/people.ts'

let product: TestProduct
let officer: Browser
const minute = 60_000

beforeAll(async () => {
  product = await startTestProduct()
  await prepareSamplePeople(product.services)
})
beforeEach(async () => {
  // The machine's clock goes on between tests, so that no counter is left over.
  product.time.now += 24 * 60 * minute
  officer = await signedIn(product, '营商办工作人员1')
})
afterAll(() => product.stop())

const signIn = (at: Browser, name: string, password: string) => at.post('/api/sign-in', { name, password })

describe('activation and signing in', () => {
  test('a slip opens the account once; then the password does', async () => {
    const person = await personId(product, '县发改委联络员1')
    const code = await printSlip(officer, person)
    const own = browser(product.http)
    expect(
      (await own.post('/api/activation/look', { code: code.toLowerCase().replaceAll('-', ' ') })).body,
    ).toMatchObject({ name: '县发改委联络员1', unitName: '县发改委', reset: false })
    expect((await own.post('/api/activation', { code, password: 'Password2022!' })).body.code).toBe('password.common')
    const set = await own.post('/api/activation', { code, password: goodPassword })
    expect(set.body.next).toBe('desk')
    expect((await own.get('/api/me')).body).toMatchObject({ name: '县发改委联络员1', debt: null, passwordDaysLeft: 90 })
    expect(
      (await browser(product.http).post('/api/activation', { code, password: `${goodPassword}x` })).body.code,
    ).toBe('access.activation-unusable')

    const second = browser(product.http)
    expect((await signIn(second, ` ${set.body.signInName} `, goodPassword)).body).toEqual({ next: 'desk' })
    const { sessions } = (await second.get('/api/me/sessions')).body
    expect(sessions).toHaveLength(2)
    expect(sessions.filter((one: { current: boolean }) => one.current)).toHaveLength(1)
    const other = sessions.find((one: { current: boolean }) => !one.current)
    expect((await second.send('DELETE', `/api/me/sessions/${other.id}`)).status).toBe(200)
    expect((await own.get('/api/me')).status).toBe(401)
    await second.post('/api/me/sign-out-everywhere')
    expect((await second.get('/api/me')).status).toBe(401)
  })

  test('a reset in person ends the password, the sessions and the older slip, and says who did it', async () => {
    const { own, person, signInName } = await activated(product, officer, '县商务局联络员1')
    const older = await printSlip(officer, person)
    const newer = await printSlip(officer, person)
    expect((await own.get('/api/me')).status).toBe(401)
    expect((await signIn(own, signInName, goodPassword)).body.code).toBe('access.wrong-credentials')
    expect((await own.post('/api/activation', { code: older, password: 'another-good-oak-7' })).body.code).toBe(
      'access.activation-unusable',
    )
    expect((await own.post('/api/activation', { code: newer, password: goodPassword })).body.code).toBe(
      'password.used-before',
    )
    expect((await own.post('/api/activation', { code: newer, password: 'another-good-oak-7' })).status).toBe(200)
    const page = await officer.get(`/api/people/${person}`)
    expect(
      page.body.history
        .filter((entry: { type: string }) => entry.type === 'activationSlipIssued')
        .map((entry: { by: string }) => entry.by),
    ).toEqual(['营商办工作人员1', '营商办工作人员1', '营商办工作人员1'])
  })

  test('slips print for their maker only and for a quarter of an hour', async () => {
    const issued = await officer.post('/api/activation-slips', {
      personIds: [await personId(product, '县财政局联络员1')],
    })
    const colleague = await signedIn(product, '营商办工作人员2')
    expect((await colleague.get(issued.body.printPath)).body.code).toBe('access.slip-expired')
    expect((await officer.get(issued.body.printPath)).text).toContain('县财政局联络员1')
    product.time.now += 16 * minute
    expect((await officer.get(issued.body.printPath)).body.code).toBe('access.slip-expired')
  })

  test('an expired password must be changed before anything else; the last three are refused', async () => {
    const { signInName } = await activated(product, officer, '县民政局联络员1')
    product.time.now += 80 * 24 * 60 * minute
    const own = browser(product.http)
    await signIn(own, signInName, goodPassword)
    expect((await own.get('/api/me')).body).toMatchObject({ passwordDaysLeft: 10, passwordWarning: true, debt: null })
    product.time.now += 10 * 24 * 60 * minute
    expect((await signIn(own, signInName, goodPassword)).body).toEqual({ next: 'changePassword' })
    expect((await own.get('/api/units')).body).toMatchObject({ status: 403, code: 'access.password-expired' })
    expect(
      (await own.post('/api/me/password', { current: 'wrong-wrong-1', password: 'second-oak-tree-9' })).body.code,
    ).toBe('password.wrong')
    expect((await own.post('/api/me/password', { current: goodPassword, password: goodPassword })).body.code).toBe(
      'password.used-before',
    )
    for (const [current, next] of [
      [goodPassword, 'second-oak-tree-9'],
      ['second-oak-tree-9', 'third-oak-tree-10'],
    ] as const)
      expect((await own.post('/api/me/password', { current, password: next })).body).toEqual({ next: 'desk' })
    expect(
      (await own.post('/api/me/password', { current: 'third-oak-tree-10', password: goodPassword })).body.code,
    ).toBe('password.used-before')
    expect((await own.get('/api/units')).status).toBe(200)
  })

  test('a session ends after half an hour of silence and after twelve hours in any case', async () => {
    const { own } = await activated(product, officer, '县水利局联络员1')
    product.time.now += 29 * minute
    expect((await own.get('/api/me')).status).toBe(200)
    product.time.now += 29 * minute
    expect((await own.get('/api/me')).status).toBe(200)
    product.time.now += 31 * minute
    expect((await own.get('/api/me')).status).toBe(401)
    const { own: busy } = await activated(product, await signedIn(product, '营商办工作人员1'), '县交通局联络员1')
    let alive = 0
    for (let steps = 0; steps < 40; steps++) {
      product.time.now += 20 * minute
      if ((await busy.get('/api/me')).status === 200) alive++
    }
    expect(alive).toBe(35)
  })
})

describe('attacks on signing in', () => {
  test('five wrong passwords lock the account for a quarter of an hour, also for the right one', async () => {
    const { signInName } = await activated(product, officer, '县司法局联络员1')
    const attacker = browser(product.http, '10.9.9.9')
    const codes = []
    for (let tries = 0; tries < 6; tries++)
      codes.push((await signIn(attacker, signInName, `wrong-guess-${tries}`)).body.code)
    expect(codes).toEqual([...Array(4).fill('access.wrong-credentials'), 'access.locked', 'access.locked'])
    const owner = browser(product.http, '10.0.0.2')
    expect((await signIn(owner, signInName, goodPassword)).body).toMatchObject({
      status: 429,
      code: 'access.locked',
      facts: { minutes: 15 },
    })
    product.time.now += 15 * minute
    expect((await signIn(owner, signInName, goodPassword)).status).toBe(200)
  })

  test('a hundred guesses at once get no more tries than one after another', async () => {
    const { signInName } = await activated(product, officer, '县科技局联络员1')
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, guess) =>
        signIn(
          browser(product.http, `10.1.0.${guess}`),
          signInName,
          guess === 39 ? goodPassword : `guess-${guess}-xyz`,
        ),
      ),
    )
    const tried = answers.filter((answer) => answer.status === 200 || answer.status === 401)
    expect(tried.length).toBeLessThanOrEqual(5)
  })

  test('an unknown name, a known one without password and a wrong password answer alike, step by step', async () => {
    const { signInName } = await activated(product, officer, '县统计局联络员1')
    const sequence = async (name: string, address: string) => {
      const answers = []
      for (let tries = 0; tries < 6; tries++) {
        const answer = await signIn(browser(product.http, address), name, 'no-such-password')
        answers.push([answer.status, answer.body.code, answer.body.facts])
      }
      return answers
    }
    const known = await sequence(signInName, '10.2.0.1')
    const unknown = await sequence('99999', '10.2.0.2')
    const inactive = await product.services.databases.app.query<{ sign_in_name: string }>(
      "select sign_in_name from app.person p join app.person_details d on d.person_id = p.id where d.name = '县统计局主要负责人1'",
    )
    expect(unknown).toEqual(known)
    expect(await sequence(inactive.rows[0]!.sign_in_name, '10.2.0.3')).toEqual(known)
  })

  test('a storm of wrong tries from the office’s shared address stops strangers there, not those who work there', async () => {
    const office = '10.3.0.1'
    const { signInName: regular } = await activated(product, officer, '县教育局联络员1', goodPassword, office)
    const { signInName: stranger } = await activated(product, officer, '县应急局联络员1', goodPassword, '10.3.0.9')
    for (let name = 0; name < 45; name++)
      await signIn(browser(product.http, office), `8${String(name).padStart(4, '0')}`, 'wrong')
    expect((await signIn(browser(product.http, office), regular, goodPassword)).status).toBe(200)
    expect((await signIn(browser(product.http, office), stranger, goodPassword)).body.code).toBe('access.try-later')
    expect((await signIn(browser(product.http, '10.3.0.9'), stranger, goodPassword)).status).toBe(200)
  })

  test('a cookie planted before signing in is worth nothing afterwards, and the old session ends', async () => {
    const { signInName } = await activated(product, officer, '县审计局联络员1')
    const own = browser(product.http)
    const planted = 'ab'.repeat(32)
    own.cookie = planted
    await signIn(own, signInName, goodPassword)
    expect(own.cookie).not.toBe(planted)
    const before = own.cookie!
    await signIn(own, signInName, goodPassword)
    for (const old of [planted, before]) {
      const thief = browser(product.http)
      thief.cookie = old
      expect((await thief.get('/api/me')).status).toBe(401)
    }
  })

  test('a page of another site can neither sign in nor change a password', async () => {
    const { own, signInName } = await activated(product, officer, '县气象局联络员1')
    const foreign = { origin: 'https://evil.example', host: 'yingshang.county' }
    expect(
      (await own.post('/api/me/password', { current: goodPassword, password: 'attacker-chose-1' }, foreign)).body.code,
    ).toBe('access.foreign-origin')
    expect(
      (await browser(product.http).post('/api/sign-in', { name: signInName, password: goodPassword }, foreign)).body
        .code,
    ).toBe('access.foreign-origin')
    expect(
      (
        await own.post(
          '/api/me/password',
          { current: goodPassword, password: 'owner-chose-oak-1' },
          { origin: 'https://yingshang.county', host: 'yingshang.county' },
        )
      ).status,
    ).toBe(200)
  })

  test('guessing activation codes is slowed by address', async () => {
    const thief = browser(product.http, '10.4.0.1')
    const codes = new Set<string>()
    for (let tries = 0; tries < 42; tries++)
      codes.add((await thief.post('/api/activation/look', { code: `ABCD-EFGH-${2000 + tries}` })).body.code)
    expect([...codes]).toEqual(['access.activation-unusable', 'access.try-later'])
  })
})
