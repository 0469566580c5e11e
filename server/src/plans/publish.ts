import { ruleSetFromPlan } from '@yingshang/core/rules/from-plan'
import {
  campaignDecider,
  type Campaign,
  type CampaignContent,
  type CampaignEvent,
} from '@yingshang/core/plans/campaign'
import { campaignSettingsOf } from '@yingshang/core/plans/campaign-settings'
import { draftDecider } from '@yingshang/core/plans/draft'
import type { DraftContent, PlanDraft } from '@yingshang/core/plans/draft-state'
import { dueOf, partsOf, unitsToCreate } from '@yingshang/core/plans/publishing'
import { campaignPeriod } from '@yingshang/core/plans/readiness'
import { Failure, notFound, refused } from '../platform/http/failure.ts'
import { changeBy, newChange, orRefuse, type Occasion } from '../platform/ledger/decide.ts'
import { load } from '../platform/ledger/load.ts'
import { newId, record, type Attachment, type OutboxItem } from '../platform/ledger/record.ts'
import type { Change, Loaded } from '../platform/ledger/table.ts'
import type { Services } from '../platform/capability.ts'
import { taskChanges, type TaskToPublish } from '../tasks/for-others.ts'
import { registerUnits, unitPaths } from '../units/for-others.ts'
import { campaignTable, planTable } from './tables.ts'

export interface Published {
  readonly campaignId: string
  readonly tasks: number
  readonly parts: number
  readonly unitsMade: number
}

/**
 * Makes a draft live: units that are missing, the campaign (or its new lists), every task and every part, and the draft's
 * own end, all in one write. Either sixty units have their work, or nobody has anything.
 */
export async function publishPlan(
  services: Services,
  occasion: Occasion,
  planId: string,
  version: number,
): Promise<Published> {
  const db = services.databases.app
  for (let attempt = 0; attempt < 5; attempt++) {
    const loaded = await load(db, planTable, planId)
    if (!loaded) throw notFound('plan')
    // The person published what they saw: a draft that somebody else has changed since is looked at again first.
    if (loaded.version !== version && loaded.state.kind === 'draft') throw refused({ code: 'plan.changed-meanwhile' })
    const write = await prepare(services, occasion, loaded)
    const answer = await record(db, { ...occasion, ...write, result: write.published })
    if (answer.kind === 'repeated') return answer.result as Published
    if (answer.kind === 'done') return write.published
  }
  throw new Failure(409, { code: 'write.busy' })
}

async function prepare(services: Services, occasion: Occasion, plan: Loaded<PlanDraft>) {
  if (plan.state.kind !== 'draft') throw refused({ code: 'plan.no-draft' })
  const draft = apart(plan.state, plan.id)
  const id = () => newId(occasion.now)
  const campaign = await campaignChange(services, occasion, plan.id, draft)
  const events = orRefuse(
    draftDecider.decide({ type: 'publish', campaignId: campaign.id, on: occasion.businessDay }, plan.state, undefined),
  )
  const made = await registerUnits(services.databases.app, unitWishes(draft), id)
  const tasks = await tasksToPublish(services, draft, made)
  const content = campaign.change.state as Exclude<Campaign, { kind: 'none' }>
  const taskWrites = taskChanges({
    campaign: {
      id: campaign.id,
      division: content.division,
      planId: plan.id,
      start: content.start,
      end: content.end,
      settings: campaignSettingsOf(content.ruleSet),
    },
    tasks,
    firstPosition: campaign.tasksBefore,
    ruleSet: content.ruleSet,
    calendar: services.calendar(),
    businessDay: occasion.businessDay,
    newId: id,
  })
  const changes: Change[] = [
    changeBy(planTable, draftDecider, plan, events),
    campaign.change,
    ...made.changes,
    ...taskWrites,
  ]
  const published: Published = {
    campaignId: campaign.id,
    tasks: tasks.length,
    parts: tasks.reduce((sum, task) => sum + task.parts.length, 0),
    unitsMade: unitsToCreate(draft).length,
  }
  return { changes, attachments: [clauseRows(campaign.id, plan.id, draft)], outbox: newsForUnits(tasks), published }
}

async function campaignChange(services: Services, occasion: Occasion, planId: string, draft: DraftContent) {
  if (draft.purpose.kind === 'campaign') {
    const id = newId(occasion.now)
    const events = orRefuse(
      campaignDecider.decide(
        { type: 'open', content: campaignContent(draft, planId, occasion) },
        { kind: 'none' },
        undefined,
      ),
    )
    return {
      id,
      change: newChange<Campaign, CampaignEvent>(campaignTable, campaignDecider, id, events),
      tasksBefore: 0,
    }
  }
  const loaded = await load(services.databases.app, campaignTable, draft.purpose.campaignId)
  if (!loaded) throw notFound('campaign')
  const lists = draft.package.lists.filter((list) => draft.package.tasks.some((task) => task.list === list.id))
  const command = { type: 'addLists', planId, lists } as const
  const events = orRefuse(campaignDecider.decide(command, loaded.state, undefined))
  const before = await services.databases.app.query<{ n: number }>(
    'select count(*)::int as n from app.task where campaign_id = $1',
    [loaded.id],
  )
  const change = changeBy<Campaign, CampaignEvent>(campaignTable, campaignDecider, loaded, events)
  return { id: loaded.id, change, tasksBefore: before.rows[0]!.n }
}

function campaignContent(draft: DraftContent, planId: string, occasion: Occasion): CampaignContent {
  const period = campaignPeriod(draft)
  if (!period) throw refused({ code: 'plan.not-ready', facts: { open: 1 } })
  const { document, lists, stages, indicators, categories, rules, tasks } = draft.package
  const series = `${draft.division}-${period.start.slice(0, 4)}-${planId.slice(-6)}`
  return {
    division: draft.division,
    planIds: [planId],
    name: document.title || draft.fileName,
    docNumber: document.docNumber,
    ...period,
    stages,
    lists: lists.filter((list) => tasks.some((task) => task.list === list.id)),
    indicators,
    categories,
    rules,
    ruleSet: ruleSetFromPlan(draft.package, {
      id: `${series}-1`,
      series,
      title: document.title || draft.fileName,
      divisionCode: draft.division,
      validFrom: occasion.businessDay < period.start ? occasion.businessDay : period.start,
    }),
  }
}

function unitWishes(draft: DraftContent): Parameters<typeof registerUnits>[1] {
  const aliases = Object.entries(draft.units).flatMap(
    ([name, decision]): { name: string; unitId?: string; unitName?: string }[] => {
      if (decision.kind === 'unit') return [{ name, unitId: decision.unitId }]
      if (decision.kind === 'create' && decision.name !== name) return [{ name, unitName: decision.name }]
      return []
    },
  )
  const register = unitsToCreate(draft).map(({ name, unitKind }) => ({ name, kind: unitKind as never }))
  return { register, aliases }
}

async function tasksToPublish(
  services: Services,
  draft: DraftContent,
  made: Awaited<ReturnType<typeof registerUnits>>,
): Promise<TaskToPublish[]> {
  const paths = await unitPaths(services.databases.app, made.changes)
  const titles = new Map(draft.package.lists.map((list) => [list.id, list.title]))
  const numbers = new Map(draft.package.clauses.map((clause) => [clause.id, clause.number]))
  return draft.package.tasks.map((task) => ({
    listId: task.list,
    listTitle: titles.get(task.list) ?? task.list,
    no: task.no,
    title: task.title,
    text: task.text,
    section: task.section,
    clauseId: task.clause,
    clauseNumber: numbers.get(task.clause) ?? '',
    basis: task.basis,
    catchAll: task.catchAll,
    groupUnits: task.groupUnits,
    printed: task.deadline,
    ...dueOf(draft, task),
    mustPublish: draft.tasks[task.key]?.mustPublish ?? false,
    lines: task.lines,
    parts: partsOf(draft, task, made.unitIds).map((part) => {
      const unitPath = paths.get(part.unitId)
      if (unitPath === undefined) throw refused({ code: 'plan.unit-gone', facts: { name: part.printedName } })
      return { ...part, unitPath }
    }),
  }))
}

/** One message per unit, not one per task: how many parts it was given. */
function newsForUnits(tasks: readonly TaskToPublish[]): OutboxItem[] {
  const parts = new Map<string, number>()
  for (const part of tasks.flatMap((task) => task.parts)) parts.set(part.unitId, (parts.get(part.unitId) ?? 0) + 1)
  return [...parts].map(([unitId, count]) => ({
    task: 'notify',
    payload: { kind: 'task.assigned', unitId, roles: ['unitLiaison', 'unitHead'], facts: { parts: count } },
  }))
}

/** Lists and clauses of a later file get ids of their own, so that they never clash with those of the campaign. */
function apart(draft: DraftContent, planId: string): DraftContent {
  if (draft.purpose.kind === 'campaign') return draft
  const own = (id: string) => `${planId.slice(-6)}:${id}`
  const { package: read } = draft
  return {
    ...draft,
    package: {
      ...read,
      lists: read.lists.map((list) => ({ ...list, id: own(list.id) })),
      clauses: read.clauses.map((clause) => ({ ...clause, id: own(clause.id) })),
      tasks: read.tasks.map((task) => ({ ...task, list: own(task.list), clause: own(task.clause) })),
    },
  }
}

/** The clauses of the notice, so that a clause id shows its text. */
function clauseRows(campaignId: string, planId: string, draft: DraftContent): Attachment {
  const rows = draft.package.clauses.map((clause, index) => ({
    campaign_id: campaignId,
    id: clause.id,
    plan_id: planId,
    sort_order: index,
    number: clause.number,
    heading: clause.heading,
    body: clause.text,
  }))
  const columns = ['campaign_id', 'id', 'plan_id', 'sort_order', 'number', 'heading', 'body']
  return { table: 'app.clause', columns, rows }
}
