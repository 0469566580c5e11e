import type { RuleSeries } from '@yingshang/core/rules/rule-series'
import type { Table } from '../platform/ledger/table.ts'

export const ruleSeriesTable: Table<RuleSeries> = {
  name: 'app.rule_series',
  stream: 'ruleSeries',
  columns: ['division', 'campaign_id'],
  row(state) {
    if (state.kind === 'none') throw new Error('a series that was never begun is not kept')
    return { division: state.division, campaign_id: state.campaignId }
  },
}
