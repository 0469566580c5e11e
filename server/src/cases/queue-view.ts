import type { z } from 'zod'
import {
  mostCases,
  type CaseFilter,
  type CaseRow,
  type caseSorts,
  type listCases,
} from '@yingshang/core/cases/contract'
import type { CaseRules } from '@yingshang/core/cases/case-rules'
import { readsAllCases } from '@yingshang/core/cases/policy'
import { timeLeftOn } from '@yingshang/core/kernel/alert-level'
import type { Queryable } from '../platform/database/pools.ts'
import { forbidden } from '../platform/http/failure.ts'
import { ruleSetOfId } from '../rules/for-others.ts'
import { caseQuery, orderSql } from './case-query.ts'
import { rulesOf } from './circumstances.ts'
import { alertSql } from './figures.ts'
import { namesOf, type Names } from './names.ts'
import type { Viewer } from './viewer.ts'

/** One case of a list, as the database has it. */
export interface FoundCase {
  readonly id: string
  readonly version: number
  readonly number: string
  readonly rule_version: string
  readonly kind: CaseRow['kind']
  readonly source: CaseRow['source']
  readonly status: CaseRow['status']
  readonly awaits: string | null
  readonly title: string
  readonly received_on: string
  readonly submitter_kind: CaseRow['submitterKind']
  readonly category: string | null
  readonly problem_head: string | null
  readonly environment: CaseRow['environment']
  readonly tier: string | null
  readonly prominent: boolean
  readonly round: number
  readonly lead_unit_id: string | null
  readonly supporting: readonly string[]
  readonly due_on: string | null
  readonly clock: CaseRow['clock']
  readonly alert: CaseRow['alert']
  readonly extension_pending: boolean
  readonly message_waiting: boolean
  readonly withdrawal_asked: boolean
  readonly satisfaction: CaseRow['satisfaction']
  readonly conclusion: CaseRow['conclusion']
}

/** Columns of a case for a list; `day` is the placeholder of the day. The text is the masked one. */
export function caseColumns(day: string): string {
  return `c.id, c.version, c.number, c.rule_version, c.kind, c.source, c.status, c.awaits, t.title, c.received_on,
    c.state #>> '{file,facts,submitterKind}' as submitter_kind, c.category, c.problem_head, c.environment, c.tier,
    c.prominent, c.round, c.lead_unit_id, c.due_on, c.clock, ${alertSql(day)} as alert, c.extension_pending,
    c.message_waiting, c.withdrawal_asked, c.satisfaction, c.conclusion,
    coalesce((select json_agg(s ->> 'unitId') from jsonb_array_elements(c.state #> '{file,rounds,-1,supporting}') s), '[]')
      as supporting`
}

type Query = CaseFilter & {
  readonly sort: (typeof caseSorts)[number]
  readonly descending: 'true' | 'false'
  readonly page: number
  readonly size: number
}

/** The office's queue and ledger. */
export async function queueOf(db: Queryable, viewer: Viewer, query: Query): Promise<z.infer<typeof listCases.reply>> {
  demandOffice(viewer)
  const { page, size } = query
  const { where, values } = caseQuery(query, viewer)
  const day = `$${values.push(viewer.businessDay)}`
  const from = `from app.case c join app.case_text t on t.id = c.text_id where ${where}`
  const [rows, counted] = await Promise.all([
    db.query<FoundCase>({
      text: `select ${caseColumns(day)} ${from} order by ${orderSql(sortOf(query), query.descending === 'true')}
        limit ${size} offset ${(page - 1) * size}`,
      values,
    }),
    db.query<{ n: number }>({
      text: `select count(*)::int as n from (select 1 ${from} and ${day}::date is not null limit ${mostCases + 1}) f`,
      values,
    }),
  ])
  const total = counted.rows[0]!.n
  return {
    rows: await showRows(db, viewer, rows.rows),
    page,
    size,
    total: Math.min(total, mostCases),
    more: total > mostCases,
  }
}

/** Among cases that have ended nothing is urgent: what is not narrowed to open ones stands newest first. */
function sortOf({ sort, show, status, conclusion, figure }: Query): Query['sort'] | 'newest' {
  const narrowed = figure !== undefined || (status !== undefined && !status.includes('concluded'))
  const everything = show === 'all' || status !== undefined || conclusion !== undefined
  return sort === 'urgency' && everything && !narrowed ? 'newest' : sort
}

/** The office's lists are the office's: units have their inbox, supervision its own view without text. */
export function demandOffice(viewer: Pick<Viewer, 'actor'>): void {
  if (!readsAllCases(viewer.actor)) throw forbidden({ code: 'case.readers-only' })
}

export async function showRows(db: Queryable, viewer: Viewer, rows: readonly FoundCase[]): Promise<CaseRow[]> {
  const [names, rules] = await Promise.all([
    namesOf(db, { units: rows.flatMap((row) => [row.lead_unit_id, ...row.supporting]) }),
    rulesByVersion(db, rows),
  ])
  return rows.map((row) => showRow(viewer, row, names, rules.get(row.rule_version)))
}

function showRow(viewer: Viewer, row: FoundCase, names: Names, rules: CaseRules | undefined): CaseRow {
  return {
    ...headOf(row, rules),
    leadUnit: row.lead_unit_id === null ? null : names.unit(row.lead_unit_id),
    supporting: row.supporting.map((id) => names.unit(id)),
    dueOn: row.due_on,
    clock: row.clock,
    alert: row.alert,
    timeLeft: row.due_on === null ? null : timeLeftOn(viewer.calendar, { dueOn: row.due_on }, viewer.businessDay),
    waits: waitsOf(row),
    satisfaction: row.satisfaction,
    conclusion: row.conclusion,
  }
}

function waitsOf(row: FoundCase): CaseRow['waits'] {
  const waits: CaseRow['waits'] = []
  if (row.awaits === 'decision') waits.push('decision')
  if (row.extension_pending) waits.push('extension')
  if (row.message_waiting) waits.push('message')
  if (row.withdrawal_asked) waits.push('withdrawal')
  return waits
}

/** What every view of a case begins with, in the words of the rules it was registered under. */
export function headOf(row: FoundCase, rules: CaseRules | undefined) {
  const named = (list: readonly { code: string; name: string }[] | undefined, code: string | null) =>
    code === null ? null : { code, name: list?.find((one) => one.code === code)?.name ?? code }
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    kind: row.kind,
    source: row.source,
    status: row.status,
    title: row.title,
    receivedOn: row.received_on,
    submitterKind: row.submitter_kind,
    category: named(rules?.categories, row.category),
    head: named(rules?.heads, row.problem_head),
    environment: row.environment,
    tier: named(rules?.tiers, row.tier),
    prominent: row.prominent,
    round: row.round,
  }
}

/** The rules that rows of a list were registered under: few versions for many rows. */
export async function rulesByVersion(
  db: Queryable,
  rows: readonly { readonly rule_version: string }[],
): Promise<Map<string, CaseRules>> {
  const found = new Map<string, CaseRules>()
  for (const version of new Set(rows.map((row) => row.rule_version))) {
    const ruleSet = await ruleSetOfId(db, version)
    if (ruleSet) found.set(version, rulesOf(ruleSet))
  }
  return found
}
