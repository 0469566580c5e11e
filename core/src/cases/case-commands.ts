import type { Actor } from '../kernel/actor.ts'
import type { IsoDate } from '../kernel/dates.ts'
import type { PeriodUnit } from '../kernel/deadline-rule.ts'
import type { WorkCalendar } from '../kernel/work-calendar.ts'
import type { CaseRules } from './case-rules.ts'
import type { NamedUnits } from './case-events.ts'
import type { CaseFacts, Classification } from './case-state.ts'
import type {
  Answer,
  AttemptOutcome,
  FollowUpOutcome,
  Outcome,
  Speaker,
  StatutoryKind,
  TellingWay,
} from './case-words.ts'
import type { KeptText } from './round.ts'

/** A law's own period: counted from a day, or a date that the procedure gives. */
export type StatutoryLimit =
  | { readonly kind: 'period'; readonly startsOn: IsoDate; readonly days: number; readonly unit: PeriodUnit }
  | { readonly kind: 'date'; readonly dueOn: IsoDate }

/** What a unit gives; `withoutParts` says knowingly that supporting units were not waited for. */
export interface GivenResult {
  readonly text: KeptText
  readonly fileIds: readonly string[]
  readonly outcome: Outcome
  readonly withoutParts: boolean
}

export type CaseCommand =
  | { readonly type: 'register'; readonly facts: CaseFacts; readonly classification: Classification }
  | { readonly type: 'accept'; readonly classification: Classification }
  | { readonly type: 'refuse'; readonly ground: string; readonly why: KeptText | null; readonly tell: TellingWay }
  | { readonly type: 'askSupplement'; readonly what: KeptText; readonly tell: TellingWay }
  | { readonly type: 'receiveSupplement'; readonly masked: KeptText | null }
  | { readonly type: 'lapseSupplement' }
  | { readonly type: 'merge'; readonly intoCaseId: string; readonly tell: TellingWay }
  | { readonly type: 'takeIn'; readonly caseId: string }
  | {
      readonly type: 'transfer'
      readonly to: string
      /** Courts and the procuratorate are transferred to and tracked only. */
      readonly independent: boolean
      readonly why: KeptText | null
      readonly tell: TellingWay
    }
  | { readonly type: 'classify'; readonly classification: Classification }
  | { readonly type: 'assign'; readonly units: NamedUnits; readonly note: KeptText | null }
  | { readonly type: 'sign' }
  | { readonly type: 'decline'; readonly reason: KeptText }
  | { readonly type: 'decideHandling'; readonly units: NamedUnits; readonly reason: KeptText }
  | { readonly type: 'handOver'; readonly toUnitId: string; readonly reason: KeptText }
  | {
      readonly type: 'exitToStatutory'
      readonly kind: StatutoryKind
      readonly statute: string
      readonly article: string
      readonly limit: StatutoryLimit
      readonly reason: KeptText
      readonly tell: TellingWay
    }
  | { readonly type: 'givePart'; readonly unitId: string; readonly text: KeptText; readonly fileIds: readonly string[] }
  | { readonly type: 'askExtension'; readonly extensionId: string; readonly days: number; readonly reason: KeptText }
  | { readonly type: 'grantExtension'; readonly extensionId: string; readonly days: number; readonly tell: TellingWay }
  | { readonly type: 'refuseExtension'; readonly extensionId: string; readonly reason: KeptText }
  | { readonly type: 'draft'; readonly result: GivenResult }
  | { readonly type: 'sendDraftBack'; readonly reason: KeptText }
  /** Without a result: the drafted one as it is. */
  | { readonly type: 'reportResult'; readonly result: GivenResult | null }
  | { readonly type: 'verify'; readonly outcome: Outcome; readonly note: KeptText | null }
  | { readonly type: 'returnForRevision'; readonly reason: KeptText }
  | { readonly type: 'recordContactAttempt'; readonly way: TellingWay; readonly outcome: AttemptOutcome }
  | { readonly type: 'informSubmitter'; readonly way: TellingWay; readonly answer: KeptText }
  | {
      readonly type: 'rate'
      readonly satisfaction: Answer
      /** The rule set's grade it was chosen by; null when only its meaning is known. */
      readonly option: string | null
      readonly reasons: readonly string[]
      readonly words: KeptText | null
    }
  | { readonly type: 'lapseAnswer' }
  | { readonly type: 'askRework'; readonly reason: KeptText; readonly evidence: number }
  | { readonly type: 'grantRework'; readonly why: KeptText; readonly units: NamedUnits }
  | { readonly type: 'refuseRework'; readonly why: KeptText; readonly tell: TellingWay }
  | { readonly type: 'conclude'; readonly conclusion: Outcome | 'unreachable'; readonly words: KeptText | null }
  | {
      readonly type: 'recordFollowUp'
      readonly way: TellingWay
      readonly outcome: FollowUpOutcome
      readonly words: KeptText | null
    }
  | { readonly type: 'urge'; readonly unitId: string; readonly words: KeptText | null }
  | { readonly type: 'markProminent'; readonly prominent: boolean; readonly reason: KeptText }
  | { readonly type: 'correctMaskedText'; readonly masked: KeptText }
  | {
      readonly type: 'addMessage'
      readonly messageId: string
      readonly from: Speaker
      readonly commitment: string
      readonly masked: KeptText
    }
  | { readonly type: 'askWithdrawal' }
  /** The office has made sure in private that the submitter wants it freely. */
  | { readonly type: 'withdraw'; readonly checkedBy: TellingWay; readonly words: KeptText | null }
  | { readonly type: 'setAsideWithdrawal'; readonly reason: KeptText }
  /** A new calendar version was adopted: every open clock is counted again. */
  | { readonly type: 'recount' }
  /** Two units became one: what was the one's is the other's, with its dates. */
  | { readonly type: 'moveWithUnit'; readonly fromUnitId: string; readonly toUnitId: string }

/** Where a unit stands in the tree, and whether it may be given orders. */
export interface UnitPlace {
  readonly path: string
  /** Court or procuratorate. */
  readonly independent: boolean
}

export interface CaseContext {
  readonly actor: Actor
  readonly businessDay: IsoDate
  /** `HH:MM` in China of what happens now; left out where only the day matters. */
  readonly at?: string
  readonly rules: CaseRules
  readonly calendar: WorkCalendar
  /** Active units the decision is about: those of the current round and those the command names. */
  readonly units: ReadonlyMap<string, UnitPlace>
}
