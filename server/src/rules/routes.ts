import type { FastifyInstance } from 'fastify'
import type { Actor } from '@yingshang/core/kernel/actor'
import * as contract from '@yingshang/core/rules/contract'
import { mayRule, type RuleAction } from '@yingshang/core/rules/policy'
import { firstDayOfNext } from '@yingshang/core/rules/rule-set-version'
import { changedSettings } from '@yingshang/core/rules/settings'
import type { Services } from '../platform/capability.ts'
import { forbidden, notFound, refused } from '../platform/http/failure.ts'
import { serve } from '../platform/http/register.ts'
import { previewOf } from './preview.ts'
import { publishNext } from './publish.ts'
import { demandRunning } from './running.ts'
import { versionsOf } from './store.ts'
import { campaignOfVersion, clausesOf, versionRows } from './views.ts'

export function ruleRoutes(app: FastifyInstance, services: Services): void {
  const db = services.databases.app

  serve(app, contract.listRuleSets, async (call) => {
    demand(call.actor, 'readRules')
    const versions = await versionRows(db, call.params.campaignId, call.businessDay)
    const newest = versions.at(-1)
    if (!newest) throw notFound('ruleSet')
    return {
      businessDay: call.businessDay,
      title: newest.ruleSet.title,
      versions: versions.map(({ head }) => head).toReversed(),
      nextFrom: firstDayOfNext(
        versions.map(({ ruleSet }) => ruleSet),
        call.businessDay,
      ),
      mayPreview: allowed(call.actor, 'previewRules'),
      mayPublish: allowed(call.actor, 'publishRules'),
    }
  })

  serve(app, contract.readRuleSetVersion, async (call) => {
    demand(call.actor, 'readRules')
    const campaignId = await campaignOfVersion(db, call.params.versionId)
    if (campaignId === undefined) throw notFound('ruleSet')
    const versions = await versionRows(db, campaignId, call.businessDay)
    const place = versions.findIndex(({ ruleSet }) => ruleSet.id === call.params.versionId)
    const { head, ruleSet } = versions[place]!
    const before = versions[place - 1]
    return {
      campaignId,
      head,
      ruleSet,
      clauses: await clausesOf(db, campaignId, ruleSet),
      previousId: before?.ruleSet.id ?? null,
      differences: before ? changedSettings(before.ruleSet, ruleSet) : [],
    }
  })

  serve(app, contract.previewRuleSet, async (call) => {
    demand(call.actor, 'previewRules')
    const versions = await versionsOf(db, call.params.campaignId)
    const newest = versions.at(-1)
    if (!newest) throw notFound('ruleSet')
    const { base, exampleDay, ...proposal } = call.body
    if (newest.id !== base) throw refused({ code: 'rules.changed-meanwhile' })
    const day = exampleDay ?? proposal.validFrom
    return previewOf(versions, proposal, {
      businessDay: call.businessDay,
      exampleDay: day,
      calendar: services.calendar(),
    })
  })

  serve(app, contract.publishRuleSet, async (call) => {
    demand(call.actor, 'publishRules')
    const { campaignId } = call.params
    await demandRunning(db, campaignId)
    return publishNext(db, call, campaignId, call.body)
  })
}

function demand(actor: Actor, action: RuleAction): void {
  const refusal = mayRule(actor, action)
  if (refusal) throw forbidden(refusal)
}

function allowed(actor: Actor, action: RuleAction): { allowed: boolean; refusal: { code: string } | null } {
  const refusal = mayRule(actor, action)
  return { allowed: refusal === null, refusal }
}
