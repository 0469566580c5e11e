import type { Actor } from '../kernel/actor.ts'
import { holds, isOffice } from '../kernel/actor.ts'
import type { IsoDate } from '../kernel/dates.ts'
import type { Decider } from '../kernel/decider.ts'
import { accept, refuse, type Refusal } from '../kernel/refusal.ts'
import { isOwnUnit, unitManagers } from './policy.ts'

/** What a unit asks for: another date for its part, or another unit to hold it. */
export type AskedChange =
  | { readonly kind: 'date'; readonly dueOn: IsoDate }
  | { readonly kind: 'unit'; readonly unitId: string }

export interface ChangeRequestFacts {
  readonly division: string
  readonly campaignId: string
  readonly taskId: string
  readonly assignmentId: string
  /** The unit that asks: the part's unit on that day. */
  readonly unitId: string
  readonly what: AskedChange
  readonly reason: string
  readonly askedOn: IsoDate
  readonly askedBy: string
}

export type ChangeRequest =
  | { readonly kind: 'none' }
  | { readonly kind: 'asked'; readonly facts: ChangeRequestFacts }
  | { readonly kind: 'approved'; readonly facts: ChangeRequestFacts; readonly on: IsoDate; readonly note: string }
  | { readonly kind: 'refused'; readonly facts: ChangeRequestFacts; readonly on: IsoDate; readonly reason: string }
  | { readonly kind: 'takenBack'; readonly facts: ChangeRequestFacts; readonly on: IsoDate }
  /** The part ended or changed hands before the office decided. */
  | { readonly kind: 'lapsed'; readonly facts: ChangeRequestFacts; readonly on: IsoDate }

export const changeRequestKinds = ['asked', 'approved', 'refused', 'takenBack', 'lapsed'] as const
export type ChangeRequestKind = (typeof changeRequestKinds)[number]

export type ChangeRequestCommand =
  | { readonly type: 'ask'; readonly facts: ChangeRequestFacts }
  | { readonly type: 'approve'; readonly note: string }
  | { readonly type: 'refuse'; readonly reason: string }
  | { readonly type: 'takeBack' }
  | { readonly type: 'lapse' }
export const changeRequestActions = ['ask', 'approve', 'refuse', 'takeBack', 'lapse'] as const
export type ChangeRequestAction = ChangeRequestCommand['type']

export type ChangeRequestEvent =
  | { readonly type: 'changeRequested'; readonly facts: ChangeRequestFacts }
  | { readonly type: 'changeApproved'; readonly on: IsoDate; readonly note: string }
  | { readonly type: 'changeRefused'; readonly on: IsoDate; readonly reason: string }
  | { readonly type: 'requestTakenBack'; readonly on: IsoDate }
  | { readonly type: 'requestLapsed'; readonly on: IsoDate }

export interface ChangeRequestContext {
  readonly actor: Actor
  readonly businessDay: IsoDate
  /** Paths now of the units concerned: the asking one and, for a change of unit, the one asked for. */
  readonly unitPaths: readonly string[]
  /** The unit that holds the part now, when it is known. */
  readonly holdingUnitId?: string
}

export const changeRequestRefusals = [
  'changeRequest.not-now',
  'changeRequest.reason-missing',
  'changeRequest.date-past',
  'changeRequest.office-only',
  'changeRequest.own-unit',
  'changeRequest.own-item',
  'changeRequest.unit-only',
] as const
export type ChangeRequestRefusal = (typeof changeRequestRefusals)[number]

/** What may happen next to a request: complete by type. */
export const changeRequestActionsNow: Readonly<Record<ChangeRequest['kind'], readonly ChangeRequestAction[]>> = {
  none: ['ask'],
  asked: ['approve', 'refuse', 'takeBack', 'lapse'],
  approved: [],
  refused: [],
  takenBack: [],
  lapsed: [],
}

/** The office decides, but nobody over their own request or their home unit's; the asking unit may take it back. */
export function mayActOnRequest(
  action: ChangeRequestAction,
  facts: ChangeRequestFacts,
  context: Pick<ChangeRequestContext, 'actor' | 'unitPaths' | 'holdingUnitId'>,
): Refusal<ChangeRequestRefusal> | null {
  const { actor, unitPaths } = context
  switch (action) {
    case 'approve':
    case 'refuse':
      if (!isOffice(actor)) return { code: 'changeRequest.office-only' }
      if (actor.kind === 'person' && actor.personId === facts.askedBy) return { code: 'changeRequest.own-item' }
      return unitPaths.some((path) => isOwnUnit(actor, path)) ? { code: 'changeRequest.own-unit' } : null
    case 'takeBack':
      // The part may have moved with its unit since: whoever holds it now has taken the request over.
      return holds(actor, unitManagers, context.holdingUnitId ?? facts.unitId)
        ? null
        : { code: 'changeRequest.unit-only' }
    case 'ask': // judged on the part: `askChange`
    case 'lapse': // follows from what happens to the part
      return null
  }
}

/** The life of a request: asked with a reason, then approved, refused, taken back, or lapsed with its part. */
export const changeRequestDecider: Decider<
  ChangeRequestCommand,
  ChangeRequest,
  ChangeRequestEvent,
  ChangeRequestRefusal,
  ChangeRequestContext
> = {
  initial: { kind: 'none' },
  decide(command, state, context) {
    const facts = command.type === 'ask' ? command.facts : state.kind === 'none' ? undefined : state.facts
    if (!facts) return refuse('changeRequest.not-now', { state: state.kind, action: command.type })
    const forbidden = mayActOnRequest(command.type, facts, context)
    if (forbidden) return { ok: false, refusal: forbidden }
    if (!changeRequestActionsNow[state.kind].includes(command.type))
      return refuse('changeRequest.not-now', { state: state.kind, action: command.type })
    const on = context.businessDay
    switch (command.type) {
      case 'ask':
        if (facts.reason.trim() === '') return refuse('changeRequest.reason-missing')
        if (facts.what.kind === 'date' && facts.what.dueOn < on)
          return refuse('changeRequest.date-past', { dueOn: facts.what.dueOn })
        return accept({ type: 'changeRequested', facts })
      case 'approve':
        // A request that lay too long may ask for a day that has passed: the office refuses it, it cannot be met.
        if (facts.what.kind === 'date' && facts.what.dueOn < on)
          return refuse('changeRequest.date-past', { dueOn: facts.what.dueOn })
        return accept({ type: 'changeApproved', on, note: command.note })
      case 'refuse':
        if (command.reason.trim() === '') return refuse('changeRequest.reason-missing')
        return accept({ type: 'changeRefused', on, reason: command.reason })
      case 'takeBack':
        return accept({ type: 'requestTakenBack', on })
      case 'lapse':
        return accept({ type: 'requestLapsed', on })
    }
  },
  evolve(state, event) {
    if (event.type === 'changeRequested') return { kind: 'asked', facts: event.facts }
    if (state.kind === 'none') return state
    const { facts } = state
    switch (event.type) {
      case 'changeApproved':
        return { kind: 'approved', facts, on: event.on, note: event.note }
      case 'changeRefused':
        return { kind: 'refused', facts, on: event.on, reason: event.reason }
      case 'requestTakenBack':
        return { kind: 'takenBack', facts, on: event.on }
      case 'requestLapsed':
        return { kind: 'lapsed', facts, on: event.on }
    }
  },
}
