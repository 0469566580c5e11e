import { Link } from '@tanstack/react-router'
import { useSession } from '../frame/session.tsx'

type Here = '/calendar' | '/calendar/change' | '/calendar/moves' | '/calendar/versions'

/** Places around the calendar; changing it is shown to those who keep it. */
export function CalendarTabs({ here }: { here: Here }) {
  const { office, is } = useSession()
  const keeps = office || is('administrator')
  const places: readonly (readonly [Here, string, boolean])[] = [
    ['/calendar', '全年', true],
    ['/calendar/versions', '各年和版本', true],
    ['/calendar/change', '更新日历', keeps],
    ['/calendar/moves', '期限变动', keeps],
  ]
  return (
    <nav className="sub-places no-print" aria-label="工作日历">
      {places
        .filter(([, , may]) => may)
        .map(([to, label]) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: true, includeSearch: false }}
            aria-current={to === here ? 'page' : undefined}
          >
            {label}
          </Link>
        ))}
    </nav>
  )
}
