import type { AccessRules } from '@yingshang/core/units/access'
import type { PersonState } from '@yingshang/core/units/person-state'
import type { TaskForceState } from '@yingshang/core/units/task-force'
import type { UnitState } from '@yingshang/core/units/unit'
import type { Table } from '../platform/ledger/table.ts'

/** Units: registered, renamed, moved, merged, closed. */
export const unitTable: Table<UnitState> = {
  name: 'app.unit',
  stream: 'unit',
  columns: [
    'division',
    'code',
    'parent_id',
    'path',
    'kind',
    'name',
    'short_name',
    'aliases',
    'sort_order',
    'active',
    'merged_into',
  ],
  row(state) {
    if (state.status === 'none') throw new Error('a unit that was never registered has no row')
    return {
      division: state.division,
      code: state.code,
      parent_id: state.parentId,
      path: state.path,
      kind: state.kind,
      name: state.name,
      short_name: state.shortName,
      aliases: state.aliases,
      sort_order: state.sortOrder,
      active: state.status === 'active',
      merged_into: state.status === 'merged' ? state.mergedInto : null,
    }
  },
}

/** People: posts with dates follow their ledger in app.post (see `postRows`). */
export const personTable: Table<PersonState> = {
  name: 'app.person',
  stream: 'person',
  columns: ['division', 'home_unit_id', 'sign_in_name', 'active', 'last_day'],
  row(state) {
    if (state.status === 'none') throw new Error('a person who was never registered has no row')
    return {
      division: state.division,
      home_unit_id: state.homeUnitId,
      sign_in_name: state.signInName,
      active: state.status === 'active',
      last_day: state.status === 'left' ? state.lastDay : null,
    }
  },
}

export const taskForceTable: Table<TaskForceState> = {
  name: 'app.task_force',
  stream: 'taskForce',
  columns: ['division', 'unit_id', 'name', 'from_day', 'until_day'],
  row(state) {
    if (state.status === 'none') throw new Error('a task force that was never set up has no row')
    return {
      division: state.division,
      unit_id: state.unitId,
      name: state.name,
      from_day: state.fromDay,
      until_day: lastDayOf(state),
    }
  },
}

/** A task force that was disbanded before it began keeps its first day as its last. */
function lastDayOf(state: Exclude<TaskForceState, { status: 'none' }>): string {
  if (state.status !== 'disbanded') return state.untilDay
  return state.lastDay < state.fromDay ? state.fromDay : state.lastDay
}

export interface AccessRulesState extends AccessRules {
  readonly division: string
}

/** Settings of sign-in, one row per division. */
export const accessRulesTable: Table<AccessRulesState> = {
  name: 'app.access_rules',
  stream: 'accessRules',
  columns: ['division', 'idle_minutes', 'password_days', 'warn_days'],
  row: (state) => ({
    division: state.division,
    idle_minutes: state.idleMinutes,
    password_days: state.passwordDays,
    warn_days: state.warnDays,
  }),
}
