import { Link } from '@tanstack/react-router'

const places = [
  { to: '/units', label: '单位' },
  { to: '/people', label: '人员' },
  { to: '/people/roster', label: '名册导入' },
  { to: '/task-forces', label: '专班' },
] as const

/** The four places of 单位人员. */
export function UnitTabs({ here }: { here: (typeof places)[number]['to'] }) {
  return (
    <nav className="sub-places no-print" aria-label="单位人员">
      {places.map((place) => (
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
