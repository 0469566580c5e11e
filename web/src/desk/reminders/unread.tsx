import { Link } from '@tanstack/react-router'
import { countUnread } from '@yingshang/core/reminders/contract'
import { useRead } from '../../api/use-read.ts'
import { useSession } from '../frame/session.tsx'

const twoMinutes = 120_000

export function useUnread(): number {
  const { me } = useSession()
  return useRead(countUnread, {}, { every: twoMinutes, enabled: me.posts.length > 0 }).data?.unread ?? 0
}

/** In the header: my messages, with the number not yet seen. */
export function MessagesLink() {
  const unread = useUnread()
  return (
    <Link to="/messages" className="messages-link">
      消息
      {unread > 0 && (
        <span className="waiting">
          {' '}
          {unread}
          <span className="only-read">条没有看过</span>
        </span>
      )}
    </Link>
  )
}
