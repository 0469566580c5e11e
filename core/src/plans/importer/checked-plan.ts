import type { PlanPackage } from '../package.ts'
import type { FoundPeriod } from './complaint-rule.ts'
import type { ReadIndicator } from './indicators.ts'
import type { Paragraph } from './paragraphs.ts'
import type { ReadPart } from './read-part.ts'

/** Everything the checks of a document look at. */
export interface CheckedPlan {
  readonly plan: PlanPackage
  readonly read: readonly ReadPart[]
  readonly paragraphs: readonly Paragraph[]
  readonly periods: readonly FoundPeriod[]
  readonly indicators: readonly ReadIndicator[]
  /** The year of the document as a whole; null when nothing says it. */
  readonly year: number | null
}
