import { Link } from '@tanstack/react-router'
import { useSession } from '../frame/session.tsx'

const places = [
  { to: '/tasks', label: '台账' },
  { to: '/tasks/mine', label: '本单位的任务', roles: ['unitHead', 'unitDeputy', 'unitLiaison', 'unitStaff'] },
  { to: '/tasks/overview', label: '总览' },
  { to: '/tasks/runs', label: '调度' },
  { to: '/tasks/requests', label: '调整申请' },
] as const

/** The places of 任务清单. */
export function TaskTabs({ here }: { here: (typeof places)[number]['to'] }) {
  const { is } = useSession()
  return (
    <nav className="sub-places no-print" aria-label="任务清单">
      {places
        .filter((place) => !('roles' in place) || is(...place.roles))
        .map((place) => (
          <Link
            key={place.to}
            to={place.to}
            activeOptions={{ exact: true, includeSearch: false }}
            aria-current={place.to === here ? 'page' : undefined}
          >
            {place.label}
          </Link>
        ))}
    </nav>
  )
}
