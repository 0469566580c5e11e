import { roles } from '@yingshang/core/kernel/actor'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestProduct, type TestProduct } from '../../testing/product.ts'
import { verifyChain } from '../platform/ledger/verify.ts'
import { matchUnits, resolveGroup } from '../units/for-others.ts'
import { prepareSamplePeople, signInLinksForRoles } from './people.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
  await prepareSamplePeople(product.services)
})
afterAll(() => product.stop())

describe('the sample county', () => {
  test('has the units the notice names, as a tree, and is made once', async () => {
    const db = product.services.databases.app
    await prepareSamplePeople(product.services)
    const counted = await db.query<{ units: number; people: number }>(
      'select (select count(*)::int from app.unit) as units, (select count(*)::int from app.person) as people',
    )
    expect(counted.rows[0]!.units).toBe(61)
    expect(counted.rows[0]!.people).toBeGreaterThan(200)
    const matched = await matchUnits(db, ['县政务办（县大数据管理局）', '县发改委（县信用办）', '县资源局', '县营商办'])
    expect(matched.map((match) => match.unitId !== undefined)).toEqual([true, true, false, true])
    expect(matched[2]!.candidates).toMatchObject([{ name: '县自然资源局', why: 'shorthand' }])
    expect(await resolveGroup(db, '各镇')).toHaveLength(6)
    expect(await resolveGroup(db, '各开发园区')).toHaveLength(3)
    const wrongPath = await db.query(
      'select 1 from app.unit u join app.unit p on p.id = u.parent_id where u.path <> p.path || u.id::text || $1',
      ['/'],
    )
    expect(wrongPath.rowCount).toBe(0)
    const people = await db.query<{ id: string }>('select id from app.person')
    for (const person of people.rows.slice(0, 20)) expect(await verifyChain(db, person.id)).toEqual([])
  })

  test('a link of every role signs in once, and never a second time', async () => {
    const [early] = await signInLinksForRoles(product.services)
    const links = await signInLinksForRoles(product.services)
    expect((await product.http.inject({ url: early!.path })).headers.location).toBe('/desk/sign-in?link=used')
    expect(links.slice(0, roles.length).map((link) => link.role)).toEqual([...roles])
    expect(new Set(links.filter((link) => link.role === 'unitLiaison').map((link) => link.unit)).size).toBe(3)
    expect(new Set(links.filter((link) => link.role === 'unitHead').map((link) => link.unit)).size).toBe(3)
    for (const link of links) {
      const entered = await product.http.inject({ url: link.path })
      expect(entered.headers.location).toBe('/desk/')
      const cookie = entered.cookies.find((one) => one.name === 'yingshang_session')!
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
      const me = await product.http.inject({ url: '/api/me', cookies: { yingshang_session: cookie.value } })
      expect(me.json().posts.map((post: { role: string }) => post.role)).toContain(link.role)
      expect(me.json().debt).toBeNull()
      const again = await product.http.inject({ url: link.path })
      expect(again.headers.location).toBe('/desk/sign-in?link=used')
      expect(again.cookies).toEqual([])
    }
  })
})
