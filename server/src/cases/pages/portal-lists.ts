import type { CodeName } from '@yingshang/core/cases/case-rules'
import type { SendingRules } from '@yingshang/core/cases/sending'
import { fieldWords } from '@yingshang/core/rules/choice-words.zh'
import type { Category } from '@yingshang/core/rules/complaint-choices'
import { ruleSetInForce, ruleSetOfDivision, runningCampaignOf } from '../../rules/for-others.ts'
import type { CaseServices } from '../circumstances.ts'

export interface PortalLists {
  readonly campaignId: string | null
  /** Both trees of problems in the words of submitters. */
  readonly categories: readonly CodeName[]
  readonly heads: readonly CodeName[]
  readonly sending: SendingRules
  /** What acceptance needs besides what the form asks for anyway, in words. */
  readonly alsoNeeded: readonly string[]
}

/** The form has a place for these, or the rest of it answers them. */
const asked: readonly string[] = ['object', 'facts', 'claim', 'name', 'contact']

/** The campaign that runs, and the two trees of problems under its rules. */
export async function portalLists(services: CaseServices, day: string): Promise<PortalLists> {
  const db = services.databases.app
  const { division } = services.installation
  const campaignId = (await runningCampaignOf(db, division)) ?? null
  const ruleSet =
    (campaignId && (await ruleSetInForce(db, campaignId, day))) || (await ruleSetOfDivision(db, division, day))
  const { categoryGroups, categoryHeads, anonymity, requiredFields } = ruleSet.complaint
  return {
    campaignId,
    categories: categoryGroups.value.map(inPlainWords),
    heads: categoryHeads.value.map(inPlainWords),
    sending: { anonymity: anonymity.value },
    alsoNeeded: requiredFields.value.filter((one) => !asked.includes(one)).map((one) => fieldWords[one]),
  }
}

function inPlainWords({ code, name, plain }: Category): CodeName {
  return { code, name: plain === '' ? name : plain }
}
