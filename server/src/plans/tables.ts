import type { Campaign } from '@yingshang/core/plans/campaign'
import type { PlanDraft } from '@yingshang/core/plans/draft-state'
import type { Table } from '../platform/ledger/table.ts'

export const planTable: Table<PlanDraft> = {
  name: 'app.plan',
  stream: 'plan',
  columns: ['division', 'kind', 'title', 'campaign_id', 'imported_on'],
  row(state) {
    if (state.kind === 'none') throw new Error('a plan that was never imported is not kept')
    const target = state.kind === 'published' ? state.campaignId : null
    return {
      division: state.division,
      kind: state.kind,
      title: state.package.document.title || state.fileName,
      campaign_id: target ?? ('campaignId' in state.purpose ? state.purpose.campaignId : null),
      imported_on: state.importedOn,
    }
  },
}

export const campaignTable: Table<Campaign> = {
  name: 'app.campaign',
  stream: 'campaign',
  columns: ['division', 'kind', 'name', 'start_day', 'end_day'],
  row(state) {
    if (state.kind === 'none') throw new Error('a campaign that was never opened is not kept')
    return { division: state.division, kind: state.kind, name: state.name, start_day: state.start, end_day: state.end }
  },
}
