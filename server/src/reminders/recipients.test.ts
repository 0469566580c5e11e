import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startReminderBench, type ReminderBench } from '../../testing/reminders.ts'
import { makePerson, makeUnit, type TestUnit } from '../../testing/task-campaign.ts'

let bench: ReminderBench
let bureau: TestUnit
beforeAll(async () => {
  bench = await startReminderBench()
  bureau = await makeUnit(bench.services.databases, '县人社局', bench.root)
})
afterAll(() => bench.stop())

const toBureau = (more: object = {}) =>
  ({ kind: 'task.assigned', unitId: bureau.id, facts: { parts: 3 }, ...more }) as Parameters<ReminderBench['tell']>[0]
const readersOf = async (newsId: string) =>
  (await bench.rows<{ person_id: string }>('select person_id from app.notification where news_id = $1', [newsId]))
    .map((row) => row.person_id)
    .toSorted()
const endPost = (personId: string, lastDay: string) =>
  bench.rows('update app.post set until_day = $2 where person_id = $1 returning id', [personId, lastDay])

describe('whom news reaches', () => {
  test('a unit without people: nobody yet, the office sees it, and the first liaison gets it later', async () => {
    const empty = await makeUnit(bench.services.databases, '县大数据局', bench.root)
    const newsId = await bench.tell({ kind: 'task.assigned', unitId: empty.id, facts: { parts: 2 } })
    expect(await readersOf(newsId)).toEqual([])
    const list = await bench.ask(bench.officer, 'GET', '/api/calls')
    expect(list.body.unitsWithoutPeople).toEqual([
      { unitId: empty.id, unitName: '县大数据局', news: 1, since: '2022-07-04' },
    ])
    const liaison = await makePerson(bench.services.databases, 'unitLiaison', empty)
    await bench.sending.pass()
    expect(await readersOf(newsId)).toEqual([liaison.personId])
    expect((await bench.ask(bench.officer, 'GET', '/api/calls')).body.unitsWithoutPeople).toEqual([])
  })

  test('the roles in the unit on the business day, delegations included, and nobody else', async () => {
    const { databases } = bench.services
    const liaison = await makePerson(databases, 'unitLiaison', bureau)
    const head = await makePerson(databases, 'unitHead', bureau)
    const former = await makePerson(databases, 'unitLiaison', bureau)
    await endPost(former.personId, '2022-07-03')
    const gone = await makePerson(databases, 'unitLiaison', bureau)
    await bench.rows(`update app.person set last_day = '2022-07-03', active = false where id = $1`, [gone.personId])
    const deputy = await makePerson(databases, 'unitStaff', bureau)
    await bench.rows(
      `insert into app.post (id, person_id, unit_id, role, kind, from_day, until_day, on_behalf_of, cancelled)
       values ($1, $2, $3, 'unitHead', 'delegation', '2022-07-01', '2022-07-08', $4, false)`,
      [randomUUID(), deputy.personId, bureau.id, head.personId],
    )
    await makePerson(databases, 'unitLiaison', await makeUnit(databases, '甲镇', bench.root))

    expect(await readersOf(await bench.tell(toBureau()))).toEqual([liaison.personId])
    const toHeads = await bench.tell(toBureau({ roles: ['unitHead'] }))
    expect(await readersOf(toHeads)).toEqual([head.personId, deputy.personId].toSorted())
    const named = await bench.tell(toBureau({ personIds: [former.personId, deputy.personId] }))
    expect(await readersOf(named)).toEqual([deputy.personId])
  })

  test('where the wanted role is vacant, everybody in the unit gets it', async () => {
    const { databases } = bench.services
    const town = await makeUnit(databases, '乙镇', bench.root)
    const head = await makePerson(databases, 'unitHead', town)
    expect(await readersOf(await bench.tell({ kind: 'task.overdue', unitId: town.id, facts: {} }))).toEqual([
      head.personId,
    ])
  })

  test('news of a merged unit goes to its heir', async () => {
    const { databases } = bench.services
    const [before, heir] = [
      await makeUnit(databases, '县资源局', bench.root),
      await makeUnit(databases, '县自然资源局', bench.root),
    ]
    const liaison = await makePerson(databases, 'unitLiaison', heir)
    await bench.rows('update app.unit set active = false, merged_into = $2 where id = $1', [before.id, heir.id])
    expect(await readersOf(await bench.tell({ kind: 'task.overdue', unitId: before.id, facts: {} }))).toEqual([
      liaison.personId,
    ])
  })

  test('the office, wherever its officers sit', async () => {
    const handedIn = await bench.tell({
      kind: 'task.handedIn',
      roles: ['coordinationOfficer', 'coordinationDirector'],
      facts: { no: '7', unit: '县人社局' },
    })
    expect(await readersOf(handedIn)).toEqual([bench.officer.personId])
  })

  test('a job that is repeated changes nothing', async () => {
    const key = await bench.tell(toBureau())
    const before = await bench.rows('select * from app.delivery where news_id = $1 order by id', [key])
    expect(before.length).toBeGreaterThan(0)
    await bench.tell(toBureau(), key)
    expect(await bench.rows('select * from app.delivery where news_id = $1 order by id', [key])).toEqual(before)
    expect((await readersOf(key)).length).toBe(1)
  })
})

describe('my notifications', () => {
  test('newest first, a page at a time, with read marks that are only mine', async () => {
    const { databases } = bench.services
    const town = await makeUnit(databases, '丙镇', bench.root)
    const [me, other] = [await makePerson(databases, 'unitLiaison', town), await makePerson(databases, 'unitLiaison', town)]
    const ids: string[] = []
    for (let n = 1; n <= 5; n++) {
      const key = `018f0000-0000-7000-8000-00000000000${n}`
      ids.unshift(await bench.tell({ kind: 'task.returned', unitId: town.id, subject: { kind: 'assignment', id: 'a' }, facts: { no: `${n}` } }, key))
    }
    const first = (await bench.ask(me, 'GET', '/api/notifications?limit=3')).body
    expect(first).toMatchObject({ unread: 5, more: true })
    expect(first.notifications.map((one: { newsId: string }) => one.newsId)).toEqual(ids.slice(0, 3))
    expect(first.notifications[0]).toMatchObject({
      title: '退回修改',
      text: '第 5 项退回修改，请看退回意见。',
      unitName: '丙镇',
      on: '2022-07-04',
      subject: { kind: 'assignment', id: 'a' },
      read: false,
    })
    const rest = (await bench.ask(me, 'GET', `/api/notifications?limit=3&before=${ids[2]}`)).body
    expect(rest.notifications.map((one: { newsId: string }) => one.newsId)).toEqual(ids.slice(3))
    expect(rest.more).toBe(false)

    expect((await bench.ask(me, 'POST', '/api/notifications/read', { newsIds: [ids[0]] })).body).toEqual({ unread: 4 })
    expect((await bench.ask(me, 'GET', '/api/notifications?unread=true')).body.notifications).toHaveLength(4)
    expect((await bench.ask(me, 'POST', '/api/notifications/read', {})).body).toEqual({ unread: 0 })
    expect((await bench.ask(other, 'GET', '/api/notifications/unread')).body).toEqual({ unread: 5 })
  })
})
