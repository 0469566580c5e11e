import type { PersonActor } from '@yingshang/core/kernel/actor'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startReminderBench, type ReminderBench } from '../../testing/reminders.ts'
import { startRobot, type TestRobot } from '../../testing/robot-receiver.ts'
import { makePerson, makeUnit, type TestUnit } from '../../testing/task-campaign.ts'
import { postToRobot } from './send-robot.ts'

const secret = 'SECcanary000000000000000000000000'
let bench: ReminderBench
let unit: TestUnit
let liaison: PersonActor
const robots: TestRobot[] = []

beforeEach(async () => {
  bench = await startReminderBench()
  unit = await makeUnit(bench.services.databases, '县人社局', bench.root)
  liaison = await makePerson(bench.services.databases, 'unitLiaison', unit)
})
afterEach(async () => {
  await bench.stop()
  for (const robot of robots.splice(0)) await robot.stop()
})

async function addRobot(kind: 'wecom' | 'dingtalk', covers: object = { kind: 'division' }) {
  const robot = await startRobot(kind, secret, () => bench.time.now)
  robots.push(robot)
  const body = { kind, name: '工作群', covers, address: robot.address, ...(kind === 'dingtalk' ? { secret } : {}) }
  const answer = await bench.ask(bench.administrator, 'POST', '/api/channels/robots', body)
  expect(answer.status).toBe(200)
  return { robot, id: answer.body.robots.at(-1).id as string }
}
const tell = (no = '12') =>
  bench.tell({ kind: 'task.overdue', unitId: unit.id, facts: { no, title: '压缩企业开办时间 <@all>', dueOn: '2022-07-01' } })
const statuses = () => bench.rows('select channel, status, trouble from app.delivery order by channel, status, id')

for (const kind of ['wecom', 'dingtalk'] as const) {
  describe(`a robot of ${kind}`, () => {
    test('gets several pieces of news as one signed message, and nobody is telephoned', async () => {
      const { robot } = await addRobot(kind)
      await tell('12')
      await tell('13')
      await bench.passAfter(2)
      expect(robot.texts).toHaveLength(1)
      expect(robot.texts[0]).toContain('县人社局：【逾期】第 12 项')
      expect(robot.texts[0]).toContain('第 13 项')
      expect(robot.texts[0]).not.toMatch(/<@all>|@/)
      await bench.passAfter(30)
      expect(robot.requests.count).toBe(1)
      expect(await statuses()).toEqual([
        { channel: 'robot', status: 'sent', trouble: null },
        { channel: 'robot', status: 'sent', trouble: null },
      ])
    })

    test('gets at most one message a minute', async () => {
      const { robot } = await addRobot(kind)
      const now = { urgentKinds: ['task.overdue'], gatherMinutes: 0, deskAddress: null }
      await bench.ask(bench.administrator, 'PUT', '/api/channels/sending', now)
      await tell('1')
      await bench.sending.pass()
      await tell('2')
      await bench.passAfter(0.5)
      expect(robot.texts).toHaveLength(1)
      await bench.passAfter(0.6)
      expect(robot.texts).toHaveLength(2)
    })

    test('that limits is left alone for its ten minutes and then gets it', async () => {
      const { robot } = await addRobot(kind)
      robot.mood.answer = 'limit'
      await tell()
      await bench.passAfter(2)
      expect(await statuses()).toEqual([{ channel: 'robot', status: 'waiting', trouble: 'robot.limit' }])
      robot.mood.answer = 'accept'
      await bench.passAfter(10)
      expect(robot.texts).toHaveLength(0)
      await bench.passAfter(2)
      expect(robot.texts).toHaveLength(1)
    })

    test('that gave no answer may have got it: it is not sent again', async () => {
      const { robot } = await addRobot(kind)
      robot.mood.answer = 'silent'
      await tell()
      await bench.passAfter(2)
      await bench.passAfter(60)
      expect(robot.requests.count).toBe(1)
      expect(await statuses()).toEqual([{ channel: 'robot', status: 'uncertain', trouble: 'robot.uncertain' }])
    })

    test('that is gone from the group: the people behind it are telephoned', async () => {
      const { robot } = await addRobot(kind)
      robot.mood.answer = 'gone'
      await tell()
      await bench.passAfter(2)
      await bench.passAfter(1)
      expect(await statuses()).toEqual([
        { channel: 'call', status: 'waiting', trouble: null },
        { channel: 'robot', status: 'failed', trouble: 'robot.address' },
      ])
      const { calls } = (await bench.ask(bench.officer, 'GET', '/api/calls')).body
      expect(calls).toHaveLength(1)
    })
  })
}

test('the signature of 钉钉: a wrong secret, and a clock an hour off, are told apart from a robot that is gone', async () => {
  const { robot } = await addRobot('dingtalk')
  const digest = { subject: '【营商办】试发', lines: ['试发'] }
  const post = (used: string, now: number) => postToRobot('dingtalk', { address: robot.address, secret: used }, digest, now)
  expect(await post(secret, bench.time.now)).toEqual({ kind: 'sent' })
  expect(await post('SECother', bench.time.now)).toEqual({ kind: 'refused', trouble: 'robot.signature' })
  expect(await post(secret, bench.time.now - 2 * 3_600_000)).toEqual({ kind: 'refused', trouble: 'robot.signature' })
  const elsewhere = robot.address.replace(/9+$/, '8'.repeat(32))
  expect(await postToRobot('dingtalk', { address: elsewhere, secret }, digest, bench.time.now)).toEqual({
    kind: 'refused',
    trouble: 'robot.address',
  })
  await robot.stop()
  robots.length = 0
  expect(await post(secret, bench.time.now)).toEqual({ kind: 'later', trouble: 'robot.connect' })
})

test('a message longer than 企业微信 takes is cut at a line and says so', async () => {
  const { robot } = await addRobot('wecom')
  const lines = Array.from({ length: 200 }, (_, index) => `第 ${index + 1} 项任务已经逾期，请尽快办理。`)
  const attempt = await postToRobot('wecom', { address: robot.address, secret: '' }, { subject: '逾期', lines }, 0)
  expect(attempt).toEqual({ kind: 'sent' })
  expect(Buffer.byteLength(robot.texts[0]!)).toBeLessThanOrEqual(4096)
  expect(robot.texts[0]!.endsWith('余下内容请登录系统查看。')).toBe(true)
})

test('a robot of one unit gets that unit’s news only; the others are telephoned', async () => {
  const { robot } = await addRobot('wecom', { kind: 'unit', unitId: unit.id })
  const town = await makeUnit(bench.services.databases, '甲镇', bench.root)
  await makePerson(bench.services.databases, 'unitLiaison', town)
  await tell()
  await bench.tell({ kind: 'task.overdue', unitId: town.id, facts: { no: '20' } })
  await bench.passAfter(2)
  expect(robot.texts).toHaveLength(1)
  expect(robot.texts[0]).not.toContain('第 20 项')
  expect(await statuses()).toEqual([
    { channel: 'call', status: 'waiting', trouble: null },
    { channel: 'robot', status: 'sent', trouble: null },
  ])
})

test('a process that died while a robot was being told: nobody knows, so it is not told again', async () => {
  const { robot } = await addRobot('wecom')
  const newsId = await tell()
  await bench.rows(`update app.delivery set status = 'sending', tries = 1, claimed_until = $2 where news_id = $1`, [
    newsId,
    new Date(bench.time.now + 300_000),
  ])
  await bench.passAfter(6)
  await bench.passAfter(30)
  expect(robot.requests.count).toBe(0)
  expect(await statuses()).toEqual([{ channel: 'robot', status: 'uncertain', trouble: 'robot.uncertain' }])
  expect((await bench.ask(liaison, 'GET', '/api/notifications')).body.unread).toBe(1)
})

test('address and secret of a robot are never shown and stand nowhere in the clear', async () => {
  const { robot, id } = await addRobot('dingtalk')
  const shown = await bench.ask(bench.administrator, 'GET', '/api/channels')
  expect(shown.body.robots).toEqual([
    { id, kind: 'dingtalk', name: '工作群', covers: { kind: 'division' }, unitName: null, host: new URL(robot.address).host },
  ])
  expect((await bench.ask(bench.administrator, 'POST', '/api/channels/test', { channel: 'robot', robotId: id })).body).toEqual(
    { result: 'sent', trouble: null },
  )
  const stored = JSON.stringify(
    await bench.rows(`select t::text from app.channel_settings t union all select t::text from app.channel_secret t
      union all select body from ledger.entry union all select result from ledger.command`),
  )
  for (const canary of [secret, '9'.repeat(32)]) {
    expect(stored).not.toContain(canary)
    expect(stored).not.toContain(Buffer.from(canary).toString('hex'))
    expect(bench.logged.join('\n')).not.toContain(canary)
  }
  await bench.ask(bench.administrator, 'DELETE', `/api/channels/robots/${id}`)
  await tell()
  await bench.passAfter(2)
  expect(robot.texts).toHaveLength(1) // the one of the test
})
