import { Link } from '@tanstack/react-router'
import { useUnits } from './use-units.ts'

const places = [
  { to: '/units', label: '单位' },
  { to: '/people', label: '人员' },
  { to: '/people/roster', label: '名册导入', manage: true },
  { to: '/task-forces', label: '专班' },
] as const

/** The places of 单位人员; the roster only for who may import it. */
export function UnitTabs({ here }: { here: (typeof places)[number]['to'] }) {
  const { mayManage } = useUnits()
  const shown = places.filter((place) => !('manage' in place) || mayManage || place.to === here)
  return (
    <nav className="sub-places no-print" aria-label="单位人员">
      {shown.map((place) => (
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
