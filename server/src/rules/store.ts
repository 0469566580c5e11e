import type { RuleSet } from '@yingshang/core/rules/rule-set'
import { standingRuleSet, standingRuleSetOfId } from '@yingshang/core/rules/standing-rule-set'
import type { RuleSeries } from '@yingshang/core/rules/rule-series'
import { storedRuleSet } from '@yingshang/core/rules/stored-rule-set'
import type { Queryable } from '../platform/database/pools.ts'
import { load } from '../platform/ledger/load.ts'
import type { Loaded } from '../platform/ledger/table.ts'
import { ruleSeriesTable } from './tables.ts'

/** The series of a campaign as loaded for a decision; undefined when it has none. */
export async function seriesOf(db: Queryable, campaignId: string): Promise<Loaded<RuleSeries> | undefined> {
  const found = await db.query<{ id: string }>({
    name: 'rules:series',
    text: 'select id from app.rule_series where campaign_id = $1',
    values: [campaignId],
  })
  return found.rows[0] && load(db, ruleSeriesTable, found.rows[0].id)
}

/** Every version of a campaign's rules in the order of publication, in today's shape. Empty without a series. */
export async function versionsOf(db: Queryable, campaignId: string): Promise<RuleSet[]> {
  const found = await db.query<{ id: string; rules: unknown }>({
    name: 'rules:versions',
    text: `select r.id, r.rules from app.rule_set r join app.rule_series s on s.id = r.series_id
      where s.campaign_id = $1 order by r.number`,
    values: [campaignId],
  })
  return found.rows.map((row) => keep(db, row.id, row.rules))
}

/** The version with an id, for what was decided under it; undefined when there is none. */
export async function ruleSetOfId(db: Queryable, id: string): Promise<RuleSet | undefined> {
  const seen = keptFor(db).get(id)
  if (seen) return seen
  const standing = standingRuleSetOfId(id)
  if (standing) return standing
  const found = await db.query<{ rules: unknown }>({
    name: 'rules:by-id',
    text: 'select rules from app.rule_set where id = $1',
    values: [id],
  })
  return found.rows[0] && keep(db, id, found.rows[0].rules)
}

/**
 * The version of a campaign's rules that is in force on a day (rule D-30). A day before the first version, of an old case that is
 * entered afterwards, has the first. Undefined when the campaign has no rules.
 */
export async function ruleSetInForce(db: Queryable, campaignId: string, day: string): Promise<RuleSet | undefined> {
  const found = await db.query<{ id: string }>({
    name: 'rules:in-force',
    text: `select r.id from app.rule_set r join app.rule_series s on s.id = r.series_id where s.campaign_id = $1
      order by r.valid_from <= $2::date desc, case when r.valid_from <= $2::date then r.valid_from end desc,
        case when r.valid_from <= $2::date then r.number end desc, r.number limit 1`,
    values: [campaignId, day],
  })
  return found.rows[0] && ruleSetOfId(db, found.rows[0].id)
}

/** The campaign of a division that runs and began last; undefined where none runs. */
export async function runningCampaignOf(db: Queryable, division: string): Promise<string | undefined> {
  const found = await db.query<{ id: string }>({
    name: 'rules:running-campaign',
    text: `select c.id from app.campaign c join app.rule_series s on s.campaign_id = c.id
      where c.division = $1 and c.kind = 'running' order by c.start_day desc, c.id desc limit 1`,
    values: [division],
  })
  return found.rows[0]?.id
}

/** The rules of what belongs to no campaign: those of the campaign that runs and began last, else the standing ones. */
export async function ruleSetOfDivision(db: Queryable, division: string, day: string): Promise<RuleSet> {
  const campaignId = await runningCampaignOf(db, division)
  const inForce = campaignId && (await ruleSetInForce(db, campaignId, day))
  return inForce || standingRuleSet(division)
}

/** A version never changes, so that it is read and checked once for each pool of connections. */
const kept = new WeakMap<Queryable, Map<string, RuleSet>>()
const most = 2000

function keptFor(db: Queryable): Map<string, RuleSet> {
  let versions = kept.get(db)
  if (!versions) kept.set(db, (versions = new Map()))
  return versions
}

function keep(db: Queryable, id: string, stored: unknown): RuleSet {
  const versions = keptFor(db)
  const seen = versions.get(id)
  if (seen) return seen
  if (versions.size >= most) versions.clear()
  const read = storedRuleSet(stored)
  versions.set(id, read)
  return read
}
