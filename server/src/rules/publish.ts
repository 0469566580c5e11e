import { canonical } from '@yingshang/core/kernel/canonical'
import { complaintFromPlan, type PlanWithRules } from '@yingshang/core/rules/complaint-from-plan.zh'
import { proposedRuleSet, type Proposal, type SettingEdit } from '@yingshang/core/rules/proposal'
import { ruleSetProblemSentence } from '@yingshang/core/rules/labels.zh'
import { firstDayOfNext, nextVersionId, type RuleSetProblem } from '@yingshang/core/rules/rule-set-version'
import type { RuleSet } from '@yingshang/core/rules/rule-set'
import { Failure, refused } from '../platform/http/failure.ts'
import { decideAndRecord } from '../platform/ledger/decide-and-record.ts'
import type { Occasion } from '../platform/ledger/decide.ts'
import type { Queryable } from '../platform/database/pools.ts'
import { seriesOf, versionsOf } from './store.ts'
import { newSeries, writeRules, type RuleWrite } from './write.ts'

/** The rules that a campaign begins with, as a part of the write that opens it. */
export function begunRules(
  seriesId: string,
  occasion: Occasion,
  campaign: { readonly id: string; readonly division: string },
  ruleSet: RuleSet,
): RuleWrite {
  const { businessDay: on, actor } = occasion
  const command = {
    type: 'begin',
    division: campaign.division,
    campaignId: campaign.id,
    ruleSet,
    reason: '',
    on,
  } as const
  return writeRules(newSeries(seriesId), command, actor)
}

/** What a revised notice changes in the rules of a running campaign; null when it says the same as before. */
export async function revisedRules(
  db: Queryable,
  occasion: Occasion,
  campaignId: string,
  before: PlanWithRules,
  after: PlanWithRules,
  reason: string,
): Promise<RuleWrite | null> {
  const loaded = await seriesOf(db, campaignId)
  const versions = await versionsOf(db, campaignId)
  const newest = versions.at(-1)
  if (!loaded || !newest) throw refused({ code: 'rules.not-begun' })
  const complaint = withRevision(newest.complaint, complaintFromPlan(before), complaintFromPlan(after))
  if (canonical(complaint) === canonical(newest.complaint)) return null
  const on = occasion.businessDay
  const ruleSet: RuleSet = {
    ...newest,
    id: nextVersionId(versions, newest.series),
    validFrom: firstDayOfNext(versions, on),
    complaint,
  }
  return writeRules(loaded, { type: 'publish', ruleSet, reason, on }, occasion.actor)
}

/** Where the two notices differ the later one holds (rule D-32); what the office has set itself since stays otherwise. */
function withRevision(
  running: RuleSet['complaint'],
  before: RuleSet['complaint'],
  after: RuleSet['complaint'],
): RuleSet['complaint'] {
  const paths = Object.keys(running) as (keyof RuleSet['complaint'])[]
  const revised = paths.filter((path) => canonical(before[path]) !== canonical(after[path]))
  return { ...running, ...Object.fromEntries(revised.map((path) => [path, after[path]])) }
}

/** The version that was published, or the one a repeated command published before. */
export interface PublishedVersion {
  readonly versionId: string
  readonly validFrom: string
}

/** The next version as somebody asks for it. A missing `base` or `validFrom` is the newest version, the first day possible. */
export interface NextVersion extends Partial<Pick<Proposal, 'validFrom'>> {
  /** The newest version the person saw. */
  readonly base?: string
  readonly edits: readonly SettingEdit[]
  readonly reason: string
}

/**
 * Publishes the next version of a campaign's rules. A version that came in between is looked at
 * first.
 */
export async function publishNext(
  db: Queryable,
  occasion: Occasion,
  campaignId: string,
  proposal: NextVersion,
): Promise<PublishedVersion> {
  return decideAndRecord(db, occasion, async () => {
    const loaded = await seriesOf(db, campaignId)
    if (!loaded) throw refused({ code: 'rules.not-begun' })
    const versions = await versionsOf(db, campaignId)
    if (proposal.base !== undefined && versions.at(-1)?.id !== proposal.base)
      throw refused({ code: 'rules.changed-meanwhile' })
    const on = occasion.businessDay
    const validFrom = proposal.validFrom ?? firstDayOfNext(versions, on)
    const next = proposedRuleSet(versions, { validFrom, edits: proposal.edits })
    if (!next.ok) throw unusable(next.problems)
    const command = { type: 'publish', ruleSet: next.ruleSet, reason: proposal.reason, on } as const
    const result: PublishedVersion = { versionId: next.ruleSet.id, validFrom }
    return { ...writeRules(loaded, command, occasion.actor), result }
  })
}

/** The first problem as the refusal, and every one of them by its field. */
function unusable(problems: readonly RuleSetProblem[]): Failure {
  const { code, facts } = problems[0]!
  const fields = problems.map((problem) => ({ path: problem.path, message: ruleSetProblemSentence(problem) }))
  return new Failure(409, facts ? { code, facts } : { code }, fields)
}
