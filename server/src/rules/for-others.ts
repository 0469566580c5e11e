/**
 * What other capabilities ask of rules. What has a life takes the version in force on the day it begins and keeps its id:
 * `ruleSetInForce` for what belongs to a campaign, `ruleSetOfDivision` for the rest; `ruleSetOfId` afterwards.
 */
export { ruleSetInForce, ruleSetOfDivision, ruleSetOfId, runningCampaignOf, versionsOf } from './store.ts'
export { begunRules, publishNext, revisedRules } from './publish.ts'
export { demandRunning } from './running.ts'
export type { RuleWrite } from './write.ts'
