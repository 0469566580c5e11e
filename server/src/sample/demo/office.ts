import type { IsoDate } from '@yingshang/core/kernel/dates'
import { addWorkingDays, countWorkingDays, isWorkingDay, type WorkCalendar } from '@yingshang/core/kernel/work-calendar'
import { diceFor } from './chance.ts'
import { keyOf, type StandingPart } from './day.ts'
import { mannerOf } from './manner.ts'

/** What the office makes of the results before it on a day: the oldest first, as many as it gets through. */
export function verdictsOn(
  waiting: readonly StandingPart[],
  day: IsoDate,
  calendar: WorkCalendar,
): { readonly part: StandingPart; readonly verdict: 'confirm' | 'return' }[] {
  const capacity = diceFor('capacity', day).int(9, 20)
  return waiting
    .flatMap((part) => {
      const { state } = part
      if (state.kind !== 'handedIn' || state.part.handsInTo.kind !== 'office') return []
      const dice = diceFor('verdict', keyOf(part), state.part.returns)
      if (countWorkingDays(calendar, state.on, day) < dice.int(1, 4)) return []
      const manner = mannerOf(part.unitCode, keyOf(part), part.state.part.deadlineKind)
      const again = state.part.returns === 0 ? manner.comesBack : state.part.returns === 1 && dice.chance(0.12)
      return [{ part, on: state.on, verdict: again ? ('return' as const) : ('confirm' as const) }]
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .slice(0, capacity)
}

/** How the office answers a request, or null while it thinks. */
export function answerTo(
  request: { readonly key: string; readonly askedOn: IsoDate; readonly dueOn: IsoDate | null },
  day: IsoDate,
  calendar: WorkCalendar,
): 'approve' | 'refuse' | null {
  const dice = diceFor('request', request.key)
  if (countWorkingDays(calendar, request.askedOn, day) < dice.int(2, 5)) return null
  if (request.dueOn !== null && request.dueOn < day) return 'refuse'
  return dice.chance(0.66) ? 'approve' : 'refuse'
}

export interface RunDays {
  readonly month: number
  readonly opensOn: IsoDate
  readonly remindOn: IsoDate
  readonly dueOn: IsoDate
  readonly closesOn: IsoDate
}

/** "Everybody reports by the 25th": opened in the week before, closed three working days later. */
export function runDaysOf(month: number, calendar: WorkCalendar): RunDays {
  const prefix = `2022-${String(month).padStart(2, '0')}`
  let dueOn = `${prefix}-25`
  if (!isWorkingDay(calendar, dueOn)) dueOn = addWorkingDays(calendar, dueOn, -1)
  return {
    month,
    opensOn: addWorkingDays(calendar, dueOn, -6),
    remindOn: addWorkingDays(calendar, dueOn, -1),
    dueOn,
    closesOn: addWorkingDays(calendar, dueOn, 3),
  }
}
