import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { campaignDay } from '../frame/frame.tsx'
import { useSession } from '../frame/session.tsx'
import { OverviewBoard } from './overview-board.tsx'
import { TaskTabs } from './task-tabs.tsx'

/** The board at a glance; people of a unit see their own. */
export function OverviewPage() {
  const session = useSession()
  return (
    <Page title="总览" state={`${campaignDay(session)}。`} actions={<PrintButton />}>
      <TaskTabs here="/tasks/overview" />
      {session.campaign ? (
        <OverviewBoard campaign={session.campaign} units="all" />
      ) : (
        <EmptyState title="还没有行动">方案发布以后，办到哪里、谁慢了、什么在变差都在这里。</EmptyState>
      )}
    </Page>
  )
}
