import {
  campaignDecider,
  type Campaign,
  type CampaignContent,
  type CampaignEvent,
} from '@yingshang/core/plans/campaign'
import { newChange } from '../platform/ledger/decide.ts'
import type { Change } from '../platform/ledger/table.ts'
import { campaignTable } from './tables.ts'

/** What other capabilities may ask of plans: keep an understood document as a draft, change it, make it live. */
export { keepDraft, type UnderstoodPlan } from './import.ts'
export { changePlan } from './change.ts'
export { publishPlan, type Published } from './publish.ts'
export { suggestUnits } from './suggest.ts'
export { planForReview } from './views.ts'
export { moveTrialDay } from './trial.ts'

/** The change that opens a campaign without a notice behind it: made campaigns of the demo, tests and benches. */
export function openedCampaign(id: string, content: CampaignContent): Change<Campaign> {
  return newChange<Campaign, CampaignEvent>(campaignTable, campaignDecider, id, [{ type: 'campaignOpened', content }])
}
