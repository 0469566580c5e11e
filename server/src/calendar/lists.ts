import type { z } from 'zod'
import type { movingList, MovingDeadline } from '@yingshang/core/calendar/contract'
import type { CalendarBy, CountedDeadlines, Looking } from './for-others.ts'

type MovingList = z.input<typeof movingList>

/** Every registered list under a calendar, what moves first, at most `shown` items each. Empty lists are left out. */
export async function listsUnder(
  registered: readonly CountedDeadlines[],
  by: CalendarBy,
  looking: Looking,
  shown: number,
): Promise<MovingList[]> {
  const lists: MovingList[] = []
  for (const one of registered) {
    const found = await one.thatWouldMove(by, looking)
    if (found.length === 0) continue
    const count = (effect: MovingDeadline['effect']) => found.filter((item) => item.effect === effect).length
    lists.push({
      list: one.list,
      total: found.length,
      due: count('due'),
      alerts: count('alerts'),
      certainty: count('certainty'),
      items: found.toSorted(byWeight).slice(0, shown),
    })
  }
  return lists
}

const weight = { due: 0, alerts: 1, certainty: 2 } as const

function byWeight(a: MovingDeadline, b: MovingDeadline): number {
  const keyOf = (one: MovingDeadline) => `${weight[one.effect]} ${one.before.dueOn} ${one.id}`
  return keyOf(a) < keyOf(b) ? -1 : 1
}
