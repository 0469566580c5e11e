import { Link } from '@tanstack/react-router'
import { placeOf, placesFor } from './navigation.ts'
import { useSession } from './session.tsx'
import { useWaiting } from './waiting.ts'

/** Left navigation in the order of the work; a number only where something waits for this person. */
export function SideNavigation({ path }: { path: string }) {
  const here = placeOf(path)
  const waiting = useWaiting()
  const { inUnit, me } = useSession()
  return (
    <nav className="desk-nav" aria-label="工作栏目">
      <ul>
        {placesFor(me.posts.map((post) => post.role)).map((place) => (
          <li key={place.to}>
            <Link
              to={inUnit ? (place.forUnits ?? place.to) : place.to}
              aria-current={place === here ? 'page' : undefined}
            >
              {place.label}
              <Waiting count={waiting[place.to]} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export function Waiting({ count }: { count: number | undefined }) {
  if (!count) return null
  return (
    <span className="waiting">
      {count}
      <span className="only-read">件等待办理</span>
    </span>
  )
}
