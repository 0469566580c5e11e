import { Link } from '@tanstack/react-router'
import type { Role } from '@yingshang/core/kernel/actor'
import { supervisingRoles } from '@yingshang/core/cases/policy'
import { officeRoles } from '@yingshang/core/kernel/actor'
import { unitRoles } from '@yingshang/core/kernel/own-unit'
import { useSession } from '../frame/session.tsx'
import './cases.css'

interface CasePlace {
  readonly to: string
  readonly label: string
  readonly roles: readonly Role[]
}

const places: readonly CasePlace[] = [
  { to: '/cases', label: '办件', roles: officeRoles },
  { to: '/cases/board', label: '看板', roles: officeRoles },
  { to: '/cases/mine', label: '本单位办件', roles: unitRoles },
  { to: '/cases/new', label: '登记一件', roles: [...officeRoles, ...unitRoles] },
  { to: '/cases/supervision', label: '办理情况', roles: supervisingRoles },
  { to: '/cases/summary', label: '领导一页', roles: supervisingRoles },
  { to: '/tips', label: '举报', roles: ['disciplineInspection'] },
]

/** The places of 线索投诉 that this person has. */
export function CaseTabs({ here }: { here: string }) {
  const { is } = useSession()
  return (
    <nav className="sub-places no-print" aria-label="线索投诉">
      {places
        .filter((place) => is(...place.roles))
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
