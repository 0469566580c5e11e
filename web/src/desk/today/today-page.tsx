import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page } from '../../ui/page.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { LeaderCases, OfficeCases, UnitCases } from '../cases/cases-today.tsx'
import { placesFor } from '../frame/navigation.ts'
import { useSession } from '../frame/session.tsx'
import { OverviewBoard } from '../tasks/overview-board.tsx'
import { AdministratorToday } from './administrator-today.tsx'
import { OfficeToday } from './office-today.tsx'
import { TodayState } from './today-state.tsx'
import { UnitToday } from './unit-today.tsx'

/** What waits for this person; for a leader where we stand. A person with several posts sees each part. */
export function TodayPage() {
  const session = useSession()
  const { campaign, office, is } = session
  const leader = is('leader', 'governmentSupervision', 'auditor')
  const administrator = is('administrator')
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
      {leader && <LeaderCases campaignId={campaign.id} />}
      {office && <OfficeCases campaignId={campaign.id} />}
      {inUnit && <UnitCases />}
      {office && <OfficeToday campaign={campaign} />}
      {inUnit && <UnitToday campaign={campaign} />}
      {administrator && <AdministratorToday />}
      {!leader && !office && !inUnit && !administrator && (
        <EmptyState title="今天没有等着办的事" action={<SomewhereElse />}>
          有需要办理的事项时会列在这里。
        </EmptyState>
      )}
    </Page>
  )
}

/** Who has nothing to do here may still read: the first other place of the navigation. */
function SomewhereElse() {
  const { me } = useSession()
  const place = placesFor(me.posts.map((post) => post.role)).find(({ to }) => to !== '/')
  return place && <LinkButton to={place.to}>看{place.label}</LinkButton>
}
