import { caseBoard, exportCases, listCases, type CaseRow } from '@yingshang/core/cases/contract'
import { boardFigureNames } from '@yingshang/core/cases/labels.zh'
import Button from 'antd/es/button'
import type { z } from 'zod'
import { call, urlOf } from '../../api/client.ts'
import { useRead } from '../../api/use-read.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import { Page } from '../../ui/page.tsx'
import { PrintProgress, usePrintAll } from '../../ui/print-all.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useUrlState } from '../../ui/use-url-state.ts'
import { useSession } from '../frame/session.tsx'
import { CaseDetail } from './case-detail.tsx'
import { CaseTabs } from './case-tabs.tsx'
import { FigureTiles } from './figure-tiles.tsx'
import { queueColumns } from './queue-columns.tsx'
import { QueueFilters } from './queue-filters.tsx'
import { filterOf, isFiltered, knownFigure, noFilter, queueShape, sortOf } from './queue-state.ts'
import { useCase } from './use-case.ts'

/** The office's queue: what waits, the most urgent first; every filter stands in the address. */
export function QueuePage() {
  const { campaign } = useSession()
  const [url, change] = useUrlState(queueShape)
  const query = { ...filterOf(url, campaign?.id), ...sortOf(url.sort) }
  const board = useRead(caseBoard, { query: { campaignId: campaign?.id } })
  const cases = useRead(listCases, { query: { ...query, page: url.page } }, { keep: true })
  const print = usePrintAll<CaseRow>({
    readPage: (page, signal) => call(listCases, { query: { ...query, page, size: 100 }, signal }),
    keyOf: (row) => row.id,
  })
  const figure = knownFigure(url.figure)
  return (
    <Page
      title={figure ? `办件：${boardFigureNames[figure]}` : '办件'}
      state={board.data && sentence(board.data)}
      actions={
        <>
          <LinkButton to="/cases/new" primary>
            登记
          </LinkButton>
          <Button href={urlOf(exportCases, { query: filterOf(url, campaign?.id) })} download>
            导出 Excel
          </Button>
          <Button disabled={print.read !== undefined} onClick={() => (url.open ? window.print() : void print.start())}>
            打印
          </Button>
        </>
      }
    >
      <CaseTabs here="/cases" />
      {board.data && <FigureTiles figures={board.data.figures} here={figure} />}
      <QueueFilters url={url} onChange={change} clear={isFiltered(url) ? () => change(noFilter) : undefined} />
      <PrintProgress print={print} />
      <Loaded query={cases}>
        {(found) => (
          <ListTable
            label="办件"
            columns={queueColumns}
            rows={print.rows ?? found.rows}
            rowKey={(row) => row.id}
            open={(row) => change({ open: row.id })}
            openKey={url.open}
            sort={url.sort}
            onSort={(sort) => change({ sort })}
            busy={cases.isPlaceholderData}
            paging={{
              page: print.rows ? 1 : found.page,
              size: found.size,
              total: found.total,
              capped: found.more,
              onPage: (page) => {
                change({ page }, false)
                window.scrollTo(0, 0)
              },
            }}
            empty={
              isFiltered(url) ? (
                <EmptyState
                  title={figure ? `没有${boardFigureNames[figure]}的` : '没有符合条件的办件'}
                  action={<Button onClick={() => change(noFilter)}>清除筛选</Button>}
                >
                  换一个条件再看，或者清除全部筛选。
                </EmptyState>
              ) : (
                <EmptyState title="没有要办的件">
                  网上反映、窗口收集、来电来信登记的投诉都会出现在这里，最急的在前。
                </EmptyState>
              )
            }
          />
        )}
      </Loaded>
      {url.open && <CasePanel key={url.open} caseId={url.open} onClose={() => change({ open: undefined })} />}
    </Page>
  )
}

/** The open case beside the queue; it need not be on the page that is shown. */
function CasePanel({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const found = useCase(caseId).data
  return (
    <SidePanel title={found ? found.title : '办件'} state={found?.number} page={`/cases/${caseId}`} onClose={onClose}>
      <CaseDetail caseId={caseId} inPanel />
    </SidePanel>
  )
}

function sentence({ open, figures }: z.output<typeof caseBoard.reply>): string {
  const count = (name: string) => figures.find((one) => one.name === name)?.count ?? 0
  return `没有办结的 ${open} 件：逾期 ${count('overdue')} 件，今天到期 ${count('dueToday')} 件，新登记 ${count('new')} 件，待交办 ${count('unassigned')} 件。`
}
