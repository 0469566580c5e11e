import { leaderSummary } from '@yingshang/core/cases/summary-contract'
import { useRead } from '../../api/use-read.ts'
import { DayField } from '../../ui/day-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { ListTable, type Column } from '../../ui/list-table.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { shareText } from '../../ui/day.ts'
import { useUrlState } from '../../ui/use-url-state.ts'
import { useSession } from '../frame/session.tsx'
import { CaseTabs } from './case-tabs.tsx'
import { LeaderBlock, SatisfactionLines, type Summary } from './leader-block.tsx'

type UnitLine = Summary['units'][number]
type CategoryLine = Summary['categories'][number]

const unitColumns: readonly Column<UnitLine>[] = [
  { key: 'unit', title: '单位', card: 'title', render: (row) => row.unit.name },
  { key: 'open', title: '没有办结', align: 'number', render: (row) => row.open },
  { key: 'overdue', title: '逾期', align: 'number', render: (row) => row.overdue },
  {
    key: 'late',
    title: '首次答复超期',
    align: 'number',
    render: (row) => shareText(row.answeredLate, row.answered),
  },
  { key: 'dissatisfied', title: '不满意', align: 'number', render: (row) => row.dissatisfied },
  { key: 'declines', title: '退单', align: 'number', render: (row) => row.declines },
]

const categoryColumns: readonly Column<CategoryLine>[] = [
  { key: 'category', title: '问题大类', card: 'title', render: (row) => row.category?.name ?? '没有分类' },
  { key: 'now', title: '本时段', align: 'number', render: (row) => row.now },
  { key: 'before', title: '上一时段', align: 'number', render: (row) => row.before },
]

/** One screen for a leader, on one sheet of paper: no text of any case. */
export function SummaryPage() {
  const { campaign } = useSession()
  const [url, change] = useUrlState({ from: 'text', to: 'text' })
  const summary = useRead(
    leaderSummary,
    { query: { campaignId: campaign?.id, from: url.from, to: url.to } },
    { keep: true },
  )
  const period = summary.data
  return (
    <Page
      title="投诉办理一页"
      state={period && `${period.from} 至 ${period.to}，与前面同样长的一段时间比较。`}
      actions={<PrintButton />}
    >
      <CaseTabs here="/cases/summary" />
      <FilterBar clear={url.from || url.to ? () => change({ from: undefined, to: undefined }) : undefined}>
        <DayField label="从" value={url.from ?? period?.from} onChange={(from) => change({ from })} />
        <span className="quiet">至</span>
        <DayField label="到" value={url.to ?? period?.to} onChange={(to) => change({ to })} />
      </FilterBar>
      <Loaded query={summary}>
        {(found) => (
          <>
            <LeaderBlock found={found} />
            <div className="today-columns">
              <Section title="满意度">
                <SatisfactionLines found={found} />
              </Section>
              <Section title="反映什么">
                <ListTable
                  label="反映什么"
                  columns={categoryColumns}
                  rows={found.categories}
                  rowKey={(row) => row.category?.code ?? ''}
                  empty={<p className="quiet">这段时间没有收到投诉。</p>}
                />
              </Section>
            </div>
            <Section title="承办单位（逾期、超期多的在前）">
              <ListTable
                label="承办单位"
                columns={unitColumns}
                rows={found.units}
                rowKey={(row) => row.unit.id}
                empty={<EmptyState title="没有承办单位">有单位承办投诉时列在这里，逾期、超期多的在前。</EmptyState>}
              />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  )
}
