import { caseDecider } from '@yingshang/core/cases/case'
import type { CaseEvent } from '@yingshang/core/cases/case-events'
import { replay } from '@yingshang/core/kernel/decider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCaseOffice, type CaseOffice } from '../../testing/case-office.ts'
import { eventsOf, load } from '../platform/ledger/load.ts'
import { verifyChain } from '../platform/ledger/verify.ts'
import { caseTable } from './tables.ts'

let county: CaseOffice
beforeAll(async () => void (county = await openCaseOffice()))
afterAll(() => county.close())

const clients = 8
const each = 25

// The connections of the program are cut again and again while cases come in: what was answered is there whole, what was not is
// there whole or not at all, and no number is given out twice.
test('cases coming in while the database cuts the line', async () => {
  const answered: { id: string; number: string }[] = []
  let cuts = 0
  // A login may end its own connections, every one but the one that asks.
  const cut = () =>
    county.base.databases.app
      .query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`,
      )
      .catch(() => undefined)
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let n = 0; n < each; n++) {
        const made = await county.register().catch(() => undefined)
        if (!made) continue
        answered.push(made)
        if (answered.length % 10 === 0 && cuts++ < 15) await cut()
      }
    }),
  )
  expect(cuts).toBeGreaterThan(3)
  expect(answered.length).toBeGreaterThan(clients)
  const { app, owner } = county.base.databases
  const { rows } = await owner.query<{ id: string; number: string; texts: number; entries: number; command: number }>(
    `select c.id, c.number, (select count(*)::int from app.case_text t where t.case_id = c.id) as texts,
       (select count(*)::int from ledger.entry e where e.stream_id = c.id) as entries,
       (select count(*)::int from ledger.command k where k.result::jsonb ->> 'id' = c.id::text) as command
     from app.case c`,
  )
  expect(rows.every((row) => row.texts === 1 && row.entries === 1 && row.command === 1)).toBe(true)
  const kept = new Map(rows.map((row) => [row.id, row.number]))
  for (const one of answered) expect(kept.get(one.id)).toBe(one.number)
  expect(new Set(kept.values()).size).toBe(rows.length)
  const orphans = await owner.query(
    `select 1 from ledger.entry e where e.stream_kind = 'case' and not exists (select 1 from app.case c where c.id = e.stream_id)`,
  )
  expect(orphans.rows).toEqual([])
  expect(await verifyChain(app)).toEqual([])
  for (const { id } of answered.slice(0, 5)) {
    const stored = await load(app, caseTable, id)
    expect(stored!.state).toEqual(replay(caseDecider, (await eventsOf(app, id)) as CaseEvent[]))
  }
  const next = await county.register()
  expect([...kept.values()]).not.toContain(next.number)
})
