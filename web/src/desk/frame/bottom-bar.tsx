import { Link } from '@tanstack/react-router'
import Drawer from 'antd/es/drawer'
import { useState } from 'react'
import { placeOf, placesFor } from './navigation.ts'
import { PersonActions } from './person-menu.tsx'
import { useSession } from './session.tsx'
import { Waiting } from './side-navigation.tsx'
import { useUnread } from '../reminders/unread.tsx'
import { useWaiting } from './waiting.ts'

/** The phone's navigation: first places at the thumb, the others and the person under 更多. */
export function BottomBar({ path }: { path: string }) {
  const [open, setOpen] = useState(false)
  const { me, inUnit } = useSession()
  const waiting = useWaiting()
  const unread = useUnread()
  const here = placeOf(path)
  const places = placesFor(me.posts.map((post) => post.role))
  const first = places.filter((place) => place.first)
  return (
    <nav className="bottom-bar only-narrow" aria-label="工作栏目">
      {first.map((place) => (
        <Link
          key={place.to}
          to={inUnit ? (place.forUnits ?? place.to) : place.to}
          aria-current={place === here ? 'page' : undefined}
        >
          {place.label}
          <Waiting count={waiting[place.to]} />
        </Link>
      ))}
      <Link to="/messages" aria-current={path === '/messages' ? 'page' : undefined}>
        消息
        <Waiting count={unread} />
      </Link>
      <button type="button" className="bare" onClick={() => setOpen(true)} aria-haspopup="dialog">
        更多
      </button>
      <Drawer open={open} onClose={() => setOpen(false)} placement="bottom" size="auto" title={me.name}>
        <ul className="drawer-list">
          {places
            .filter((place) => !place.first)
            .map((place) => (
              <li key={place.to}>
                <Link to={place.to} onClick={() => setOpen(false)}>
                  {place.label}
                  <Waiting count={waiting[place.to]} />
                </Link>
              </li>
            ))}
          <PersonActions done={() => setOpen(false)} />
        </ul>
      </Drawer>
    </nav>
  )
}
