import type { FastifyInstance } from 'fastify'
import type { Actor } from '@yingshang/core/kernel/actor'
import * as contract from '@yingshang/core/plans/contract'
import { campaignSettingsOf, settingsEdits } from '@yingshang/core/plans/campaign-settings'
import { mayPlan, type PlanAction } from '@yingshang/core/plans/policy'
import { blockersOf } from '@yingshang/core/plans/readiness'
import { ruleSetOn } from '@yingshang/core/rules/rule-set-version'
import { forbidden, notFound } from '../platform/http/failure.ts'
import { serve } from '../platform/http/register.ts'
import type { Daily } from '../platform/jobs/daily.ts'
import type { Services } from '../platform/capability.ts'
import { demandRunning, publishNext, versionsOf } from '../rules/for-others.ts'
import { listCounts } from '../tasks/for-others.ts'
import { changePlan } from './change.ts'
import { differencesOf } from './differences.ts'
import { importPlan } from './import.ts'
import { publishPlan } from './publish.ts'
import { suggestUnits } from './suggest.ts'
import { moveTrialDay } from './trial.ts'
import * as views from './views.ts'

export function planRoutes(app: FastifyInstance, services: Services, daily: Daily): void {
  const db = services.databases.app
  const division = services.installation.division

  serve(app, contract.listPlans, async (call) => {
    demand(call.actor, 'readPlan')
    return { plans: await views.plansOf(db, division) }
  })

  serve(app, contract.importPlan, async (call) => {
    demand(call.actor, 'importPlan')
    return importPlan(services, call, call.body)
  })

  serve(app, contract.readPlan, async (call) => {
    demand(call.actor, 'readPlan')
    const plan = await views.planForReview(db, call.params.planId)
    if (!plan) throw notFound('plan')
    const { tasks, ...rest } = plan.draft.package
    return {
      id: call.params.planId,
      version: plan.version,
      state: plan.draft.kind,
      campaignId: plan.draft.kind === 'published' ? plan.draft.campaignId : null,
      fileId: plan.draft.fileId,
      fileName: plan.draft.fileName,
      purpose: plan.draft.purpose,
      lines: plan.lines,
      package: rest,
      tasks,
      units: plan.draft.units,
      groups: plan.draft.groups,
      decisions: plan.draft.tasks,
      settled: plan.draft.settled,
      diagnostics: rest.diagnostics,
      blockers: plan.draft.kind === 'draft' ? blockersOf(plan.draft) : [],
      differences: plan.draft.kind === 'draft' ? await differencesOf(services, plan.draft) : [],
      actions: (['correctPlan', 'publishPlan'] as const).map((name) => ({ name, ...allowed(call.actor, name) })),
    }
  })

  serve(app, contract.changePlan, async (call) => {
    demand(call.actor, 'correctPlan')
    const answer = await changePlan(services, call, call.params.planId, call.body.change)
    return { version: answer.version, blockers: answer.blockers }
  })

  serve(app, contract.suggestUnits, async (call) => {
    demand(call.actor, 'correctPlan')
    const plan = await views.planForReview(db, call.params.planId)
    if (!plan) throw notFound('plan')
    return suggestUnits(services, plan.draft)
  })

  serve(app, contract.publishPlan, async (call) => {
    demand(call.actor, 'publishPlan')
    return publishPlan(services, call, call.params.planId, call.body.version)
  })

  campaignRoutes(app, services)

  serve(app, contract.moveTrialDay, async (call) => {
    demand(call.actor, 'moveTrialDay')
    const moved = await moveTrialDay(services, call.body.day)
    await daily.catchUp()
    return moved
  })
}

function campaignRoutes(app: FastifyInstance, services: Services): void {
  const db = services.databases.app

  serve(app, contract.listCampaigns, async (call) => {
    demand(call.actor, 'listCampaigns')
    return { campaigns: await views.campaignsOf(db, services.installation.division) }
  })

  serve(app, contract.readCampaign, async (call) => {
    demand(call.actor, 'readCampaign')
    const found = await views.campaignOf(db, call.params.campaignId)
    if (!found) throw notFound('campaign')
    const { state } = found
    const versions = await versionsOf(db, call.params.campaignId)
    const newest = versions.at(-1)
    if (!newest) throw notFound('ruleSet')
    const { handle, extension, feedback, rework } = (ruleSetOn(versions, call.businessDay) ?? newest).complaint
    const counts = await listCounts(db, call.params.campaignId, call.businessDay)
    return {
      id: call.params.campaignId,
      name: state.name,
      docNumber: state.docNumber,
      start: state.start,
      end: state.end,
      state: state.kind,
      businessDay: call.businessDay,
      stages: state.stages.map((stage) => ({ ...stage, state: stageState(stage, call.businessDay) })),
      lists: state.lists.map((list) => ({
        ...list,
        tasks: counts.get(list.id)?.tasks ?? 0,
        concluded: counts.get(list.id)?.concluded ?? 0,
        overdue: counts.get(list.id)?.overdue ?? 0,
      })),
      indicators: state.indicators,
      categories: state.categories,
      periods: { handle, extension, feedback, rework },
      settings: campaignSettingsOf(newest),
      settingsFrom: newest.validFrom > call.businessDay ? newest.validFrom : null,
      planIds: state.planIds,
      mayChangeSettings: allowed(call.actor, 'changeSettings'),
    }
  })

  serve(app, contract.changeSettings, async (call) => {
    demand(call.actor, 'changeSettings')
    const { settings, reason } = call.body
    await demandRunning(db, call.params.campaignId)
    const newest = (await versionsOf(db, call.params.campaignId)).at(-1)
    if (!newest) throw notFound('ruleSet')
    const edits = settingsEdits(newest, settings)
    const published = await publishNext(db, call, call.params.campaignId, { edits, reason, base: newest.id })
    return { validFrom: published.validFrom }
  })

  serve(app, contract.readClause, async (call) => {
    demand(call.actor, 'readCampaign')
    const clause = await views.clauseOf(db, call.params.campaignId, call.params.clauseId)
    if (!clause) throw notFound('clause')
    return clause
  })
}

function stageState(
  stage: { start: string | null; end: string | null },
  day: string,
): 'before' | 'running' | 'over' | 'undated' {
  if (!stage.start || !stage.end) return 'undated'
  if (day < stage.start) return 'before'
  return day > stage.end ? 'over' : 'running'
}

function demand(actor: Actor, action: PlanAction): void {
  const refusal = mayPlan(actor, action)
  if (refusal) throw forbidden(refusal)
}

function allowed(actor: Actor, action: PlanAction): { allowed: boolean; refusal: { code: string } | null } {
  const refusal = mayPlan(actor, action)
  return { allowed: refusal === null, refusal }
}
