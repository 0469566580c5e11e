import type { CaseRules } from '@yingshang/core/cases/case-rules'
import { ruleSetInForce, ruleSetOfDivision, runningCampaignOf } from '../../rules/for-others.ts'
import { rulesOf, type CaseServices } from '../circumstances.ts'

export interface PortalLists extends Pick<CaseRules, 'categories' | 'heads'> {
  readonly campaignId: string | null
}

/** The campaign that runs, and the two trees of problems under its rules. */
export async function portalLists(services: CaseServices, day: string): Promise<PortalLists> {
  const db = services.databases.app
  const { division } = services.installation
  const campaignId = (await runningCampaignOf(db, division)) ?? null
  const ruleSet =
    (campaignId && (await ruleSetInForce(db, campaignId, day))) || (await ruleSetOfDivision(db, division, day))
  const { categories, heads } = rulesOf(ruleSet)
  return { campaignId, categories, heads }
}
