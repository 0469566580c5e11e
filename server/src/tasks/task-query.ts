import { textQuery } from '@yingshang/core/tasks/search-words'
import type { TaskFilter } from '@yingshang/core/tasks/contract'
import { figureSql, heldBySql } from './figure-sql.ts'
import { takesPartInSql } from './reading.ts'

export interface TaskQuery {
  /** Conditions over `t` (app.task), joined by `and`. */
  readonly where: string
  readonly values: unknown[]
  /** Every condition is cheap and on the task's own row: counting and paging may each run it. */
  readonly cheap: boolean
}

export const sortSql = {
  position: (descending: boolean) => (descending ? 't.position desc, t.id desc' : 't.position, t.id'),
  dueOn: (descending: boolean) =>
    descending ? 't.due_on desc nulls last, t.position desc, t.id desc' : 't.due_on nulls last, t.position, t.id',
  title: (descending: boolean) => (descending ? 't.title desc, t.id desc' : 't.title, t.id'),
} as const

/**
 * The conditions of a ledger filter. `roots` are the path patterns a person may read by, null for everything. Every
 * value is a parameter.
 */
export function taskQuery(filter: TaskFilter, day: string, roots: readonly string[] | null): TaskQuery {
  const values: unknown[] = []
  const give = (value: unknown) => `$${values.push(value)}`
  const campaign = give(filter.campaignId)
  const where: string[] = [`t.campaign_id = ${campaign}`]
  if (filter.status) where.push(`t.status = any(${give(filter.status)}::text[])`)
  else where.push(`t.status <> 'withdrawn'`)
  if (filter.list !== undefined) where.push(`t.list_id = ${give(filter.list)}`)
  if (filter.basis !== undefined) where.push(`${give(filter.basis)} = any(t.basis)`)
  if (filter.kind) where.push(`t.deadline_kind = any(${give(filter.kind)}::text[])`)
  if (filter.from !== undefined || filter.to !== undefined) {
    const window = [
      ...(filter.from === undefined ? [] : [`t.due_on >= ${give(filter.from)}`]),
      ...(filter.to === undefined ? [] : [`t.due_on <= ${give(filter.to)}`]),
    ]
    where.push(`(t.deadline_kind in ('ongoing', 'recurring') or (${window.join(' and ')}))`)
  }
  const unit = filter.unit === undefined ? null : give(filter.unit)
  const ofUnit = unit === null ? '' : ` and a.unit_id = ${unit}`
  const part = (condition: string) =>
    `t.id in (select a.task_id from app.assignment a
       where a.campaign_id = ${campaign} and a.status <> 'withdrawn'${ofUnit}${condition})`
  const role = filter.role === undefined ? '' : ` and a.role = ${give(filter.role)}`
  if (unit !== null) where.push(part(role))
  if (filter.part) where.push(part(`${role} and a.status = any(${give(filter.part)}::text[])`))
  if (filter.alert) where.push(alertSql(filter.alert, campaign, give(day), unit))
  const text = filter.q === undefined ? null : textQuery(filter.q, filter.campaignId)
  if (text?.words) where.push(`t.words @@ ${give(text.words)}::tsquery`)
  if (text?.titlePrefix) where.push(`lower(t.title) like ${give(text.titlePrefix)}`)
  for (const pattern of text?.patterns ?? []) where.push(`t.search_text like ${give(pattern)}`)
  if (filter.figure) {
    let at: string | undefined
    const dayOnce = () => (at ??= give(day))
    const mine = roots === null ? '' : ` and ${heldBySql(give(roots))}`
    where.push(part(`${role} and ${figureSql(filter.figure, dayOnce)}${mine}`))
  }
  if (roots !== null) where.push(takesPartInSql(campaign, give(roots)))
  const dear = unit !== null || roots !== null || text !== null || filter.part || filter.alert || filter.figure
  return { where: where.join('\n and '), values, cheap: !dear }
}

/**
 * A task's alert level is the most urgent one of its running parts before the office, or with a unit of that unit's
 * parts. Colours are comparisons of stored threshold days with the day. The levels of the whole campaign are computed
 * in one pass over its running parts; asking for each task alone would look the parts up once per task.
 */
function alertSql(levels: readonly string[], campaign: string, day: string, unit: string | null): string {
  const whose = unit === null ? 'a.hands_in_to is null' : `a.unit_id = ${unit}`
  const reached = (column: string) => `min(a.${column}) <= ${day}::date`
  const level = `case when ${reached('overdue_from')} then 'red' when ${reached('yellow_from')} then 'yellow'
      when ${reached('blue_from')} then 'blue' when min(a.overdue_from) is not null then 'normal' else 'none' end`
  const grouped = `select a.task_id from app.assignment a
      where a.campaign_id = ${campaign} and a.running and ${whose} group by a.task_id`
  const wanted = `t.id in (${grouped} having ${level} in (${levels.map((one) => `'${one}'`).join(', ')}))`
  // A task without running parts has no lamp.
  return levels.includes('none') ? `(${wanted} or t.id not in (${grouped}))` : wanted
}
