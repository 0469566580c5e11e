import { ruleSetOn } from '@yingshang/core/rules/rule-set-version'
import type { VersionHeadRow } from '@yingshang/core/rules/contract'
import type { RuleSet } from '@yingshang/core/rules/rule-set'
import { changedSettings, selfSetSettings, settingsOf } from '@yingshang/core/rules/settings'
import type { Queryable } from '../platform/database/pools.ts'
import { versionsOf } from './store.ts'

export interface Version {
  readonly head: VersionHeadRow
  readonly ruleSet: RuleSet
}

/** All versions of a campaign's rules in the order of publication, with what the screen says about each. */
export async function versionRows(db: Queryable, campaignId: string, businessDay: string): Promise<Version[]> {
  const versions = await versionsOf(db, campaignId)
  const found = await db.query<{ id: string; published_on: string; reason: string; published_by: string | null }>({
    name: 'rules:version-heads',
    text: `select r.id, r.published_on, r.reason, d.name as published_by from app.rule_set r
      join app.rule_series s on s.id = r.series_id left join app.person_details d on d.person_id = r.published_by
      where s.campaign_id = $1 order by r.number`,
    values: [campaignId],
  })
  const inForce = ruleSetOn(versions, businessDay)
  return found.rows.flatMap((row, place) => {
    const ruleSet = versions[place]
    if (!ruleSet) return []
    const before = versions[place - 1]
    const state = ruleSet === inForce ? 'inForce' : ruleSet.validFrom > businessDay ? 'coming' : 'past'
    const head: VersionHeadRow = {
      id: row.id,
      number: place + 1,
      validFrom: ruleSet.validFrom,
      publishedOn: row.published_on,
      publishedBy: row.published_by,
      reason: row.reason,
      state,
      selfSet: selfSetSettings(ruleSet).length,
      changed: before ? changedSettings(before, ruleSet).length : 0,
    }
    return [{ head, ruleSet }]
  })
}

/** The campaign a version belongs to; undefined when there is no such version. */
export async function campaignOfVersion(db: Queryable, versionId: string): Promise<string | undefined> {
  const found = await db.query<{ campaign_id: string }>({
    name: 'rules:campaign-of-version',
    text: 'select s.campaign_id from app.rule_series s join app.rule_set r on r.series_id = s.id where r.id = $1',
    values: [versionId],
  })
  return found.rows[0]?.campaign_id
}

/** Number and heading of the clauses that a version's settings name. */
export async function clausesOf(db: Queryable, campaignId: string, ruleSet: RuleSet) {
  const ids = settingsOf(ruleSet).flatMap(({ setting }) =>
    setting.source.kind === 'clause' ? [setting.source.clause] : [],
  )
  const found = await db.query<{ id: string; number: string; heading: string }>({
    name: 'rules:clauses',
    text: 'select id, number, heading from app.clause where campaign_id = $1 and id = any($2::text[]) order by sort_order',
    values: [campaignId, [...new Set(ids)]],
  })
  return found.rows
}
