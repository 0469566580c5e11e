import type { Actor, Role } from '../kernel/actor.ts'
import { holds, isOffice } from '../kernel/actor.ts'
import type { Refusal } from '../kernel/refusal.ts'

/**
 * Who may do what with plans and campaigns. Importing, correcting and publishing are the coordination office's work;
 * every member of staff may read a campaign, because its tasks are given to them under it.
 */
export const planActions = [
  'readPlan',
  'importPlan',
  'correctPlan',
  'publishPlan',
  'listCampaigns',
  'readCampaign',
  'changeSettings',
  'moveTrialDay',
  'resetTrial',
] as const
export type PlanAction = (typeof planActions)[number]

const invited: readonly Role[] = ['delegate', 'panelMember']

export type PlanPolicyRefusal = 'plan.office-only' | 'plan.director-only' | 'plan.staff-only'

export function mayPlan(actor: Actor, action: PlanAction): Refusal<PlanPolicyRefusal> | null {
  switch (action) {
    case 'listCampaigns':
      return actor.kind === 'system' || actor.posts.length > 0 ? null : { code: 'plan.staff-only' }
    case 'readCampaign':
      // Invited outsiders see what they were invited to; of a campaign that is its name and days, as the public page has them.
      return actor.kind === 'system' || actor.posts.some((post) => !invited.includes(post.role))
        ? null
        : { code: 'plan.staff-only' }
    case 'readPlan':
      return isOffice(actor) || holds(actor, ['auditor', 'leader']) ? null : { code: 'plan.office-only' }
    case 'importPlan':
    case 'correctPlan':
    case 'publishPlan':
      return isOffice(actor) ? null : { code: 'plan.office-only' }
    case 'changeSettings':
      return holds(actor, 'coordinationDirector') ? null : { code: 'plan.director-only' }
    case 'moveTrialDay':
    case 'resetTrial':
      return actor.kind === 'system' || actor.posts.length > 0 ? null : { code: 'plan.staff-only' }
  }
}
