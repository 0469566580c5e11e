import type { Decider } from '../kernel/decider.ts'
import type { IsoDate } from '../kernel/dates.ts'
import { accept, refuse } from '../kernel/refusal.ts'
import { pathUnder } from './unit-tree.ts'

/** What kind of body a unit is. `stationed`: provincial and city bodies stationed in the county (tax, power, bank). */
export const unitKinds = [
  'county',
  'coordinationOffice',
  'department',
  'town',
  'park',
  'court',
  'procuratorate',
  'stationed',
  'subordinate',
  'section',
  'association',
  'media',
] as const
export type UnitKind = (typeof unitKinds)[number]

/** Courts and the procuratorate are transferred to and tracked, never ordered or verified. */
export const independentKinds: readonly UnitKind[] = ['court', 'procuratorate']

export interface UnitFacts {
  readonly division: string
  /** Short number in the division; the first digits of its people's sign-in names. */
  readonly code: string
  readonly parentId: string | null
  readonly path: string
  readonly kind: UnitKind
  readonly name: string
  readonly shortName: string
  /** Former and printed names. */
  readonly aliases: readonly string[]
  readonly sortOrder: number
}

export type UnitState =
  | { readonly status: 'none' }
  | ({ readonly status: 'active' } & UnitFacts)
  | ({ readonly status: 'merged'; readonly mergedInto: string; readonly on: IsoDate } & UnitFacts)
  | ({ readonly status: 'closed'; readonly on: IsoDate } & UnitFacts)

export type UnitCommand =
  | { readonly type: 'register'; readonly id: string; readonly facts: Omit<UnitFacts, 'path'> }
  | { readonly type: 'rename'; readonly name: string; readonly shortName: string; readonly on: IsoDate }
  | { readonly type: 'addAlias'; readonly alias: string }
  | { readonly type: 'removeAlias'; readonly alias: string }
  | { readonly type: 'move'; readonly id: string; readonly parentId: string }
  | { readonly type: 'followMove'; readonly path: string }
  | { readonly type: 'merge'; readonly id: string; readonly into: string; readonly on: IsoDate }
  | { readonly type: 'close'; readonly on: IsoDate }

export type UnitEvent =
  | ({ readonly type: 'unitRegistered' } & UnitFacts)
  | { readonly type: 'unitRenamed'; readonly name: string; readonly shortName: string; readonly on: IsoDate }
  | { readonly type: 'unitAliasAdded'; readonly alias: string }
  | { readonly type: 'unitAliasRemoved'; readonly alias: string }
  | { readonly type: 'unitMoved'; readonly parentId: string; readonly path: string }
  | { readonly type: 'unitPathFollowed'; readonly path: string }
  | { readonly type: 'unitMerged'; readonly mergedInto: string; readonly on: IsoDate }
  | { readonly type: 'unitClosed'; readonly on: IsoDate }

export const unitRefusals = [
  'unit.registered-already',
  'unit.not-active',
  'unit.name-empty',
  'unit.parent-not-active',
  'unit.under-itself',
  'unit.root-exists',
  'unit.alias-known',
  'unit.alias-unknown',
  'unit.merge-into-itself',
  'unit.merge-into-own-part',
  'unit.target-not-active',
  'unit.has-active-parts',
  'unit.has-people',
  'unit.has-task-forces',
  'unit.day-ahead',
  'unit.nothing-changes',
  // Found by the database: two units of one name in a division.
  'unit.name-taken',
] as const
export type UnitRefusal = (typeof unitRefusals)[number]

/** What the decision must know beside the unit itself, loaded by the store. */
export interface UnitContext {
  /** The parent (register, move) or the target of a merger. */
  readonly other?: UnitState
  readonly activeChildren: number
  /** Active people who belong to it or hold a post in it, now or later. */
  readonly people: number
  readonly standingTaskForces: number
  /** True when the division already has a root unit. */
  readonly rootExists: boolean
  /** Business day: a merger is recorded on its day or after it, never before. */
  readonly today: IsoDate
}

function decide(command: UnitCommand, state: UnitState, context: UnitContext) {
  if (command.type === 'register') {
    if (state.status !== 'none') return refuse('unit.registered-already')
    const { facts } = command
    if (facts.name.trim() === '' || facts.shortName.trim() === '') return refuse('unit.name-empty')
    if (facts.parentId === null) {
      if (context.rootExists) return refuse('unit.root-exists')
      return accept<UnitEvent>({ type: 'unitRegistered', ...facts, path: pathUnder('/', command.id) })
    }
    if (context.other?.status !== 'active') return refuse('unit.parent-not-active')
    return accept<UnitEvent>({ type: 'unitRegistered', ...facts, path: pathUnder(context.other.path, command.id) })
  }
  if (state.status !== 'active') return refuse('unit.not-active')
  switch (command.type) {
    case 'rename': {
      if (command.name.trim() === '' || command.shortName.trim() === '') return refuse('unit.name-empty')
      if (command.name === state.name && command.shortName === state.shortName) return refuse('unit.nothing-changes')
      const { name, shortName, on } = command
      return accept<UnitEvent>({ type: 'unitRenamed', name, shortName, on })
    }
    case 'addAlias':
      if (command.alias.trim() === '') return refuse('unit.name-empty')
      if (namesOf(state).includes(command.alias)) return refuse('unit.alias-known')
      return accept<UnitEvent>({ type: 'unitAliasAdded', alias: command.alias })
    case 'removeAlias':
      if (!state.aliases.includes(command.alias)) return refuse('unit.alias-unknown')
      return accept<UnitEvent>({ type: 'unitAliasRemoved', alias: command.alias })
    case 'move': {
      if (context.other?.status !== 'active') return refuse('unit.parent-not-active')
      if (context.other.path.startsWith(state.path)) return refuse('unit.under-itself')
      if (command.parentId === state.parentId) return refuse('unit.nothing-changes')
      const path = pathUnder(context.other.path, command.id)
      return accept<UnitEvent>({ type: 'unitMoved', parentId: command.parentId, path })
    }
    case 'followMove':
      if (command.path === state.path) return refuse('unit.nothing-changes')
      return accept<UnitEvent>({ type: 'unitPathFollowed', path: command.path })
    case 'merge':
      if (command.into === command.id) return refuse('unit.merge-into-itself')
      if (context.other?.status !== 'active') return refuse('unit.target-not-active')
      if (context.other.path.startsWith(state.path)) return refuse('unit.merge-into-own-part')
      if (context.activeChildren > 0) return refuse('unit.has-active-parts', { parts: context.activeChildren })
      if (context.standingTaskForces > 0) return refuse('unit.has-task-forces')
      if (command.on > context.today) return refuse('unit.day-ahead')
      return accept<UnitEvent>({ type: 'unitMerged', mergedInto: command.into, on: command.on })
    case 'close':
      if (context.activeChildren > 0) return refuse('unit.has-active-parts', { parts: context.activeChildren })
      if (context.standingTaskForces > 0) return refuse('unit.has-task-forces')
      if (context.people > 0) return refuse('unit.has-people', { people: context.people })
      return accept<UnitEvent>({ type: 'unitClosed', on: command.on })
  }
}

function evolve(state: UnitState, event: UnitEvent): UnitState {
  if (event.type === 'unitRegistered') {
    const { type: _type, ...facts } = event
    return { status: 'active', ...facts }
  }
  if (state.status === 'none') return state
  switch (event.type) {
    case 'unitRenamed': {
      const { name, shortName } = event
      const kept = [state.name, state.shortName].filter((old) => old !== name && old !== shortName)
      const aliases = [...new Set([...state.aliases, ...kept])].filter((alias) => alias !== name && alias !== shortName)
      return { ...state, name, shortName, aliases }
    }
    case 'unitAliasAdded':
      return { ...state, aliases: [...state.aliases, event.alias] }
    case 'unitAliasRemoved':
      return { ...state, aliases: state.aliases.filter((alias) => alias !== event.alias) }
    case 'unitMoved':
      return { ...state, parentId: event.parentId, path: event.path }
    case 'unitPathFollowed':
      return { ...state, path: event.path }
    case 'unitMerged':
      return { ...state, status: 'merged', mergedInto: event.mergedInto, on: event.on }
    case 'unitClosed':
      return { ...state, status: 'closed', on: event.on }
  }
}

/** Every name the unit is found by: full, short, former, printed. */
export function namesOf(unit: Pick<UnitFacts, 'name' | 'shortName' | 'aliases'>): string[] {
  return [...new Set([unit.name, unit.shortName, ...unit.aliases])]
}

/** A unit is registered, renamed, moved, merged into another or closed; it never comes back. */
export const unitDecider = { initial: { status: 'none' }, decide, evolve } as Decider<
  UnitCommand,
  UnitState,
  UnitEvent,
  UnitRefusal,
  UnitContext
>
