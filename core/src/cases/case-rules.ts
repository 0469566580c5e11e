import type { AlertRule } from '../kernel/alert-level-rule.ts'
import type { CountingRule, PeriodUnit } from '../kernel/deadline-rule.ts'
import type { Answer, ConclusionKind, StatutoryKind } from './case-words.ts'

export interface Period {
  readonly days: number
  readonly unit: PeriodUnit
}

/** A value of a list that a rule set keeps, with the word it prints. */
export interface CodeName {
  readonly code: string
  readonly name: string
}

/**
 * What a rule-set version says about cases: everything the decider asks of it, and nothing it does not. A case keeps the id
 * of its version (rule C-05).
 */
export interface CaseRules {
  readonly version: string
  readonly counting: CountingRule
  readonly alert: AlertRule
  /** Within what period the office accepts or refuses; null where the rules set none. */
  readonly triage: Period | null
  readonly refuseGrounds: readonly CodeName[]
  readonly supplement: {
    /** Asked at most this long after receipt; null: as long as the case was not accepted. */
    readonly askWithin: Period | null
    readonly giveWithin: Period
    readonly times: number
    /** The triage clock starts again when it arrives. */
    readonly restarts: boolean
  }
  /** 办件分级: each tier its own period. Empty: one period for all. */
  readonly tiers: readonly (CodeName & { readonly period: Period })[]
  readonly handle: Period
  readonly handleStarts: 'registered' | 'accepted' | 'assigned' | 'signed'
  readonly pauseAtHandIn: boolean
  readonly extension: {
    readonly grants: number
    /** The most that all extensions of a round add up to. */
    readonly cap: Period
    readonly inRework: boolean
    readonly approver: 'office' | 'unitHead' | 'leader'
  }
  readonly declineWindow: Period
  /** How many refusals in a round the office takes before the next one is decided with binding force. */
  readonly declinesBeforeDecision: number
  /** Within what period the office decides then. */
  readonly declineDecide: Period
  /** Working days before the lead's due day by which supporting units owe their part. */
  readonly supportingLeadDays: number
  readonly verify: Period
  readonly inform: Period
  /** What starts that period: the office's own verification, or the unit's report already. */
  readonly informStarts: 'verified' | 'resultReported'
  /** Kinds of statutory procedure after which the campaign's clock for informing does not run (信访). */
  readonly statutoryWithoutInform: readonly StatutoryKind[]
  readonly rework: {
    readonly window: Period
    readonly judge: Period
    readonly handle: Period
    readonly needsNewEvidence: boolean
    readonly times: number
  }
  /** After how long silence becomes "no answer". */
  readonly noAnswerAfter: Period
  readonly unreachable: {
    readonly attempts: number
    /** On so many different days at least. */
    readonly days: number
  }
  readonly dissatisfactionReasons: readonly (CodeName & { readonly leadsTo: 'rework' | 'callBack' | 'none' })[]
  /** The grades a submitter chooses from, each with what it means. */
  readonly satisfactionOptions: readonly (CodeName & { readonly meaning: Answer })[]
  /** With what the office may conclude. */
  readonly concludingKinds: readonly ConclusionKind[]
  /** Rungs of the ladder that are suggested, by working days overdue. */
  readonly escalation: readonly (CodeName & { readonly afterOverdueDays: number })[]
  /** Prominent cases are visited within this period after conclusion; null where the rules know no visit. */
  readonly followUpWithin: Period | null
  readonly categories: readonly CodeName[]
  readonly heads: readonly CodeName[]
}
