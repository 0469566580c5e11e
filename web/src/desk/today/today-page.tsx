import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page } from '../../ui/page.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { useSession } from '../frame/session.tsx'
import { OverviewBoard } from '../tasks/overview-board.tsx'
import { OfficeToday } from './office-today.tsx'
import { TodayState } from './today-state.tsx'
import { UnitToday } from './unit-today.tsx'

/** What waits for this person; for a leader where we stand. A person with several posts sees each part. */
export function TodayPage() {
  const session = useSession()
  const { campaign, office, is } = session
  const leader = is('leader', 'governmentSupervision', 'auditor')
  const inUnit = is('unitHead', 'unitDeputy', 'unitLiaison', 'unitStaff')
  if (!campaign) {
    return (
      <Page title="今日">
        <EmptyState
          title="还没有行动"
          action={
            office && (
              <LinkButton to="/plans/import" primary>
                导入方案文件
              </LinkButton>
            )
          }
        >
          方案发布以后，每天等着办的事会列在这里。
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page title="今日" state={<TodayState campaign={campaign} />} actions={leader && <PrintButton />}>
      {leader && <OverviewBoard campaign={campaign} units="late" />}
      {office && <OfficeToday campaign={campaign} />}
      {inUnit && <UnitToday campaign={campaign} />}
      {!leader && !office && !inUnit && (
        <EmptyState title="今天没有等着办的事">有需要办理的事项时会列在这里。</EmptyState>
      )}
    </Page>
  )
}
