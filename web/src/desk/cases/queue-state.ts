import { boardFigures, type BoardFigure } from '@yingshang/core/cases/board-figures'
import { caseSorts } from '@yingshang/core/cases/contract'
import type { SearchShape, UrlState } from '../../ui/url-state.ts'

/** What the queue keeps in its address: the contract's filters by their own names, the sorting and the open case. */
export const queueShape = {
  q: 'text',
  figure: 'text',
  show: 'text',
  status: 'text',
  kind: 'text',
  source: 'text',
  category: 'text',
  head: 'text',
  environment: 'text',
  tier: 'text',
  unit: 'text',
  alert: 'text',
  satisfaction: 'text',
  conclusion: 'text',
  prominent: 'text',
  reworked: 'text',
  answeredLate: 'text',
  receivedFrom: 'text',
  receivedTo: 'text',
  sort: 'text',
  page: 'page',
  open: 'text',
} as const satisfies SearchShape

export type QueueState = UrlState<typeof queueShape>

const filters = Object.keys(queueShape).filter(
  (name): name is Exclude<keyof QueueState, 'sort' | 'page' | 'open'> => !['sort', 'page', 'open'].includes(name),
)

/** The address as the contract's query, words that nobody knows included: the server says what is wrong with them. */
export function filterOf(state: QueueState, campaignId: string | undefined) {
  const { sort: _sort, page: _page, open: _open, figure, ...kept } = state
  return { ...kept, campaignId, figure: knownFigure(figure) } as {
    readonly figure: BoardFigure | undefined
    readonly campaignId: string | undefined
    readonly show?: 'open' | 'all'
    readonly q?: string
  }
}

export function knownFigure(name: string | undefined): BoardFigure | undefined {
  return boardFigures.find((one) => one === name)
}

/** `-received` → sorted by the day of receipt, descending; the most urgent first when nothing is chosen. */
export function sortOf(sort: string | undefined): { sort: (typeof caseSorts)[number]; descending: 'true' | 'false' } {
  const name = caseSorts.find((one) => one === sort?.replace(/^-/, ''))
  if (!name) return { sort: 'urgency', descending: 'false' }
  return { sort: name, descending: sort!.startsWith('-') ? 'true' : 'false' }
}

export function isFiltered(state: QueueState): boolean {
  return filters.some((name) => state[name] !== undefined)
}

export const noFilter: Partial<QueueState> = Object.fromEntries(filters.map((name) => [name, undefined]))
