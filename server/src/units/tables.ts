import { unitDecider, type UnitState } from '@yingshang/core/units/unit'
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

export const emptyUnit = unitDecider.initial
