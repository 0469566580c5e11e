import { randomUUID } from 'node:crypto'
import type { Actor } from '@yingshang/core/kernel/actor'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../testing/database.ts'
import { eventsOf, load } from './load.ts'
import { record } from './record.ts'
import type { Change, Table } from './table.ts'
import { verifyChain } from './verify.ts'

interface Note {
  text: string
}
const notes: Table<Note> = {
  name: 'app.note',
  stream: 'note',
  columns: ['words'],
  row: (state) => ({ words: state.text }),
}
const actor: Actor = { kind: 'system', job: 'test' }

let test1: TestDatabase
beforeAll(async () => {
  test1 = await cloneDatabase()
  await test1.databases.owner.query(
    'create table app.note (id uuid primary key, version int not null, head bytea not null, state jsonb not null, words text not null)',
  )
})
afterAll(() => test1.drop())

function write(changes: Change[], commandId: string = randomUUID(), outbox: { task: string; payload: object }[] = []) {
  const result = { ok: changes.length }
  return record(test1.databases.app, {
    commandId,
    actor,
    businessDay: '2022-07-04',
    now: Date.UTC(2022, 6, 4),
    changes,
    outbox,
    result,
  })
}
const fresh = (id: string, text: string): Change => ({
  table: notes,
  id,
  version: 0,
  head: '',
  state: { text },
  events: [{ type: 'noted', text } as { type: string }],
})

describe('record', () => {
  test('writes state, ledger, outbox and command together, and the chain verifies', async () => {
    const id = randomUUID()
    expect(await write([fresh(id, '甲')], randomUUID(), [{ task: 'tell', payload: { id } }])).toEqual({ kind: 'done' })
    const loaded = (await load(test1.databases.app, notes, id))!
    expect(loaded.state).toEqual({ text: '甲' })
    expect(loaded.version).toBe(1)
    const next: Change = {
      ...loaded,
      table: notes,
      state: { text: '乙' },
      events: [{ type: 'noted', text: '乙' } as { type: string }],
    }
    expect(await write([next])).toEqual({ kind: 'done' })
    expect(await eventsOf(test1.databases.app, id)).toEqual([
      { type: 'noted', text: '甲' },
      { type: 'noted', text: '乙' },
    ])
    expect(await verifyChain(test1.databases.app, id)).toEqual([])
    const outbox = await test1.databases.owner.query('select task, payload from ledger.outbox')
    expect(outbox.rows).toEqual([{ task: 'tell', payload: { id } }])
  })

  test('a repeated command acts once and is answered its stored result', async () => {
    const id = randomUUID()
    const command = randomUUID()
    await write([fresh(id, '一')], command)
    expect(await write([fresh(randomUUID(), '二')], command)).toEqual({ kind: 'repeated', result: { ok: 1 } })
    const rows = await test1.databases.app.query("select 1 from app.note where words in ('二')")
    expect(rows.rowCount).toBe(0)
  })

  test('of many writers on one version exactly one wins and the others are told it moved', async () => {
    const id = randomUUID()
    await write([fresh(id, '0')])
    const loaded = (await load(test1.databases.app, notes, id))!
    const attempts = Array.from({ length: 20 }, (_, n) =>
      write([
        {
          ...loaded,
          table: notes,
          state: { text: String(n) },
          events: [{ type: 'noted', text: String(n) } as { type: string }],
        },
      ]),
    )
    const kinds = (await Promise.all(attempts)).map((answer) => answer.kind)
    expect(kinds.filter((kind) => kind === 'done')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'moved')).toHaveLength(19)
    expect(await verifyChain(test1.databases.app, id)).toEqual([])
  })

  test('several things change together or not at all', async () => {
    const [a, b] = [randomUUID(), randomUUID()]
    await write([fresh(a, 'a'), fresh(b, 'b')])
    const [first, second] = [(await load(test1.databases.app, notes, a))!, (await load(test1.databases.app, notes, b))!]
    const step = (from: typeof first, text: string): Change => ({
      ...from,
      table: notes,
      state: { text },
      events: [{ type: 'noted', text } as { type: string }],
    })
    await write([step(second, 'b2')])
    expect(await write([step(first, 'a2'), step(second, 'b3')])).toEqual({ kind: 'moved' })
    expect((await load(test1.databases.app, notes, a))!.state.text).toBe('a')
  })

  test('the app login can neither change nor remove what was recorded', async () => {
    for (const sql of [
      "update ledger.entry set body = '{}'",
      'delete from ledger.entry',
      'truncate ledger.entry',
      'delete from ledger.command',
      'select * from ledger.outbox',
      "update app.installation set mode = 'production', trial_day = null",
      'create table app.mine (x int)',
    ]) {
      await expect(test1.databases.app.query(sql), sql).rejects.toMatchObject({ code: '42501' })
    }
  })

  test('a changed body is found by the chain', async () => {
    const id = randomUUID()
    await write([fresh(id, '原文')])
    await test1.databases.owner.query(
      "update ledger.entry set body = replace(body, '原文', '改文') where stream_id = $1",
      [id],
    )
    expect(await verifyChain(test1.databases.app, id)).toEqual([{ streamId: id, version: 1, fault: 'hash' }])
  })
})
