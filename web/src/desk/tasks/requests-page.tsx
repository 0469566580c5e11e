import { Link } from '@tanstack/react-router'
import { changeRequestKinds } from '@yingshang/core/tasks/change-request'
import { listRequests } from '@yingshang/core/tasks/change-request-contract'
import Button from 'antd/es/button'
import { useRead } from '../../api/use-read.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar, OneOf } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { useUrlState } from '../../ui/use-url-state.ts'
import { useSession } from '../frame/session.tsx'
import { RequestCard } from './request-card.tsx'
import { TaskTabs } from './task-tabs.tsx'
import { requestNames } from '@yingshang/core/tasks/labels.zh'

/** Requests for another date or unit: those that wait, and those answered. */
export function RequestsPage() {
  const { campaign } = useSession()
  const [url, change] = useUrlState({ status: 'text', page: 'page' })
  const status = changeRequestKinds.find((kind) => kind === url.status)
  const requests = useRead(
    listRequests,
    { query: { campaignId: campaign?.id ?? '', status, page: url.page } },
    { enabled: campaign !== undefined, keep: true },
  )
  return (
    <Page title="调整申请" state="单位申请改期限或者换单位，由营商办批。批准以前，原来的期限照算。">
      <TaskTabs here="/tasks/requests" />
      <FilterBar>
        <OneOf
          label="状态"
          value={status}
          onChange={(next) => change({ status: next })}
          choices={changeRequestKinds.map((value) => ({ value, label: requestNames[value] }))}
        />
      </FilterBar>
      {campaign === undefined ? (
        <EmptyState title="还没有行动">方案发布以后，各单位的调整申请会出现在这里。</EmptyState>
      ) : (
        <Loaded query={requests}>
          {(found) => (
            <>
              {found.requests.length === 0 && (
                <EmptyState title="没有调整申请">单位在任务页点“申请调整”，提出的申请会出现在这里。</EmptyState>
              )}
              {found.requests.map((request) => (
                <RequestCard
                  key={request.id}
                  request={request}
                  about={
                    <Link to={`/tasks/${request.task.id}`}>
                      {request.task.no}　{request.task.title}
                    </Link>
                  }
                />
              ))}
              {(found.more || url.page > 1) && (
                <nav className="pager" aria-label="翻页">
                  <Button disabled={url.page <= 1} onClick={() => change({ page: url.page - 1 })}>
                    上一页
                  </Button>
                  <Button disabled={!found.more} onClick={() => change({ page: url.page + 1 })}>
                    下一页
                  </Button>
                </nav>
              )}
            </>
          )}
        </Loaded>
      )}
    </Page>
  )
}
