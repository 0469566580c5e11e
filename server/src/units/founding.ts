import type { Role } from '@yingshang/core/kernel/actor'
import { signInNameOf } from '@yingshang/core/units/access'
import { taskForceDecider, type TaskForceState } from '@yingshang/core/units/task-force'
import { unitDecider, type UnitContext, type UnitKind, type UnitState } from '@yingshang/core/units/unit'
import type { Queryable } from '../platform/database/pools.ts'
import type { Occasion } from '../platform/ledger/decide.ts'
import { newId, record } from '../platform/ledger/record.ts'
import type { Change } from '../platform/ledger/table.ts'
import { decided, decidedAll, unborn } from './decided.ts'
import { draftPeople, type PeopleDraft } from './people-draft.ts'
import { taskForceTable, unitTable } from './tables.ts'

/** The first units and people of an installation: the sample county, or the one administrator of a new production. */
export interface Founding {
  readonly division: string
  /** First the root, then the others in display order; an upper unit stands before its parts. */
  readonly units: readonly {
    readonly name: string
    readonly kind: UnitKind
    readonly aliases?: readonly string[]
    readonly under?: string
  }[]
  readonly people: readonly { readonly unit: string; readonly role: Role; readonly name: string }[]
  readonly fromDay: string
  readonly taskForces: readonly {
    readonly unit: string
    readonly name: string
    readonly fromDay: string
    readonly untilDay: string
    /** Names of people above. */
    readonly members: readonly string[]
  }[]
}

interface Placed {
  readonly id: string
  readonly state: Extract<UnitState, { status: 'active' }>
}

/**
 * Writes units, people and task forces in two writes. The database must have no units yet; answers the ids of the
 * people in the order given.
 */
export async function foundCounty(
  db: Queryable,
  occasion: Omit<Occasion, 'commandId'>,
  founding: Founding,
): Promise<string[]> {
  const { now } = occasion
  const units = unitsOf(founding, now)
  await written(record(db, { ...occasion, commandId: newId(now), changes: units.changes }))

  const draft = draftPeople(db)
  const numbers = new Map<string, number>()
  const ids: string[] = []
  const byName = new Map<string, { personId: string; home: Placed }>()
  for (const person of founding.people) {
    const unit = placed(units.placed, person.unit)
    const number = (numbers.get(unit.id) ?? 0) + 1
    numbers.set(unit.id, number)
    const personId = newId(now)
    ids.push(personId)
    byName.set(person.name, { personId, home: unit })
    await register(draft, unit, personId, person, number, founding.fromDay, now)
  }
  const forces: Change[] = []
  for (const force of founding.taskForces) {
    const id = newId(now)
    const unit = placed(units.placed, force.unit)
    const { fromDay, untilDay, name } = force
    const seconded = []
    for (const member of force.members) {
      const { personId, home } = byName.get(member)!
      const post = {
        id: newId(now),
        kind: 'secondment',
        role: 'coordinationOfficer',
        unitId: unit.id,
        fromDay,
        untilDay,
        taskForceId: id,
      } as const
      await draft.apply(personId, { type: 'openPost', post }, { unit: unit.state, homeUnitPath: home.state.path })
      seconded.push({ type: 'second', secondment: { id: post.id, personId, fromDay, untilDay } } as const)
    }
    const setUp = { type: 'setUp', division: founding.division, unitId: unit.id, name, fromDay, untilDay } as const
    const start = unborn<TaskForceState>(id, taskForceDecider.initial)
    forces.push(decidedAll(taskForceTable, taskForceDecider, start, [setUp, ...seconded], undefined))
  }
  const changes = [...draft.changes(), ...forces]
  if (changes.length > 0)
    await written(record(db, { ...occasion, commandId: newId(now), changes, attachments: draft.attachments() }))
  return ids
}

function unitsOf(founding: Founding, now: number): { changes: Change[]; placed: Map<string, Placed> } {
  const changes: Change[] = []
  const known = new Map<string, Placed>()
  const root = founding.units[0]!.name
  founding.units.forEach(({ name, kind, aliases, under }, index) => {
    const id = newId(now)
    const parent = index === 0 ? undefined : placed(known, under ?? root)
    const facts = {
      division: founding.division,
      code: String(100 + index),
      parentId: parent?.id ?? null,
      kind,
      name,
      shortName: name,
      aliases: aliases ?? [],
      sortOrder: index,
    }
    const context: UnitContext = {
      activeChildren: 0,
      people: 0,
      standingTaskForces: 0,
      rootExists: index > 0,
      today: founding.fromDay,
      ...(parent ? { other: parent.state } : {}),
    }
    const start = unborn<UnitState>(id, unitDecider.initial)
    const change = decided(unitTable, unitDecider, start, { type: 'register', id, facts }, context)
    changes.push(change)
    known.set(name, { id, state: change.state as Placed['state'] })
  })
  return { changes, placed: known }
}

async function register(
  draft: PeopleDraft,
  unit: Placed,
  personId: string,
  person: Founding['people'][number],
  number: number,
  fromDay: string,
  now: number,
): Promise<void> {
  const { division, code, path } = unit.state
  const detailsCommitment = draft.details(personId, { name: person.name, mobile: null, officePhone: null, email: null })
  const context = { unit: unit.state, homeUnitPath: path }
  const facts = { division, signInName: signInNameOf(code, number), homeUnitId: unit.id, detailsCommitment }
  await draft.apply(personId, { type: 'register', ...facts }, context)
  const post = { id: newId(now), kind: 'post', role: person.role, unitId: unit.id, fromDay, untilDay: null } as const
  await draft.apply(personId, { type: 'openPost', post }, context)
}

function placed(known: ReadonlyMap<string, Placed>, name: string): Placed {
  const unit = known.get(name)
  if (!unit) throw new Error('a unit of the founding is used before it is named')
  return unit
}

async function written(recorded: ReturnType<typeof record>): Promise<void> {
  if ((await recorded).kind !== 'done') throw new Error('somebody else writes while the installation is being founded')
}
