import type { Actor } from '../kernel/actor.ts'
import type { IsoDate } from '../kernel/dates.ts'
import type { Decider } from '../kernel/decider.ts'
import { accept, refuse } from '../kernel/refusal.ts'
import type { CalendarProblem } from '../kernel/work-calendar-proposal.ts'
import { versionAfter, type CalendarChange } from './change.ts'
import { versionIdOf, type KeptVersion } from './kept-version.ts'
import { mayKeepCalendar, type CalendarPolicyRefusal } from './policy.ts'
import type { CalendarSource } from './source.ts'

export type CalendarState =
  | { readonly kind: 'none' }
  /** `current` is the version that everything is counted with from now on. */
  | { readonly kind: 'kept'; readonly division: string; readonly current: KeptVersion }

export type CalendarCommand =
  /** The calendar the program came with becomes version 1. */
  | {
      readonly type: 'found'
      readonly division: string
      readonly version: KeptVersion
      readonly source: CalendarSource
    }
  | {
      readonly type: 'adopt'
      readonly change: CalendarChange
      readonly source: CalendarSource
      /** The version the person saw when the change was previewed. */
      readonly basedOn: number
      /** Everything found wrong with the change, by reading it again now. */
      readonly problems: readonly CalendarProblem[]
      readonly warningsSeen: boolean
      readonly reason: string
    }
  /** Open deadlines of one list were counted again with the version in force. */
  | { readonly type: 'confirmMoves'; readonly list: string; readonly number: number; readonly moved: number }

export type CalendarEvent =
  | {
      readonly type: 'calendarFounded'
      readonly division: string
      readonly version: KeptVersion
      readonly source: CalendarSource
    }
  | {
      readonly type: 'versionAdopted'
      readonly number: number
      readonly id: string
      readonly on: IsoDate
      readonly change: CalendarChange
      readonly source: CalendarSource
      readonly reason: string
    }
  | {
      readonly type: 'movesConfirmed'
      readonly list: string
      readonly number: number
      readonly moved: number
      readonly on: IsoDate
    }

export const calendarRefusals = [
  'calendar.founded-before',
  'calendar.not-founded',
  'calendar.has-errors',
  'calendar.warnings-unseen',
  'calendar.changed-meanwhile',
  'calendar.nothing-new',
  'calendar.reason-missing',
  'calendar.nothing-moves',
] as const
export type CalendarRefusal = (typeof calendarRefusals)[number] | CalendarPolicyRefusal

export interface CalendarContext {
  readonly actor: Actor
  readonly businessDay: IsoDate
}

/** The calendar of an installation: versions follow one another, none is ever changed, an undo is a newer version (rule D-34). */
export const calendarDecider: Decider<CalendarCommand, CalendarState, CalendarEvent, CalendarRefusal, CalendarContext> =
  {
    initial: { kind: 'none' },
    decide(command, state, { actor, businessDay }) {
      if (command.type === 'found') {
        if (state.kind !== 'none') return refuse('calendar.founded-before')
        const { type: _, ...founded } = command
        return accept({ type: 'calendarFounded', ...founded })
      }
      const forbidden = mayKeepCalendar(actor)
      if (forbidden) return { ok: false, refusal: forbidden }
      if (state.kind === 'none') return refuse('calendar.not-founded')
      const { current } = state
      if (command.type === 'confirmMoves') {
        if (command.number !== current.number) return refuse('calendar.changed-meanwhile', { number: current.number })
        if (command.moved === 0) return refuse('calendar.nothing-moves')
        const { list, number, moved } = command
        return accept({ type: 'movesConfirmed', list, number, moved, on: businessDay })
      }
      if (command.basedOn !== current.number) return refuse('calendar.changed-meanwhile', { number: current.number })
      const errors = command.problems.filter((problem) => problem.severity === 'error').length
      if (errors > 0) return refuse('calendar.has-errors', { count: errors })
      const warnings = command.problems.filter((problem) => problem.severity === 'warning').length
      if (warnings > 0 && !command.warningsSeen) return refuse('calendar.warnings-unseen', { count: warnings })
      if (command.change.kind !== 'year' && command.reason.trim() === '') return refuse('calendar.reason-missing')
      const as = { number: current.number + 1, id: versionIdOf(current.number + 1), adoptedOn: businessDay }
      if (sameContent(current, versionAfter(current, command.change, as))) return refuse('calendar.nothing-new')
      const { change, source, reason } = command
      return accept({ type: 'versionAdopted', number: as.number, id: as.id, on: businessDay, change, source, reason })
    },
    evolve(state, event) {
      switch (event.type) {
        case 'calendarFounded':
          return { kind: 'kept', division: event.division, current: event.version }
        case 'versionAdopted': {
          if (state.kind === 'none') return state
          const as = { number: event.number, id: event.id, adoptedOn: event.on }
          return { ...state, current: versionAfter(state.current, event.change, as) }
        }
        case 'movesConfirmed':
          return state
      }
    },
  }

/** True when both arrange the same days of the same status on the same notices. */
function sameContent(a: KeptVersion, b: KeptVersion): boolean {
  return JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b))
}

// Values only: the database keeps the fields of a state in an order of its own.
function contentOf({ years, overlay }: KeptVersion) {
  return [
    years.map(({ year, status, notices, days }) => [
      year,
      status,
      notices.map(({ number, issuedOn, url }) => [number, issuedOn, url]),
      days.map(({ date, kind, name }) => [date, kind, name]),
    ]),
    overlay.map(({ date, kind, name, basis, division }) => [date, kind, name, basis, division]),
  ]
}
