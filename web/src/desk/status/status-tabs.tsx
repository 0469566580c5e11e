import { Link } from '@tanstack/react-router'
import { useSession } from '../frame/session.tsx'

type Here = '/status' | '/sign-in-log' | '/access-rules'

/** Places of who runs the machine and who audits it. */
export function StatusTabs({ here }: { here: Here }) {
  const { is } = useSession()
  const places: readonly (readonly [Here, string, boolean])[] = [
    ['/status', '运行状态', true],
    ['/sign-in-log', '登录记录', true],
    ['/access-rules', '登录设置', is('administrator')],
  ]
  return (
    <nav className="sub-places no-print" aria-label="运行和登录">
      {places.map(
        ([to, label, may]) =>
          may && (
            <Link
              key={to}
              to={to}
              activeOptions={{ exact: true, includeSearch: false }}
              aria-current={to === here ? 'page' : undefined}
            >
              {label}
            </Link>
          ),
      )}
    </nav>
  )
}
