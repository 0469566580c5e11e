import { Link, useNavigate } from '@tanstack/react-router'
import { listRuns } from '@yingshang/core/tasks/reporting-run-contract'
import type { z } from 'zod'
import { useRead } from '../../api/use-read.ts'
import { dayText, shareText } from '../../ui/day.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { ListTable, type Column } from '../../ui/list-table.tsx'
import { Page } from '../../ui/page.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { useSession } from '../frame/session.tsx'
import { TaskTabs } from './task-tabs.tsx'

type Run = z.output<typeof listRuns.reply>['runs'][number]

const columns: readonly Column<Run>[] = [
  {
    key: 'title',
    title: '调度',
    card: 'title',
    render: (run) => <Link to={`/tasks/runs/${run.id}`}>{run.title}</Link>,
  },
  { key: 'status', title: '状态', render: (run) => (run.status === 'open' ? '正在收报' : `${run.closedOn} 结束`) },
  { key: 'dueOn', title: '报送截止', render: (run) => <span className="keep">{dayText(run.dueOn)}</span> },
  {
    key: 'reported',
    title: '已报',
    align: 'number',
    render: (run) => shareText(run.counts.reported, run.counts.asked),
  },
  { key: 'late', title: '其中迟报', align: 'number', render: (run) => run.counts.late },
  {
    key: 'missing',
    title: '未报',
    align: 'number',
    render: (run) => <span className={run.counts.missing > 0 ? 'strong' : 'quiet'}>{run.counts.missing}</span>,
  },
]

/** 调度: everybody reports by a day; past runs below. */
export function RunsPage() {
  const { campaign } = useSession()
  const navigate = useNavigate()
  const runs = useRead(listRuns, { query: { campaignId: campaign?.id ?? '' } }, { enabled: campaign !== undefined })
  const mayOpen = runs.data?.actions.some((action) => action.name === 'open' && action.allowed) ?? false
  const start = mayOpen && (
    <LinkButton to="/tasks/runs/new" primary>
      发起调度
    </LinkButton>
  )
  return (
    <Page title="调度" state="选定任务，定一个报送截止日，谁报了、谁没报一眼看清。" actions={start}>
      <TaskTabs here="/tasks/runs" />
      {campaign && (
        <Loaded query={runs}>
          {(found) => (
            <ListTable
              label="历次调度"
              columns={columns}
              rows={found.runs}
              rowKey={(run) => run.id}
              open={(run) => void navigate({ to: `/tasks/runs/${run.id}` })}
              empty={
                <EmptyState title="还没有调度过" action={start}>
                  发起以后，各单位在截止日前报送进展，汇总表一键生成，并和上一次比较。
                </EmptyState>
              }
            />
          )}
        </Loaded>
      )}
    </Page>
  )
}
