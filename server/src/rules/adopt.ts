import { complaintFromPlan, type PlanWithRules } from '@yingshang/core/rules/complaint-from-plan.zh'
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
  const found = await db.query<{ id: string; division: string; plan: PlanWithRules }>(
    `select c.id, c.division, jsonb_build_object('rules', c.state -> 'rules', 'categories', c.state -> 'categories',
       'clauses', coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'text', l.body) order by l.sort_order)
         from app.clause l where l.campaign_id = c.id), '[]')) as plan
     from app.campaign c where c.state ? 'ruleSet'
       and not exists (select from app.rule_series s where s.campaign_id = c.id)`,
  )
  for (const { id: campaignId, division, plan } of found.rows) {
    const actor = { kind: 'system', job: 'adopt-rule-sets' } as const
    const publications = await publicationsOf(db, campaignId, plan)
    const publishers = publications.map(({ by }) => by)
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
        publishers,
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
  readonly by: string | null
}

/**
 * The versions in the campaign's ledger, oldest first, each once. What a version says stays; settings that it did not have
 * yet come from the campaign's own notice where it speaks of them, and are 本办自定 otherwise.
 */
async function publicationsOf(db: Queryable, campaignId: string, plan: PlanWithRules): Promise<Publication[]> {
  const entries = await db.query<{ body: string; business_day: string; actor_person: string | null }>(
    `select body, business_day, actor_person from ledger.entry where stream_id = $1
       and type in ('campaignOpened', 'campaignRevised', 'rulesChanged') order by version`,
    [campaignId],
  )
  const versions = new Map<string, Publication>()
  for (const { body, business_day: on, actor_person: by } of entries.rows) {
    const { data } = JSON.parse(body) as {
      data: { ruleSet?: unknown; content?: { ruleSet?: unknown }; reason?: string }
    }
    const stored = data.ruleSet ?? data.content?.ruleSet
    if (stored === undefined) continue
    const ruleSet = storedRuleSet(withNotice(stored, plan))
    if (!versions.has(ruleSet.id)) versions.set(ruleSet.id, { ruleSet, reason: data.reason ?? '', on, by })
  }
  return [...versions.values()]
}

function withNotice(stored: unknown, plan: PlanWithRules): unknown {
  const { complaint } = stored as { complaint: object }
  return { ...(stored as object), complaint: { ...complaintFromPlan(plan), ...complaint } }
}
