import { Link } from '@tanstack/react-router'
import { listTips, type tipRow } from '@yingshang/core/supervision/tip-contract'
import { tipStatusNames } from '@yingshang/core/supervision/labels.zh'
import { tipStatuses } from '@yingshang/core/supervision/tip-state'
import type { z } from 'zod'
import { useRead } from '../../api/use-read.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar, OneOf } from '../../ui/filter-bar.tsx'
import { ListTable, type Column } from '../../ui/list-table.tsx'
import { Page } from '../../ui/page.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { useUrlState } from '../../ui/use-url-state.ts'
import { useNavigate } from '@tanstack/react-router'
import { CaseTabs } from '../cases/case-tabs.tsx'

type Row = z.infer<typeof tipRow>

const columns: readonly Column<Row>[] = [
  {
    key: 'number',
    title: '编号',
    card: 'title',
    render: (row) => (
      <Link to={`/tips/${row.id}`} className="keep">
        {row.number}
      </Link>
    ),
  },
  { key: 'received', title: '收到', render: (row) => <span className="keep">{row.receivedOn}</span> },
  { key: 'status', title: '状态', render: (row) => tipStatusNames[row.status] },
  {
    key: 'waiting',
    title: '等了多久',
    render: (row) =>
      row.waitingDays === null ? <span className="quiet">—</span> : `${row.waitingDays} 个工作日没有处理`,
  },
  { key: 'files', title: '附件', render: (row) => (row.files === 0 ? '没有' : `${row.files} 份`) },
  {
    key: 'message',
    title: '留言',
    render: (row) => (row.messageWaiting ? <b>有新留言</b> : <span className="quiet">—</span>),
  },
]

/** The restricted queue of discipline inspection: no text; that lies sealed and is opened on record. */
export function TipsPage() {
  const navigate = useNavigate()
  const [url, change] = useUrlState({ status: 'text', page: 'page' })
  const status = tipStatuses.find((one) => one === url.status)
  const tips = useRead(listTips, { query: { status, page: url.page } }, { keep: true })
  return (
    <Page title="举报" state="举报人员和单位自身问题的，只有纪检监察机关看得到。原文密封，打开须说明理由并留痕。">
      <CaseTabs here="/tips" />
      <FilterBar clear={status ? () => change({ status: undefined }) : undefined}>
        <OneOf
          label="状态"
          value={status}
          onChange={(next) => change({ status: next })}
          choices={tipStatuses.map((value) => ({ value, label: tipStatusNames[value] }))}
        />
      </FilterBar>
      <Loaded query={tips}>
        {(found) => (
          <ListTable
            label="举报"
            columns={columns}
            rows={found.rows}
            rowKey={(row) => row.id}
            open={(row) => void navigate({ to: `/tips/${row.id}` })}
            busy={tips.isPlaceholderData}
            paging={{
              page: found.page,
              size: found.size,
              total: found.total,
              onPage: (page) => change({ page }, false),
            }}
            empty={
              <EmptyState title={status ? `没有${tipStatusNames[status]}的举报` : '没有举报'}>
                反映人在网上选择举报人员或者单位自身问题时，直接到这里，不经过任何承办单位。
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Page>
  )
}
