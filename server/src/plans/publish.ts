import { draftDecider } from '@yingshang/core/plans/draft'
import type { PlanDraft } from '@yingshang/core/plans/draft-state'
import { unitsToCreate } from '@yingshang/core/plans/publishing'
import { notFound, refused } from '../platform/http/failure.ts'
import { decideAndRecord } from '../platform/ledger/decide-and-record.ts'
import { changeBy, orRefuse, type Occasion } from '../platform/ledger/decide.ts'
import { load } from '../platform/ledger/load.ts'
import { newId } from '../platform/ledger/record.ts'
import type { Change, Loaded } from '../platform/ledger/table.ts'
import type { Services } from '../platform/capability.ts'
import { registerUnits } from '../units/for-others.ts'
import { apart } from './later-file.ts'
import { campaignWrite, clauseRows } from './publish-campaign.ts'
import { taskWrite, tasksToPublish, unitWishes } from './publish-tasks.ts'
import { planTable } from './tables.ts'

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
  return decideAndRecord(db, occasion, async () => {
    const loaded = await load(db, planTable, planId)
    if (!loaded) throw notFound('plan')
    // The person published what they saw: a draft that somebody else has changed since is looked at again first.
    if (loaded.version !== version && loaded.state.kind === 'draft') throw refused({ code: 'plan.changed-meanwhile' })
    return prepare(services, occasion, loaded)
  })
}

async function prepare(services: Services, occasion: Occasion, plan: Loaded<PlanDraft>) {
  if (plan.state.kind !== 'draft') throw refused({ code: 'plan.no-draft' })
  const draft = apart(plan.state, plan.id)
  const campaign = await campaignWrite(services, occasion, plan.id, draft)
  const command = { type: 'publish', campaignId: campaign.id, on: occasion.businessDay } as const
  const events = orRefuse(draftDecider.decide(command, plan.state, undefined))
  const made = await registerUnits(services.databases.app, unitWishes(draft), () => newId(occasion.now))
  const tasks = await tasksToPublish(services, draft, made)
  const written = await taskWrite(services, occasion, draft, plan.id, campaign, tasks)
  const ended = changeBy(planTable, draftDecider, plan, events)
  const { rules } = campaign
  const changes: Change[] = [ended, campaign.change, ...(rules?.changes ?? []), ...made.changes, ...written.changes]
  const published: Published = {
    campaignId: campaign.id,
    tasks: tasks.length,
    parts: tasks.reduce((sum, task) => sum + task.parts.length, 0),
    unitsMade: unitsToCreate(draft).length,
  }
  const attachments = [clauseRows(campaign.id, plan.id, draft), ...(rules?.attachments ?? [])]
  return { changes, attachments, outbox: written.outbox, result: published }
}
