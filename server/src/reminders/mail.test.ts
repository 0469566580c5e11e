import type { PersonActor } from '@yingshang/core/kernel/actor'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startMailServer, type TestMailServer } from '../../testing/mail-server.ts'
import { startReminderBench, type ReminderBench } from '../../testing/reminders.ts'
import { makePerson, makeUnit, type TestUnit } from '../../testing/task-campaign.ts'

const address = 'canary-liaison@unit.example.cn'
const password = '授权码-canary-一号'
let bench: ReminderBench
let mail: TestMailServer
let unit: TestUnit
let liaison: PersonActor

beforeEach(async () => {
  bench = await startReminderBench()
  mail = await startMailServer({ user: 'office', password })
  unit = await makeUnit(bench.services.databases, '县人社局', bench.root)
  liaison = await makePerson(bench.services.databases, 'unitLiaison', unit)
  await bench.details(liaison, { name: '联络员一号', email: address, mobile: '13900000001' })
})
afterEach(async () => {
  await mail.stop()
  await bench.stop()
})

const server = () => ({
  host: '127.0.0.1',
  port: mail.port,
  security: 'none',
  user: 'office',
  from: 'office@county.example.cn',
  fromName: '县营商办',
  certificate: '',
})
const setMail = (more: object = {}) =>
  bench.ask(bench.administrator, 'PUT', '/api/channels/mail', { ...server(), secret: password, ...more })
const overdue = { no: '12', title: '压缩企业开办时间', dueOn: '2022-07-01', daysLeft: -1 }
const tell = (key?: string) => bench.tell({ kind: 'task.overdue', unitId: unit.id, facts: overdue }, key)
const statuses = () =>
  bench.rows('select channel, status, tries, trouble from app.delivery order by channel, status')

describe('a letter', () => {
  test('arrives with Chinese subject, sender and text, once, and several pieces of news are one letter', async () => {
    await setMail()
    await tell()
    await bench.tell({ kind: 'task.assigned', unitId: unit.id, facts: { parts: 3 } })
    await bench.sending.pass()
    expect(mail.letters).toHaveLength(0) // gathered for two minutes
    await bench.passAfter(2)
    await bench.passAfter(10)
    expect(mail.letters).toHaveLength(1)
    const [letter] = mail.letters
    expect(letter!.subject).toBe('【营商办】逾期等 2 条提醒')
    expect(letter!.from!.value).toEqual([{ name: '县营商办', address: 'office@county.example.cn' }])
    expect(letter!.to).toMatchObject({ value: [{ address }] })
    expect(letter!.text?.trimEnd()).toBe(
      '1. 【逾期】第 12 项“压缩企业开办时间”已经逾期，期限 2022年7月1日，已超 1 个工作日。\n' +
        '2. 【新任务】交办了 3 项任务，请签收。\n请登录系统办理。',
    )
    expect(await statuses()).toEqual([
      { channel: 'mail', status: 'sent', tries: 1, trouble: null },
      { channel: 'mail', status: 'sent', tries: 1, trouble: null },
    ])
  })

  test('waits while the server is busy, with growing pauses, and keeps its message id', async () => {
    await setMail()
    mail.mood.answer = 'busy'
    await tell()
    await bench.passAfter(2)
    expect(await statuses()).toEqual([{ channel: 'mail', status: 'waiting', tries: 1, trouble: 'mail.busy' }])
    await bench.sending.pass() // not before its time
    expect(mail.connections.count).toBe(1)
    await bench.passAfter(1.5)
    expect(await statuses()).toEqual([{ channel: 'mail', status: 'waiting', tries: 2, trouble: 'mail.busy' }])
    mail.mood.answer = 'accept'
    await bench.passAfter(6)
    expect(await statuses()).toEqual([{ channel: 'mail', status: 'sent', tries: 3, trouble: null }])
    const [{ batch }] = (await bench.rows<{ batch: string }>('select batch from app.delivery')) as [{ batch: string }]
    expect(mail.letters.map((letter) => letter.messageId)).toEqual([`<${batch}@county.example.cn>`])
  })

  test('a refused address is final, is shown, and the person is telephoned instead', async () => {
    await setMail()
    mail.mood.answer = 'refuseRecipient'
    await tell()
    await bench.passAfter(2)
    await bench.passAfter(20)
    expect(await statuses()).toEqual([
      { channel: 'call', status: 'waiting', tries: 0, trouble: null },
      { channel: 'mail', status: 'failed', tries: 1, trouble: 'mail.recipient' },
    ])
    const shown = (await bench.ask(bench.administrator, 'GET', '/api/deliveries?status=failed')).body.deliveries
    expect(shown).toMatchObject([{ channel: 'mail', to: '联络员一号', unitName: '县人社局', trouble: 'mail.recipient' }])
    const { calls } = (await bench.ask(bench.officer, 'GET', '/api/calls')).body
    expect(calls).toMatchObject([{ personName: '联络员一号', mobile: '13900000001' }])
  })

  test('a server that is down holds up all letters for a minute, not each for itself, and gives up in the end', async () => {
    await setMail()
    const { port } = mail
    await mail.stop()
    const second = await makePerson(bench.services.databases, 'unitLiaison', unit)
    await bench.details(second, { email: 'second@unit.example.cn' })
    await tell()
    await bench.passAfter(2)
    expect((await statuses()).map((row) => row['tries' as keyof typeof row])).toEqual([0, 1])
    for (let n = 0; n < 40; n++) await bench.passAfter(480)
    expect(await bench.rows(`select distinct status, trouble from app.delivery where channel = 'mail'`)).toEqual([
      { status: 'failed', trouble: 'mail.connect' },
    ])
    expect(port).toBeGreaterThan(0)
    mail = await startMailServer()
  })

  test('a process that died after claiming: the letter goes again under the same id', async () => {
    await setMail()
    const key = await tell()
    await bench.rows(
      `update app.delivery set status = 'sending', tries = 1, batch = $2, claimed_until = $3 where news_id = $1`,
      [key, key, new Date(bench.time.now + 300_000)],
    )
    await bench.passAfter(4)
    expect(mail.letters).toHaveLength(0)
    await bench.passAfter(2)
    expect(mail.letters.map((letter) => letter.messageId)).toEqual([`<${key}@county.example.cn>`])
    await tell(key) // the job itself repeated
    await bench.passAfter(30)
    expect(mail.letters).toHaveLength(1)
  })

  test('what was read in the desk, and what an ex-liaison would get, is not sent; the successor gets it', async () => {
    await setMail()
    const read = await tell()
    await bench.ask(liaison, 'POST', '/api/notifications/read', { newsIds: [read] })
    const unread = await tell()
    const successor = await makePerson(bench.services.databases, 'unitLiaison', unit)
    await bench.details(successor, { email: 'successor@unit.example.cn' })
    await bench.rows(`update app.post set until_day = '2022-07-03' where person_id = $1`, [liaison.personId])
    await bench.passAfter(2)
    await bench.passAfter(5)
    expect(mail.letters.map((letter) => letter.to)).toMatchObject([{ value: [{ address: 'successor@unit.example.cn' }] }])
    expect(
      await bench.rows(
        'select news_id, target, status, trouble from app.delivery where target = $1 order by news_id',
        [liaison.personId],
      ),
    ).toEqual(
      [
        { news_id: read, target: liaison.personId, status: 'dropped', trouble: 'person.read' },
        { news_id: unread, target: liaison.personId, status: 'dropped', trouble: 'person.left' },
      ].toSorted((a, b) => (a.news_id < b.news_id ? -1 : 1)),
    )
  })
})

describe('quiet hours and rest days', () => {
  test('at night and on a rest day nothing leaves, except what is urgent by setting', async () => {
    await setMail()
    const urgent = { urgentKinds: ['task.urged'], gatherMinutes: 0, deskAddress: 'https://desk.county.example.cn' }
    expect((await bench.ask(bench.administrator, 'PUT', '/api/channels/sending', urgent)).status).toBe(200)
    bench.time.now = Date.UTC(2022, 6, 4, 13) // 21:00 in China
    await tell()
    await bench.passAfter(1)
    expect(mail.letters).toHaveLength(0)
    const quiet = (await bench.ask(bench.officer, 'GET', '/api/deliveries')).body.quietUntil
    expect(quiet).toEqual({ day: '2022-07-05', at: '08:00' })
    await bench.tell({ kind: 'task.urged', unitId: unit.id, facts: { no: '3' } })
    await bench.passAfter(1)
    expect(mail.letters.map((letter) => letter.subject)).toEqual(['【营商办】催办'])
    expect(mail.letters[0]!.text).toContain('https://desk.county.example.cn')

    await bench.rows(`update app.installation set trial_day = '2022-07-09' returning id`) // a Saturday
    bench.time.now = Date.UTC(2022, 6, 5, 2)
    await bench.sending.pass()
    expect(mail.letters).toHaveLength(1)
    await bench.rows(`update app.installation set trial_day = '2022-07-11' returning id`)
    await bench.sending.pass()
    expect(mail.letters).toHaveLength(2)
  })
})

describe('personal data', () => {
  test('address and number stand in no table, queue, ledger or log of reminders', async () => {
    await setMail()
    mail.mood.answer = 'refuseRecipient'
    await tell()
    await bench.passAfter(2)
    await bench.passAfter(2)
    const { calls } = (await bench.ask(bench.officer, 'GET', '/api/calls')).body
    await bench.ask(bench.officer, 'POST', `/api/calls/${calls[0].callId}/attempts`, {
      outcome: 'reached',
      at: '09:00',
      newsIds: calls[0].newsIds,
    })
    const places: string[] = [bench.logged.join('\n')]
    const tables = await bench.rows<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema in ('app', 'ledger', 'access') and table_type = 'BASE TABLE'`,
    )
    expect(tables.length).toBeGreaterThan(20)
    for (const { name } of tables.filter((table) => table.name !== 'app.person_details'))
      places.push(JSON.stringify(await bench.rows(`select t::text from ${name} t`)))
    for (const canary of [address, '13900000001', '联络员一号', password, Buffer.from(password).toString('hex')])
      expect(places.some((place) => place.includes(canary)), canary).toBe(false)
  })
})

describe('when a letter fails', () => {
  test('a unit is not telephoned while a colleague there got theirs', async () => {
    await setMail()
    const head = await makePerson(bench.services.databases, 'unitHead', unit)
    await bench.details(head, { email: 'head@unit.example.cn' })
    await bench.tell({ kind: 'task.overdue', unitId: unit.id, roles: ['unitLiaison', 'unitHead'], facts: overdue })
    await bench.rows(`update app.person_details set email = null where person_id = $1`, [head.personId])
    await bench.passAfter(2)
    expect(await statuses()).toEqual([
      { channel: 'mail', status: 'failed', tries: 1, trouble: 'mail.no-address' },
      { channel: 'mail', status: 'sent', tries: 1, trouble: null },
    ])
  })
})
