import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import { campaignDecider, type Campaign, type CampaignEvent } from '@yingshang/core/plans/campaign'
import { storedRuleSet } from '@yingshang/core/rules/stored-rule-set'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { cloneDatabase, type TestDatabase } from '../../testing/database.ts'
import { campaignContent } from '../../testing/rule-campaign.ts'
import { makePerson, makeUnit, now } from '../../testing/task-campaign.ts'
import { campaignTable } from '../plans/tables.ts'
import { newChange } from '../platform/ledger/decide.ts'
import { eventsOf } from '../platform/ledger/load.ts'
import { record } from '../platform/ledger/record.ts'
import { adoptRuleSets } from './adopt.ts'
import { ruleSetInForce, versionsOf } from './store.ts'

const fixture = new URL('../../../core/src/rules/stored/rule-set-1.json', import.meta.url)
const first = JSON.parse(readFileSync(fixture, 'utf8'))
const second = {
  ...first,
  id: 'guannan-2022-2',
  validFrom: '2022-08-01',
  tasks: { ...first.tasks, supportingLeadDays: { value: 3, source: { kind: 'selfSet' } } },
}
const third = { ...second, id: 'guannan-2022-3', validFrom: '2022-08-01' }

const categories = ['办事慢', '门槛高'].map((name) => ({ group: 'problem-heads', name }))

let database: TestDatabase
let app: TestApp
let director: PersonActor
beforeAll(async () => {
  database = await cloneDatabase()
  app = await startTestApp(database, now)
  director = await makePerson(database.databases, 'coordinationDirector', await makeUnit(database.databases, '某县'))
})
afterAll(() => database.drop())

/** A campaign as the program before stored rule sets wrote it: the current version in its state, all in its ledger. */
async function oldCampaign(): Promise<string> {
  const id = randomUUID()
  const events: CampaignEvent[] = [
    { type: 'campaignOpened', content: { ...campaignContent, categories, ruleSet: first } },
    { type: 'rulesChanged', ruleSet: second, reason: '配合单位时间太紧' },
    { type: 'campaignRevised', planId: randomUUID(), content: { name: '试验行动（修订）', ruleSet: third } },
    // A revision that left the rules alone names the version it found.
    { type: 'campaignRevised', planId: randomUUID(), content: { ruleSet: third } },
  ]
  await record(database.databases.app, {
    actor: director,
    businessDay: '2022-08-01',
    now,
    commandId: randomUUID(),
    changes: [newChange<Campaign, CampaignEvent>(campaignTable, campaignDecider, id, events)],
  })
  return id
}

test('a campaign of an earlier program gets every version it ever had, once', async () => {
  const campaignId = await oldCampaign()
  const { app: db } = database.databases
  expect(await versionsOf(db, campaignId)).toEqual([])

  const adopted = await Promise.all([adoptRuleSets(app.services), adoptRuleSets(app.services)])
  expect(Math.max(...adopted)).toBe(1)
  expect(await adoptRuleSets(app.services)).toBe(0)

  const versions = await versionsOf(db, campaignId)
  expect(versions.map(({ id, validFrom }) => [id, validFrom])).toEqual(
    [first, second, third].map(({ id, validFrom }) => [id, validFrom]),
  )
  for (const [place, stored] of [first, second, third].entries()) {
    expect(versions[place]).toMatchObject(stored)
    const { categoryHeads, ...rest } = versions[place]!.complaint
    // What an earlier program did not keep comes from the notice where it speaks of it, and is the office's own otherwise.
    expect(categoryHeads.value.map(({ name }) => name)).toEqual(['办事慢', '门槛高'])
    expect(rest).toEqual(expect.objectContaining({ triage: storedRuleSet(stored).complaint.triage }))
  }
  expect((await ruleSetInForce(db, campaignId, '2022-07-31'))?.id).toBe('guannan-2022-1')
  const [series] = (await db.query<{ id: string }>('select id from app.rule_series')).rows
  for (const event of await eventsOf(db, series!.id)) expect(event).not.toHaveProperty('by')
  // Two versions of one day: the one published later.
  expect((await ruleSetInForce(db, campaignId, '2022-08-01'))?.id).toBe('guannan-2022-3')
  const rows = await db.query('select reason, published_by from app.rule_set order by number')
  expect(rows.rows.map(({ reason }) => reason)).toEqual(['', '配合单位时间太紧', ''])
  expect(new Set(rows.rows.map((row) => row.published_by))).toEqual(new Set([director.personId]))
})
