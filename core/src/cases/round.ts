import type { IsoDate } from '../kernel/dates.ts'
import type { DeadlineRecord } from '../kernel/deadline.ts'
import type { PausedClock } from '../kernel/deadline-pause.ts'
import type {
  AttemptOutcome,
  ExtensionStatus,
  Outcome,
  Satisfaction,
  Speaker,
  StatutoryKind,
  TellingWay,
} from './case-words.ts'

/**
 * Words that people wrote. They stand in an erasable row; state and ledger hold its id and a salted commitment, so that
 * erasing a name somebody typed does not break the chain (rule C-04).
 */
export interface KeptText {
  readonly textId: string
  /** Hex SHA-256 over the row's salt and the words. */
  readonly commitment: string
}

export interface Result {
  readonly text: KeptText
  readonly fileIds: readonly string[]
  /** What the unit says the result amounts to; the office decides when it verifies. */
  readonly outcome: Outcome
  /** How many supporting units were knowingly not waited for. */
  readonly without: number
}

export interface SupportingUnit {
  readonly unitId: string
  /** Owed to the lead by this day, inside the lead's own period. */
  readonly innerDueOn: IsoDate | null
  readonly givenOn: IsoDate | null
  readonly part: { readonly text: KeptText; readonly fileIds: readonly string[] } | null
}

export interface Decline {
  readonly unitId: string
  readonly on: IsoDate
  readonly reason: KeptText
  /** Taken: the office looks for another unit. Contested: the office's binding decision is due. */
  readonly outcome: 'taken' | 'contested' | 'overruled'
}

export interface HandOver {
  readonly from: string
  readonly to: string
  readonly on: IsoDate
  readonly because: 'declined' | 'decision' | 'handedOver'
}

export interface Extension {
  readonly extensionId: string
  readonly unitId: string
  readonly askedOn: IsoDate
  readonly by: string
  readonly days: number
  readonly reason: KeptText
  readonly status: ExtensionStatus
  /** Number of the grant in its round, counted from 1; null without one. */
  readonly grantNo: number | null
  readonly grantedDays: number
  readonly decidedBy: string | null
  readonly decidedOn: IsoDate | null
}

/** 按有关法律法规执行: the matter has left the campaign's period. */
export interface Statutory {
  readonly kind: StatutoryKind
  readonly statute: string
  readonly article: string
  readonly on: IsoDate
  readonly decidedBy: string
}

export interface Rating {
  readonly on: IsoDate
  readonly satisfaction: Satisfaction
  /** Code of the rule set's grade; null for silence and where only the meaning is known. */
  readonly option: string | null
  readonly reasons: readonly string[]
  readonly words: KeptText | null
  readonly by: Speaker
}

export interface ContactAttempt {
  readonly on: IsoDate
  readonly way: TellingWay
  readonly outcome: AttemptOutcome
  readonly by: string
}

export interface ReworkRequest {
  readonly askedOn: IsoDate
  readonly by: Speaker
  readonly reason: KeptText
  /** How many pieces of new evidence came with it. */
  readonly evidence: number
  readonly judged: 'granted' | 'refused' | null
  readonly judgedOn: IsoDate | null
  readonly why: KeptText | null
}

export const supersededReasons = [
  'declined',
  'decided',
  'handedOver',
  'extended',
  'statutory',
  'resumed',
  'recounted',
] as const
export type SupersededReason = (typeof supersededReasons)[number]

/** One pass of handling with its own period. A round that was followed by another never changes again (rule C-26). */
export interface Round {
  readonly no: number
  readonly openedOn: IsoDate
  /** Null between two units. */
  readonly leadUnitId: string | null
  readonly supporting: readonly SupportingUnit[]
  readonly assignedOn: IsoDate | null
  readonly signedOn: IsoDate | null
  /** The unit's clock. Null between two units, and before signing where signing starts it. */
  readonly deadline: DeadlineRecord | null
  /** The due day first set in this round; never lost. */
  readonly firstDueOn: IsoDate | null
  readonly superseded: readonly {
    readonly deadline: DeadlineRecord
    readonly unitId: string
    readonly on: IsoDate
    readonly because: SupersededReason
  }[]
  readonly paused: PausedClock | null
  readonly declines: readonly Decline[]
  /** The office's own clock while a refusal waits for its binding decision. */
  readonly decideDeadline: DeadlineRecord | null
  /** The office has decided who handles it: nobody declines any more in this round. */
  readonly binding: boolean
  readonly handOvers: readonly HandOver[]
  readonly extensions: readonly Extension[]
  readonly statutory: Statutory | null
  readonly firstResultOn: IsoDate | null
  /** The due day in force at the first result: a late first answer stays late (rule C-17). */
  readonly firstAnswerDueOn: IsoDate | null
  readonly lastResultOn: IsoDate | null
  readonly returns: number
  /** Why the result came back the last time; null once another one was reported. */
  readonly lastReturn: KeptText | null
  readonly result: Result | null
  readonly verifyDeadline: DeadlineRecord | null
  readonly verifiedOn: IsoDate | null
  readonly outcome: Outcome | null
  readonly informDeadline: DeadlineRecord | null
  readonly attempts: readonly ContactAttempt[]
  readonly informedOn: IsoDate | null
  readonly informedBy: TellingWay | null
  readonly answer: KeptText | null
  /** Oldest first; the last one counts. */
  readonly ratings: readonly Rating[]
  readonly reworkWindow: DeadlineRecord | null
  readonly reworkRequest: ReworkRequest | null
  readonly reworkJudge: DeadlineRecord | null
}

/** A round that has just been opened. */
export function newRound(no: number, openedOn: IsoDate): Round {
  return {
    no,
    openedOn,
    leadUnitId: null,
    supporting: [],
    assignedOn: null,
    signedOn: null,
    deadline: null,
    firstDueOn: null,
    superseded: [],
    paused: null,
    declines: [],
    decideDeadline: null,
    binding: false,
    handOvers: [],
    extensions: [],
    statutory: null,
    firstResultOn: null,
    firstAnswerDueOn: null,
    lastResultOn: null,
    returns: 0,
    lastReturn: null,
    result: null,
    verifyDeadline: null,
    verifiedOn: null,
    outcome: null,
    informDeadline: null,
    attempts: [],
    informedOn: null,
    informedBy: null,
    answer: null,
    ratings: [],
    reworkWindow: null,
    reworkRequest: null,
    reworkJudge: null,
  }
}

/** What the submitter said last about this round; null before anybody asked. */
export function ratingOf(round: Round): Satisfaction | null {
  return round.ratings.at(-1)?.satisfaction ?? null
}

export function pendingExtension(round: Round): Extension | undefined {
  return round.extensions.find((one) => one.status === 'pending')
}

export function grantsOf(round: Round): number {
  return round.extensions.filter((one) => one.status === 'granted').length
}

export function grantedDaysOf(round: Round): number {
  return round.extensions.reduce((sum, one) => sum + one.grantedDays, 0)
}

/** Supporting units that owe their part to the lead. */
export function outstandingOf(round: Round): number {
  return round.supporting.filter((one) => one.givenOn === null).length
}

/** First answer after its due day: no later grant, return or rework makes it timely (rule C-17). */
export function firstAnswerLate(round: Round): boolean {
  return round.firstResultOn !== null && round.firstAnswerDueOn !== null && round.firstResultOn > round.firstAnswerDueOn
}
