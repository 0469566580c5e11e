import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { custody, erasureGrounds, holdReasons, type CustodyCommand, type CustodyState } from './custody.ts'

const businessDay = '2022-07-04'
const after = (commands: readonly CustodyCommand[]): CustodyState =>
  commands.reduce((state, command) => {
    const decision = custody.decide(command, state, { businessDay })
    return decision.ok ? decision.events.reduce(custody.evolve, state) : state
  }, custody.initial)
const code = (state: CustodyState, command: CustodyCommand) => {
  const decision = custody.decide(command, state, { businessDay })
  return decision.ok ? undefined : decision.refusal.code
}

describe('erasure', () => {
  const erase: CustodyCommand = { type: 'erase', isOpenCase: false }

  test('is asked and then decided; nothing is erased by itself', () => {
    expect(code(custody.initial, erase)).toBe('vault.erasure-not-asked')
    const asked = after([{ type: 'askErasure', ground: 'submitterAsked' }])
    expect(asked).toMatchObject({ kind: 'kept', asked: { ground: 'submitterAsked', askedOn: businessDay } })
    expect(
      after([
        { type: 'askErasure', ground: 'submitterAsked' },
        { type: 'refuseErasure', because: '复议中' },
      ]),
    ).toEqual({ ...custody.initial, refusedOn: businessDay })
    expect(after([{ type: 'askErasure', ground: 'periodOver' }, erase])).toEqual({
      kind: 'erased',
      ground: 'periodOver',
      erasedOn: businessDay,
    })
  })

  test.each(erasureGrounds)('of an open case on the ground %s', (ground) => {
    const state = after([{ type: 'askErasure', ground }])
    expect(code(state, { type: 'erase', isOpenCase: true })).toBe(
      ground === 'lawfulOrder' ? undefined : 'vault.case-still-open',
    )
  })
})

const command: fc.Arbitrary<CustodyCommand> = fc.oneof(
  fc.constantFrom<CustodyCommand>(
    { type: 'protect' },
    { type: 'liftProtection' },
    { type: 'refuseErasure', because: '理由' },
  ),
  fc.constantFrom(...holdReasons).map((reason): CustodyCommand => ({ type: 'placeHold', reason })),
  fc.constantFrom(...holdReasons).map((reason): CustodyCommand => ({ type: 'liftHold', reason })),
  fc.constantFrom(...erasureGrounds).map((ground): CustodyCommand => ({ type: 'askErasure', ground })),
  fc.boolean().map((isOpenCase): CustodyCommand => ({ type: 'erase', isOpenCase })),
)

test('whatever is commanded: nothing on hold is erased, and nothing happens to what is erased', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 20 }), (commands) => {
      let state = custody.initial
      for (const one of commands) {
        const decision = custody.decide(one, state, { businessDay })
        if (state.kind === 'erased') expect(decision.ok).toBe(false)
        if (!decision.ok) continue
        if (one.type === 'erase' && state.kind === 'kept') expect(state.holds).toEqual([])
        state = decision.events.reduce(custody.evolve, state)
        if (state.kind === 'kept') expect(new Set(state.holds).size).toBe(state.holds.length)
      }
    }),
  )
})
