import type { z } from 'zod'
import { calendarDecider } from '@yingshang/core/calendar/calendar'
import type { readMoves } from '@yingshang/core/calendar/contract'
import { movesShown, type DeadlineList } from '@yingshang/core/calendar/moves'
import { mayKeepCalendar } from '@yingshang/core/calendar/policy'
import type { Services } from '../platform/capability.ts'
import { forbidden, refused } from '../platform/http/failure.ts'
import { changeBy, type Occasion } from '../platform/ledger/decide.ts'
import { decideAndRecord } from '../platform/ledger/decide-and-record.ts'
import type { CountedDeadlines, Looking } from './for-others.ts'
import { listsUnder } from './lists.ts'
import { loadCalendar } from './store.ts'
import { calendarTable } from './tables.ts'

/** The open deadlines that the version in force counts differently from their records. */
export async function movesNow(
  services: Services,
  registered: readonly CountedDeadlines[],
  looking: Looking,
): Promise<z.input<typeof readMoves.reply>> {
  const refusal = mayKeepCalendar(looking.actor)
  if (refusal) throw forbidden(refusal)
  await services.calendars.look()
  const { number } = services.calendars.inForce
  const by = (division: string) => services.calendars.current(division)
  return { number, lists: await listsUnder(registered, by, looking, movesShown), mayConfirm: refusal }
}

/**
 * Supersedes the deadlines of one list that a person has seen, in one write with the calendar's own entry: who, when, by
 * which version, how many. What no longer moves, or was closed meanwhile, stays as it is (rule D-18).
 */
export async function confirmList(
  services: Services,
  registered: readonly CountedDeadlines[],
  occasion: Occasion,
  wish: { readonly list: DeadlineList; readonly number: number; readonly ids: readonly string[] },
): Promise<{ moved: number }> {
  const one = registered.find(({ list }) => list === wish.list)
  if (!one) throw new Error(`no capability has registered the list ${wish.list}`)
  return decideAndRecord(services.databases.app, occasion, async () => {
    const forbiddenBecause = mayKeepCalendar(occasion.actor)
    if (forbiddenBecause) throw forbidden(forbiddenBecause)
    await services.calendars.look()
    const loaded = await loadCalendar(services.databases.app, services.installation.division)
    if (!loaded) throw refused({ code: 'calendar.not-founded' })
    const by = (division: string) => services.calendars.current(division)
    const { number } = services.calendars.inForce
    const { changes, outbox, attachments = [] } = await one.moves(by, wish.ids, occasion, number)
    const command = { type: 'confirmMoves', list: wish.list, number: wish.number, moved: changes.length } as const
    const answer = calendarDecider.decide(command, loaded.state, occasion)
    if (!answer.ok) throw refused(answer.refusal)
    return {
      // The calendar's entry in the same write: a version adopted in between makes this one decide again.
      changes: [changeBy(calendarTable, calendarDecider, loaded, answer.events), ...changes],
      outbox,
      attachments,
      result: { moved: changes.length },
    }
  })
}
