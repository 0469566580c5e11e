import type { Findings } from './findings.ts'
import type { PlanPackage } from './package.ts'

/** Everything the checks of a document look at. */
export interface CheckedPlan {
  readonly plan: PlanPackage
}

/** Looks for what a person should know before publishing; says it in `findings`. */
export function checkPlan({ plan }: CheckedPlan, findings: Findings): void {
  if (plan.tasks.length === 0 && plan.indicators.length === 0) findings.add('no-tasks', [])
}
