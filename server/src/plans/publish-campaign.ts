import { ruleSetFromPlan } from '@yingshang/core/rules/from-plan'
import type { RuleSet } from '@yingshang/core/rules/rule-set'
import { canonical } from '@yingshang/core/kernel/canonical'
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
import { isListOfLaterFile } from './later-file.ts'
import { campaignTable } from './tables.ts'

export interface CampaignWrite {
  readonly id: string
  readonly change: Change<Campaign>
  readonly content: CampaignContent
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
    const content = campaignContent(draft, planId, occasion)
    const events = orRefuse(campaignDecider.decide({ type: 'open', content }, { kind: 'none' }, undefined))
    const id = newId(occasion.now)
    const change = newChange<Campaign, CampaignEvent>(campaignTable, campaignDecider, id, events)
    return { id, change, content, tasksBefore: 0 }
  }
  const loaded = await load(services.databases.app, campaignTable, draft.purpose.campaignId)
  if (!loaded || loaded.state.kind === 'none') throw notFound('campaign')
  const command = commandFor(draft, planId, occasion, loaded.state)
  const events = orRefuse(campaignDecider.decide(command, loaded.state, undefined))
  const before = await services.databases.app.query<{ n: number }>(
    'select count(*)::int as n from app.task where campaign_id = $1',
    [loaded.id],
  )
  const change = changeBy<Campaign, CampaignEvent>(campaignTable, campaignDecider, loaded, events)
  return { id: loaded.id, change, content: change.state as CampaignContent, tasksBefore: before.rows[0]!.n }
}

function commandFor(
  draft: DraftContent,
  planId: string,
  occasion: Occasion,
  running: CampaignContent,
): CampaignCommand {
  if (draft.purpose.kind === 'moreLists') return { type: 'addLists', planId, lists: usedLists(draft) }
  const { name, docNumber, start, end, stages, lists, indicators, categories, rules, ruleSet } = campaignContent(
    draft,
    planId,
    occasion,
  )
  const later = running.lists.filter((list) => isListOfLaterFile(list.id))
  const printed = { name, docNumber, start, end, stages, lists: [...lists, ...later], indicators, categories, rules }
  return {
    type: 'revise',
    planId,
    content: { ...printed, ruleSet: revisedRules(running.ruleSet, ruleSet, occasion.businessDay) },
  }
}

/** A revised complaint rule makes the next version of the rule set; what the office has set itself stays. */
function revisedRules(running: RuleSet, printed: RuleSet, validFrom: string): RuleSet {
  if (canonical(running.complaint) === canonical(printed.complaint)) return running
  const number = Number(/-(\d+)$/.exec(running.id)?.[1] ?? 1) + 1
  return { ...running, id: `${running.series}-${number}`, validFrom, complaint: printed.complaint }
}

function usedLists(draft: DraftContent) {
  return draft.package.lists.filter((list) => draft.package.tasks.some((task) => task.list === list.id))
}

function campaignContent(draft: DraftContent, planId: string, occasion: Occasion): CampaignContent {
  const period = campaignPeriod(draft)
  if (!period) throw refused({ code: 'plan.not-ready', facts: { open: 1 } })
  const { document, stages, indicators, categories, rules } = draft.package
  const series = `${draft.division}-${period.start.slice(0, 4)}-${planId.slice(-6)}`
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
    ruleSet: ruleSetFromPlan(draft.package, {
      id: `${series}-1`,
      series,
      title: document.title || draft.fileName,
      divisionCode: draft.division,
      validFrom: occasion.businessDay < period.start ? occasion.businessDay : period.start,
    }),
  }
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
