import {
  changePlan,
  readPlan,
  type blocker,
  type draftChange,
  type draftTask,
  type suggestUnits,
} from '@yingshang/core/plans/contract'
import type { z } from 'zod'
import { useCommand } from '../../api/use-command.ts'
import { useRead } from '../../api/use-read.ts'

export type Plan = z.output<typeof readPlan.reply>
export type DraftTask = z.output<typeof draftTask>
export type DraftChange = z.input<typeof draftChange>
export type Blocker = z.output<typeof blocker>
/** Which known units the printed names may mean. */
export type Suggestions = z.output<typeof suggestUnits.reply>

export function usePlan(planId: string) {
  return useRead(readPlan, { params: { planId } })
}

/** Sends corrections and decisions of one draft. */
export function usePlanChange(planId: string) {
  const command = useCommand(changePlan)
  return {
    ...command,
    change: (change: DraftChange) => command.send({ params: { planId }, body: { change } }),
  }
}

/** The refusal of an action by its name, as the server reported it; undefined when it is allowed. */
export function refusalOf(plan: Plan, action: Plan['actions'][number]['name']): { code: string } | undefined {
  const found = plan.actions.find((one) => one.name === action)
  if (!found) return { code: 'access.not-allowed' }
  return found.allowed ? undefined : (found.refusal ?? { code: 'access.not-allowed' })
}

export function mayCorrect(plan: Plan): boolean {
  return plan.state === 'draft' && refusalOf(plan, 'correctPlan') === undefined
}

/** Every unit name printed in a task, leads first, without repeats. */
export function printedUnits(task: DraftTask): string[] {
  return [...new Set([...task.leadUnits, ...task.responsibleUnits, ...task.supportingUnits])]
}

export const everyWords: Readonly<Record<string, string>> = {
  week: '每周',
  month: '每月',
  quarter: '每季度',
  halfYear: '每半年',
  year: '每年',
}
