import type { Decider } from '../kernel/decider.ts'
import { accept, refuse } from '../kernel/refusal.ts'
import { nextRuleSet, type RuleSetProblemCode } from './rule-set-version.ts'
import type { RuleSet } from './rule-set.ts'

/** A published version without its content: enough to judge the next one. */
export interface VersionHead {
  readonly id: string
  readonly series: string
  readonly validFrom: string
  /** Business day of the publication. */
  readonly publishedOn: string
}

/** All versions of one place's rules, in the order of their publication. Only added to. */
export type RuleSeries =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'kept'
      readonly division: string
      /** The campaign whose notice the rules came from. */
      readonly campaignId: string
      readonly versions: readonly VersionHead[]
    }

interface Publication {
  readonly ruleSet: RuleSet
  readonly reason: string
  readonly on: string
}

export type RuleSeriesCommand =
  | ({ readonly type: 'begin'; readonly division: string; readonly campaignId: string } & Publication)
  | ({ readonly type: 'publish' } & Publication)
  /** Versions that an earlier program kept inside the campaign, oldest first. They are in force already. */
  | {
      readonly type: 'adopt'
      readonly division: string
      readonly campaignId: string
      readonly publications: readonly Publication[]
    }

export type RuleSeriesEvent =
  | ({ readonly type: 'seriesBegun'; readonly division: string; readonly campaignId: string } & Publication)
  | ({ readonly type: 'versionPublished' } & Publication)

export const ruleSeriesRefusals = [
  'rules.already-begun',
  'rules.not-begun',
  'rules.reason-missing',
  'rules.valid-from-past',
] as const
export type RuleSeriesRefusal = (typeof ruleSeriesRefusals)[number] | RuleSetProblemCode

/** The life of a series: begun with a notice, then one version after the other; nothing takes a version back. */
export const ruleSeriesDecider: Decider<RuleSeriesCommand, RuleSeries, RuleSeriesEvent, RuleSeriesRefusal, undefined> =
  {
    initial: { kind: 'none' },

    decide(command, state) {
      if (command.type !== 'publish') {
        if (state.kind !== 'none') return refuse('rules.already-begun')
        const { division, campaignId } = command
        const [first, ...later] = (command.type === 'begin' ? [command] : command.publications).map(publicationOf)
        if (!first) return refuse('rules.not-begun')
        return accept<RuleSeriesEvent>(
          { type: 'seriesBegun', division, campaignId, ...first },
          ...later.map((one) => ({ type: 'versionPublished' as const, ...one })),
        )
      }
      if (state.kind === 'none') return refuse('rules.not-begun')
      if (command.reason.trim() === '') return refuse('rules.reason-missing')
      // A period that runs already was counted by the version of its day: no version begins before it is published (rule D-29).
      if (command.ruleSet.validFrom < command.on) return refuse('rules.valid-from-past', { today: command.on })
      const next = nextRuleSet(state.versions, command.ruleSet)
      if (!next.ok) return refuse(next.problems[0]!.code, next.problems[0]!.facts)
      return accept({ type: 'versionPublished', ...publicationOf(command), ruleSet: next.ruleSet })
    },

    evolve(state, event) {
      const { id, series, validFrom } = event.ruleSet
      const head = { id, series, validFrom, publishedOn: event.on }
      if (event.type === 'seriesBegun')
        return { kind: 'kept', division: event.division, campaignId: event.campaignId, versions: [head] }
      return state.kind === 'none' ? state : { ...state, versions: [...state.versions, head] }
    },
  }

function publicationOf({ ruleSet, reason, on }: Publication): Publication {
  return { ruleSet, reason: reason.trim(), on }
}
