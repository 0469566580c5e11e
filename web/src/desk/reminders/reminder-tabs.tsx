import { Link } from '@tanstack/react-router'
import { useSession } from '../frame/session.tsx'

type Here = '/messages' | '/calls' | '/deliveries' | '/channels'

/** Places around reaching people; each shown to those who may use it. */
export function ReminderTabs({ here }: { here: Here }) {
  const { office, is } = useSession()
  const administrator = is('administrator')
  const places: readonly (readonly [Here, string, boolean])[] = [
    ['/messages', '我的消息', true],
    ['/calls', '电话催办', office],
    ['/deliveries', '送达情况', office || administrator],
    ['/channels', '渠道设置', administrator],
  ]
  const shown = places.filter(([, , may]) => may)
  if (shown.length < 2) return null
  return (
    <nav className="sub-places no-print" aria-label="消息和催办">
      {shown.map(([to, label]) => (
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
