import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browser, personId, signedIn, unitId, type Browser } from '../../testing/caller.ts'
import { startTestProduct, type TestProduct } from '../../testing/product.ts'
import { verifyChain } from '../platform/ledger/verify.ts'
import { prepareSamplePeople } from '../sample/people.ts'

let product: TestProduct
let officer: Browser
let director: Browser
let administrator: Browser
const today = '2022-07-04'

beforeAll(async () => {
  product = await startTestProduct()
  await prepareSamplePeople(product.services)
  officer = await signedIn(product, '营商办工作人员1')
  director = await signedIn(product, '营商办主任1')
  administrator = await signedIn(product, '县政务办系统管理员1')
})
afterAll(() => product.stop())

const setDay = (day: string) =>
  product.services.databases.owner.query('update app.installation set trial_day = $1', [day])
const rolesOf = async (at: Browser) =>
  (await at.get('/api/me')).body.posts.map(
    (post: { role: string; unitName: string; kind: string }) => `${post.role} ${post.unitName} ${post.kind}`,
  )

describe('the unit tree', () => {
  test('a moved unit takes its parts along, and stays findable after it is renamed', async () => {
    const [service, reform] = [await unitId(product, '县政务办'), await unitId(product, '县发改委')]
    expect((await officer.post(`/api/units/${service}/move`, { parentId: reform })).status).toBe(200)
    const section = (await officer.get(`/api/units/${await unitId(product, '县政务办科室1')}`)).body
    expect(section.ancestors.map((one: { shortName: string }) => one.shortName)).toEqual([
      '灌南县',
      '县发改委',
      '县政务办',
    ])
    expect((await officer.post(`/api/units/${reform}/move`, { parentId: service })).body.code).toBe('unit.under-itself')
    const stray = await product.services.databases.app.query(
      "select 1 from app.unit u join app.unit p on p.id = u.parent_id where u.path <> p.path || u.id::text || '/'",
    )
    expect(stray.rowCount).toBe(0)

    await officer.post(`/api/units/${service}/rename`, { name: '县数据局', shortName: '县数据局' })
    const { matches } = (await officer.post('/api/units/match', { names: ['县政务办', '县大数据管理局', '各镇'] })).body
    expect(matches[0].unitId).toBe(service)
    expect(matches[1].unitId).toBe(service)
    expect(matches[2].group).toHaveLength(6)
    expect(
      (await officer.post(`/api/units/${service}/rename`, { name: '县商务局', shortName: '县商务局' })).body.code,
    ).toBe('unit.name-taken')
    expect(await verifyChain(product.services.databases.app, service)).toEqual([])
  })

  test('only the office and the administrator change it; outsiders do not see it', async () => {
    const head = await signedIn(product, '县商务局主要负责人1')
    const root = await unitId(product, '灌南县')
    const wish = { parentId: root, kind: 'department', name: '县新局', shortName: '县新局' }
    expect((await head.post('/api/units', wish)).status).toBe(403)
    expect((await head.get('/api/units')).body.mayManage).toBe(false)
    expect((await (await signedIn(product, '县人大机关特邀代表1')).get('/api/units')).status).toBe(403)
    const made = await officer.post('/api/units', wish)
    expect(made.status).toBe(200)
    expect((await officer.post(`/api/units/${made.body.unitId}/close`)).status).toBe(200)
    expect((await officer.post(`/api/units/${made.body.unitId}/close`)).body.code).toBe('unit.not-active')
    expect((await officer.post('/api/units', wish)).status).toBe(200)
  })

  test('two at once get two numbers', async () => {
    const root = await unitId(product, '灌南县')
    const made = await Promise.all(
      ['甲', '乙', '丙', '丁'].map((name) =>
        officer.post('/api/units', { parentId: root, kind: 'park', name: `${name}园区`, shortName: `${name}园区` }),
      ),
    )
    expect(made.map((one) => one.status)).toEqual([200, 200, 200, 200])
    const codes = await product.services.databases.app.query<{ code: string }>(
      "select code from app.unit where name like '%园区' and kind = 'park' and name !~ '某'",
    )
    expect(new Set(codes.rows.map((row) => row.code)).size).toBe(4)
  })

  test('a merger mid-year moves the people, ends the head’s post and leads old names to the new unit', async () => {
    const [from, into] = [await unitId(product, '县行政审批局'), await unitId(product, '县综合指挥中心')]
    const liaison = await signedIn(product, '县行政审批局联络员1')
    const merged = await officer.post(`/api/units/${from}/merge`, { into, on: today })
    expect(merged.body).toMatchObject({ peopleMoved: 4, headsToSettle: [{ name: '县行政审批局主要负责人1' }] })
    expect(await rolesOf(liaison)).toEqual(['unitLiaison 县综合指挥中心 post'])
    expect(await rolesOf(await signedIn(product, '县行政审批局主要负责人1'))).toEqual([])
    expect((await officer.post('/api/units/match', { names: ['县行政审批局'] })).body.matches[0]).toMatchObject({
      unitId: into,
      candidates: [{ why: 'mergedUnit' }],
    })
    const someone = await personId(product, '县科技局联络员1')
    expect(
      (await officer.post(`/api/people/${someone}/posts`, { unitId: from, role: 'unitLiaison', fromDay: today })).body
        .code,
    ).toBe('person.unit-not-active')
    expect((await officer.post(`/api/units/${from}/merge`, { into, on: today })).body.code).toBe('unit.not-active')
  })

  test('a post that is given while the unit is being merged is either moved along or refused', async () => {
    const into = await unitId(product, '县综合执法局')
    for (const [name, person] of [
      ['某园区一', '县科技局分管负责人1'],
      ['某园区二', '县科技局经办人员1'],
      ['某园区三', '县科技局主要负责人1'],
    ] as const) {
      const from = await unitId(product, name)
      const id = await personId(product, person)
      const [merged, opened] = await Promise.all([
        officer.post(`/api/units/${from}/merge`, { into, on: today }),
        officer.post(`/api/people/${id}/posts`, { unitId: from, role: 'unitStaff', fromDay: '2022-07-01' }),
      ])
      expect(merged.status, merged.text).toBe(200)
      expect([200, 409]).toContain(opened.status)
      const left = await product.services.databases.app.query(
        'select 1 from app.post where unit_id = $1 and not cancelled and (until_day is null or until_day >= $2)',
        [from, today],
      )
      expect(left.rowCount).toBe(0)
    }
  })
})

describe('people and their posts', () => {
  test('are registered once per command, numbered in their unit, and never gain rights their maker may not give', async () => {
    const unit = await unitId(product, '县税务局')
    const wish = { homeUnitId: unit, role: 'unitStaff', name: '县税务局经办人员2', mobile: '13900000002' }
    const command = { 'x-command-id': randomUUID() }
    const made = await officer.post('/api/people', wish, command)
    expect((await officer.post('/api/people', wish, command)).body).toEqual(made.body)
    expect((await officer.post('/api/people/search', { text: '县税务局经办人员2' })).body.people).toHaveLength(1)
    expect((await officer.post('/api/people', { ...wish, role: 'administrator' })).body.code).toBe(
      'access.guarded-role',
    )
    const head = await signedIn(product, '县税务局主要负责人1')
    expect(
      (await head.post(`/api/people/${made.body.personId}/posts`, { unitId: unit, role: 'unitDeputy', fromDay: today }))
        .body.code,
    ).toBe('access.role-beyond-yours')
    expect(
      (
        await head.post(`/api/people/${made.body.personId}/posts`, {
          unitId: unit,
          role: 'unitLiaison',
          fromDay: today,
        })
      ).status,
    ).toBe(200)
    const own = await personId(product, '营商办工作人员1')
    expect(
      (await officer.post(`/api/people/${own}/posts`, { unitId: unit, role: 'unitHead', fromDay: today })).body.code,
    ).toBe('access.not-yourself')
  })

  test('a head lends the post for a week: shown as on behalf, gone afterwards, and gone when taken back', async () => {
    const [head, deputy] = [
      await signedIn(product, '县民政局主要负责人1'),
      await signedIn(product, '县民政局分管负责人1'),
    ]
    const [unit, to] = [await unitId(product, '县民政局'), await personId(product, '县民政局分管负责人1')]
    const lend = { to, role: 'unitHead', unitId: unit, fromDay: today, untilDay: '2022-07-10' }
    const lent = await head.post('/api/me/delegations', lend)
    expect((await deputy.get('/api/me')).body.posts).toMatchObject([
      { role: 'unitDeputy' },
      { role: 'unitHead', kind: 'delegation', onBehalfOf: { name: '县民政局主要负责人1' } },
    ])
    const third = await personId(product, '县民政局联络员1')
    expect((await deputy.post('/api/me/delegations', { ...lend, to: third })).body.code).toBe(
      'delegation.only-own-post',
    )
    expect((await head.post('/api/me/delegations', { ...lend, to: third })).body.code).toBe('delegation.overlaps')
    const outsider = await personId(product, '县科技局分管负责人1')
    expect(
      (await head.post('/api/me/delegations', { ...lend, fromDay: '2022-08-01', untilDay: '2022-08-02', to: outsider }))
        .body.code,
    ).toBe('delegation.outside-unit')
    await setDay('2022-07-11')
    expect(await rolesOf(deputy)).toEqual(['unitDeputy 县民政局 post'])
    await setDay('2022-07-06')
    const giver = await personId(product, '县民政局主要负责人1')
    expect(
      (
        await head.post(`/api/people/${giver}/delegations/${lent.body.delegationId}/withdraw`, {
          lastDay: '2022-07-05',
        })
      ).status,
    ).toBe(200)
    expect(await rolesOf(deputy)).toEqual(['unitDeputy 县民政局 post'])
    await setDay(today)
  })

  test('the liaison is changed by the head: the old one loses access that day, the note goes to the new one', async () => {
    const unit = await unitId(product, '县水利局')
    const [head, old, next] = [
      await signedIn(product, '县水利局主要负责人1'),
      await signedIn(product, '县水利局联络员1'),
      await signedIn(product, '县水利局经办人员1'),
    ]
    const [from, to] = [await personId(product, '县水利局联络员1'), await personId(product, '县水利局经办人员1')]
    expect((await old.post(`/api/units/${unit}/hand-over`, { from, to, on: today })).status).toBe(403)
    expect((await head.get(`/api/units/${unit}/hand-over/${from}`)).body).toEqual({ openItems: [] })
    const handed = await head.post(`/api/units/${unit}/hand-over`, { from, to, on: today, note: '材料在第二个柜子' })
    expect(handed.status, handed.text).toBe(200)
    expect(await rolesOf(old)).toEqual([])
    expect(await rolesOf(next)).toEqual(['unitStaff 县水利局 post', 'unitLiaison 县水利局 post'])
    expect((await next.get(`/api/units/${unit}`)).body.handOvers).toMatchObject([
      { note: '材料在第二个柜子', on: today },
    ])
    expect((await (await signedIn(product, '县科技局联络员1')).get(`/api/units/${unit}`)).body.handOvers).toEqual([])
    expect((await head.post(`/api/units/${unit}/hand-over`, { from, to, on: today })).body.code).toBe(
      'hand-over.not-the-liaison',
    )
  })

  test('a transfer ends the old posts the day before and changes the home unit', async () => {
    const person = await personId(product, '县教育局分管负责人1')
    const unit = await unitId(product, '县科技局')
    expect(
      (await officer.post(`/api/people/${person}/home-unit`, { unitId: unit, on: today, role: 'unitDeputy' })).status,
    ).toBe(200)
    const page = (await officer.get(`/api/people/${person}`)).body
    expect(page.homeUnit.shortName).toBe('县科技局')
    expect(
      page.posts.map((post: { unitName: string; untilDay: string | null }) => [post.unitName, post.untilDay]),
    ).toEqual([
      ['县科技局', null],
      ['县教育局', '2022-07-03'],
    ])
  })

  test('who leaves is out at once, keeps their history, and gets no slip', async () => {
    const person = await personId(product, '县统计局联络员1')
    const own = await signedIn(product, '县统计局联络员1')
    expect((await officer.post(`/api/people/${person}/leave`, { lastDay: '2022-07-03' })).status).toBe(200)
    expect((await own.get('/api/me')).status).toBe(401)
    expect((await officer.post('/api/activation-slips', { personIds: [person] })).body.code).toBe('person.left')
    expect((await officer.post('/api/people/search', { text: '县统计局联络员1' })).body.people).toEqual([])
    expect(
      (await officer.post('/api/people/search', { text: '县统计局联络员1', withLeft: true })).body.people,
    ).toHaveLength(1)
  })

  test('telephone numbers are shown to colleagues and the office, not to other units', async () => {
    const person = await personId(product, '县公安局联络员1')
    await officer.post(`/api/people/${person}/details`, { name: '县公安局联络员1', mobile: '13900000003' })
    const seen = async (name: string) =>
      (await (await signedIn(product, name)).get(`/api/people/${person}`)).body.contacts
    expect(await seen('县公安局经办人员1')).toMatchObject({ mobile: '13900000003' })
    expect(await seen('县科技局主要负责人1')).toBeNull()
    expect((await browser(product.http).get(`/api/people/${person}`)).status).toBe(401)
  })
})

describe('task forces', () => {
  test('a seconded person works for the office for these days and keeps the home unit', async () => {
    const seconded = await signedIn(product, '县发改委经办人员1')
    const own = (await seconded.get('/api/me')).body
    expect(own.homeUnitName).toBe('县发改委')
    expect(await rolesOf(seconded)).toEqual(['unitStaff 县发改委 post', 'coordinationOfficer 县营商办 secondment'])
    expect((await officer.post('/api/task-forces', {})).status).toBe(400)
    const office = await unitId(product, '县营商办')
    const made = await director.post('/api/task-forces', {
      name: '专班二',
      unitId: office,
      fromDay: today,
      untilDay: '2022-09-30',
    })
    const member = await personId(product, '县司法局经办人员1')
    const path = `/api/task-forces/${made.body.taskForceId}`
    const wish = { personId: member, role: 'coordinationOfficer', fromDay: today, untilDay: '2022-12-31' }
    expect((await director.post(`${path}/secondments`, wish)).body.code).toBe('taskForce.outside-period')
    expect((await officer.post(`${path}/secondments`, { ...wish, untilDay: '2022-09-30' })).status).toBe(403)
    expect((await director.post(`${path}/secondments`, { ...wish, untilDay: '2022-09-30' })).status).toBe(200)
    const at = await signedIn(product, '县司法局经办人员1')
    expect(await rolesOf(at)).toContain('coordinationOfficer 县营商办 secondment')
    await director.post(`${path}/disband`, { lastDay: '2022-07-03' })
    expect(await rolesOf(at)).toEqual(['unitStaff 县司法局 post'])
    const { taskForces } = (await officer.get('/api/task-forces')).body
    expect(taskForces.find((one: { name: string }) => one.name === '专班二')).toMatchObject({
      disbandedOn: '2022-07-03',
      members: [],
    })
  })

  test('settings and sign-in log belong to the administrator', async () => {
    expect((await officer.get('/api/access-rules')).status).toBe(403)
    expect(
      (await administrator.send('PUT', '/api/access-rules', { idleMinutes: 10, passwordDays: 0, warnDays: 7 })).status,
    ).toBe(200)
    expect((await administrator.get('/api/access-rules')).body).toEqual({
      idleMinutes: 10,
      passwordDays: 0,
      warnDays: 7,
    })
    product.time.now += 11 * 60_000
    expect((await officer.get('/api/me')).status).toBe(401)
    const auditor = await signedIn(product, '县审计局审计1')
    expect((await auditor.get('/api/sign-in-log')).status).toBe(200)
  })
})
