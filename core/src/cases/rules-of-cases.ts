import type { RuleSet } from '../rules/rule-set.ts'
import type { EscalationStep } from './case-words.ts'
import type { CaseRules, CodeName } from './case-rules.ts'
import { escalationNames } from './labels.zh.ts'
import { statutoryKinds } from './case-words.ts'

/** What a rule-set version says about cases, as the decider asks for it. */
export function caseRulesOf(ruleSet: RuleSet): CaseRules {
  const { complaint } = ruleSet
  const followUp = complaint.followUp.value
  return {
    version: ruleSet.id,
    counting: ruleSet.counting.value,
    alert: ruleSet.alert.value,
    triage: complaint.triage.value,
    refuseGrounds: complaint.refuseGrounds.value,
    supplement: {
      askWithin: complaint.supplementAsk.value,
      giveWithin: complaint.supplementGive.value,
      times: complaint.supplementTimes.value,
      restarts: complaint.supplementRestarts.value,
    },
    tiers: complaint.tiers.value,
    handle: complaint.handle.value,
    handleStarts: complaint.handleStarts.value,
    pauseAtHandIn: complaint.pauseAtHandIn.value,
    extension: {
      grants: complaint.extensionGrants.value,
      cap: complaint.extension.value,
      inRework: complaint.extensionInRework.value,
      approver: complaint.extensionApprover.value,
    },
    declineWindow: complaint.declineWindow.value,
    declinesBeforeDecision: complaint.declinesBeforeDecision.value,
    declineDecide: complaint.declineDecide.value,
    supportingLeadDays: complaint.supportingLeadDays.value,
    verify: complaint.verify.value,
    inform: complaint.feedback.value,
    informStarts: complaint.feedbackStarts.value,
    // Petition items run on the petition clocks only, whatever the rules say of the others (rule C-20).
    statutoryWithoutInform: complaint.statutoryStillInforms.value ? ['petition'] : [...statutoryKinds],
    rework: {
      window: complaint.reworkWindow.value,
      judge: complaint.reworkJudge.value,
      handle: complaint.rework.value,
      needsNewEvidence: complaint.reworkNeedsEvidence.value,
      times: complaint.reworkTimes.value,
    },
    noAnswerAfter: complaint.noAnswerAfter.value,
    unreachable: complaint.unreachable.value,
    dissatisfactionReasons: complaint.dissatisfactionReasons.value,
    satisfactionOptions: complaint.satisfactionOptions.value,
    concludingKinds: complaint.concludingKinds.value,
    escalation: complaint.escalation.value.map(({ step, afterOverdueDays }) => ({ ...rung(step), afterOverdueDays })),
    followUpWithin: followUp.prominent ? followUp.within : null,
    categories: complaint.categoryGroups.value,
    heads: complaint.categoryHeads.value,
  }
}

function rung(step: EscalationStep): CodeName {
  return { code: step, name: escalationNames[step] }
}
