import type { z } from 'zod'
import type { draftChange } from '@yingshang/core/plans/contract'
import { draftDecider, type DraftCommand, type DraftEvent } from '@yingshang/core/plans/draft'
import type { PlanDraft } from '@yingshang/core/plans/draft-state'
import { blockersOf, type Blocker } from '@yingshang/core/plans/readiness'
import { changeOne, orRefuse, type Occasion } from '../platform/ledger/decide.ts'
import type { Services } from '../platform/capability.ts'
import { planTable } from './tables.ts'

/** One correction or decision on a draft; answers what still stands before publishing. */
export async function changePlan(
  services: Services,
  occasion: Occasion,
  planId: string,
  change: z.output<typeof draftChange>,
): Promise<{ version: number; blockers: Blocker[] }> {
  const command = commandOf(change)
  let after: PlanDraft | undefined
  const written = await changeOne<PlanDraft, DraftEvent>(
    services.databases.app,
    planTable,
    draftDecider,
    planId,
    occasion,
    (loaded) => {
      const events = orRefuse(draftDecider.decide(command, loaded.state, undefined))
      after = events.reduce((state, event) => draftDecider.evolve(state, event), loaded.state)
      return { events }
    },
  )
  return { version: written.version, blockers: after?.kind === 'draft' ? blockersOf(after) : [] }
}

function commandOf(change: z.output<typeof draftChange>): DraftCommand {
  switch (change.type) {
    case 'correctStages':
      return { type: 'correctPart', part: 'stages', value: change.stages }
    case 'correctDocument':
      return { type: 'correctPart', part: 'document', value: change.document }
    case 'correctIndicators':
      return { type: 'correctPart', part: 'indicators', value: change.indicators }
    case 'correctCategories':
      return { type: 'correctPart', part: 'categories', value: change.categories }
    case 'correctRules':
      return { type: 'correctPart', part: 'rules', value: change.rules }
    default:
      return change
  }
}
