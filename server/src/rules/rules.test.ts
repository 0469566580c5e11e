import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { replay } from '@yingshang/core/kernel/decider'
import { ruleSeriesDecider, type RuleSeriesEvent } from '@yingshang/core/rules/rule-series'
import { startTestApp, type Caller, type TestApp } from '../../testing/app.ts'
import { cloneDatabase, type TestDatabase } from '../../testing/database.ts'
import { openCampaign } from '../../testing/rule-campaign.ts'
import { makePerson, makeUnit, now } from '../../testing/task-campaign.ts'
import { eventsOf } from '../platform/ledger/load.ts'
import { verifyChain } from '../platform/ledger/verify.ts'
import { ruleSetInForce, ruleSetOfDivision, ruleSetOfId, versionsOf } from './store.ts'

let database: TestDatabase
let app: TestApp
let director: Caller
let officer: Caller
let auditor: Caller
let liaison: Caller

beforeAll(async () => {
  database = await cloneDatabase()
  app = await startTestApp(database, now)
  const root = await makeUnit(database.databases, '某县')
  const as = async (role: Parameters<typeof makePerson>[1]) =>
    app.as((await makePerson(database.databases, role, root)).personId)
  director = await as('coordinationDirector')
  officer = await as('coordinationOfficer')
  auditor = await as('auditor')
  liaison = await as('unitLiaison')
})
afterAll(() => database.drop())

const tenDays = { path: 'complaint.handle', value: { days: 10, unit: 'working' } }
const list = (campaignId: string) => `/api/campaigns/${campaignId}/rule-sets`
const newestOf = async (campaignId: string) => (await versionsOf(database.databases.app, campaignId)).at(-1)!.id

async function publish(campaignId: string, part: object = {}, commandId = randomUUID()) {
  const body = {
    base: await newestOf(campaignId),
    validFrom: '2022-09-01',
    edits: [tenDays],
    reason: '省里有新要求',
    ...part,
  }
  return director.post(list(campaignId), body, commandId)
}

describe('a campaign’s rules', () => {
  test('begin with the notice and are read with the clause of each number', async () => {
    const campaignId = await openCampaign(database.databases)
    const versions = await auditor.get(list(campaignId))
    expect(versions).toMatchObject({ status: 200, body: { nextFrom: '2022-07-04', mayPublish: { allowed: false } } })
    const read = await auditor.get(`/api/rule-sets/${versions.body.versions[0].id}`)
    expect(read.body.ruleSet.complaint.handle).toEqual({
      value: { days: 15, unit: 'working' },
      source: { kind: 'clause', clause: '2.7' },
    })
    expect(read.body.head).toMatchObject({ number: 1, state: 'inForce', publishedBy: null })
  })

  test('the next version is previewed without a trace, then published, and begins on its day', async () => {
    const campaignId = await openCampaign(database.databases)
    const base = await newestOf(campaignId)
    const seen = await officer.post(`${list(campaignId)}/preview`, {
      base,
      validFrom: '2022-09-01',
      edits: [tenDays],
      exampleDay: '2022-09-28',
    })
    expect(seen.body.problems).toEqual([])
    expect(seen.body.differences.map((one: { path: string }) => one.path)).toEqual(['complaint.handle'])
    expect(seen.body.differences[0].after.source).toEqual({ kind: 'selfSet' })
    expect(seen.body.examples.find((one: { moment: string }) => one.moment === 'handle')).toMatchObject({
      before: '2022-10-24',
      after: '2022-10-17',
    })
    expect(await newestOf(campaignId)).toBe(base)

    expect((await publish(campaignId)).status).toBe(200)
    const { app: db } = database.databases
    expect((await ruleSetInForce(db, campaignId, '2022-08-31'))?.complaint.handle.value.days).toBe(15)
    expect((await ruleSetInForce(db, campaignId, '2022-09-01'))?.complaint.handle.value.days).toBe(10)
    expect((await ruleSetInForce(db, campaignId, '2020-01-01'))?.id).toBe(base)
    expect((await ruleSetOfId(db, base))?.complaint.handle.value.days).toBe(15)
    const heads = (await officer.get(list(campaignId))).body.versions
    expect(heads.map((one: { state: string }) => one.state)).toEqual(['coming', 'inForce'])
    expect(heads[0]).toMatchObject({ reason: '省里有新要求', changed: 1 })
  })

  test('going back to the notice’s number takes its clause back', async () => {
    const campaignId = await openCampaign(database.databases)
    await publish(campaignId)
    const fifteen = { path: 'complaint.handle', value: { days: 15, unit: 'working' } }
    expect((await publish(campaignId, { validFrom: '2022-10-01', edits: [fifteen] })).status).toBe(200)
    const { complaint } = (await versionsOf(database.databases.app, campaignId)).at(-1)!
    expect(complaint.handle.source).toEqual({ kind: 'clause', clause: '2.7' })
  })

  test.each([
    ['rules.valid-from-past', { validFrom: '2022-07-03' }],
    ['rules.valid-from-not-later', { validFrom: '2022-07-04' }, '2022-07-04'],
    ['rules.reason-missing', { reason: '  ' }],
    ['rules.nothing-changed', { edits: [] }],
    ['rules.nothing-changed', { edits: [{ ...tenDays, value: { days: 15, unit: 'working' } }] }],
    ['rules.invalid-value', { edits: [{ ...tenDays, value: { days: 0, unit: 'working' } }] }],
    ['rules.changed-meanwhile', { base: 'somebody-saw-this' }],
  ])('%s', async (code, part, before?: string) => {
    const campaignId = await openCampaign(database.databases)
    if (before)
      await publish(campaignId, { validFrom: before, edits: [{ ...tenDays, value: { days: 9, unit: 'working' } }] })
    const versions = (await versionsOf(database.databases.app, campaignId)).length
    expect(await publish(campaignId, part)).toMatchObject({ status: 409, body: { code } })
    expect(await versionsOf(database.databases.app, campaignId)).toHaveLength(versions)
  })

  test('only the director publishes, the office previews, units meet rules in their own work', async () => {
    const campaignId = await openCampaign(database.databases)
    const body = { base: await newestOf(campaignId), validFrom: '2022-09-01', edits: [tenDays], reason: '试' }
    expect((await officer.post(list(campaignId), body)).body.code).toBe('rules.director-only')
    expect((await auditor.post(`${list(campaignId)}/preview`, body)).body.code).toBe('rules.office-only')
    expect((await liaison.get(list(campaignId))).body.code).toBe('rules.readers-only')
  })

  test('an answer that got lost is asked for again and published once', async () => {
    const campaignId = await openCampaign(database.databases)
    const body = { base: await newestOf(campaignId), validFrom: '2022-09-01', edits: [tenDays], reason: '试' }
    const commandId = randomUUID()
    const first = await director.post(list(campaignId), body, commandId)
    expect(await director.post(list(campaignId), body, commandId)).toEqual(first)
    expect(await versionsOf(database.databases.app, campaignId)).toHaveLength(2)
  })

  test('of twenty at once one is published', async () => {
    const campaignId = await openCampaign(database.databases)
    const body = { base: await newestOf(campaignId), validFrom: '2022-09-01', edits: [tenDays], reason: '试' }
    const answers = await Promise.all(Array.from({ length: 20 }, () => director.post(list(campaignId), body)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await versionsOf(database.databases.app, campaignId)).toHaveLength(2)
  })
})

describe('a version', () => {
  test('cannot be changed by the program’s own login', async () => {
    const campaignId = await openCampaign(database.databases)
    const id = await newestOf(campaignId)
    const { app: db } = database.databases
    await expect(db.query(`update app.rule_set set rules = '{}' where id = $1`, [id])).rejects.toThrow(
      'permission denied',
    )
    await expect(db.query('delete from app.rule_set where id = $1', [id])).rejects.toThrow('permission denied')
  })

  test('stands in the ledger as it stands in its row, and the series equals its replay', async () => {
    const campaignId = await openCampaign(database.databases)
    await publish(campaignId)
    const { app: db } = database.databases
    const found = await db.query<{ id: string; state: unknown }>(
      'select id, state from app.rule_series where campaign_id = $1',
      [campaignId],
    )
    const events = (await eventsOf(db, found.rows[0]!.id)) as unknown as RuleSeriesEvent[]
    expect(replay(ruleSeriesDecider, events)).toEqual(found.rows[0]!.state)
    expect(events.map(({ ruleSet }) => ruleSet)).toEqual(await versionsOf(db, campaignId))
    expect(await verifyChain(db, found.rows[0]!.id)).toEqual([])
  })
})

test('what belongs to no campaign goes by the running campaign that began last', async () => {
  const campaignId = await openCampaign(database.databases)
  const { app: db } = database.databases
  const running = await ruleSetOfDivision(db, '320724', '2022-07-04')
  expect((await versionsOf(db, campaignId)).map(({ series }) => series.slice(0, 5))).toContain(
    running.series.slice(0, 5),
  )
  const standing = await ruleSetOfDivision(db, '110000', '2022-07-04')
  expect(standing.id).toBe('110000-standing-1')
  expect(await ruleSetOfId(db, standing.id)).toEqual(standing)
})
