import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { activated, authenticator, goodPassword, printSlip } from '../../testing/activation.ts'
import { browser, signedIn, type Browser } from '../../testing/caller.ts'
import { startTestProduct, type TestProduct } from '../../testing/product.ts'
import { prepareSamplePeople } from '../sample/people.ts'

let product: TestProduct
let administrator: Browser
const minute = 60_000

beforeAll(async () => {
  product = await startTestProduct()
  await prepareSamplePeople(product.services)
  administrator = await signedIn(product, '县政务办系统管理员1')
})
afterAll(() => product.stop())

async function enrol(own: Browser) {
  const begun = (await own.post('/api/me/second-factor/begin')).body
  expect(begun.svg).toContain('<svg')
  expect(begun.uri).toMatch(/^otpauth:\/\/totp\//)
  const code = authenticator(begun.secret)
  const confirmed = await own.post('/api/me/second-factor/confirm', { code: code(product.time.now) })
  expect(confirmed.body.next).toBe('desk')
  return { code, recovery: confirmed.body.recoveryCodes as string[] }
}

describe('the second factor', () => {
  test('is demanded of these roles before they can do anything else, and of no other', async () => {
    for (const name of ['营商办工作人员3', '营商办主任1', '县纪委监委机关纪检监察1', '县审计局审计1']) {
      const { own, next } = await activated(product, administrator, name)
      expect(next).toBe('enrolSecondFactor')
      for (const path of ['/api/units', '/api/me/sessions', '/api/task-forces', '/api/sign-in-log'])
        expect((await own.get(path)).body, `${name} ${path}`).toMatchObject({
          status: 403,
          code: 'access.second-factor-required',
        })
      expect((await own.get('/api/me')).body).toMatchObject({
        debt: 'access.second-factor-required',
        secondFactorDemanded: true,
        secondFactorEnrolled: false,
      })
      expect((await own.get('/print/activation-slips/00000000-0000-7000-8000-000000000000')).body.code).toBe(
        'access.second-factor-required',
      )
      await enrol(own)
      expect((await own.get('/api/units')).status).toBe(200)
    }
    for (const name of ['县住建局联络员1', '县住建局主要负责人1', '县政府办政府督查1', '县领导1'])
      expect((await activated(product, administrator, name)).next).toBe('desk')
  })

  test('a step is accepted once, within its minute, and never again', async () => {
    const { own, signInName } = await activated(product, administrator, '县公安局联络员1')
    const { code } = await enrol(own)
    const enrolledAt = product.time.now
    const step = async (digits: string) => {
      const at = browser(product.http)
      expect((await at.post('/api/sign-in', { name: signInName, password: goodPassword })).body).toEqual({
        next: 'secondFactor',
      })
      return { at, answer: await at.post('/api/second-factor', { code: digits }) }
    }
    // The code that enrolled is used up too.
    expect((await step(code(enrolledAt))).answer.body.code).toBe('access.code-wrong')
    product.time.now += minute
    const now = code(product.time.now)
    const first = await step(now)
    expect(first.answer.body.next).toBe('desk')
    expect((await step(now)).answer.body.code).toBe('access.code-wrong')
    // An older step that was never used is refused as well once a newer one was accepted.
    expect((await step(code(product.time.now - 30_000))).answer.body.code).toBe('access.code-wrong')
    product.time.now += minute
    const together = await Promise.all(Array.from({ length: 5 }, () => step(code(product.time.now))))
    expect(together.filter(({ answer }) => answer.status === 200)).toHaveLength(1)
  })

  test('a session before the second step is not the session after it', async () => {
    const { own, signInName } = await activated(product, administrator, '县工信局联络员1')
    const { code } = await enrol(own)
    product.time.now += minute
    const at = browser(product.http)
    await at.post('/api/sign-in', { name: signInName, password: goodPassword })
    const half = at.cookie
    expect(
      (await at.post('/api/me/password', { current: goodPassword, password: 'thief-chose-oak-1' })).body.code,
    ).toBe('access.second-factor-required')
    expect((await at.post('/api/me/second-factor/begin')).body.code).toBe('access.second-factor-enrolled')
    await at.post('/api/second-factor', { code: code(product.time.now) })
    expect(at.cookie).not.toBe(half)
    const thief = browser(product.http)
    thief.cookie = half
    expect((await thief.get('/api/me')).status).toBe(401)
  })

  test('guessing it locks after five tries', async () => {
    const { own, signInName } = await activated(product, administrator, '县人社局联络员1')
    const { code } = await enrol(own)
    product.time.now += minute
    const thief = browser(product.http)
    await thief.post('/api/sign-in', { name: signInName, password: goodPassword })
    const codes = []
    const right = code(product.time.now)
    const wrong = right === '000000' ? '111111' : '000000'
    for (let tries = 0; tries < 5; tries++)
      codes.push((await thief.post('/api/second-factor', { code: wrong })).body.code)
    expect(codes).toEqual([...Array(4).fill('access.code-wrong'), 'access.locked'])
    expect((await thief.post('/api/second-factor', { code: right })).body.code).toBe('access.locked')
  })

  test('a recovery code works once; a reset keeps the authenticator unless the telephone is lost', async () => {
    const { own, person, signInName } = await activated(product, administrator, '县信访局联络员1')
    const { code, recovery } = await enrol(own)
    expect(new Set(recovery).size).toBe(10)
    const at = browser(product.http)
    await at.post('/api/sign-in', { name: signInName, password: goodPassword })
    expect((await at.post('/api/second-factor', { recoveryCode: recovery[0]!.toLowerCase() })).body).toEqual({
      next: 'desk',
      recoveryCodesLeft: 9,
    })
    await at.post('/api/sign-out')
    await at.post('/api/sign-in', { name: signInName, password: goodPassword })
    expect((await at.post('/api/second-factor', { recoveryCode: recovery[0] })).body.code).toBe('access.code-wrong')

    const reset = browser(product.http)
    const kept = await reset.post('/api/activation', {
      code: await printSlip(administrator, person),
      password: 'after-reset-oak-1',
    })
    expect(kept.body.next).toBe('secondFactor')
    product.time.now += minute
    expect((await reset.post('/api/second-factor', { code: code(product.time.now) })).body.next).toBe('desk')
    const lost = browser(product.http)
    const fresh = await lost.post('/api/activation', {
      code: await printSlip(administrator, person, true),
      password: 'after-reset-oak-2',
    })
    expect(fresh.body.next).toBe('desk')
    expect((await lost.get('/api/me')).body.secondFactorEnrolled).toBe(false)
  })

  test('neither the secret nor a recovery code is readable in the database', async () => {
    const { own } = await activated(product, administrator, '县财政局联络员1')
    const begun = (await own.post('/api/me/second-factor/begin')).body
    const { recoveryCodes } = (
      await own.post('/api/me/second-factor/confirm', { code: authenticator(begun.secret)(product.time.now) })
    ).body
    const kept = await product.services.databases.app.query<{ everything: string }>(
      `select (select string_agg(c::text, ' ') from access.credential c) || (select string_agg(r::text, ' ') from access.recovery_code r) as everything`,
    )
    const { everything } = kept.rows[0]!
    const plain = begun.secret.replaceAll(' ', '')
    expect(everything).not.toContain(plain)
    for (const one of recoveryCodes) expect(everything).not.toContain(one.replace('-', ''))
  })
})
