import type { IsoDate } from '@yingshang/core/kernel/dates'
import { addWorkingDays, countWorkingDays, type WorkCalendar } from '@yingshang/core/kernel/work-calendar'
import type { LivePart } from '@yingshang/core/tasks/assignment-state'
import { diceFor } from './chance.ts'
import { mannerOf, type Manner } from './manner.ts'

/** A part as it stands on the morning of a day. */
export interface StandingPart {
  readonly id: string
  readonly taskId: string
  readonly title: string
  readonly position: number
  readonly unitId: string
  readonly unitCode: string
  readonly unitName: string
  readonly path: string
  readonly state: LivePart
  /** Sections and subordinate units that could do the work. */
  readonly inside: readonly string[]
  /** Inner parts that were not accepted yet, and whether there ever was one. */
  readonly owed: number
  readonly passed: boolean
  readonly askedBefore: boolean
  /** Open reporting runs that ask for this part and have no answer. */
  readonly runs: readonly { readonly openedOn: IsoDate; readonly dueOn: IsoDate }[]
}

export type Act =
  | { readonly type: 'sign' | 'draft' | 'sendDraftBack' | 'handIn' | 'accept' | 'namePersons' | 'report' }
  | { readonly type: 'pass'; readonly unitId: string; readonly innerDueOn: IsoDate }
  | { readonly type: 'askDate'; readonly dueOn: IsoDate }
  | { readonly type: 'askUnit' }

/** The same part on every day and machine: ids differ from run to run, places in the notice do not. */
export function keyOf(part: StandingPart): string {
  return `${part.position}|${part.unitCode}|${part.state.part.period?.key ?? ''}`
}

/** What a unit does with one of its parts on a working day; mostly nothing. At most one thing a day. */
export function actOn(part: StandingPart, day: IsoDate, calendar: WorkCalendar): Act | null {
  const { state } = part
  const manner = mannerOf(part.unitCode, keyOf(part), part.state.part.deadlineKind)
  const dice = diceFor('day', keyOf(part), day)
  const since = (from: IsoDate) => countWorkingDays(calendar, from, day)
  switch (state.kind) {
    case 'assigned':
      return since(startOf(state)) >= manner.signAfter ? { type: 'sign' } : answerRun(part, day, since)
    case 'signed':
    case 'returned':
      return working(part, state, day, calendar, manner)
    case 'drafted': {
      const swift = manner.speed === 'slow' ? 0.6 : 0.85
      if (!dice.chance(swift)) return null
      return state.part.returns === 0 && dice.chance(0.06) ? { type: 'sendDraftBack' } : { type: 'handIn' }
    }
    case 'handedIn':
      return state.part.handsInTo.kind !== 'office' && since(state.on) >= 1 ? { type: 'accept' } : null
    case 'accepted':
    case 'confirmed':
    case 'withdrawn':
      return null
  }
}

function startOf({ part }: LivePart): IsoDate {
  return part.deadline?.startOn ?? '2022-07-04'
}

function working(
  standing: StandingPart,
  state: Extract<LivePart, { kind: 'signed' | 'returned' }>,
  day: IsoDate,
  calendar: WorkCalendar,
  manner: Manner,
): Act | null {
  const { part } = state
  const since = (from: IsoDate) => countWorkingDays(calendar, from, day)
  const signedSince = state.kind === 'signed' ? since(state.signedOn) : null
  if (signedSince === 1 && manner.namesPersons && part.personsInCharge.length === 0 && part.reports === 0)
    return { type: 'namePersons' }
  const dueOn = part.deadline?.dueOn ?? null
  if (dueOn !== null && part.changeRequestId === null) {
    const other = asking(standing, dueOn, day, calendar, manner, signedSince)
    if (other) return other
  }
  const waitsForInside = standing.owed > 0 && dueOn !== null && day < addWorkingDays(calendar, dueOn, -4)
  if (part.changeRequestId === null && !waitsForInside && timeToDraft(state, dueOn, day, calendar, manner))
    return { type: 'draft' }
  const run = answerRun(standing, day, since)
  if (run) return run
  const last = part.latestReport?.on ?? startOf(state)
  const wait = part.reports === 0 ? manner.firstReport : manner.reportEvery
  return since(last) >= wait ? { type: 'report' } : null
}

/** Passing inside, or asking for time or another unit: early, and once. */
function asking(
  standing: StandingPart,
  dueOn: IsoDate,
  day: IsoDate,
  calendar: WorkCalendar,
  manner: Manner,
  signedSince: number | null,
): Act | null {
  const dice = diceFor('asking', keyOf(standing))
  const outer = standing.state.part.handsInTo.kind !== 'parent'
  const left = day < dueOn ? countWorkingDays(calendar, day, dueOn) : 0
  if (signedSince === 2 && outer && manner.passesInside && !standing.passed && standing.inside.length > 0 && left > 12)
    return {
      type: 'pass',
      unitId: dice.pick(standing.inside),
      innerDueOn: addWorkingDays(calendar, dueOn, -dice.int(5, 9)),
    }
  if (!outer || standing.askedBefore || standing.state.part.superseded.length > 0) return null
  if (manner.asksForOtherUnit && signedSince === 3) return { type: 'askUnit' }
  if (manner.asksForTime && left >= 3 && left <= 9 && standing.state.part.returns === 0)
    return { type: 'askDate', dueOn: addWorkingDays(calendar, dueOn, dice.int(8, 22)) }
  return null
}

function timeToDraft(
  state: Extract<LivePart, { kind: 'signed' | 'returned' }>,
  dueOn: IsoDate | null,
  day: IsoDate,
  calendar: WorkCalendar,
  manner: Manner,
): boolean {
  if (state.kind === 'returned') return countWorkingDays(calendar, state.on, day) >= manner.redoAfter
  if (dueOn === null) return false
  return day >= addWorkingDays(calendar, dueOn, manner.handInAt - manner.draftAhead)
}

/** Quick units answer a reporting run at once, usual ones in time, slow ones late or not at all. */
function answerRun(standing: StandingPart, day: IsoDate, since: (from: IsoDate) => number): Act | null {
  for (const run of standing.runs) {
    const dice = diceFor('run', run.dueOn, keyOf(standing))
    const { speed } = mannerOf(standing.unitCode, keyOf(standing), standing.state.part.deadlineKind)
    const after = {
      quick: () => dice.int(1, 3),
      usual: () => dice.int(1, 6),
      slow: () =>
        dice.weigh([
          [dice.int(3, 6), 55],
          [dice.int(7, 9), 25],
          [99, 20],
        ] as const),
    }[speed]()
    if (since(run.openedOn) >= after && day > run.openedOn) return { type: 'report' }
  }
  return null
}
