import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { replay } from '../kernel/decider.ts'
import { pathAfterMove } from './unit-tree.ts'
import { namesOf, unitDecider, type UnitCommand, type UnitContext, type UnitEvent, type UnitState } from './unit.ts'

const facts = {
  division: '320724',
  code: '101',
  parentId: 'root',
  path: '/county/u/',
  kind: 'department',
  name: '县发展和改革委员会',
  shortName: '县发改委',
  aliases: [],
  sortOrder: 1,
} as const
const active: UnitState = { status: 'active', ...facts }
const parent: UnitState = { ...active, path: '/county/p/', name: '上级', shortName: '上级' }
const context: UnitContext = {
  activeChildren: 0,
  people: 0,
  standingTaskForces: 0,
  rootExists: true,
  today: '2022-07-04',
  other: parent,
}

function when(state: UnitState, command: UnitCommand, more: Partial<UnitContext> = {}) {
  const decision = unitDecider.decide(command, state, { ...context, ...more })
  if (!decision.ok) return decision.refusal.code
  return replay({ initial: state, evolve: unitDecider.evolve }, decision.events as UnitEvent[])
}

describe('a unit', () => {
  test('stands below its parent from the start, and needs one that is active', () => {
    const { path: _path, ...wanted } = facts
    const register: UnitCommand = { type: 'register', id: 'u', facts: { ...wanted, parentId: 'p' } }
    expect(when({ status: 'none' }, register)).toMatchObject({ status: 'active', path: '/county/p/u/' })
    expect(when({ status: 'none' }, register, { other: { status: 'closed', on: '2022-01-01', ...facts } })).toBe(
      'unit.parent-not-active',
    )
    const root: UnitCommand = { type: 'register', id: 'u', facts: { ...wanted, parentId: null } }
    expect(when({ status: 'none' }, root)).toBe('unit.root-exists')
    expect(when({ status: 'none' }, root, { rootExists: false })).toMatchObject({ path: '/u/' })
  })

  test('keeps its old names when it is renamed, and never its present one as an alias', () => {
    const renamed = when(active, {
      type: 'rename',
      name: '县数据局',
      shortName: '县数据局',
      on: '2022-09-01',
    }) as Extract<UnitState, { status: 'active' }>
    expect(namesOf(renamed)).toEqual(['县数据局', '县发展和改革委员会', '县发改委'])
    const back = when(renamed, {
      type: 'rename',
      name: facts.name,
      shortName: facts.shortName,
      on: '2022-10-01',
    }) as typeof renamed
    expect(back.aliases).toEqual(['县数据局'])
  })

  test('is not moved below itself', () => {
    expect(when(active, { type: 'move', id: 'u', parentId: 'x' }, { other: { ...active, path: '/county/u/x/' } })).toBe(
      'unit.under-itself',
    )
    expect(when(active, { type: 'move', id: 'u', parentId: 'p' })).toMatchObject({
      parentId: 'p',
      path: '/county/p/u/',
    })
  })

  test('is merged when nothing hangs on it, on a day that has come, and then changes no more', () => {
    const merge: UnitCommand = { type: 'merge', id: 'u', into: 'p', on: '2022-07-04' }
    expect(when(active, merge, { activeChildren: 2 })).toBe('unit.has-active-parts')
    expect(when(active, merge, { standingTaskForces: 1 })).toBe('unit.has-task-forces')
    expect(when(active, { ...merge, on: '2022-07-05' })).toBe('unit.day-ahead')
    expect(when(active, { ...merge, into: 'u' })).toBe('unit.merge-into-itself')
    const merged = when(active, merge, { people: 9 }) as UnitState
    expect(merged).toMatchObject({ status: 'merged', mergedInto: 'p' })
    for (const command of [
      merge,
      { type: 'addAlias', alias: '甲' },
      { type: 'close', on: '2022-07-04' },
    ] as UnitCommand[])
      expect(when(merged, command)).toBe('unit.not-active')
  })

  test('is closed only when nobody is left in it', () => {
    expect(when(active, { type: 'close', on: '2022-07-04' }, { people: 1 })).toBe('unit.has-people')
    expect(when(active, { type: 'close', on: '2022-07-04' })).toMatchObject({ status: 'closed' })
  })

  test('whatever happens to it, no name it ever had is lost but aliases that were removed', () => {
    const name = fc.constantFrom('甲', '乙', '丙', '丁', '戊')
    const command = fc.oneof(
      fc.record({ type: fc.constant('rename' as const), name, shortName: name, on: fc.constant('2022-07-04') }),
      fc.record({ type: fc.constant('addAlias' as const), alias: name }),
    )
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        let state: UnitState = active
        const had = new Set(namesOf(facts))
        for (const one of commands) {
          const decision = unitDecider.decide(one, state, context)
          if (!decision.ok) continue
          state = replay({ initial: state, evolve: unitDecider.evolve }, decision.events as UnitEvent[])
          for (const known of one.type === 'rename' ? [one.name, one.shortName] : [one.alias]) had.add(known)
        }
        const now = state as Extract<UnitState, { status: 'active' }>
        expect(new Set(namesOf(now))).toEqual(had)
        expect(now.aliases).not.toContain(now.name)
        expect(now.aliases).not.toContain(now.shortName)
        expect(new Set(now.aliases).size).toBe(now.aliases.length)
      }),
    )
  })

  test('paths of a moved subtree keep their tails', () => {
    expect(pathAfterMove('/county/u/x/y/', '/county/u/', '/county/p/u/')).toBe('/county/p/u/x/y/')
    expect(() => pathAfterMove('/county/v/', '/county/u/', '/county/p/u/')).toThrow()
  })
})
