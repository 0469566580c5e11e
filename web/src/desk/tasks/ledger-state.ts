import { figureNames } from '@yingshang/core/tasks/overview-figures'
import type { TaskFilter } from '@yingshang/core/tasks/contract'
import type { SearchShape, UrlState } from '../../ui/url-state.ts'

/** What the ledger keeps in its address. `stage` is a stage's number; the window is looked up in the campaign. */
export const ledgerShape = {
  q: 'text',
  list: 'text',
  unit: 'text',
  stage: 'text',
  alert: 'text',
  kind: 'text',
  basis: 'text',
  status: 'text',
  part: 'text',
  figure: 'text',
  sort: 'text',
  page: 'page',
  open: 'text',
} as const satisfies SearchShape

export type LedgerState = UrlState<typeof ledgerShape>

interface Stage {
  readonly no: number
  readonly start: string | null
  readonly end: string | null
}

/** The ledger's address as the contract's filter. A stage without dates filters nothing. */
export function filterOf(campaignId: string, state: LedgerState, stages: readonly Stage[]) {
  const stage = stages.find((one) => String(one.no) === state.stage)
  return {
    campaignId,
    list: state.list,
    unit: state.unit,
    from: stage?.start ?? undefined,
    to: stage?.end ?? undefined,
    alert: state.alert,
    basis: state.basis,
    kind: state.kind,
    status: state.status,
    part: state.part,
    q: state.q,
    figure: figureNames.find((name) => name === state.figure),
  } satisfies { [Name in keyof Omit<TaskFilter, 'role'>]: unknown }
}

/** `-dueOn` → sorted by `dueOn`, descending. */
export function sortOf(sort: string | undefined): {
  sort: 'position' | 'dueOn' | 'title'
  descending: 'true' | 'false'
} {
  const name = sort?.replace(/^-/, '')
  if (name !== 'dueOn' && name !== 'title' && name !== 'position') return { sort: 'position', descending: 'false' }
  return { sort: name, descending: sort!.startsWith('-') ? 'true' : 'false' }
}

const filters = ['q', 'list', 'unit', 'stage', 'alert', 'kind', 'basis', 'status', 'part', 'figure'] as const

export function isFiltered(state: LedgerState): boolean {
  return filters.some((name) => state[name] !== undefined)
}

export const noFilter: Partial<LedgerState> = Object.fromEntries(filters.map((name) => [name, undefined]))
