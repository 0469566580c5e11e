import { randomUUID } from 'node:crypto'
import { unitDecider, type UnitState } from '@yingshang/core/units/unit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../testing/database.ts'
import { load } from '../platform/ledger/load.ts'
import { record } from '../platform/ledger/record.ts'
import type { Change } from '../platform/ledger/table.ts'
import { decided, unborn } from './decided.ts'
import { matchUnits, registerUnits, resolveGroup } from './for-others.ts'
import { unitTable } from './tables.ts'

let database: TestDatabase
const rootId = randomUUID()
const write = (changes: Change[]) =>
  record(database.databases.app, {
    commandId: randomUUID(),
    actor: { kind: 'system', job: 'test' },
    businessDay: '2022-07-04',
    now: Date.UTC(2022, 6, 4),
    changes,
  })

beforeAll(async () => {
  database = await cloneDatabase()
  const facts = {
    division: '320724',
    code: '100',
    parentId: null,
    kind: 'county',
    name: '灌南县',
    shortName: '灌南县',
    aliases: [],
    sortOrder: 0,
  } as const
  const none = { activeChildren: 0, people: 0, standingTaskForces: 0, today: '2022-07-04', rootExists: false }
  await write([
    decided(
      unitTable,
      unitDecider,
      unborn<UnitState>(rootId, { status: 'none' }),
      { type: 'register', id: rootId, facts },
      none,
    ),
  ])
})
afterAll(() => database.drop())

describe('units in a publishing step', () => {
  test('missing units and aliases are made in one write and found afterwards', async () => {
    const db = database.databases.app
    const first = await registerUnits(
      db,
      {
        register: [{ name: '县自然资源局' }, { name: '甲镇' }, { name: '乙镇' }],
        aliases: [{ name: '县资源局', unitName: '县自然资源局' }],
      },
      randomUUID,
    )
    expect(await write(first.changes)).toEqual({ kind: 'done' })
    expect(first.unitIds.get('县资源局')).toBe(first.unitIds.get('县自然资源局'))

    const [land, unknown] = await matchUnits(db, ['灌南县自然资源和规划局', '县体育局'])
    expect(land!.unitId).toBe(first.unitIds.get('县自然资源局'))
    expect(unknown).toEqual({ name: '县体育局', candidates: [] })
    expect((await matchUnits(db, ['县资源局']))[0]!.unitId).toBe(land!.unitId)
    expect(await resolveGroup(db, '各镇')).toEqual([first.unitIds.get('甲镇'), first.unitIds.get('乙镇')])

    const second = await registerUnits(
      db,
      {
        register: [],
        aliases: [
          { name: '县国土局', unitId: land!.unitId! },
          { name: '县资源局', unitId: land!.unitId! },
        ],
      },
      randomUUID,
    )
    expect(await write(second.changes)).toEqual({ kind: 'done' })
    const state = (await load(db, unitTable, land!.unitId!))!.state
    expect(state).toMatchObject({
      status: 'active',
      aliases: ['县资源局', '县国土局'],
      path: `/${rootId}/${land!.unitId}/`,
      code: '101',
    })
  })

  test('a parent that is closed between deciding and writing undoes the whole write', async () => {
    const db = database.databases.app
    const wish = await registerUnits(db, { register: [{ name: '县某中心' }], aliases: [] }, randomUUID)
    const root = (await load(db, unitTable, rootId))!
    await write([
      decided(
        unitTable,
        unitDecider,
        root,
        { type: 'addAlias', alias: '灌南' },
        { activeChildren: 0, people: 0, standingTaskForces: 0, today: '2022-07-04', rootExists: true },
      ),
    ])
    expect(await write(wish.changes)).toEqual({ kind: 'moved' })
    expect((await matchUnits(db, ['县某中心']))[0]!.unitId).toBeUndefined()
  })
})
