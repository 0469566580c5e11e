import { randomUUID } from 'node:crypto'
import type { CampaignContent } from '@yingshang/core/plans/campaign'
import { guannanRuleSet } from '@yingshang/core/rules/from-plan'
import { openedCampaign } from '../src/plans/for-others.ts'
import type { Databases } from '../src/platform/database/pools.ts'
import { newId, record } from '../src/platform/ledger/record.ts'
import { begunRules } from '../src/rules/for-others.ts'
import { division, now, startDay } from './task-campaign.ts'

const period = (days: number) => ({ days, unit: 'working' as const, clause: '2.7' })
const complaint = { handle: period(15), extension: period(15), feedback: period(5), rework: period(15) }

/** What the campaign of a test holds: the four periods of the sample notice and nothing else. */
export const campaignContent: CampaignContent = {
  division,
  planIds: [],
  name: '试验行动',
  docNumber: null,
  start: '2022-06-01',
  end: '2023-02-28',
  stages: [],
  lists: [],
  indicators: [],
  categories: [],
  rules: { complaint },
}

/** The rule set of such a campaign, under ids of its own. */
export function campaignRuleSet(series: string) {
  const stages = [{ start: '2022-06-01' }]
  return { ...guannanRuleSet({ rules: { complaint }, stages }), id: `${series}-1`, series }
}

/** A running campaign with its rules, valid from its first day. Answers its id. */
export async function openCampaign(databases: Databases): Promise<string> {
  const id = randomUUID()
  const occasion = {
    actor: { kind: 'system', job: 'publish' },
    businessDay: startDay,
    now,
    commandId: randomUUID(),
  } as const
  const rules = begunRules(newId(now), occasion, { id, division }, campaignRuleSet(`test-${id.slice(0, 8)}`))
  const changes = [openedCampaign(id, campaignContent), ...rules.changes]
  await record(databases.app, { ...occasion, changes, attachments: rules.attachments })
  return id
}
