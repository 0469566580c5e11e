import type { PersonActor, Post } from '@yingshang/core/kernel/actor'
import { matchNames, resolveGroupName, type KnownUnit, type NameMatch } from '@yingshang/core/units/unit-matching'
import { guessKind, tidyName } from '@yingshang/core/units/unit-names'
import { namesOf, unitDecider, type UnitContext, type UnitKind, type UnitState } from '@yingshang/core/units/unit'
import type { Queryable } from '../platform/database/pools.ts'
import { load, loadMany } from '../platform/ledger/load.ts'
import type { Change, Loaded } from '../platform/ledger/table.ts'
import { decided, decidedAll, guard, unborn } from './decided.ts'
import { unitTable } from './tables.ts'

export { foundCounty, type Founding } from './founding.ts'

/** Everything matching needs of every unit of the division, merged and closed ones too, in the tree's order. */
export async function knownUnits(db: Queryable): Promise<KnownUnit[]> {
  const found = await db.query<KnownUnit>({
    name: 'units:known',
    text: `select id, name, short_name as "shortName", aliases, kind, active, merged_into as "mergedInto"
      from app.unit order by sort_order, code`,
  })
  return found.rows
}

/** Names that may stand in front of a unit's name: those of the root unit, with and without its level word. */
async function placesOf(db: Queryable): Promise<string[]> {
  const root = await db.query<{ name: string }>('select name from app.unit where parent_id is null')
  const names = root.rows.map((row) => row.name)
  return [...names, ...names.map((name) => name.replace(/[省市县区旗]$/, '')).filter((name) => name.length >= 2)]
}

/** The unit of each printed name: `unitId` when certain, otherwise candidates to ask about with the reason. */
export async function matchUnits(db: Queryable, names: readonly string[]): Promise<NameMatch[]> {
  const [units, places] = await Promise.all([knownUnits(db), placesOf(db)])
  return matchNames(names, units, places)
}

/** The units a collective name stands for (各镇 → all active towns); `undefined` when the name is not collective. */
export async function resolveGroup(db: Queryable, printed: string): Promise<string[] | undefined> {
  return resolveGroupName(printed, await knownUnits(db))
}

/** What a publishing step decided about printed names. */
export interface UnitWishes {
  /** Units to create. `kind` is guessed from the name when left out; `parentId` is the root when left out. */
  readonly register: readonly { readonly name: string; readonly kind?: UnitKind; readonly parentId?: string }[]
  /** Printed names that stand for an existing unit, or (by `unitName`) for one registered in the same step. */
  readonly aliases: readonly { readonly name: string; readonly unitId?: string; readonly unitName?: string }[]
}

export interface UnitGround {
  readonly division: string
  readonly root: Loaded<UnitState>
  /** Parents named in `register` and units named in `aliases`, as loaded. */
  readonly loaded: readonly Loaded<UnitState>[]
  readonly nextCode: number
  readonly nextSortOrder: number
  readonly newId: () => string
}

// Registering and aliases do not look at children, people or the day.
const alone: UnitContext = { activeChildren: 0, people: 0, standingTaskForces: 0, rootExists: true, today: '' }

/**
 * The changes that create missing units and add aliases, to be put into the same `record` as what is being published.
 * Pure; `registerUnits` loads the ground. Throws a refusal (409). Answers the id of every name that was asked for.
 */
export function unitChanges(
  wishes: UnitWishes,
  ground: UnitGround,
): { changes: Change[]; unitIds: Map<string, string> } {
  const unitIds = new Map<string, string>()
  const things = new Map([...ground.loaded, ground.root].map((unit) => [unit.id, unit]))
  const aliases = new Map<string, string[]>()
  for (const wish of wishes.register) if (!unitIds.has(wish.name)) unitIds.set(wish.name, ground.newId())
  for (const { name, unitId, unitName } of wishes.aliases) {
    const id = unitId ?? (unitName === undefined ? undefined : unitIds.get(unitName))
    if (id === undefined) throw new Error('an alias needs a unit that exists or is registered in the same step')
    unitIds.set(name, id)
    aliases.set(id, [...(aliases.get(id) ?? []), name])
  }
  const changes: Change[] = []
  const parents = new Set<string>()
  let number = 0
  const done = new Set<string>()
  for (const wish of wishes.register) {
    const id = unitIds.get(wish.name)!
    if (done.has(id)) continue
    done.add(id)
    const parent = things.get(wish.parentId ?? ground.root.id)
    if (!parent) throw new Error('a parent unit was not loaded')
    parents.add(parent.id)
    const name = tidyName(wish.name)
    const facts = {
      division: ground.division,
      code: String(ground.nextCode + number),
      parentId: parent.id,
      kind: wish.kind ?? guessKind(name),
      name,
      shortName: name,
      aliases: (aliases.get(id) ?? []).filter((alias) => alias !== name),
      sortOrder: ground.nextSortOrder + number,
    }
    number++
    const context = { ...alone, other: parent.state }
    changes.push(
      decided(unitTable, unitDecider, unborn(id, unitDecider.initial), { type: 'register', id, facts }, context),
    )
  }
  const renamed = new Set<string>()
  for (const [id, names] of aliases) {
    if (done.has(id)) continue
    const unit = things.get(id)
    if (!unit) throw new Error('a unit that gets an alias was not loaded')
    const known = unit.state.status === 'none' ? [] : namesOf(unit.state)
    const fresh = [...new Set(names)].filter((name) => !known.includes(name))
    if (fresh.length === 0) continue
    renamed.add(id)
    const commands = fresh.map((alias) => ({ type: 'addAlias', alias }) as const)
    changes.push(decidedAll(unitTable, unitDecider, unit, commands, alone))
  }
  for (const id of parents) if (!renamed.has(id)) changes.push(guard(unitTable, things.get(id)!))
  return { changes, unitIds }
}

/** Loads what `unitChanges` needs and makes the changes. Call again when `record` answers `moved`. */
export async function registerUnits(
  db: Queryable,
  wishes: UnitWishes,
  newId: () => string,
): Promise<{ changes: Change[]; unitIds: Map<string, string> }> {
  const numbers = await db.query<{ root: string | null; division: string; code: number; sort: number }>(
    `select (select id from app.unit where parent_id is null limit 1) as root, (select division from app.installation) as division,
       coalesce(max(code::int), 100) + 1 as code, coalesce(max(sort_order), 0) + 1 as sort from app.unit`,
  )
  const { root: rootId, division, code, sort } = numbers.rows[0]!
  const root = rootId === null ? undefined : await load(db, unitTable, rootId)
  if (!root) throw new Error('the division has no root unit yet')
  const ids = [
    ...wishes.register.flatMap((wish) => wish.parentId ?? []),
    ...wishes.aliases.flatMap((wish) => wish.unitId ?? []),
  ]
  const loaded = await loadMany(
    db,
    unitTable,
    [...new Set(ids)].filter((id) => id !== root.id),
  )
  return unitChanges(wishes, { division, root, loaded, nextCode: code, nextSortOrder: sort, newId })
}

/** The path of every active unit, with those that a write in preparation makes or moves. */
export async function unitPaths(db: Queryable, changes: readonly Change[]): Promise<Map<string, string>> {
  const found = await db.query<{ id: string; path: string }>('select id, path from app.unit where active')
  const paths = new Map(found.rows.map((row) => [row.id, row.path]))
  for (const change of changes) {
    const state = change.state as UnitState
    if (change.table === unitTable && state.status === 'active') paths.set(change.id, state.path)
  }
  return paths
}

/** A person as an actor on a day: who the demo's and the jobs' decisions are made by. Undefined for nobody in office. */
export async function actorOf(db: Queryable, personId: string, day: string): Promise<PersonActor | undefined> {
  const found = await db.query<{ home: string; path: string; posts: Post[] }>({
    name: 'units:actor',
    text: `select p.home_unit_id as home, u.path,
        coalesce((select json_agg(json_build_object('role', t.role, 'unitId', t.unit_id, 'unitPath', pu.path) order by t.id)
          from app.post t join app.unit pu on pu.id = t.unit_id
          where t.person_id = p.id and not t.cancelled and t.from_day <= $2 and (t.until_day is null or t.until_day >= $2)), '[]') as posts
      from app.person p join app.unit u on u.id = p.home_unit_id
      where p.id = $1 and (p.last_day is null or p.last_day >= $2)`,
    values: [personId, day],
  })
  const row = found.rows[0]
  return row && { kind: 'person', personId, homeUnitId: row.home, homeUnitPath: row.path, posts: row.posts }
}
