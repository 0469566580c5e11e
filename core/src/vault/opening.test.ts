import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../kernel/dates.ts'
import { isShownToSubmitter, opening, type OpeningCommand, type OpeningContext } from './opening.ts'
import type { OpeningEvent, OpeningState } from './opening-state.ts'
import { usualVaultRules } from './rules.ts'

const day = '2022-07-04'
const at = (personId: string, businessDay = day): OpeningContext => ({
  personId,
  businessDay,
  at: `${businessDay}T02:00:00.000Z`,
  rules: usualVaultRules,
})
const open = (more: Partial<Extract<OpeningCommand, { type: 'open' }>> = {}): OpeningCommand => ({
  type: 'open',
  vaultId: 'v',
  holder: 'office',
  part: 'identity',
  reason: 'contacting',
  note: '',
  isProtected: false,
  isErased: false,
  ...more,
})

function run(steps: readonly (readonly [OpeningCommand, OpeningContext])[]): {
  state: OpeningState
  events: OpeningEvent[]
} {
  let state = opening.initial
  const events: OpeningEvent[] = []
  for (const [command, context] of steps) {
    const decision = opening.decide(command, state, context)
    if (!decision.ok) continue
    for (const event of decision.events) {
      events.push(event)
      state = opening.evolve(state, event)
    }
  }
  return { state, events }
}

describe('an opening', () => {
  test('of a usual submission is done by one officer and carries who, why and when the submitter sees it', () => {
    const { state, events } = run([[open(), at('a')]])
    expect(events).toMatchObject([{ type: 'opened', officerId: 'a', reason: 'contacting', shownFrom: day }])
    expect(state).toMatchObject({ kind: 'opened', secondId: null })
    expect(isShownToSubmitter(state, day)).toBe(true)
  })

  test('by discipline inspection is shown to the submitter only after the rule’s days', () => {
    const { state } = run([[open({ holder: 'discipline' }), at('a')]])
    const shownFrom = addDays(day, usualVaultRules.disciplineShownAfterDays)
    expect(isShownToSubmitter(state, addDays(shownFrom, -1))).toBe(false)
    expect(isShownToSubmitter(state, shownFrom)).toBe(true)
  })

  test.each([
    ['some reasons want words', open({ reason: 'other' }), 'vault.note-missing'],
    ['nothing is left', open({ isErased: true }), 'vault.erased'],
  ])('%s', (_what, command, code) => {
    expect(opening.decide(command, opening.initial, at('a'))).toEqual({ ok: false, refusal: { code } })
  })

  test('the permission ends: usable on its day and the next', () => {
    const asked = run([
      [open({ isProtected: true }), at('a')],
      [{ type: 'allow' }, at('b')],
    ]).state
    const use = (businessDay: string) =>
      opening.decide({ type: 'use', isErased: false }, asked, at('a', businessDay)).ok
    expect([use(day), use('2022-07-05'), use('2022-07-06')]).toEqual([true, true, false])
  })
})

const person = fc.constantFrom('a', 'b', 'c')
const step: fc.Arbitrary<readonly [OpeningCommand, OpeningContext]> = fc.tuple(
  fc.oneof(
    fc.boolean().map((isProtected) => open({ isProtected })),
    fc.constant<OpeningCommand>({ type: 'allow' }),
    fc.constant<OpeningCommand>({ type: 'refuse', because: '没有必要' }),
    fc.boolean().map((isErased): OpeningCommand => ({ type: 'use', isErased })),
  ),
  fc.tuple(person, fc.nat(3)).map(([who, days]) => at(who, addDays(day, days))),
)

describe('whatever is tried in whatever order', () => {
  test('a protected one is opened only by who asked, after somebody else allowed it, and at most once', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const first = [open({ isProtected: true }), at('a')] as const
        // A new question is another opening: on this stream only what follows the first counts.
        const { state, events } = run([first, ...steps.filter(([command]) => command.type !== 'open')])
        const opened = events.filter((event) => event.type === 'opened')
        expect(opened.length).toBeLessThanOrEqual(1)
        const decided = events.filter((event) => event.type === 'openingAllowed' || event.type === 'openingRefused')
        expect(decided.length).toBeLessThanOrEqual(1)
        for (const event of decided) expect(event.secondId).not.toBe('a')
        if (opened.length === 1) expect(decided).toMatchObject([{ type: 'openingAllowed' }])
        if (state.kind === 'opened') expect(state.secondId).not.toBeNull()
      }),
    )
  })
})
