import type { IsoDate } from '../kernel/dates.ts'

/** Words of discipline inspection to the submitter: kept in an erasable row, with a salted commitment here. */
export interface TipWords {
  readonly textId: string
  readonly commitment: string
}

/** What is known of a tip outside the vault. No text, no unit, no person: those lie sealed for discipline inspection alone. */
export interface TipFacts {
  /** 320724-2022-J000012: a series of its own, so that no gap in the numbers of cases tells of a tip. */
  readonly number: string
  readonly division: string
  readonly receivedOn: IsoDate
  readonly vaultId: string
  readonly commitments: { readonly original: string; readonly identity: string }
  /** How many sealed files came with it. */
  readonly files: number
  /** Came in by the portal, or was written down by an officer of discipline inspection. */
  readonly source: 'portal' | 'officer' | 'office'
}

export const tipDeclines = ['notOurs', 'noFacts', 'knownAlready', 'handledElsewhere'] as const
export type TipDecline = (typeof tipDeclines)[number]

export const tipOutcomes = ['substantiated', 'partlySubstantiated', 'unfounded', 'explained'] as const
export type TipOutcome = (typeof tipOutcomes)[number]

export interface TipFile {
  readonly facts: TipFacts
  readonly messages: number
  /** The submitter wrote something that nobody has answered. */
  readonly waiting: boolean
  readonly answers: readonly { readonly on: IsoDate; readonly words: TipWords }[]
}

export type Tip =
  | { readonly kind: 'none' }
  | { readonly kind: 'received'; readonly file: TipFile }
  | { readonly kind: 'examining'; readonly file: TipFile; readonly since: IsoDate; readonly by: string }
  | { readonly kind: 'declined'; readonly file: TipFile; readonly on: IsoDate; readonly because: TipDecline }
  | { readonly kind: 'transferred'; readonly file: TipFile; readonly on: IsoDate; readonly to: string }
  | { readonly kind: 'concluded'; readonly file: TipFile; readonly on: IsoDate; readonly outcome: TipOutcome }
export type LiveTip = Exclude<Tip, { kind: 'none' }>

export const tipStatuses = ['received', 'examining', 'declined', 'transferred', 'concluded'] as const
export type TipStatus = (typeof tipStatuses)[number]

export type TipEvent =
  | { readonly type: 'tipReceived'; readonly facts: TipFacts }
  | { readonly type: 'tipTakenUp'; readonly on: IsoDate; readonly by: string }
  | { readonly type: 'tipDeclined'; readonly on: IsoDate; readonly because: TipDecline }
  | { readonly type: 'tipTransferred'; readonly on: IsoDate; readonly to: string }
  | { readonly type: 'tipConcluded'; readonly on: IsoDate; readonly outcome: TipOutcome }
  | { readonly type: 'tipAnswered'; readonly on: IsoDate; readonly words: TipWords }
  | { readonly type: 'tipMessageSealed'; readonly on: IsoDate; readonly commitment: string }

export function evolveTip(state: Tip, event: TipEvent): Tip {
  if (event.type === 'tipReceived')
    return { kind: 'received', file: { facts: event.facts, messages: 0, waiting: false, answers: [] } }
  if (state.kind === 'none') return state
  const { file } = state
  switch (event.type) {
    case 'tipTakenUp':
      return { kind: 'examining', file, since: event.on, by: event.by }
    case 'tipDeclined':
      return { kind: 'declined', file, on: event.on, because: event.because }
    case 'tipTransferred':
      return { kind: 'transferred', file, on: event.on, to: event.to }
    case 'tipConcluded':
      return { kind: 'concluded', file, on: event.on, outcome: event.outcome }
    case 'tipAnswered': {
      const { on, words } = event
      return { ...state, file: { ...file, waiting: false, answers: [...file.answers, { on, words }] } }
    }
    case 'tipMessageSealed':
      return { ...state, file: { ...file, waiting: true, messages: file.messages + 1 } }
  }
}
