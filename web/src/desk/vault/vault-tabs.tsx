import { Link } from '@tanstack/react-router'
import { useSession } from '../frame/session.tsx'

const tabs = [
  ['/vault', '钥匙与保管人员'],
  ['/vault/openings', '打开记录'],
  ['/vault/erasures', '删除申请'],
] as const

/** The auditor reads the log only. */
export function VaultTabs({ here }: { here: (typeof tabs)[number][0] }) {
  const { is, office } = useSession()
  const all = office || is('disciplineInspection')
  return (
    <nav className="sub-places no-print" aria-label="密封件">
      {tabs
        .filter(([to]) => all || to === '/vault/openings')
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
