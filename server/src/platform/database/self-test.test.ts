import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../testing/database.ts'
import { testProtection } from './self-test.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await cloneDatabase()
})
afterAll(() => database.drop())

describe('the protection of the database', () => {
  test('is full as migrated, and trying leaves nothing behind', async () => {
    const before = await tables()
    expect(await testProtection(database.urls)).toEqual({ level: 'full', faults: [] })
    expect(await tables()).toEqual(before)
  })

  test('says so when there is one login for everything', async () => {
    const { owner } = database.urls
    expect(await testProtection({ owner, app: owner, vault: owner })).toEqual({ level: 'single-role', faults: [] })
  })

  test('names each right that was given away', async () => {
    for (const sql of [
      'grant update, delete on ledger.entry to yingshang_app',
      'grant select on vault.sealed to yingshang_app',
      'grant usage on schema access to yingshang_vault',
      'grant select on access.credential to yingshang_vault',
    ])
      await database.databases.owner.query(sql)
    expect(await testProtection(database.urls)).toEqual({
      level: 'faults',
      faults: [
        'app: change the ledger',
        'app: delete from the ledger',
        'app: read vault.sealed',
        'vault: read credentials',
      ],
    })
  })
})

async function tables(): Promise<unknown> {
  const found = await database.databases.owner.query(
    'select table_schema, table_name from information_schema.tables order by 1, 2',
  )
  return found.rows
}
