import type { IsoDate } from '../kernel/dates.ts'
import type { DutyPeriod } from '../kernel/deadline-periods.ts'
import type { DeadlineRecord } from '../kernel/deadline.ts'
import type { DeadlineKind } from './deadline-kind.ts'

export const partRoles = ['lead', 'responsible', 'supporting'] as const
export type PartRole = (typeof partRoles)[number]

/** Why this unit holds the part: printed by name, in a closed group (各镇), under the catch-all, added, or passed on inside. */
export const partOrigins = ['named', 'group', 'catchAll', 'added', 'passed'] as const
export type PartOrigin = (typeof partOrigins)[number]

/** Who takes the part's result: the office, the lead unit's part, or the part of the unit that passed it on inside. */
export type HandsInTo =
  | { readonly kind: 'office' }
  | { readonly kind: 'lead'; readonly assignmentId: string }
  | { readonly kind: 'parent'; readonly assignmentId: string }

export interface ProgressReport {
  readonly reportId: string
  readonly on: IsoDate
  readonly by: string
  readonly text: string
  /** Whole per cent done, 0–100; null when not given. */
  readonly percent: number | null
  readonly fileIds: readonly string[]
  /** The report this one corrects; nothing is rewritten. */
  readonly corrects: string | null
}

/** The place and the day on which the public can see the result. */
export interface Publication {
  readonly place: string
  readonly on: IsoDate
}

export interface Result {
  readonly text: string
  readonly fileIds: readonly string[]
  readonly publication: Publication | null
  /** How many parts of other units were knowingly not waited for. */
  readonly without: number
}

/** A unit's part in a task, one per task, unit and period: what stays true in every state. */
export interface Part {
  readonly taskId: string
  readonly campaignId: string
  readonly division: string
  readonly unitId: string
  readonly role: PartRole
  readonly origin: PartOrigin
  readonly printedName: string
  /** Place among the task's units in the order of the notice, counted from 0. */
  readonly place: number
  readonly period: DutyPeriod | null
  readonly handsInTo: HandsInTo
  readonly deadlineKind: DeadlineKind
  readonly mustPublish: boolean
  /** What leaves the unit is signed by head or deputy. Inner parts do not leave it. */
  readonly headSigns: boolean
  readonly deadline: DeadlineRecord | null
  /** The due day first set for this part; never lost. */
  readonly firstDueOn: IsoDate | null
  /** Deadlines that were replaced, oldest first, and why. */
  readonly superseded: readonly { readonly deadline: DeadlineRecord; readonly reason: string }[]
  readonly personsInCharge: readonly string[]
  /** Units that held the part before, oldest first. */
  readonly formerUnits: readonly { readonly unitId: string; readonly reason: string }[]
  /** The one open request to change date or unit. */
  readonly changeRequestId: string | null
  readonly latestReport: ProgressReport | null
  readonly reports: number
  readonly firstHandedInOn: IsoDate | null
  /** The due day in force at the first hand-in: a late first answer stays late, whatever is changed afterwards. */
  readonly firstAnswerDueOn: IsoDate | null
  readonly lastHandedInOn: IsoDate | null
  readonly returns: number
}

export type WithdrawnBecause =
  | 'office'
  | 'taskWithdrawn'
  | 'concludedWithout'
  | 'mergedInto'
  | 'unitChanged'
  | 'revised'

export type Assignment =
  | { readonly kind: 'none' }
  /** 已交办，待签收 */
  | { readonly kind: 'assigned'; readonly part: Part }
  | { readonly kind: 'signed'; readonly part: Part; readonly signedOn: IsoDate }
  /** Drafted by the liaison, waits for the signature of head or deputy. */
  | { readonly kind: 'drafted'; readonly part: Part; readonly result: Result; readonly draftedBy: string }
  | {
      readonly kind: 'handedIn'
      readonly part: Part
      readonly result: Result
      readonly on: IsoDate
      readonly by: string
      readonly draftedBy: string | null
    }
  /** The lead or the passing unit has taken it; final when the task concludes. */
  | {
      readonly kind: 'accepted'
      readonly part: Part
      readonly result: Result
      readonly on: IsoDate
      readonly by: string
    }
  | {
      readonly kind: 'returned'
      readonly part: Part
      readonly result: Result
      readonly on: IsoDate
      readonly reason: string
    }
  | {
      readonly kind: 'confirmed'
      readonly part: Part
      readonly result: Result
      readonly on: IsoDate
      readonly outcome: Outcome
      readonly handedInOn: IsoDate
    }
  | {
      readonly kind: 'withdrawn'
      readonly part: Part
      readonly on: IsoDate
      readonly because: WithdrawnBecause
      readonly reason: string
    }

/** 完成, or 转入常态 for what never ends. */
export const outcomes = ['completed', 'routine'] as const
export type Outcome = (typeof outcomes)[number]

/** Any part that exists. */
export type LivePart = Exclude<Assignment, { kind: 'none' }>

export const assignmentKinds = [
  'assigned',
  'signed',
  'drafted',
  'handedIn',
  'accepted',
  'returned',
  'confirmed',
  'withdrawn',
] as const
export type AssignmentKind = (typeof assignmentKinds)[number]

/** The unit has it in hand and its clock runs: only then is a lamp shown. */
export const runningKinds: readonly Assignment['kind'][] = ['assigned', 'signed', 'drafted', 'returned']
/** Neither finished nor withdrawn. */
export const openKinds: readonly Assignment['kind'][] = [...runningKinds, 'handedIn', 'accepted']
