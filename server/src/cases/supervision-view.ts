import type { z } from 'zod'
import { supervises } from '@yingshang/core/cases/policy'
import type { superviseCases, supervisedCase } from '@yingshang/core/cases/summary-contract'
import { timeLeftOn } from '@yingshang/core/kernel/alert-level'
import type { Queryable } from '../platform/database/pools.ts'
import { forbidden } from '../platform/http/failure.ts'
import { alertSql } from './figures.ts'
import { namesOf } from './names.ts'
import { rulesByVersion } from './queue-view.ts'
import type { Viewer } from './viewer.ts'

type Reply = z.infer<typeof superviseCases.reply>
type Query = z.output<NonNullable<typeof superviseCases.query>>
type Row = z.infer<typeof supervisedCase>

interface Found {
  readonly id: string
  readonly number: string
  readonly rule_version: string
  readonly kind: Row['kind']
  readonly source: Row['source']
  readonly category: string | null
  readonly status: Row['status']
  readonly received_on: string
  readonly lead_unit_id: string | null
  readonly round: number
  readonly due_on: string | null
  readonly first_due_on: string | null
  readonly alert: Row['alert']
  readonly answered_late: boolean
  readonly declines: number
  readonly hand_overs: number
  readonly returns: number
  readonly extensions: number
  readonly urges: number
  readonly satisfaction: Row['satisfaction']
  readonly conclusion: Row['conclusion']
}

/** Where cases stand, without a word of what they say: the query does not touch the texts at all. */
export async function supervisedCases(db: Queryable, viewer: Viewer, query: Query): Promise<Reply> {
  if (!supervises(viewer.actor)) throw forbidden({ code: 'case.readers-only' })
  const { page, size } = query
  const where = `c.division = $1 and ($3::uuid is null or c.campaign_id = $3) and ($4::uuid is null or c.lead_unit_id = $4)
    and ($5::text[] is null or ${alertSql('$2')} = any($5)) and ${query.show === 'all' ? 'true' : 'c.open'}`
  const values = [
    viewer.division,
    viewer.businessDay,
    query.campaignId ?? null,
    query.unit ?? null,
    query.alert ?? null,
  ]
  const [rows, counted] = await Promise.all([
    db.query<Found>({
      name: `cases:supervised:${query.show}`,
      text: `select c.id, c.number, c.rule_version, c.kind, c.source, c.category, c.status, c.received_on, c.lead_unit_id,
          c.round, c.due_on, c.first_due_on, ${alertSql('$2')} as alert, c.answered_late, c.declines, c.hand_overs,
          c.returns, c.extensions, c.urges, c.satisfaction, c.conclusion
        from app.case c where ${where}
        order by ${query.show === 'all' ? 'c.received_on desc, c.id desc' : 'c.overdue_from nulls last, c.received_on desc, c.id'}
        limit $6 offset $7`,
      values: [...values, size, (page - 1) * size],
    }),
    db.query<{ n: number }>({
      name: `cases:supervised-count:${query.show}`,
      text: `select count(*)::int as n from (select 1 from app.case c where ${where} limit 1001) f`,
      values,
    }),
  ])
  const [names, rules] = await Promise.all([
    namesOf(db, { units: rows.rows.map((row) => row.lead_unit_id) }),
    rulesByVersion(db, rows.rows),
  ])
  const total = counted.rows[0]!.n
  return {
    rows: rows.rows.map((row): Row => {
      const category = rules.get(row.rule_version)?.categories.find((one) => one.code === row.category)
      return {
        id: row.id,
        number: row.number,
        kind: row.kind,
        source: row.source,
        category: category ? { code: category.code, name: category.name } : null,
        status: row.status,
        receivedOn: row.received_on,
        leadUnit: row.lead_unit_id === null ? null : names.unit(row.lead_unit_id),
        round: row.round,
        dueOn: row.due_on,
        firstDueOn: row.first_due_on,
        alert: row.alert,
        timeLeft: row.due_on === null ? null : timeLeftOn(viewer.calendar, { dueOn: row.due_on }, viewer.businessDay),
        firstAnswerLate: row.answered_late,
        declines: row.declines,
        handOvers: row.hand_overs,
        returns: row.returns,
        extensions: row.extensions,
        urges: row.urges,
        satisfaction: row.satisfaction,
        conclusion: row.conclusion,
      }
    }),
    page,
    size,
    total: Math.min(total, 1000),
    more: total > 1000,
  }
}
