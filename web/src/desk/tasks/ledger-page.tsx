import { readCampaign } from '@yingshang/core/plans/contract'
import { exportTasks, listTasks, taskFacets } from '@yingshang/core/tasks/contract'
import Button from 'antd/es/button'
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
import { useSession, type CampaignHead } from '../frame/session.tsx'
import { ledgerColumns } from './ledger-columns.tsx'
import { LedgerFilters } from './ledger-filters.tsx'
import { filterOf, isFiltered, ledgerShape, noFilter, sortOf } from './ledger-state.ts'
import { TaskDetail } from './task-detail.tsx'
import { useTask } from './use-task.ts'
import { TaskTabs } from './task-tabs.tsx'

/** The task ledger of the campaign. */
export function LedgerPage() {
  const { campaign, office } = useSession()
  if (campaign) return <Ledger campaign={campaign} />
  return (
    <Page title="任务清单">
      <EmptyState
        title="还没有任务"
        action={
          office && (
            <LinkButton to="/plans/import" primary>
              导入方案文件
            </LinkButton>
          )
        }
      >
        方案发布以后，每项任务、责任单位和期限都在这里。
      </EmptyState>
    </Page>
  )
}

function Ledger({ campaign }: { campaign: CampaignHead }) {
  const [url, change] = useUrlState(ledgerShape)
  const { office } = useSession()
  const about = useRead(readCampaign, { params: { campaignId: campaign.id } })
  const facets = useRead(taskFacets, { query: { campaignId: campaign.id } })
  const stages = about.data?.stages ?? []
  const filter = filterOf(campaign.id, url, stages)
  const ready = url.stage === undefined || about.data !== undefined
  const tasks = useRead(
    listTasks,
    { query: { ...filter, ...sortOf(url.sort), page: url.page } },
    { keep: true, enabled: ready },
  )
  const print = usePrintAll({
    readPage: (page, signal) => call(listTasks, { query: { ...filter, ...sortOf(url.sort), page, size: 100 }, signal }),
    keyOf: (row) => row.id,
  })
  return (
    <Page
      title="任务清单"
      state={sentence(facets.data)}
      actions={
        <>
          {office && (
            <LinkButton to="/tasks/runs/new" search={{ ...filter, campaignId: undefined } as never}>
              就这些任务发起调度
            </LinkButton>
          )}
          <Button href={urlOf(exportTasks, { query: { ...filter, ...sortOf(url.sort) } })} download>
            导出 Excel
          </Button>
          {/* With a task open beside the list, that task is what is printed. */}
          <Button disabled={print.read !== undefined} onClick={() => (url.open ? window.print() : void print.start())}>
            打印
          </Button>
        </>
      }
    >
      <TaskTabs here="/tasks" />
      <LedgerFilters
        url={url}
        stages={stages}
        facets={facets.data}
        onChange={change}
        clear={isFiltered(url) ? () => change(noFilter) : undefined}
      />
      <PrintProgress print={print} />
      <Loaded query={tasks}>
        {(found) => (
          <ListTable
            label="任务台账"
            columns={ledgerColumns}
            rows={print.rows ?? found.rows}
            rowKey={(row) => row.id}
            groupOf={url.sort === undefined ? (row) => [row.listTitle, ...row.section].join(' · ') : undefined}
            groupHeading={(row, above) => (
              <>
                {row.listTitle !== above?.listTitle && <span className="list-title">{row.listTitle}</span>}
                {row.section.join(' · ')}
              </>
            )}
            open={(row) => change({ open: row.id })}
            openKey={url.open}
            sort={url.sort}
            onSort={(sort) => change({ sort })}
            busy={tasks.isPlaceholderData}
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
              <EmptyState
                title={isFiltered(url) ? '没有符合条件的任务' : '还没有任务'}
                action={isFiltered(url) && <Button onClick={() => change(noFilter)}>清除筛选</Button>}
              >
                {isFiltered(url) ? '换一个条件再看，或者清除全部筛选。' : '方案发布以后，任务会出现在这里。'}
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {url.open && <TaskPanel key={url.open} taskId={url.open} onClose={() => change({ open: undefined })} />}
    </Page>
  )
}

/** The open task beside the list; it need not be on the page of the list that is shown. */
function TaskPanel({ taskId, onClose }: { taskId: string; onClose: () => void }) {
  const task = useTask(taskId).data
  return (
    <SidePanel title={task ? `${task.no}　${task.title}` : '任务'} page={`/tasks/${taskId}`} onClose={onClose}>
      <TaskDetail taskId={taskId} inPanel />
    </SidePanel>
  )
}

interface Facets {
  readonly lists: readonly { count: number }[]
  readonly alerts: readonly { value: string; count: number }[]
  readonly parts: readonly { value: string; count: number }[]
}

function sentence(facets: Facets | undefined): string {
  if (!facets) return ''
  const count = (of: readonly { value: string; count: number }[], value: string) =>
    of.find((one) => one.value === value)?.count ?? 0
  const tasks = facets.lists.reduce((sum, list) => sum + list.count, 0)
  const late = count(facets.alerts, 'red')
  const soon = count(facets.alerts, 'yellow') + count(facets.alerts, 'blue')
  return `${tasks} 项任务；各单位的部分里，逾期 ${late} 个，临期 ${soon} 个，待签收 ${count(facets.parts, 'assigned')} 个，待核查 ${count(facets.parts, 'handedIn')} 个。`
}
