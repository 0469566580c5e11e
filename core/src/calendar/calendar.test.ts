import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../kernel/actor.ts'
import { canonical } from '../kernel/canonical.ts'
import { replay } from '../kernel/decider.ts'
import { publishedYears } from '../kernel/work-calendar-notices.ts'
import type { CalendarProblem } from '../kernel/work-calendar-proposal.ts'
import type { CalendarYear } from '../kernel/work-calendar-year.ts'
import { calendarDecider, type CalendarCommand, type CalendarEvent, type CalendarState } from './calendar.ts'
import type { CalendarChange } from './change.ts'
import type { KeptVersion } from './kept-version.ts'

const division = '320724'
const source = { kind: 'file', title: '2027.json', url: '', digest: '', fromVersion: null } as const
const first: KeptVersion = {
  number: 1,
  id: 'cn-2020-2026',
  adoptedOn: '2026-11-01',
  years: [...publishedYears],
  overlay: [],
}
const year2027: CalendarYear = {
  year: 2027,
  status: 'published',
  notices: [{ number: '国办发明电〔2026〕1号', issuedOn: '2026-11-03', url: '' }],
  days: [{ date: '2027-01-01', kind: 'off', name: '元旦' }],
}
const localDay = { date: '2022-10-12', kind: 'off', name: '民族节日', basis: '自治条例', division } as const

function person(role: Role): Actor {
  const post = { role, unitId: 'u', unitPath: '/u/' }
  return { kind: 'person', personId: 'p', homeUnitId: 'u', homeUnitPath: '/u/', posts: [post] }
}
const officer = person('coordinationOfficer')
const context = { actor: officer, businessDay: '2026-11-10' }
const founded: CalendarEvent = { type: 'calendarFounded', division, version: first, source }

function adopting(change: CalendarChange, more: Partial<Extract<CalendarCommand, { type: 'adopt' }>> = {}) {
  return {
    type: 'adopt',
    change,
    source,
    basedOn: 1,
    problems: [],
    warningsSeen: false,
    reason: '',
    ...more,
  } satisfies CalendarCommand
}

const given = (...events: CalendarEvent[]) => replay(calendarDecider, [founded, ...events])
function when(state: CalendarState, command: CalendarCommand, actor: Actor = officer) {
  return calendarDecider.decide(command, state, { ...context, actor })
}
function codeOf(state: CalendarState, command: CalendarCommand, actor?: Actor): string | undefined {
  const answer = when(state, command, actor)
  return answer.ok ? undefined : answer.refusal.code
}

describe('a new version', () => {
  test('an adopted year makes version 2; version 1 is not touched', () => {
    const state = given()
    const answer = when(state, adopting({ kind: 'year', year: year2027 }))
    expect(answer.ok).toBe(true)
    const after = replay({ initial: state, evolve: calendarDecider.evolve }, answer.ok ? answer.events : [])
    expect(after).toMatchObject({ current: { number: 2, id: 'work-calendar-2', adoptedOn: '2026-11-10' } })
    expect(after.kind === 'kept' && after.current.years.map((one) => one.year)).toEqual([
      2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027,
    ])
    expect(first.years).toHaveLength(7)
  })

  const problem = (severity: CalendarProblem['severity']) =>
    ({ code: 'calendar.notice-no-number', severity, facts: {} }) as const
  const change: CalendarChange = { kind: 'year', year: year2027 }
  test.each([
    ['calendar.changed-meanwhile', adopting(change, { basedOn: 2 })],
    ['calendar.has-errors', adopting(change, { problems: [problem('error')], warningsSeen: true })],
    ['calendar.warnings-unseen', adopting(change, { problems: [problem('warning')] })],
    [undefined, adopting(change, { problems: [problem('warning'), problem('note')], warningsSeen: true })],
    [undefined, adopting(change, { problems: [problem('note')] })],
    ['calendar.reason-missing', adopting({ kind: 'overlay', days: [localDay] }, { reason: ' ' })],
    [undefined, adopting({ kind: 'overlay', days: [localDay] }, { reason: '条例第一条' })],
    ['calendar.nothing-new', adopting({ kind: 'overlay', days: [] }, { reason: '空' })],
    ['calendar.nothing-new', adopting({ kind: 'year', year: publishedYears[2]! })],
    ['calendar.nothing-new', adopting({ kind: 'restore', version: first }, { reason: '误操作' })],
    ['calendar.nothing-moves', { type: 'confirmMoves', list: 'taskParts', number: 1, moved: 0 }],
    ['calendar.changed-meanwhile', { type: 'confirmMoves', list: 'taskParts', number: 2, moved: 3 }],
    ['calendar.founded-before', { type: 'found', division, version: first, source }],
  ] as const)('%s', (code, command) => {
    expect(codeOf(given(), command as CalendarCommand)).toBe(code)
  })

  test.each([
    ['coordinationOfficer', undefined],
    ['coordinationDirector', undefined],
    ['administrator', undefined],
    ['unitHead', 'calendar.not-allowed'],
    ['auditor', 'calendar.not-allowed'],
    ['leader', 'calendar.not-allowed'],
  ] as const)('%s: %s', (role, code) => {
    expect(codeOf(given(), adopting(change), person(role))).toBe(code)
    expect(codeOf(given(), { type: 'confirmMoves', list: 'taskParts', number: 1, moved: 1 }, person(role))).toBe(code)
  })
})

describe('over any sequence of changes', () => {
  const change: fc.Arbitrary<{ kind: 'year' | 'overlay' | 'restore'; pick: number }> = fc.record({
    kind: fc.constantFrom('year', 'overlay', 'restore'),
    pick: fc.nat(20),
  })

  function carryOut(steps: readonly { kind: 'year' | 'overlay' | 'restore'; pick: number }[]) {
    let state = given()
    const events: CalendarEvent[] = [founded]
    const versions: KeptVersion[] = [first]
    for (const { kind, pick } of steps) {
      if (state.kind === 'none') throw new Error('founded above')
      const days = [{ ...localDay, date: `2022-10-${10 + pick}` }]
      const version = versions[pick % versions.length]!
      const made: CalendarChange =
        kind === 'year'
          ? { kind, year: { ...year2027, year: 2027 + (pick % 5) } }
          : kind === 'overlay'
            ? { kind, days }
            : { kind, version }
      const answer = when(state, adopting(made, { basedOn: state.current.number, reason: '依据' }))
      if (!answer.ok) continue
      events.push(...answer.events)
      state = replay({ initial: state, evolve: calendarDecider.evolve }, answer.events)
      if (state.kind === 'kept') versions.push(state.current)
    }
    return { state, events, versions }
  }

  test('numbers follow one another, no version is ever changed, ids are never used twice', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (steps) => {
        const { versions } = carryOut(steps)
        const kept = versions.map((version) => canonical(version))
        expect(versions.map((version) => version.number)).toEqual(versions.map((_, index) => index + 1))
        expect(new Set(versions.map((version) => version.id)).size).toBe(versions.length)
        carryOut([...steps, { kind: 'restore', pick: 0 }])
        expect(versions.map((version) => canonical(version))).toEqual(kept)
      }),
    )
  })

  test('the state is what the stored events replay to, and an undo brings the content back under a new number', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), fc.nat(20), (steps, pick) => {
        const { state, events, versions } = carryOut(steps)
        expect(replay(calendarDecider, JSON.parse(canonical(events)) as CalendarEvent[])).toEqual(state)
        const earlier = versions[pick % versions.length]!
        const back = when(
          state,
          adopting({ kind: 'restore', version: earlier }, { basedOn: versions.length, reason: '撤销' }),
        )
        if (!back.ok) {
          expect(back.refusal.code).toBe('calendar.nothing-new')
          return
        }
        const after = replay({ initial: state, evolve: calendarDecider.evolve }, back.events)
        if (after.kind === 'none') throw new Error('kept')
        expect(after.current).toEqual({
          ...earlier,
          number: versions.length + 1,
          id: `work-calendar-${versions.length + 1}`,
          adoptedOn: '2026-11-10',
        })
      }),
    )
  })
})
