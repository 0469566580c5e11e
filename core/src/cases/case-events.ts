import type { IsoDate } from '../kernel/dates.ts'
import type { DeadlineRecord } from '../kernel/deadline.ts'
import type { PausedClock } from '../kernel/deadline-pause.ts'
import type { CaseFacts, Classification, Conclusion, FollowUp, Telling } from './case-state.ts'
import type { ClockName, Outcome, Speaker, TellingWay } from './case-words.ts'
import type { ContactAttempt, Extension, KeptText, Rating, Result, Statutory } from './round.ts'

export interface NamedUnits {
  readonly leadUnitId: string
  readonly supporting: readonly { readonly unitId: string; readonly innerDueOn: IsoDate | null }[]
}

type Registering =
  | {
      readonly type: 'registered'
      readonly facts: CaseFacts
      readonly classification: Classification
      readonly triage: DeadlineRecord | null
    }
  | { readonly type: 'accepted'; readonly on: IsoDate; readonly classification: Classification }
  | { readonly type: 'classified'; readonly classification: Classification }
  | {
      readonly type: 'supplementAsked'
      readonly on: IsoDate
      readonly what: KeptText
      readonly deadline: DeadlineRecord
      readonly telling: Telling
    }
  /** `triage`: the office's clock, started again where the rules say so. */
  | {
      readonly type: 'supplementReceived'
      readonly on: IsoDate
      readonly triage: DeadlineRecord | null
      readonly masked: KeptText | null
    }
  | { readonly type: 'caseTakenIn'; readonly caseId: string }
  | { readonly type: 'maskedTextCorrected'; readonly masked: KeptText }
  | { readonly type: 'prominenceMarked'; readonly prominent: boolean; readonly reason: KeptText }

type Assigning =
  | {
      readonly type: 'assigned'
      readonly on: IsoDate
      readonly units: NamedUnits
      /** Null: the clock starts with signing. */
      readonly deadline: DeadlineRecord | null
      readonly note: KeptText | null
    }
  | { readonly type: 'signed'; readonly on: IsoDate; readonly deadline: DeadlineRecord | null }
  | {
      readonly type: 'declined'
      readonly on: IsoDate
      readonly unitId: string
      readonly reason: KeptText
      readonly outcome: 'taken' | 'contested'
      /** The office's own clock for its binding decision; null when the refusal is taken. */
      readonly decideDeadline: DeadlineRecord | null
    }
  | {
      readonly type: 'handlingDecided'
      readonly on: IsoDate
      readonly units: NamedUnits
      readonly deadline: DeadlineRecord | null
      readonly reason: KeptText
    }
  | {
      readonly type: 'handedOver'
      readonly on: IsoDate
      readonly toUnitId: string
      readonly deadline: DeadlineRecord | null
      readonly reason: KeptText
    }
  | {
      readonly type: 'statutoryExit'
      readonly statutory: Statutory
      readonly deadline: DeadlineRecord
      readonly reason: KeptText
      readonly telling: Telling
    }

type Handling =
  | {
      readonly type: 'partGiven'
      readonly on: IsoDate
      readonly unitId: string
      readonly text: KeptText
      readonly fileIds: readonly string[]
    }
  | {
      readonly type: 'extensionAsked'
      readonly extension: Pick<Extension, 'extensionId' | 'unitId' | 'askedOn' | 'by' | 'days' | 'reason'>
    }
  | {
      readonly type: 'extensionGranted'
      readonly extensionId: string
      readonly grantNo: number
      readonly days: number
      readonly on: IsoDate
      readonly by: string
      readonly deadline: DeadlineRecord
      readonly telling: Telling
    }
  | {
      readonly type: 'extensionRefused'
      readonly extensionId: string
      readonly on: IsoDate
      readonly by: string
      readonly reason: KeptText
    }
  | { readonly type: 'drafted'; readonly on: IsoDate; readonly result: Result; readonly by: string }
  | { readonly type: 'draftSentBack'; readonly on: IsoDate; readonly reason: KeptText }
  | {
      readonly type: 'resultReported'
      readonly on: IsoDate
      readonly by: string
      readonly result: Result
      /** Null where the rules let the unit's clock run on. */
      readonly paused: PausedClock | null
      readonly verifyDeadline: DeadlineRecord
    }
  | { readonly type: 'urged'; readonly on: IsoDate; readonly unitId: string; readonly words: KeptText | null }

type Verifying =
  | {
      readonly type: 'verified'
      readonly on: IsoDate
      readonly outcome: Outcome
      readonly note: KeptText | null
      /** Null for what runs on the petition clocks only. */
      readonly informDeadline: DeadlineRecord | null
    }
  | {
      readonly type: 'returnedForRevision'
      readonly on: IsoDate
      readonly reason: KeptText
      readonly deadline: DeadlineRecord | null
    }
  | { readonly type: 'contactAttempted'; readonly attempt: ContactAttempt }
  | {
      readonly type: 'informed'
      readonly on: IsoDate
      readonly way: TellingWay
      readonly by: string
      readonly answer: KeptText
      readonly reworkWindow: DeadlineRecord
    }
  | { readonly type: 'rated'; readonly rating: Rating }
  | {
      readonly type: 'reworkAsked'
      readonly on: IsoDate
      readonly by: Speaker
      readonly reason: KeptText
      readonly evidence: number
      readonly judgeDeadline: DeadlineRecord
    }
  | {
      readonly type: 'reworkGranted'
      readonly on: IsoDate
      readonly why: KeptText
      readonly units: NamedUnits
      readonly deadline: DeadlineRecord | null
    }
  | { readonly type: 'reworkRefused'; readonly on: IsoDate; readonly why: KeptText; readonly telling: Telling }

type Ending =
  | { readonly type: 'concluded'; readonly conclusion: Conclusion; readonly telling: Telling | null }
  | { readonly type: 'followedUp'; readonly followUp: FollowUp }
  | { readonly type: 'withdrawalAsked'; readonly on: IsoDate; readonly by: Speaker }
  | { readonly type: 'withdrawalSetAside'; readonly on: IsoDate; readonly reason: KeptText }
  | {
      readonly type: 'messageAdded'
      readonly messageId: string
      readonly from: Speaker
      readonly on: IsoDate
      readonly commitment: string
      /** What the case page shows of it. */
      readonly masked: KeptText
    }
  | {
      readonly type: 'movedWithUnit'
      readonly on: IsoDate
      readonly fromUnitId: string
      readonly toUnitId: string
    }
  | {
      readonly type: 'deadlineRecounted'
      readonly on: IsoDate
      readonly clock: ClockName
      readonly deadline: DeadlineRecord
    }

export type CaseEvent = Registering | Assigning | Handling | Verifying | Ending
