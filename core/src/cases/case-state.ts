import type { IsoDate } from '../kernel/dates.ts'
import type { DeadlineRecord } from '../kernel/deadline.ts'
import type {
  CaseKind,
  CaseSource,
  ConclusionKind,
  Environment,
  FollowUpOutcome,
  SubmitterKind,
  TellingSubject,
  TellingWay,
} from './case-words.ts'
import type { KeptText, Result, Round } from './round.ts'

/** What is known when a case is registered (rule C-01). Who sent it in stands in the vault, also whether they gave a name. */
export interface CaseFacts {
  /** Human number, per division and year: 320724-2022-000123. */
  readonly number: string
  readonly division: string
  readonly campaignId: string | null
  readonly ruleVersion: string
  readonly kind: CaseKind
  readonly source: CaseSource
  readonly receivedOn: IsoDate
  /** `HH:MM` in China; null when only the day is known. */
  readonly receivedAt: string | null
  /** 首问负责: the body asked first; it follows the case to the end, whoever handles it. */
  readonly firstContactUnitId: string | null
  /** Masked title, text and object, as first registered. */
  readonly masked: KeptText
  readonly submitterKind: SubmitterKind
  /** Random id of what is sealed in the vault; null when nothing is. */
  readonly vaultId: string | null
  /** Salted commitments to what is sealed; null when nothing is. */
  readonly commitments: { readonly original: string; readonly identity: string } | null
}

/** Codes of the rule set's lists; null where nobody has said. */
export interface Classification {
  /** One of the five groups of problems. */
  readonly category: string | null
  /** One of the eight heads. */
  readonly head: string | null
  readonly environment: Environment | null
  readonly tier: string | null
}

export interface Supplement {
  readonly what: KeptText
  readonly askedOn: IsoDate
  readonly deadline: DeadlineRecord
  readonly receivedOn: IsoDate | null
}

export interface Telling {
  readonly about: TellingSubject
  readonly way: TellingWay
  readonly on: IsoDate
  readonly by: string
}

export interface FollowUp {
  readonly on: IsoDate
  readonly by: string
  readonly way: TellingWay
  readonly outcome: FollowUpOutcome
  readonly words: KeptText | null
}

/** What stays with a case in every state. */
export interface CaseFile {
  readonly facts: CaseFacts
  /** The masked text in force. */
  readonly masked: KeptText
  readonly classification: Classification
  /** 突出问题: visited after conclusion. */
  readonly prominent: boolean
  readonly triage: DeadlineRecord | null
  readonly acceptedOn: IsoDate | null
  readonly supplements: readonly Supplement[]
  /** Rounds in order; the last one is the current. Empty before the first assignment. */
  readonly rounds: readonly Round[]
  readonly tellings: readonly Telling[]
  readonly urges: readonly { readonly unitId: string; readonly on: IsoDate }[]
  readonly followUps: readonly FollowUp[]
  readonly messages: { readonly fromSubmitter: number; readonly fromOffice: number; readonly waiting: boolean }
  /** Set while a withdrawal is checked in private. */
  readonly withdrawalAskedOn: IsoDate | null
  /** Other cases that were merged into this one; their submitters keep their threads. */
  readonly mergedCaseIds: readonly string[]
}

export interface Conclusion {
  readonly kind: ConclusionKind
  readonly on: IsoDate
  /** Code of the ground of a refusal. */
  readonly ground: string | null
  /** The case it was merged into. */
  readonly intoCaseId: string | null
  /** The body it was transferred to, by name. */
  readonly transferredTo: string | null
  readonly words: KeptText | null
}

export type Case =
  | { readonly kind: 'none' }
  /** 已登记，待受理 */
  | { readonly kind: 'registered'; readonly file: CaseFile }
  | { readonly kind: 'supplementAsked'; readonly file: CaseFile }
  /** 已受理，待交办: before the first unit, between two units, or before the office's binding decision. */
  | {
      readonly kind: 'accepted'
      readonly file: CaseFile
      readonly awaits: 'assignment' | 'reassignment' | 'decision'
    }
  /** 已交办，待签收 */
  | { readonly kind: 'assigned'; readonly file: CaseFile }
  | { readonly kind: 'signed'; readonly file: CaseFile }
  /** Drafted inside the unit, waits for the signature of head or deputy. */
  | { readonly kind: 'drafted'; readonly file: CaseFile; readonly draft: Result; readonly draftedBy: string }
  /** 待核查: the unit's clock stands still. */
  | {
      readonly kind: 'resultReported'
      readonly file: CaseFile
      readonly by: string
      readonly draftedBy: string | null
    }
  /** 待反馈反映人 */
  | { readonly kind: 'verified'; readonly file: CaseFile }
  | { readonly kind: 'informed'; readonly file: CaseFile }
  /** 反映人要求重新办理，待判断 */
  | { readonly kind: 'reworkAsked'; readonly file: CaseFile }
  | { readonly kind: 'concluded'; readonly file: CaseFile; readonly conclusion: Conclusion }

export type LiveCase = Exclude<Case, { kind: 'none' }>
export type CaseStatus = LiveCase['kind']

export const caseStatuses = [
  'registered',
  'supplementAsked',
  'accepted',
  'assigned',
  'signed',
  'drafted',
  'resultReported',
  'verified',
  'informed',
  'reworkAsked',
  'concluded',
] as const satisfies readonly CaseStatus[]

/** A unit has it in hand and its clock runs. */
export const runningStatuses: readonly Case['kind'][] = ['assigned', 'signed', 'drafted']

/** The round being worked on; undefined before the first assignment. */
export function currentRound(file: CaseFile): Round | undefined {
  return file.rounds.at(-1)
}

/** The current round of a state that cannot be without one. */
export function roundOf(file: CaseFile): Round {
  const round = currentRound(file)
  if (!round) throw new Error('the case has no round yet')
  return round
}

/** The deadline that somebody has to keep now: the unit's, or the office's own. Null where no clock runs. */
export function runningDeadline(state: LiveCase): DeadlineRecord | null {
  const round = currentRound(state.file)
  switch (state.kind) {
    case 'registered':
      return state.file.triage
    case 'supplementAsked':
      return state.file.supplements.at(-1)?.deadline ?? null
    case 'assigned':
    case 'signed':
    case 'drafted':
      return round?.deadline ?? null
    case 'resultReported':
      return round?.verifyDeadline ?? null
    case 'verified':
      return round?.informDeadline ?? null
    case 'reworkAsked':
      return round?.reworkJudge ?? null
    case 'accepted':
      return round?.decideDeadline ?? null
    case 'informed':
    case 'concluded':
      return null
  }
}

/** Units that take part in the current round, the lead first. */
export function unitsInvolved(file: CaseFile): string[] {
  const round = currentRound(file)
  if (!round) return []
  return [...(round.leadUnitId === null ? [] : [round.leadUnitId]), ...round.supporting.map((one) => one.unitId)]
}
