import type { CaseFilter, caseSorts } from '@yingshang/core/cases/contract'
import { textQuery } from '@yingshang/core/tasks/search-words'
import { alertSql, attentionSql, figureSql } from './figures.ts'
import type { Viewer } from './viewer.ts'

export interface CaseQuery {
  /** Conditions over `c` (app.case), joined by `and`. */
  readonly where: string
  readonly values: unknown[]
}

type Sort = (typeof caseSorts)[number]

export function orderSql(sort: Sort | 'newest', descending: boolean): string {
  const way = descending ? ' desc' : ''
  switch (sort) {
    // What is late or due first stands first; what waits for nobody's clock comes after.
    case 'urgency':
      return descending
        ? 'c.overdue_from desc nulls last, c.received_on desc, c.id desc'
        : 'c.overdue_from nulls last, c.received_on, c.id'
    case 'newest':
      return descending ? 'c.received_on, c.id' : 'c.received_on desc, c.id desc'
    case 'received':
      return `c.received_on${way}, c.id${way}`
    case 'number':
      return `c.year${way}, c.serial${way}`
    case 'dueOn':
      return `c.due_on${way} nulls last, c.id${way}`
  }
}

/** The conditions of a filter of the queue or the ledger. Every value is a parameter. */
export function caseQuery(filter: CaseFilter, viewer: Pick<Viewer, 'division' | 'businessDay'>): CaseQuery {
  const values: unknown[] = []
  const give = (value: unknown) => `$${values.push(value)}`
  const where: string[] = [`c.division = ${give(viewer.division)}`]
  let dayPlace: string | undefined
  const day = () => (dayPlace ??= give(viewer.businessDay))
  const among = (column: string, list: readonly string[] | undefined) => {
    if (list) where.push(`c.${column} = any(${give(list)}::text[])`)
  }
  const is = (column: string, value: string | undefined) => {
    if (value !== undefined) where.push(`c.${column} = ${give(value)}`)
  }
  if (filter.campaignId !== undefined) where.push(`c.campaign_id = ${give(filter.campaignId)}::uuid`)
  if (filter.figure) where.push(attentionSql, `(${figureSql(filter.figure, day)})`)
  else if (filter.show !== 'all' && !filter.status && !filter.conclusion) where.push('c.open')
  among('status', filter.status)
  among('kind', filter.kind)
  among('source', filter.source)
  among('environment', filter.environment)
  among('satisfaction', filter.satisfaction)
  among('conclusion', filter.conclusion)
  is('category', filter.category)
  is('problem_head', filter.head)
  is('tier', filter.tier)
  if (filter.unit !== undefined) where.push(`c.unit_ids @> array[${give(filter.unit)}::uuid]`)
  if (filter.alert) where.push(`${alertSql(day())} = any(${give(filter.alert)}::text[])`)
  if (filter.prominent) where.push(`c.prominent = ${give(filter.prominent === 'true')}::boolean`)
  if (filter.reworked) where.push(filter.reworked === 'true' ? 'c.round > 1' : 'c.round <= 1')
  if (filter.answeredLate) where.push(`c.answered_late = ${give(filter.answeredLate === 'true')}::boolean`)
  if (filter.receivedFrom !== undefined) where.push(`c.received_on >= ${give(filter.receivedFrom)}::date`)
  if (filter.receivedTo !== undefined) where.push(`c.received_on <= ${give(filter.receivedTo)}::date`)
  if (filter.q !== undefined) where.push(...textSql(filter.q, viewer.division, give))
  return { where: where.join('\n and '), values }
}

/** A number as typed from a paper, or words of the masked text. */
function textSql(typed: string, division: string, give: (value: unknown) => string): string[] {
  const number = /^(?:\d{6}-)?(\d{4})-(\d{1,9})$/.exec(typed.trim())
  if (number) return [`c.year = ${give(Number(number[1]))}::int`, `c.serial = ${give(Number(number[2]))}::int`]
  const text = textQuery(typed, division)
  if (!text) return []
  const found: string[] = []
  if (text.words) found.push(`t.words @@ ${give(text.words)}::tsquery`)
  if (text.titlePrefix) found.push(`lower(t.title) like ${give(text.titlePrefix)}`)
  for (const pattern of text.patterns) found.push(`t.search_text like ${give(pattern)}`)
  return found
}
