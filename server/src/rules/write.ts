import type { Actor } from '@yingshang/core/kernel/actor'
import {
  ruleSeriesDecider,
  type RuleSeries,
  type RuleSeriesCommand,
  type RuleSeriesEvent,
} from '@yingshang/core/rules/rule-series'
import { changeBy, orRefuse } from '../platform/ledger/decide.ts'
import type { Attachment, Change, Loaded } from '../platform/ledger/table.ts'
import { ruleSeriesTable } from './tables.ts'

/** What is written when versions are published: the series' step and a row for each version, in one `record`. */
export interface RuleWrite {
  readonly changes: readonly Change[]
  readonly attachments: readonly Attachment[]
}

/** A series that is to be begun, for `writeRules`. */
export function newSeries(id: string): Loaded<RuleSeries> {
  return { id, version: 0, head: '', state: ruleSeriesDecider.initial }
}

/**
 * Decides the command; throws the refusal. Every version that is published becomes a row that nothing changes.
 * `publishers` names who published each version, where that was not the one who acts now.
 */
export function writeRules(
  loaded: Loaded<RuleSeries>,
  command: RuleSeriesCommand,
  actor: Actor,
  publishers?: readonly (string | null)[],
): RuleWrite {
  const events = orRefuse(ruleSeriesDecider.decide(command, loaded.state, undefined))
  const before = loaded.state.kind === 'none' ? 0 : loaded.state.versions.length
  const publishedBy = actor.kind === 'person' ? actor.personId : null
  return {
    changes: [changeBy<RuleSeries, RuleSeriesEvent>(ruleSeriesTable, ruleSeriesDecider, loaded, events)],
    attachments: [
      {
        table: 'app.rule_set',
        columns: ['id', 'series_id', 'number', 'valid_from', 'published_on', 'published_by', 'reason', 'rules'],
        rows: events.map((event, place) => ({
          id: event.ruleSet.id,
          series_id: loaded.id,
          number: before + place + 1,
          valid_from: event.ruleSet.validFrom,
          published_on: event.on,
          published_by: publishers ? (publishers[place] ?? null) : publishedBy,
          reason: event.reason,
          rules: event.ruleSet,
        })),
      },
    ],
  }
}
