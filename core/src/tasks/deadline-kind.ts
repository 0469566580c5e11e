/** What kind of deadline the notice prints for a task; the same words as the plan package. */
export const deadlineKinds = ['date', 'month', 'ongoing', 'recurring', 'none'] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

/** A deadline as printed: the words, how they were understood, and how often a recurring duty returns. */
export interface PrintedDeadline {
  readonly text: string
  readonly kind: DeadlineKind
  readonly due: string | null
  readonly every: string | null
}
