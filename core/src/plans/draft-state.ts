import type { DeadlineKind, PlanPackage, PlanTask } from './package.ts'

/** A task inside a draft: the imported one with a key that stays the same while numbers and titles are corrected. */
export interface DraftTask extends PlanTask {
  readonly key: string
}

/** What a printed unit name stands for in this county. */
export type UnitDecision =
  | { readonly kind: 'unit'; readonly unitId: string }
  | { readonly kind: 'create'; readonly name: string; readonly unitKind: string }
  | { readonly kind: 'several'; readonly unitIds: readonly string[] }
  | { readonly kind: 'nobody'; readonly reason: string }

/** What the office decided about one task before it goes live. */
export interface TaskDecision {
  /** Printed name of the part that leads; must be one of the task's units. */
  readonly lead?: string
  /** A date for a task that has none, or another than printed; marked 本办自定. */
  readonly dueOn?: string
  /** Units that stand for 各镇 and the catch-all of this task. */
  readonly groupUnitIds?: readonly string[]
  readonly catchAllUnitIds?: readonly string[]
  /** True when the office decided that nobody stands for the catch-all. */
  readonly catchAllNobody?: boolean
  /** Must be published to the public: its completion then needs an address and a date. */
  readonly mustPublish?: boolean
}

export interface DraftContent {
  readonly division: string
  readonly fileId: string
  readonly fileName: string
  readonly format: string
  readonly importedOn: string
  /** What this draft becomes: a new campaign, more lists for one, or a revision of one. */
  readonly purpose: DraftPurpose
  readonly package: Omit<PlanPackage, 'tasks'> & { readonly tasks: readonly DraftTask[] }
  readonly units: Readonly<Record<string, UnitDecision>>
  readonly groups: Readonly<Record<string, readonly string[]>>
  readonly tasks: Readonly<Record<string, TaskDecision>>
  /** Diagnostics that a person has settled, by code, with a note. */
  readonly settled: Readonly<Record<string, string>>
  readonly corrections: number
}

export type DraftPurpose =
  | { readonly kind: 'campaign' }
  | { readonly kind: 'moreLists'; readonly campaignId: string }
  | { readonly kind: 'revision'; readonly campaignId: string }

export type PlanDraft =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'draft' } & DraftContent)
  | ({ readonly kind: 'published'; readonly campaignId: string; readonly publishedOn: string } & DraftContent)
  | ({ readonly kind: 'discarded'; readonly reason: string } & DraftContent)

/** Fields of a task that a person may correct in review. */
export interface TaskCorrection {
  readonly no?: string
  readonly title?: string
  readonly text?: string
  readonly section?: readonly string[]
  readonly leadUnits?: readonly string[]
  readonly responsibleUnits?: readonly string[]
  readonly supportingUnits?: readonly string[]
  readonly groupUnits?: readonly string[]
  readonly catchAll?: string
  readonly basis?: readonly string[]
  readonly deadline?: {
    readonly text: string
    readonly kind: DeadlineKind
    readonly due: string | null
    readonly every: string | null
  }
}

/** Every unit name printed in a task, in order, without repeats. */
export function unitsOf(task: PlanTask): string[] {
  return [...new Set([...task.leadUnits, ...task.responsibleUnits, ...task.supportingUnits])]
}
