import { superviseCases, type supervisedCase } from '@yingshang/core/cases/summary-contract'
import {
  caseKindNames,
  caseSourceNames,
  caseStatusNames,
  conclusionNames,
  satisfactionNames,
} from '@yingshang/core/cases/labels.zh'
import Button from 'antd/es/button'
import type { z } from 'zod'
import { call } from '../../api/client.ts'
import { useRead } from '../../api/use-read.ts'
import { dayText } from '../../ui/day.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar, OneOf } from '../../ui/filter-bar.tsx'
import { ListTable, type Column } from '../../ui/list-table.tsx'
import { Page } from '../../ui/page.tsx'
import { PrintProgress, usePrintAll } from '../../ui/print-all.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { useUrlState } from '../../ui/use-url-state.ts'
import { useSession } from '../frame/session.tsx'
import { useUnits } from '../units/use-units.ts'
import { CaseTabs } from './case-tabs.tsx'
import { Lamp } from './lamp.tsx'
import { alertChoices } from './queue-filters.tsx'

type Row = z.infer<typeof supervisedCase>

const columns: readonly Column<Row>[] = [
  {
    key: 'number',
    title: '编号',
    width: '12rem',
    printWidth: '18%',
    card: 'title',
    render: (row) => (
      <>
        <span className="keep">{row.number}</span>
        <span className="quiet small below">
          {caseKindNames[row.kind]} · {caseSourceNames[row.source]}
          {row.category && ` · ${row.category.name}`}
        </span>
      </>
    ),
  },
  { key: 'received', title: '收到', width: '7rem', render: (row) => <span className="keep">{row.receivedOn}</span> },
  {
    key: 'unit',
    title: '承办单位',
    printWidth: '16%',
    render: (row) => row.leadUnit?.name ?? <span className="quiet">还没有交办</span>,
  },
  {
    key: 'status',
    title: '状态',
    width: '9rem',
    render: (row) => (
      <>
        {caseStatusNames[row.status]}
        {row.conclusion && `（${conclusionNames[row.conclusion]}）`}
        {row.satisfaction && <span className="quiet small below">{satisfactionNames[row.satisfaction]}</span>}
      </>
    ),
  },
  {
    key: 'dueOn',
    title: '期限',
    width: '11rem',
    render: (row) => (
      <>
        {row.dueOn ? dayText(row.dueOn) : '—'}
        {row.firstDueOn && row.firstDueOn !== row.dueOn && (
          <span className="quiet small below">原定 {row.firstDueOn}</span>
        )}
      </>
    ),
  },
  { key: 'alert', title: '红黄蓝灯', width: '11rem', card: 'plain', render: (row) => <Lamp of={row} /> },
  { key: 'history', title: '经过', render: (row) => <Happened row={row} /> },
]

function Happened({ row }: { row: Row }) {
  const said = [
    row.round > 1 && `第 ${row.round} 轮`,
    row.firstAnswerLate && '首次答复超期',
    row.declines > 0 && `退单 ${row.declines} 次`,
    row.handOvers > 0 && `改派 ${row.handOvers} 次`,
    row.returns > 0 && `退回 ${row.returns} 次`,
    row.extensions > 0 && `延期 ${row.extensions} 次`,
    row.urges > 0 && `催办 ${row.urges} 次`,
  ].filter((one) => one !== false)
  return said.length > 0 ? said.join('，') : <span className="quiet">—</span>
}

/** Where every case stands, for those who supervise: no title, no text, no result. */
export function SupervisionPage() {
  const { campaign } = useSession()
  const units = useUnits().choices
  const [url, change] = useUrlState({ unit: 'text', alert: 'text', show: 'text', page: 'page' })
  const filter = {
    campaignId: campaign?.id,
    unit: url.unit,
    alert: url.alert,
    show: url.show === 'all' ? ('all' as const) : ('open' as const),
  }
  const cases = useRead(superviseCases, { query: { ...filter, page: url.page } }, { keep: true })
  const print = usePrintAll<Row>({
    readPage: (page, signal) => call(superviseCases, { query: { ...filter, page, size: 100 }, signal }),
    keyOf: (row) => row.id,
  })
  const filtered = url.unit !== undefined || url.alert !== undefined || url.show !== undefined
  const clear = () => change({ unit: undefined, alert: undefined, show: undefined })
  return (
    <Page
      title="办理情况"
      state="每件办到哪一步、谁在办、到期没有。这里没有反映的内容，也没有反映人的信息。"
      actions={
        <Button disabled={print.read !== undefined} onClick={() => void print.start()}>
          打印
        </Button>
      }
    >
      <CaseTabs here="/cases/supervision" />
      <FilterBar clear={filtered ? clear : undefined}>
        <OneOf
          label="范围"
          value={url.show}
          onChange={(show) => change({ show })}
          choices={[{ value: 'all', label: '连同已办结的' }]}
        />
        <OneOf label="单位" searchable value={url.unit} onChange={(unit) => change({ unit })} choices={units} />
        <OneOf label="红黄蓝灯" value={url.alert} onChange={(alert) => change({ alert })} choices={alertChoices} />
      </FilterBar>
      <PrintProgress print={print} />
      <Loaded query={cases}>
        {(found) => (
          <ListTable
            label="办理情况"
            columns={columns}
            rows={print.rows ?? found.rows}
            rowKey={(row) => row.id}
            busy={cases.isPlaceholderData}
            paging={{
              page: print.rows ? 1 : found.page,
              size: found.size,
              total: found.total,
              capped: found.more,
              onPage: (page) => change({ page }, false),
            }}
            empty={
              <EmptyState title={filtered ? '没有符合条件的件' : '没有在办的件'}>
                {filtered ? '换一个条件再看，或者清除全部筛选。' : '登记的投诉办到哪一步，会列在这里。'}
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Page>
  )
}
