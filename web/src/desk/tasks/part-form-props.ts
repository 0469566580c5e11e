import type { OfferedAssignmentAction } from '@yingshang/core/tasks/assignment-actions'
import type { ShownPart } from '@yingshang/core/tasks/contract-parts'

/** What every form of a part's action is given. */
export interface PartFormProps {
  readonly part: ShownPart
  readonly action: OfferedAssignmentAction
  readonly mustPublish: boolean
  /** Ongoing and recurring tasks end by turning into routine. */
  readonly neverEnds: boolean
  readonly done: () => void
}
