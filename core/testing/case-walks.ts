import fc from 'fast-check'
import type { Actor, PersonActor } from '../src/kernel/actor.ts'
import { addDays } from '../src/kernel/dates.ts'
import { caseActions, caseActionsNow } from '../src/cases/case-actions.ts'
import type { CaseCommand } from '../src/cases/case-commands.ts'
import type { CaseEvent } from '../src/cases/case-events.ts'
import type { CaseRules } from '../src/cases/case-rules.ts'
import type { Case, LiveCase } from '../src/cases/case-state.ts'
import { replay } from '../src/kernel/decider.ts'
import { caseDecider } from '../src/cases/case.ts'
import { pendingExtension } from '../src/cases/round.ts'
import {
  commands,
  context,
  director,
  head,
  liaison,
  officer,
  otherHead,
  otherLiaison,
  person,
  rules,
  scan,
  submitter,
  thirdHead,
} from './case-kit.ts'

/** Everybody who may turn up: the right one for most steps, and some who may not do them. */
export const cast: readonly Actor[] = [
  officer,
  director,
  head,
  liaison,
  otherHead,
  otherLiaison,
  thirdHead,
  person('unitDeputy', 'third'),
  person('coordinationOfficer', 'office', 'bureau', 'seconded'),
  person('leader', 'office', 'office', 'leader'),
  submitter,
  scan,
]

/** One throw of a walk: which action, by whom, how many days later, and which variant of the command. */
export interface Throw {
  readonly action: number
  /** Of which list: what the state knows first, all it knows, or whatever exists. */
  readonly from: 'first' | 'known' | 'any'
  readonly by: number
  readonly days: number
  readonly variant: number
}

export const walks: fc.Arbitrary<Throw[]> = fc.array(
  fc.record({
    action: fc.nat(999),
    from: fc.nat(19).map((n) => (n === 0 ? 'any' : n < 13 ? 'first' : 'known')),
    by: fc.nat(cast.length * 3),
    days: fc.constantFrom(0, 0, 0, 0, 1, 1, 2, 4, 9),
    variant: fc.nat(99),
  }),
  { minLength: 10, maxLength: 70, size: 'max' },
)

export interface Step {
  readonly before: LiveCase
  readonly after: LiveCase
  readonly event: CaseEvent
  readonly day: string
  readonly by: Actor
  readonly command: CaseCommand
}

/** Takes a walk; what is refused changes nothing. Answers every event with the state before and after. */
export function walk(throws: readonly Throw[], own: Partial<CaseRules> = {}) {
  const walkRules = { ...rules, ...own }
  let state: Case = replay<Case, CaseEvent>(caseDecider, [])
  let day = '2022-09-26'
  const events: CaseEvent[] = []
  const happened: Step[] = []
  const take = (command: CaseCommand, by: Actor): void => {
    const decision = caseDecider.decide(command, state, context(by, day, { rules: walkRules }))
    if (!decision.ok) return
    for (const event of decision.events) {
      const after = caseDecider.evolve(state, event) as LiveCase
      if (state.kind !== 'none') happened.push({ before: state, after, event, day, by, command })
      events.push(event)
      state = after
    }
  }
  take(commands.register, submitter)
  for (const one of throws) {
    day = addDays(day, one.days)
    const known = one.from === 'any' ? caseActions : caseActionsNow[state.kind]
    const list = one.from === 'first' ? known.slice(0, 4) : known
    const action = askedFor(state, one) ?? list[one.action % list.length]
    if (action === undefined) continue
    const command = variantOf(action, one, state as LiveCase)
    take(command, one.by < cast.length ? cast[one.by]! : fitting(command, state as LiveCase))
  }
  return { state: state as LiveCase, events, happened, day }
}

/** Every third time, what was asked for is decided. */
function askedFor(state: Case, { variant }: Throw): CaseCommand['type'] | undefined {
  const round = state.kind === 'none' ? undefined : state.file.rounds.at(-1)
  if (!round || !pendingExtension(round) || variant % 3 !== 0) return undefined
  return variant % 2 === 0 ? 'grantExtension' : 'refuseExtension'
}

/** Who would usually do it. */
function fitting(command: CaseCommand, state: LiveCase): Actor {
  const lead = state.file.rounds.at(-1)?.leadUnitId ?? 'bureau'
  const heads: Record<string, PersonActor> = { bureau: head, other: otherHead, third: thirdHead }
  switch (command.type) {
    case 'sign':
    case 'decline':
    case 'draft':
    case 'sendDraftBack':
    case 'askExtension':
    case 'reportResult':
      return heads[lead] ?? head
    case 'givePart':
      return heads[command.unitId] ?? otherHead
    case 'rate':
    case 'askRework':
    case 'askWithdrawal':
    case 'receiveSupplement':
    case 'addMessage':
      return submitter
    case 'lapseAnswer':
    case 'lapseSupplement':
    case 'recount':
      return scan
    default:
      return officer
  }
}

const unitIds = ['bureau', 'other', 'third'] as const

function variantOf(action: CaseCommand['type'], { variant }: Throw, state: LiveCase): CaseCommand {
  const leadUnitId = unitIds[variant % 3]!
  const supportingId = unitIds[(variant + 1) % 3]!
  const supporting = variant % 4 === 0 ? [{ unitId: supportingId, innerDueOn: null }] : []
  const round = state.file.rounds.at(-1)
  switch (action) {
    case 'assign':
    case 'decideHandling':
    case 'grantRework':
      return { ...commands[action], units: { leadUnitId, supporting } }
    case 'handOver':
      return { ...commands.handOver, toUnitId: leadUnitId }
    case 'moveWithUnit':
      return { ...commands.moveWithUnit, fromUnitId: leadUnitId, toUnitId: supportingId }
    case 'givePart':
      return { ...commands.givePart, unitId: round?.supporting[0]?.unitId ?? supportingId }
    case 'askExtension':
      return { ...commands.askExtension, extensionId: `e${variant}`, days: 1 + (variant % 17) }
    case 'grantExtension':
    case 'refuseExtension': {
      const pending = round ? pendingExtension(round) : undefined
      const extensionId = pending?.extensionId ?? 'none'
      return action === 'grantExtension'
        ? { ...commands.grantExtension, extensionId, days: pending?.days ?? 3 }
        : { ...commands.refuseExtension, extensionId }
    }
    case 'rate':
      return variant % 3 === 0
        ? { ...commands.rate, satisfaction: 'satisfied', reasons: [] }
        : { ...commands.rate, satisfaction: variant % 3 === 1 ? 'dissatisfied' : 'partly' }
    case 'exitToStatutory':
      return { ...commands.exitToStatutory, kind: variant % 2 === 0 ? 'petition' : 'legal' }
    case 'conclude':
      return variant % 3 === 0 ? { ...commands.conclude, conclusion: 'unreachable' } : commands.conclude
    case 'transfer':
    case 'merge':
    case 'refuse':
    case 'withdraw':
      // Endings are rare, otherwise no walk gets far.
      return variant < 10 ? commands[action] : commands.markProminent
    default:
      return commands[action]
  }
}
