import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replay } from '../kernel/decider.ts'
import { callDecider, callOutcomes, endsCall, type Call, type CallCommand, type CallEvent } from './call.ts'

const open: CallCommand = { type: 'open', personId: 'p1', on: '2022-07-04' }
const note = (outcome: (typeof callOutcomes)[number], at = '09:30'): CallCommand => ({
  type: 'note',
  attempt: { outcome, at, on: '2022-07-04', by: 'officer' },
})
const run = (...commands: CallCommand[]): { state: Call; refusals: (string | null)[]; events: CallEvent[] } => {
  let state: Call = callDecider.initial
  const refusals: (string | null)[] = []
  const events: CallEvent[] = []
  for (const command of commands) {
    const decision = callDecider.decide(command, state, { nowAt: '10:00' })
    refusals.push(decision.ok ? null : decision.refusal.code)
    if (!decision.ok) continue
    events.push(...decision.events)
    state = decision.events.reduce(callDecider.evolve, state)
  }
  return { state, refusals, events }
}

describe('a telephone call', () => {
  it('waits through failed attempts and ends when somebody was told', () => {
    const { state, refusals } = run(open, note('noAnswer', '09:00'), note('busy', '09:20'), note('reached', '09:40'))
    expect(refusals).toEqual([null, null, null, null])
    expect(state).toMatchObject({ kind: 'told', personId: 'p1', since: '2022-07-04' })
    expect(state.kind !== 'none' && state.attempts.map((one) => one.outcome)).toEqual(['noAnswer', 'busy', 'reached'])
  })

  it('is not noted after its end, and not for a time to come', () => {
    expect(run(open, note('colleague'), note('reached')).refusals.at(-1)).toBe('call.not-waiting')
    expect(run(open, note('reached', '10:01')).refusals.at(-1)).toBe('call.time-ahead')
    expect(run(open, note('reached', '10:00')).refusals.at(-1)).toBeNull()
    expect(run(open, open).refusals.at(-1)).toBe('call.open-already')
    expect(run(open, { type: 'drop' }, note('reached')).refusals.at(-1)).toBe('call.not-waiting')
  })

  it('property: told at most once, no attempt is lost, state equals replay', () => {
    const command = fc.oneof(
      fc.constant(open),
      fc.constant<CallCommand>({ type: 'drop' }),
      fc.constantFrom(...callOutcomes).map((outcome) => note(outcome)),
    )
    fc.assert(
      fc.property(fc.array(command), (commands) => {
        const { state, events } = run(...commands)
        const noted = events.flatMap((event) => (event.type === 'callNoted' ? [event.attempt] : []))
        expect(noted.filter((attempt) => endsCall(attempt.outcome)).length).toBeLessThanOrEqual(1)
        expect(state.kind === 'none' ? [] : state.attempts).toEqual(noted)
        expect(replay(callDecider, events)).toEqual(state)
      }),
    )
  })
})
