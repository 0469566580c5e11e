import type { Decider } from '../kernel/decider.ts'
import { accept, refuse } from '../kernel/refusal.ts'
import type { PlanPackage } from './package.ts'

export interface CampaignStage {
  readonly no: number
  readonly name: string
  readonly periodText: string
  readonly start: string | null
  readonly end: string | null
}

export interface CampaignContent {
  readonly division: string
  readonly planIds: readonly string[]
  readonly name: string
  readonly docNumber: string | null
  readonly start: string
  readonly end: string
  readonly stages: readonly CampaignStage[]
  readonly lists: readonly { readonly id: string; readonly title: string }[]
  readonly indicators: PlanPackage['indicators']
  readonly categories: PlanPackage['categories']
  readonly rules: PlanPackage['rules']
  /** Only in campaigns of an earlier program, which kept the version in force here; versions are rule series now. */
  readonly ruleSet?: unknown
}

export type Campaign =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'running' } & CampaignContent)
  | ({ readonly kind: 'closed'; readonly reason: string } & CampaignContent)

export type CampaignCommand =
  | { readonly type: 'open'; readonly content: CampaignContent }
  | { readonly type: 'addLists'; readonly planId: string; readonly lists: readonly { id: string; title: string }[] }
  | {
      readonly type: 'revise'
      readonly planId: string
      readonly content: Partial<
        Pick<
          CampaignContent,
          'name' | 'docNumber' | 'start' | 'end' | 'stages' | 'lists' | 'indicators' | 'categories' | 'rules'
        >
      >
    }
  | { readonly type: 'close'; readonly reason: string }

export type CampaignEvent =
  | { readonly type: 'campaignOpened'; readonly content: CampaignContent }
  | { readonly type: 'listsAdded'; readonly planId: string; readonly lists: readonly { id: string; title: string }[] }
  | { readonly type: 'campaignRevised'; readonly planId: string; readonly content: Partial<CampaignContent> }
  /** Written by an earlier program only. */
  | { readonly type: 'rulesChanged'; readonly ruleSet: unknown; readonly reason: string }
  | { readonly type: 'campaignClosed'; readonly reason: string }

export const campaignRefusals = [
  'campaign.already-open',
  'campaign.not-running',
  'campaign.list-known',
  'campaign.period-reversed',
  'campaign.reason-missing',
] as const
export type CampaignRefusal = (typeof campaignRefusals)[number]

/** The life of a campaign: opened by publishing a notice, widened by more lists, revised, closed. */
export const campaignDecider: Decider<CampaignCommand, Campaign, CampaignEvent, CampaignRefusal, undefined> = {
  initial: { kind: 'none' },

  decide(command, state) {
    if (command.type === 'open') {
      if (state.kind !== 'none') return refuse('campaign.already-open')
      if (command.content.end < command.content.start) return refuse('campaign.period-reversed')
      return accept({ type: 'campaignOpened', content: command.content })
    }
    if (state.kind !== 'running') return refuse('campaign.not-running')
    switch (command.type) {
      case 'addLists': {
        const known = command.lists.find((list) => state.lists.some((one) => one.id === list.id))
        if (known) return refuse('campaign.list-known', { list: known.title })
        return accept({ type: 'listsAdded', planId: command.planId, lists: command.lists })
      }
      case 'revise': {
        const next = { ...state, ...command.content }
        if (next.end < next.start) return refuse('campaign.period-reversed')
        return accept({ type: 'campaignRevised', planId: command.planId, content: command.content })
      }
      case 'close':
        if (command.reason.trim() === '') return refuse('campaign.reason-missing')
        return accept({ type: 'campaignClosed', reason: command.reason })
    }
  },

  evolve(state, event) {
    if (event.type === 'campaignOpened') return { kind: 'running', ...event.content }
    if (state.kind === 'none') return state
    switch (event.type) {
      case 'listsAdded':
        return { ...state, planIds: [...state.planIds, event.planId], lists: [...state.lists, ...event.lists] }
      case 'campaignRevised':
        return { ...state, ...event.content, planIds: [...state.planIds, event.planId] }
      case 'rulesChanged':
        return { ...state, ruleSet: event.ruleSet }
      case 'campaignClosed':
        return { ...state, kind: 'closed', reason: event.reason }
    }
  },
}
