import { unitDecider, type UnitCommand, type UnitContext, type UnitState } from '@yingshang/core/units/unit'
import { pathAfterMove } from '@yingshang/core/units/unit-tree'
import type { Queryable } from '../platform/database/pools.ts'
import { notFound } from '../platform/http/failure.ts'
import { load, loadMany } from '../platform/ledger/load.ts'
import type { Change, Loaded } from '../platform/ledger/table.ts'
import { decided, guard, unborn } from './decided.ts'
import { unitTable } from './tables.ts'

export type Known = Exclude<UnitState, { status: 'none' }>

/** A unit for a decision; 404 when it does not exist. */
export async function loadUnit(db: Queryable, unitId: string): Promise<Loaded<UnitState> & { readonly state: Known }> {
  const found = await load(db, unitTable, unitId)
  if (!found || found.state.status === 'none') throw notFound('unit')
  return { ...found, state: found.state }
}

/** What the decider must know beside the unit: its parts, people and task forces. */
export async function contextOf(db: Queryable, unitId: string, today: string, other?: UnitState): Promise<UnitContext> {
  const counted = await db.query<{ children: number; people: number; forces: number }>({
    name: 'unit:context',
    text: `select (select count(*)::int from app.unit where parent_id = $1 and active) as children,
      (select count(*)::int from app.person p where (p.last_day is null or p.last_day >= $2) and (p.home_unit_id = $1 or exists (
        select 1 from app.post t where t.person_id = p.id and t.unit_id = $1 and not t.cancelled and (t.until_day is null or t.until_day >= $2)))) as people,
      (select count(*)::int from app.task_force where unit_id = $1 and until_day >= $2) as forces`,
    values: [unitId, today],
  })
  const { children, people, forces } = counted.rows[0]!
  return {
    activeChildren: children,
    people,
    standingTaskForces: forces,
    rootExists: true,
    today,
    ...(other ? { other } : {}),
  }
}

/** A command that changes this one unit. */
export async function changeUnit(
  db: Queryable,
  unitId: string,
  command: UnitCommand,
  today: string,
): Promise<Change[]> {
  const unit = await loadUnit(db, unitId)
  return [decided(unitTable, unitDecider, unit, command, await contextOf(db, unitId, today))]
}

/** Registers a unit below a parent that is held still, with the next free number. */
export async function registerBelow(
  db: Queryable,
  unit: {
    id: string
    parentId: string
    kind: Known['kind']
    name: string
    shortName: string
    aliases: readonly string[]
  },
  today: string,
): Promise<Change[]> {
  const parent = await loadUnit(db, unit.parentId)
  const next = await db.query<{ code: number; sort: number }>(
    'select coalesce(max(code::int), 99) + 1 as code, coalesce(max(sort_order), 0) + 1 as sort from app.unit where division = $1',
    [parent.state.division],
  )
  const { id, ...facts } = unit
  const command: UnitCommand = {
    type: 'register',
    id,
    facts: {
      ...facts,
      aliases: [...new Set(facts.aliases)],
      division: parent.state.division,
      code: String(next.rows[0]!.code),
      sortOrder: next.rows[0]!.sort,
    },
  }
  const context = { ...(await contextOf(db, id, today, parent.state)) }
  const change = decided(unitTable, unitDecider, unborn<UnitState>(id, unitDecider.initial), command, context)
  return [change, guard(unitTable, parent)]
}

/** Moves a unit and recomputes the paths of everything below it, in one write. */
export async function moveBelow(db: Queryable, unitId: string, parentId: string, today: string): Promise<Change[]> {
  const unit = await loadUnit(db, unitId)
  const parent = await loadUnit(db, parentId)
  const context = await contextOf(db, unitId, today, parent.state)
  const moved = decided(unitTable, unitDecider, unit, { type: 'move', id: unitId, parentId }, context)
  const oldTop = unit.state.path
  const newTop = (moved.state as Known).path
  const below = await db.query<{ id: string }>("select id from app.unit where path like $1 || '%' and id <> $2", [
    oldTop,
    unitId,
  ])
  const parts = await loadMany(
    db,
    unitTable,
    below.rows.map((row) => row.id),
  )
  const followed = parts.map((part): Change<UnitState> => {
    // Merged and closed parts keep their place in the tree too: only their path follows.
    const path = pathAfterMove((part.state as Known).path, oldTop, newTop)
    const event = { type: 'unitPathFollowed', path } as const
    return { table: unitTable, ...part, state: unitDecider.evolve(part.state, event), events: [event] }
  })
  return [moved, ...followed, guard(unitTable, parent)]
}
