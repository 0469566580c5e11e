import { Link } from '@tanstack/react-router'
import { useSession } from '../frame/session.tsx'
import { ruleReaders } from './rule-readers.ts'

const places = [
  { to: '/plans', label: '方案' },
  { to: '/rules', label: '规则' },
] as const

/** The places of 方案与规则, for those who read rules. */
export function PlanTabs({ here }: { here: (typeof places)[number]['to'] }) {
  const { is } = useSession()
  if (!is(...ruleReaders)) return null
  return (
    <nav className="sub-places no-print" aria-label="方案与规则">
      {places.map(({ to, label }) => (
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
