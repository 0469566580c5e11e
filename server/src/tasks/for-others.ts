import type { WorkCalendar } from '@yingshang/core/kernel/work-calendar'
import { taskDueRule } from '@yingshang/core/rules/deadline-rules'
import type { RuleSet } from '@yingshang/core/rules/rule-set'
import { assignmentDecider } from '@yingshang/core/tasks/assignment'
import { openTask } from '@yingshang/core/tasks/opening'
import type { TaskSettings } from '@yingshang/core/tasks/settings'
import { taskDecider } from '@yingshang/core/tasks/task'
import { newChange } from '../platform/ledger/decide.ts'
import type { Queryable } from '../platform/database/pools.ts'
import type { Change } from '../platform/ledger/table.ts'
import { assignmentTable, taskTable } from './tables.ts'
import { printedFacts, type TaskToPublish } from './to-publish.ts'

export type { TaskToPublish } from './to-publish.ts'
export { revisionChanges, type Revision } from './revise.ts'
export { assignmentMoves, type Moved } from './move-parts.ts'
/** The commands people give; the demo gives them in their names. */
export { actOnPart } from './act-on-part.ts'
export { confirmPart, passInside } from './act-on-family.ts'
export { answerRequest, askChange } from './requests.ts'
export { closeReportingRun, openReportingRun, remindReportingRun } from './runs.ts'
export { partDeadlines } from './recounted-parts.ts'
export { listCounts } from './list-counts.ts'
export { openPartsOf, type OpenPart } from './open-parts.ts'

export interface PublishingInput {
  readonly campaign: {
    readonly id: string
    readonly division: string
    readonly planId: string
    readonly start: string
    readonly end: string
    readonly settings: TaskSettings
  }
  readonly tasks: readonly TaskToPublish[]
  readonly calendar: WorkCalendar
  readonly ruleSet: RuleSet
  readonly businessDay: string
  readonly newId: () => string
  /** Place of the first task among the campaign's tasks; for lists that are added later. */
  readonly firstPosition?: number
}

/**
 * The changes that bring tasks and their assignments to life: version 0 things, to be written in one `record` with the
 * campaign they belong to. Tasks keep the order given. A recurring or ongoing task starts with its running period.
 */
export function taskChanges(input: PublishingInput): Change[] {
  const { campaign, calendar, businessDay, newId } = input
  const changes: Change[] = []
  for (const [index, task] of input.tasks.entries()) {
    const taskId = newId()
    const facts = {
      campaignId: campaign.id,
      division: campaign.division,
      planId: campaign.planId,
      window: { start: campaign.start, end: campaign.end },
      settings: campaign.settings,
      rule: taskDueRule(input.ruleSet),
      position: (input.firstPosition ?? 0) + index,
      ...printedFacts(task),
      dueOn: task.dueOn,
      dueSetBy: task.dueSetBy,
    }
    const opened = openTask(taskId, facts, task.parts, { calendar, businessDay, newId })
    changes.push(newChange(taskTable, taskDecider, taskId, opened.events))
    for (const part of opened.parts) changes.push(newChange(assignmentTable, assignmentDecider, part.id, part.events))
  }
  return changes
}

/** A task of the campaign as it stands, for setting a revised notice beside it. */
export interface PublishedTask {
  readonly taskId: string
  readonly status: 'open' | 'concluded' | 'routine' | 'withdrawn'
  readonly listId: string
  readonly listTitle: string
  readonly no: string
  readonly title: string
  readonly text: string
  readonly basis: readonly string[]
  readonly catchAll: string
  readonly groupUnits: readonly string[]
  readonly printedUnits: readonly string[]
  readonly dueOn: string | null
  readonly firstDueOn: string | null
  readonly printed: TaskToPublish['printed']
  readonly parts: readonly { readonly unitId: string; readonly role: string; readonly status: string }[]
}

/** All tasks of a campaign in their order, with the units that hold a part now (withdrawn parts left out). */
export async function compareTasks(db: Queryable, campaignId: string): Promise<PublishedTask[]> {
  const found = await db.query<PublishedTask>({
    name: 'tasks:compare',
    text: `select t.id as "taskId", t.status, t.list_id as "listId", t.no, t.title,
        t.state->'facts'->>'listTitle' as "listTitle", t.state->'facts'->'basis' as basis,
        t.state->'facts'->>'catchAll' as "catchAll", t.state->'facts'->'groupUnits' as "groupUnits",
        t.state->'facts'->'printedUnits' as "printedUnits",
        t.state->'facts'->>'text' as text, t.due_on as "dueOn", t.state->'facts'->>'firstDueOn' as "firstDueOn",
        t.state->'facts'->'printed' as printed,
        coalesce((select json_agg(json_build_object('unitId', a.unit_id, 'role', a.role, 'status', a.status) order by a.id)
          from app.assignment a where a.task_id = t.id and a.status <> 'withdrawn' and not a.passed_inside), '[]') as parts
      from app.task t where t.campaign_id = $1 order by t.position`,
    values: [campaignId],
  })
  return found.rows
}
