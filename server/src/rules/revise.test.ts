import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PlanWithRules } from '@yingshang/core/rules/complaint-from-plan.zh'
import { cloneDatabase, type TestDatabase } from '../../testing/database.ts'
import { campaignContent, openCampaign } from '../../testing/rule-campaign.ts'
import { makePerson, makeUnit, now } from '../../testing/task-campaign.ts'
import type { Occasion } from '../platform/ledger/decide.ts'
import { record } from '../platform/ledger/record.ts'
import { publishNext, revisedRules } from './publish.ts'
import { versionsOf } from './store.ts'

let database: TestDatabase
let director: Occasion['actor']
beforeAll(async () => {
  database = await cloneDatabase()
  director = await makePerson(database.databases, 'coordinationDirector', await makeUnit(database.databases, '某县'))
})
afterAll(() => database.drop())

const occasion = (): Occasion => ({ actor: director, businessDay: '2022-07-04', now, commandId: randomUUID() })
const { complaint } = campaignContent.rules
const printed: PlanWithRules = { rules: { complaint } }

/** The campaign after its office has shortened the period for verifying; then a revised notice comes. */
async function revise(after: PlanWithRules) {
  const db = database.databases.app
  const campaignId = await openCampaign(database.databases)
  const edits = [{ path: 'complaint.verify', value: { days: 3, unit: 'working' } }] as const
  await publishNext(db, occasion(), campaignId, { edits, reason: '压缩核查时间' })
  const act = occasion()
  const write = await revisedRules(db, act, campaignId, printed, after, '灌办发〔2022〕88号')
  if (write) await record(db, { ...act, ...write })
  return { write, versions: await versionsOf(db, campaignId) }
}

// rule D-32
test('a revised notice changes the period it prints anew, and leaves the office’s own settings alone', async () => {
  const handle = { days: 10, unit: 'working' as const, clause: '3.2' }
  const { versions } = await revise({ rules: { complaint: { ...complaint, handle } } })
  expect(versions).toHaveLength(3)
  const newest = versions.at(-1)!
  expect(newest.complaint.handle).toEqual({
    value: { days: 10, unit: 'working' },
    source: { kind: 'clause', clause: '3.2' },
  })
  expect(newest.complaint.verify.value.days).toBe(3)
  expect(newest.validFrom > versions[1]!.validFrom).toBe(true)
})

test('a revision that says the same about complaints makes no version', async () => {
  const { write, versions } = await revise(printed)
  expect(write).toBeNull()
  expect(versions).toHaveLength(2)
})

test('a period that the revised notice no longer prints is the office’s own again', async () => {
  const { versions } = await revise({ rules: { complaint: { ...complaint, rework: null } } })
  expect(versions.at(-1)!.complaint.rework).toEqual({
    value: { days: 15, unit: 'working' },
    source: { kind: 'selfSet' },
  })
})
