import type { z } from 'zod'
import type { leaderSummary } from '@yingshang/core/cases/summary-contract'
import { satisfactions, type Satisfaction } from '@yingshang/core/cases/case-words'
import { supervises } from '@yingshang/core/cases/policy'
import { summaryPeriod, worseThanBefore } from '@yingshang/core/cases/summary-period'
import type { Queryable } from '../platform/database/pools.ts'
import { forbidden } from '../platform/http/failure.ts'
import { ruleSetInForce, ruleSetOfDivision } from '../rules/for-others.ts'
import { rulesOf } from './circumstances.ts'
import { namesOf, type Names } from './names.ts'
import type { Viewer } from './viewer.ts'

type Summary = z.infer<typeof leaderSummary.reply>
type Query = z.output<NonNullable<typeof leaderSummary.query>>

/**
 * Each round of each case in either window, out of the frozen rounds in the state: first answers, ratings and reworks count on
 * the day they happened, whatever came later (rules C-17, C-26).
 */
const roundsSql = `select c.id, c.category, r ->> 'leadUnitId' as unit_id, (r ->> 'no')::int as no,
    (r ->> 'openedOn')::date as opened_on, (r ->> 'firstResultOn')::date as answered_on,
    (r ->> 'firstResultOn')::date > (r ->> 'firstAnswerDueOn')::date as late, (r ->> 'informedOn')::date as told_on,
    r #>> '{ratings,-1,satisfaction}' as satisfaction
  from app.case c cross join lateral jsonb_array_elements(c.state #> '{file,rounds}') r
  where c.division = $1 and ($2::uuid is null or c.campaign_id = $2)
    and (c.open or c.concluded_on >= $5::date)`

const now = (column: string) => `${column} between $3::date and $4::date`
const before = (column: string) => `${column} between $5::date and $6::date`
const both = (name: string, column: string, more = '') =>
  `count(*) filter (where ${now(column)}${more})::int as ${name}_now, count(*) filter (where ${before(column)}${more})::int as ${name}_before`

/** One screen for a leader: numbers only, no words of any case. */
export async function summaryForLeader(db: Queryable, viewer: Viewer, query: Query): Promise<Summary> {
  if (!supervises(viewer.actor)) throw forbidden({ code: 'case.readers-only' })
  const period = summaryPeriod(viewer.businessDay, query.from, query.to)
  const windows = [
    viewer.division,
    query.campaignId ?? null,
    period.from,
    period.to,
    period.beforeFrom,
    period.beforeTo,
  ]
  const [cases, rounds, categories] = await Promise.all([
    casesOf(db, windows, viewer.businessDay),
    roundsOf(db, windows),
    categoriesOf(db, windows),
  ])
  const units = await unitsOf(db, windows, viewer.businessDay, rounds)
  const names = await namesOf(db, { units: units.map((one) => one.unit_id) })
  const category = await categoryNames(db, viewer, query.campaignId)
  const compared = {
    answered: sum(rounds, 'answered'),
    answeredLate: sum(rounds, 'late'),
    reworked: sum(rounds, 'reworked'),
  }
  const satisfied = satisfactions.map((value) => ({
    value,
    ...sum(rounds, 'told', (one) => one.satisfaction === value),
  }))
  const named = categories.map(({ category: code, now: n, before: b }) => ({
    category: code === null ? null : { code, name: category.get(code) ?? code },
    now: n,
    before: b,
  }))
  return {
    from: period.from,
    to: period.to,
    received: pair(cases, 'received'),
    concluded: pair(cases, 'concluded'),
    open: cases['open']!,
    overdue: cases['overdue']!,
    ...compared,
    satisfaction: satisfied,
    categories: named,
    units: units.map((one) => shownUnit(one, names)),
    worse: worseOf(compared, satisfied, named, units, names, cases),
  }
}

type Counts = Record<string, number>

function pair(counts: Counts, name: string): { now: number; before: number } {
  return { now: counts[`${name}_now`]!, before: counts[`${name}_before`]! }
}

async function casesOf(db: Queryable, windows: readonly unknown[], today: string): Promise<Counts> {
  const found = await db.query<Counts>({
    name: 'cases:summary',
    text: `select ${both('received', 'c.received_on')}, ${both('concluded', 'c.concluded_on')},
        count(*) filter (where c.open)::int as open,
        count(*) filter (where c.open and c.clock = 'handle' and c.overdue_from <= $7::date)::int as overdue,
        count(*) filter (where c.open and c.clock = 'handle' and c.overdue_from <= $6::date)::int as overdue_before
      from app.case c where c.division = $1 and ($2::uuid is null or c.campaign_id = $2)
        and (c.open or c.received_on >= $5::date or c.concluded_on >= $5::date)`,
    values: [...windows, today],
  })
  return found.rows[0]!
}

/** Rounds of the two windows by unit and by what the submitter said last. */
interface RoundCounts {
  readonly unit_id: string | null
  readonly satisfaction: Satisfaction | null
  readonly answered_now: number
  readonly answered_before: number
  readonly late_now: number
  readonly late_before: number
  readonly reworked_now: number
  readonly reworked_before: number
  readonly told_now: number
  readonly told_before: number
}

type RoundFigure = 'answered' | 'late' | 'reworked' | 'told'

async function roundsOf(db: Queryable, windows: readonly unknown[]): Promise<RoundCounts[]> {
  const found = await db.query<RoundCounts>({
    name: 'cases:summary-rounds',
    text: `select r.unit_id, r.satisfaction, ${both('answered', 'r.answered_on')}, ${both('late', 'r.answered_on', ' and r.late')},
        ${both('reworked', 'r.opened_on', ' and r.no > 1')}, ${both('told', 'r.told_on')}
      from (${roundsSql}) r group by 1, 2`,
    values: [...windows],
  })
  return found.rows
}

/** Both windows of a figure over the groups that match. */
function sum(rounds: readonly RoundCounts[], figure: RoundFigure, of: (one: RoundCounts) => boolean = () => true) {
  const total = { now: 0, before: 0 }
  for (const one of rounds) {
    if (!of(one)) continue
    total.now += one[`${figure}_now`]
    total.before += one[`${figure}_before`]
  }
  return total
}

async function categoriesOf(
  db: Queryable,
  windows: readonly unknown[],
): Promise<{ category: string | null; now: number; before: number }[]> {
  const found = await db.query<{ category: string | null; now: number; before: number }>({
    name: 'cases:summary-categories',
    text: `select c.category, count(*) filter (where ${now('c.received_on')})::int as now,
        count(*) filter (where ${before('c.received_on')})::int as before
      from app.case c where c.division = $1 and ($2::uuid is null or c.campaign_id = $2)
        and c.received_on between $5::date and $4::date group by 1 order by 2 desc, 1`,
    values: [...windows],
  })
  return found.rows
}

interface UnitCounts {
  readonly unit_id: string
  readonly open: number
  readonly overdue: number
  readonly declines: number
  readonly answered: number
  readonly late: { readonly now: number; readonly before: number }
  readonly dissatisfied: number
}

/** At most so many units: those with something to explain come first. */
const mostUnits = 20

async function unitsOf(
  db: Queryable,
  windows: readonly unknown[],
  today: string,
  rounds: readonly RoundCounts[],
): Promise<UnitCounts[]> {
  const found = await db.query<{ unit_id: string; open: number; overdue: number; declines: number }>({
    name: 'cases:summary-units',
    text: `with led as (
        select c.lead_unit_id as unit_id, count(*)::int as open,
          count(*) filter (where c.clock = 'handle' and c.overdue_from <= $5::date)::int as overdue
        from app.case c where c.division = $1 and ($2::uuid is null or c.campaign_id = $2) and c.open
          and c.lead_unit_id is not null group by 1),
      declined as (
        select d.unit_id, count(*)::int as declines from app.case_decline d join app.case c on c.id = d.case_id
        where c.division = $1 and ($2::uuid is null or c.campaign_id = $2) and d.declined_on between $3::date and $4::date
        group by 1)
      select unit_id, coalesce(led.open, 0) as open, coalesce(led.overdue, 0) as overdue,
        coalesce(declined.declines, 0) as declines
      from led full join declined using (unit_id)`,
    values: [...windows.slice(0, 4), today],
  })
  const known = new Map(found.rows.map((row) => [row.unit_id, row]))
  const ids = new Set([...known.keys(), ...rounds.flatMap((one) => one.unit_id ?? [])])
  const units = [...ids].map((id): UnitCounts => {
    const own = rounds.filter((one) => one.unit_id === id)
    return {
      ...(known.get(id) ?? { unit_id: id, open: 0, overdue: 0, declines: 0 }),
      answered: sum(own, 'answered').now,
      late: sum(own, 'late'),
      dissatisfied: sum(own, 'told', (one) => one.satisfaction === 'dissatisfied').now,
    }
  })
  const rank = (one: UnitCounts) => [one.overdue, one.late.now, one.dissatisfied, one.open]
  return units
    .filter((one) => one.open + one.answered + one.declines + one.dissatisfied > 0)
    .toSorted((one, other) => {
      const at = rank(one).findIndex((value, place) => value !== rank(other)[place])
      return at < 0 ? (one.unit_id < other.unit_id ? -1 : 1) : rank(other)[at]! - rank(one)[at]!
    })
    .slice(0, mostUnits)
}

function shownUnit(one: UnitCounts, names: Names): Summary['units'][number] {
  const { open, overdue, answered, late, dissatisfied, declines } = one
  return { unit: names.unit(one.unit_id), open, overdue, answered, answeredLate: late.now, dissatisfied, declines }
}

/** A leader reads five lines at most: what grew since the window before. */
function worseOf(
  compared: Pick<Summary, 'answeredLate' | 'reworked'>,
  satisfied: Summary['satisfaction'],
  categories: Summary['categories'],
  units: readonly UnitCounts[],
  names: Names,
  cases: Counts,
): Summary['worse'] {
  const dissatisfied = satisfied.find((one) => one.value === 'dissatisfied')
  const items: Summary['worse'] = [
    { what: 'overdue', name: '', now: cases['overdue']!, before: cases['overdue_before']! },
    { what: 'answeredLate', name: '', ...compared.answeredLate },
    { what: 'reworked', name: '', ...compared.reworked },
    { what: 'dissatisfied', name: '', now: dissatisfied?.now ?? 0, before: dissatisfied?.before ?? 0 },
    ...categories.map((one) => ({
      what: 'category' as const,
      name: one.category?.name ?? '',
      now: one.now,
      before: one.before,
    })),
    ...units.map((one) => ({
      what: 'unit' as const,
      name: names.unit(one.unit_id).name,
      ...one.late,
    })),
  ]
  return worseThanBefore(items, 5)
}

async function categoryNames(
  db: Queryable,
  viewer: Viewer,
  campaignId: string | undefined,
): Promise<Map<string, string>> {
  const ofCampaign = campaignId === undefined ? undefined : await ruleSetInForce(db, campaignId, viewer.businessDay)
  const ruleSet = ofCampaign ?? (await ruleSetOfDivision(db, viewer.division, viewer.businessDay))
  return new Map(rulesOf(ruleSet).categories.map(({ code, name }) => [code, name]))
}
