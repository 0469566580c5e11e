import { ruleSetFromPlan } from '@yingshang/core/rules/from-plan'
import type { RuleSet } from '@yingshang/core/rules/rule-set'
import {
  campaignDecider,
  type Campaign,
  type CampaignCommand,
  type CampaignContent,
  type CampaignEvent,
} from '@yingshang/core/plans/campaign'
import { campaignNameOf } from '@yingshang/core/plans/campaign-name'
import type { DraftContent } from '@yingshang/core/plans/draft-state'
import { campaignPeriod } from '@yingshang/core/plans/readiness'
import { notFound, refused } from '../platform/http/failure.ts'
import { changeBy, newChange, orRefuse, type Occasion } from '../platform/ledger/decide.ts'
import { load } from '../platform/ledger/load.ts'
import { newId } from '../platform/ledger/record.ts'
import type { Attachment, Change } from '../platform/ledger/table.ts'
import type { Services } from '../platform/capability.ts'
import { begunRules, revisedRules, ruleSetInForce, type RuleWrite } from '../rules/for-others.ts'
import { isListOfLaterFile } from './later-file.ts'
import { campaignTable } from './tables.ts'

export interface CampaignWrite {
  readonly id: string
  readonly change: Change<Campaign>
  readonly content: CampaignContent
  /** The version new tasks are published under. */
  readonly ruleSet: RuleSet
  /** What becomes of the rules in the same write; null when they stay. */
  readonly rules: RuleWrite | null
  /** Tasks the campaign has already: new ones stand behind them. */
  readonly tasksBefore: number
}

/** What publishing does to the campaign: it is opened, gets more lists, or is revised. */
export async function campaignWrite(
  services: Services,
  occasion: Occasion,
  planId: string,
  draft: DraftContent,
): Promise<CampaignWrite> {
  if (draft.purpose.kind === 'campaign') {
    const content = campaignContent(draft, planId)
    const events = orRefuse(campaignDecider.decide({ type: 'open', content }, { kind: 'none' }, undefined))
    const id = newId(occasion.now)
    const change = newChange<Campaign, CampaignEvent>(campaignTable, campaignDecider, id, events)
    const ruleSet = firstRuleSet(draft, planId, occasion)
    const rules = begunRules(newId(occasion.now), occasion, { id, division: draft.division }, ruleSet)
    return { id, change, content, ruleSet, rules, tasksBefore: 0 }
  }
  const loaded = await load(services.databases.app, campaignTable, draft.purpose.campaignId)
  if (!loaded || loaded.state.kind === 'none') throw notFound('campaign')
  const command = commandFor(draft, planId, loaded.state)
  const events = orRefuse(campaignDecider.decide(command, loaded.state, undefined))
  const before = await services.databases.app.query<{ n: number }>(
    'select count(*)::int as n from app.task where campaign_id = $1',
    [loaded.id],
  )
  const change = changeBy<Campaign, CampaignEvent>(campaignTable, campaignDecider, loaded, events)
  const content = change.state as CampaignContent
  const ruleSet = await ruleSetInForce(services.databases.app, loaded.id, occasion.businessDay)
  if (!ruleSet) throw refused({ code: 'rules.not-begun' })
  const rules =
    draft.purpose.kind === 'revision' ? await revision(services, occasion, loaded.id, loaded.state, draft) : null
  return { id: loaded.id, change, content, ruleSet, rules, tasksBefore: before.rows[0]!.n }
}

/** The rules as the running campaign's notice printed them beside those of the revised one. */
function revision(
  services: Services,
  occasion: Occasion,
  campaignId: string,
  running: CampaignContent,
  draft: DraftContent,
): Promise<RuleWrite | null> {
  const { clauses, rules, categories, document } = draft.package
  const before = { rules: running.rules, categories: running.categories, clauses }
  const reason = document.docNumber ?? (document.title || draft.fileName)
  const after = { rules, categories, clauses }
  return revisedRules(services.databases.app, occasion, campaignId, before, after, reason)
}

function commandFor(draft: DraftContent, planId: string, running: CampaignContent): CampaignCommand {
  if (draft.purpose.kind === 'moreLists') return { type: 'addLists', planId, lists: usedLists(draft) }
  const { name, docNumber, start, end, stages, lists, indicators, categories, rules } = campaignContent(draft, planId)
  const later = running.lists.filter((list) => isListOfLaterFile(list.id))
  const printed = { name, docNumber, start, end, stages, lists: [...lists, ...later], indicators, categories, rules }
  return { type: 'revise', planId, content: printed }
}

function usedLists(draft: DraftContent) {
  return draft.package.lists.filter((list) => draft.package.tasks.some((task) => task.list === list.id))
}

function campaignContent(draft: DraftContent, planId: string): CampaignContent {
  const period = campaignPeriod(draft)
  if (!period) throw refused({ code: 'plan.not-ready', facts: { open: 1 } })
  const { document, stages, indicators, categories, rules } = draft.package
  return {
    division: draft.division,
    planIds: [planId],
    name: campaignNameOf(document.title) || draft.fileName,
    docNumber: document.docNumber,
    ...period,
    stages,
    lists: usedLists(draft),
    indicators,
    categories,
    rules,
  }
}

/** The rules of the notice, valid from the campaign's first day, or from today when it is published before that. */
function firstRuleSet(draft: DraftContent, planId: string, { businessDay }: Occasion): RuleSet {
  const start = campaignPeriod(draft)?.start ?? businessDay
  const series = `${draft.division}-${start.slice(0, 4)}-${planId.slice(-6)}`
  return ruleSetFromPlan(draft.package, {
    id: `${series}-1`,
    series,
    title: draft.package.document.title || draft.fileName,
    divisionCode: draft.division,
    validFrom: businessDay < start ? businessDay : start,
  })
}

/** The clauses of the notice, so that a clause id shows its text; a revision shows its own (the old text stays in the old plan). */
export function clauseRows(campaignId: string, planId: string, draft: DraftContent): Attachment {
  const rows = draft.package.clauses.map((clause, index) => ({
    campaign_id: campaignId,
    id: clause.id,
    plan_id: planId,
    sort_order: index,
    number: clause.number,
    heading: clause.heading,
    body: clause.text,
  }))
  const columns = ['campaign_id', 'id', 'plan_id', 'sort_order', 'number', 'heading', 'body']
  return { table: 'app.clause', columns, rows, replaceBy: ['campaign_id', 'id'] }
}
