import type { KeyHolder } from './key-state.ts'

/** 分办 / 校对脱敏文本 / 联系反映人 / 核查 / 判断重办 / 移交问题线索 / 补发回执核对身份 / 依法调取 / 其他 */
export const openingReasons = [
  'assigning',
  'correctingMask',
  'contacting',
  'verifying',
  'judgingRework',
  'referring',
  'reissuingReceipt',
  'lawfulRequest',
  'other',
] as const
export type OpeningReason = (typeof openingReasons)[number]

/** The words and files, or who the submitter is. An anonymous submission can be asked for as well: asking tells nothing. */
export const openingParts = ['original', 'identity'] as const
export type OpeningPart = (typeof openingParts)[number]

export interface OpeningFacts {
  readonly vaultId: string
  readonly holder: KeyHolder
  readonly part: OpeningPart
  readonly reason: OpeningReason
  /** Masked words of the officer, empty when the preset says enough. */
  readonly note: string
  readonly officerId: string
  /** When the submitter may see it behind the receipt. */
  readonly shownFrom: string
}

export type OpeningState =
  | { readonly kind: 'none' }
  /** Waits for the second person. */
  | ({ readonly kind: 'asked'; readonly askedOn: string } & OpeningFacts)
  | ({ readonly kind: 'allowed'; readonly secondId: string; readonly usableUntil: string } & OpeningFacts)
  | ({ readonly kind: 'refused'; readonly secondId: string; readonly because: string } & OpeningFacts)
  | ({ readonly kind: 'opened'; readonly secondId: string | null; readonly openedAt: string } & OpeningFacts)

export type OpeningEvent =
  | ({ readonly type: 'openingAsked'; readonly askedOn: string } & OpeningFacts)
  | { readonly type: 'openingAllowed'; readonly secondId: string; readonly usableUntil: string }
  | { readonly type: 'openingRefused'; readonly secondId: string; readonly because: string }
  /** The content is shown once this is written; without a second person it is the first event and carries the facts. */
  | ({ readonly type: 'opened'; readonly openedAt: string } & Partial<OpeningFacts>)
