import { z } from 'zod'
import * as choices from './complaint-choices.ts'
import { period, setting } from './setting.ts'

const count = z.number().int().min(0).max(20)
const escalation = z
  .array(choices.escalationRung)
  .max(choices.escalationSteps.length)
  .superRefine((rungs, context) => {
    for (const [place, rung] of rungs.entries()) {
      const before = rungs[place - 1]
      const later = choices.escalationSteps.indexOf(rung.step)
      const rises =
        !before ||
        (rung.afterOverdueDays >= before.afterOverdueDays && later > choices.escalationSteps.indexOf(before.step))
      if (!rises) context.addIssue({ code: 'custom', path: [place], params: { problem: 'rules.ladder-not-rising' } })
    }
  })
const unreachable = z
  .object({ attempts: z.number().int().min(1).max(20), days: z.number().int().min(1).max(60) })
  .superRefine(({ attempts, days }, context) => {
    if (attempts < days)
      context.addIssue({ code: 'custom', path: ['attempts'], params: { problem: 'rules.attempts-too-few' } })
  })
/** Whoever is asked must be able to say yes and no. */
const satisfaction = choices.listOf(choices.satisfactionOption, 2).superRefine((options, context) => {
  const meanings = options.map(({ meaning }) => meaning)
  if (!meanings.includes('satisfied') || !meanings.includes('dissatisfied'))
    context.addIssue({ code: 'custom', params: { problem: 'rules.answers-missing' } })
})
const retention = z.object(
  Object.fromEntries(choices.retainedParts.map((part) => [part, z.number().int().min(1).max(100)])) as Record<
    (typeof choices.retainedParts)[number],
    z.ZodNumber
  >,
)

/** Everything about a case that differs from place to place, in the order of its life. Periods are `{days, unit}`. */
export const complaintRules = z.object({
  // Intake
  anonymity: setting(z.enum(choices.anonymityRules)),
  requiredFields: setting(z.array(z.enum(choices.requirableFields)).min(1).max(choices.requirableFields.length)),
  /** The five groups of problems, and the eight heads of problems: two ways to sort the same case. */
  categoryGroups: setting(choices.listOf(choices.category, 1)),
  categoryHeads: setting(choices.listOf(choices.category, 1)),
  acceptGrounds: setting(choices.listOf(choices.choice, 1)),
  refuseGrounds: setting(choices.listOf(choices.choice, 1)),
  /** The submitter is told a refusal with its ground. */
  refusalTold: setting(z.boolean()),
  /** From registration until the office accepts or refuses; null where the rules know no such period. */
  triage: setting(period.nullable()),
  /** From registration until the office may still ask for a supplement 补正, all at once. */
  supplementAsk: setting(period),
  /** From the asking until the submitter has to give it. */
  supplementGive: setting(period),
  supplementTimes: setting(count),
  /** When the supplement arrives the running period starts again from that day (rule D-17), or goes on. */
  supplementRestarts: setting(z.boolean()),

  // Assignment
  /** From assignment until a unit may still decline 退单, with a reason. */
  declineWindow: setting(period),
  /** So many declines of a round by units; the next one goes to the office's binding decision. */
  declinesBeforeDecision: setting(count),
  /** From the decline that goes to the office until it has decided. */
  declineDecide: setting(period),
  /** Working days before the unit's due day by which supporting units owe their part to the lead. */
  supportingLeadDays: setting(z.number().int().min(0).max(260)),

  // Handling
  /** What starts the unit's clock. */
  handleStarts: setting(z.enum(choices.handleStarts)),
  handle: setting(period),
  /** Classes of cases with a period of their own in place of `handle`; empty where there is one period for all. */
  tiers: setting(choices.listOf(choices.tier, 0)),
  /** The most that all extensions of one case may add up to. */
  extension: setting(period),
  extensionGrants: setting(count),
  extensionApprover: setting(z.enum(choices.extensionApprovers)),
  /** The submitter is told of an extension and its reason. */
  extensionTold: setting(z.boolean()),
  /** The hand-in of a result stops the unit's clock until it is returned (rule D-16). */
  pauseAtHandIn: setting(z.boolean()),
  /** A matter that leaves for a statutory procedure is still reported, verified and told to the submitter. */
  statutoryStillInforms: setting(z.boolean()),

  // Verification and telling
  /** The office's own check of a reported result. */
  verify: setting(period),
  /** From the office's positive verification until the submitter is told. */
  feedback: setting(period),
  /** What starts that period: the office's own verification, or the unit's report already. */
  feedbackStarts: setting(z.enum(choices.feedbackStarts)),
  /** Nobody reached: so many attempts on so many different working days, then the telling counts as tried. */
  unreachable: setting(unreachable),
  satisfactionOptions: setting(satisfaction),
  dissatisfactionReasons: setting(choices.listOf(choices.dissatisfactionReason, 1)),
  /** From the telling until silence is recorded as no answer; it never counts as satisfied. */
  noAnswerAfter: setting(period),

  // Rework
  /** From the telling until the submitter may still ask for rework. */
  reworkWindow: setting(period),
  /** From the asking until the office has judged whether there are new evidence and reasons. */
  reworkJudge: setting(period),
  rework: setting(period),
  reworkNeedsEvidence: setting(z.boolean()),
  /** How often one case may be handled again. */
  reworkTimes: setting(count),
  extensionInRework: setting(z.boolean()),

  // Conclusion and afterwards
  concludingKinds: setting(z.array(z.enum(choices.conclusionKinds)).min(1).max(choices.conclusionKinds.length)),
  /** Prominent cases are visited again within a period after their conclusion. */
  followUp: setting(z.object({ prominent: z.boolean(), within: period })),
  /** Calendar days after the conclusion on which the submitter is asked, privately, whether anything happened to them. */
  protectionFollowUps: setting(z.array(z.number().int().min(1).max(1000)).max(10)),

  // Supervision
  escalation: setting(escalation),
  /** So many accepted cases about one unit within so many days make it repeatedly complained of 反复被投诉. */
  repeated: setting(
    z.object({ cases: z.number().int().min(2).max(100), withinDays: z.number().int().min(1).max(3660) }),
  ),
  /** Grounds on which a disciplinary lead 问题线索 is referred. */
  referralGrounds: setting(choices.listOf(choices.choice, 1)),

  // Protection and keeping
  /** An opening of the identity by discipline inspection is shown to the submitter so long after it happened. */
  disciplineOpeningShown: setting(period),
  /** Years from the conclusion until each part is put forward for deletion; a legal hold stops it. */
  retention: setting(retention),
})
export type ComplaintRules = z.infer<typeof complaintRules>
