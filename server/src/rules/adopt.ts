import type { RuleSet } from '@yingshang/core/rules/rule-set'
import { storedRuleSet } from '@yingshang/core/rules/stored-rule-set'
import type { Services } from '../platform/capability.ts'
import { businessDayOf } from '../platform/clock.ts'
import type { Queryable } from '../platform/database/pools.ts'
import { decideAndRecord } from '../platform/ledger/decide-and-record.ts'
import { derivedId } from '../platform/sealed-secret.ts'
import { newSeries, writeRules } from './write.ts'

/**
 * Campaigns of a program before rule sets were kept by themselves hold their current version inside, and their earlier
 * ones in the ledger. At start each gets its series, with every version it ever had under its own id. Several instances
 * may start at once: series and command have derived ids. Answers how many campaigns were adopted.
 */
export async function adoptRuleSets(services: Services): Promise<number> {
  const db = services.databases.app
  const found = await db.query<{ id: string; division: string }>(
    `select c.id, c.division from app.campaign c where c.state ? 'ruleSet'
       and not exists (select from app.rule_series s where s.campaign_id = c.id)`,
  )
  for (const { id: campaignId, division } of found.rows) {
    const actor = { kind: 'system', job: 'adopt-rule-sets' } as const
    const publications = await publicationsOf(db, campaignId)
    const occasion = {
      actor,
      businessDay: businessDayOf(services.installation, services.clock),
      now: services.clock.now(),
      commandId: derivedId('adopt rule sets', campaignId),
    }
    await decideAndRecord(db, occasion, async () => ({
      ...writeRules(
        newSeries(derivedId('rule series', campaignId)),
        { type: 'adopt', division, campaignId, publications },
        actor,
      ),
      result: null,
    }))
  }
  return found.rows.length
}

interface Publication {
  readonly ruleSet: RuleSet
  readonly reason: string
  readonly on: string
}

/** The versions in the campaign's ledger, oldest first, each once; the content is kept as it was published. */
async function publicationsOf(db: Queryable, campaignId: string): Promise<Publication[]> {
  const entries = await db.query<{ body: string; business_day: string }>(
    `select body, business_day from ledger.entry where stream_id = $1
       and type in ('campaignOpened', 'campaignRevised', 'rulesChanged') order by version`,
    [campaignId],
  )
  const versions = new Map<string, Publication>()
  for (const { body, business_day: on } of entries.rows) {
    const { data } = JSON.parse(body) as {
      data: { ruleSet?: unknown; content?: { ruleSet?: unknown }; reason?: string }
    }
    const stored = data.ruleSet ?? data.content?.ruleSet
    if (stored === undefined) continue
    const ruleSet = storedRuleSet(stored)
    if (!versions.has(ruleSet.id)) versions.set(ruleSet.id, { ruleSet, reason: data.reason ?? '', on })
  }
  return [...versions.values()]
}
