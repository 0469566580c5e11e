import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roles, type Role } from '../kernel/actor.ts'
import { addDays } from '../kernel/dates.ts'
import { replay } from '../kernel/decider.ts'
import { personDecider, type PersonCommand, type PersonContext } from './person.ts'
import type { PersonEvent, PersonState } from './person-state.ts'
import { isHeldOn, mayMeet, overlap } from './posts.ts'
import type { UnitState } from './unit.ts'

const unit = (kind: 'department' | 'coordinationOffice', path = '/county/u/'): UnitState => ({
  status: 'active',
  division: '320724',
  code: '101',
  parentId: 'root',
  path,
  kind,
  name: '县甲局',
  shortName: '县甲局',
  aliases: [],
  sortOrder: 1,
})
const here: PersonContext = { unit: unit('department'), homeUnitPath: '/county/u/' }
const registered: PersonState = {
  status: 'active',
  division: '320724',
  signInName: '10101',
  homeUnitId: 'u',
  detailsCommitment: 'c',
  posts: [],
  given: [],
}

function after(state: PersonState, command: PersonCommand, context: PersonContext = here): PersonState | string {
  const decision = personDecider.decide(command, state, context)
  if (!decision.ok) return decision.refusal.code
  return replay({ initial: state, evolve: personDecider.evolve }, decision.events as PersonEvent[])
}
function given(...commands: PersonCommand[]): PersonState {
  return commands.reduce<PersonState>((state, command) => {
    const next = after(state, command)
    if (typeof next === 'string') throw new Error(next)
    return next
  }, registered)
}
const open = (role: Role, fromDay: string, untilDay: string | null = null, more: object = {}): PersonCommand => ({
  type: 'openPost',
  post: { id: `${role}${fromDay}`, kind: 'post', role, unitId: 'u', fromDay, untilDay, ...more },
})
const lend = (fromDay: string, untilDay: string, to = 'deputy'): PersonCommand => ({
  type: 'giveDelegation',
  personId: 'head',
  delegation: { id: `d${fromDay}`, to, role: 'unitHead', unitId: 'u', fromDay, untilDay },
})

describe('posts of a person', () => {
  test('the same post does not overlap itself, but may follow', () => {
    const held = given(open('unitLiaison', '2022-01-01', '2022-06-30'))
    expect(after(held, open('unitLiaison', '2022-06-30'))).toBe('post.overlaps')
    expect(after(held, open('unitLiaison', '2022-07-01'))).toMatchObject({ status: 'active' })
    expect(after(held, open('unitDeputy', '2022-03-01'))).toMatchObject({ status: 'active' })
  })

  test('a post ended before its first day was never held', () => {
    const cancelled = given(open('unitLiaison', '2022-08-01'), {
      type: 'endPost',
      postId: 'unitLiaison2022-08-01',
      lastDay: '2022-07-04',
    })
    expect(cancelled).toMatchObject({ posts: [{ cancelled: true }] })
    expect(after(cancelled, open('unitLiaison', '2022-08-01', null, { id: 'again' }))).toMatchObject({
      status: 'active',
    })
  })

  test('who keeps accounts does not handle matters; the office’s roles stand in the office only', () => {
    const administrator = given(open('administrator', '2022-01-01'))
    expect(after(administrator, open('disciplineInspection', '2022-02-01'))).toBe('post.incompatible-roles')
    expect(after(registered, open('coordinationOfficer', '2022-01-01'))).toBe('post.role-not-in-this-unit')
    expect(
      after(registered, open('coordinationOfficer', '2022-01-01'), { unit: unit('coordinationOffice') }),
    ).toMatchObject({ status: 'active' })
  })

  test('a unit that was merged or closed gets no new posts and no new people', () => {
    const merged = { ...unit('department'), status: 'merged', mergedInto: 'v', on: '2022-07-01' } as UnitState
    expect(after(registered, open('unitStaff', '2022-08-01'), { unit: merged })).toBe('person.unit-not-active')
    expect(
      after(
        { status: 'none' },
        { type: 'register', division: '1', signInName: 'a', homeUnitId: 'u', detailsCommitment: '' },
        { unit: merged },
      ),
    ).toBe('person.unit-not-active')
  })

  test('leaving ends every post and what was lent, and nothing happens afterwards', () => {
    const left = given(open('unitHead', '2022-01-01'), lend('2022-07-10', '2022-07-20'), {
      type: 'leave',
      lastDay: '2022-07-12',
    })
    expect(left).toMatchObject({
      status: 'left',
      posts: [{ untilDay: '2022-07-12' }],
      given: [{ untilDay: '2022-07-12' }],
    })
    expect(after(left, open('unitStaff', '2022-08-01'))).toBe('person.left')
  })
})

describe('lending a post', () => {
  const head = given(open('unitHead', '2022-01-01', '2022-12-31'))

  test('is for days of one’s own post, to another person, one at a time', () => {
    expect(after(head, lend('2022-07-10', '2022-07-20'))).toMatchObject({ given: [{ to: 'deputy' }] })
    expect(after(head, lend('2022-12-20', '2023-01-10'))).toBe('delegation.only-own-post')
    expect(after(head, lend('2022-07-10', '2022-07-20', 'head'))).toBe('delegation.to-oneself')
    const lent = given(open('unitHead', '2022-01-01'), lend('2022-07-10', '2022-07-20'))
    expect(after(lent, lend('2022-07-20', '2022-07-25'))).toBe('delegation.overlaps')
  })

  test('what is lent is never lent on', () => {
    const receiver = given(open('unitHead', '2022-07-01', '2022-07-31', { kind: 'delegation', onBehalfOf: 'head' }))
    expect(after(receiver, { ...lend('2022-07-10', '2022-07-20'), personId: 'deputy' } as PersonCommand)).toBe(
      'delegation.to-oneself',
    )
    expect(after(receiver, lend('2022-07-10', '2022-07-20', 'third'))).toBe('delegation.only-own-post')
  })

  test('goes to people of the unit only, and ends with the post', () => {
    const lent = open('unitHead', '2022-07-01', '2022-07-31', { kind: 'delegation', onBehalfOf: 'head' })
    expect(after(registered, lent, { unit: unit('department'), homeUnitPath: '/county/v/' })).toBe(
      'delegation.outside-unit',
    )
    expect(after(registered, lent, { unit: unit('department'), homeUnitPath: '/county/u/section/' })).toMatchObject({
      status: 'active',
    })
    const ended = given(open('unitHead', '2022-01-01'), lend('2022-07-10', '2022-07-20'), {
      type: 'endPost',
      postId: 'unitHead2022-01-01',
      lastDay: '2022-07-05',
    })
    expect(ended).toMatchObject({ posts: [{ untilDay: '2022-07-05' }], given: [{ cancelled: true }] })
  })
})

describe('whatever is ordered', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2022-06-01', days))
  const period = fc
    .tuple(day, fc.option(fc.integer({ min: 0, max: 30 })))
    .map(([fromDay, length]) => ({ fromDay, untilDay: length === null ? null : addDays(fromDay, length) }))
  const kind = fc.constantFrom('post' as const, 'delegation' as const)
  const anyOpen = fc
    .tuple(fc.constantFrom(...roles), fc.constantFrom('u', 'v'), kind, period, fc.uuid())
    .map(([role, unitId, post, dates, id]): PersonCommand => ({
      type: 'openPost',
      post: { id, kind: post, role, unitId, ...dates, ...(post === 'delegation' ? { onBehalfOf: 'head' } : {}) },
    }))
  const anyLend = fc.tuple(fc.constantFrom('u', 'v'), period, fc.uuid()).map(([unitId, dates, id]): PersonCommand => ({
    type: 'giveDelegation',
    personId: 'me',
    delegation: {
      id,
      to: 'other',
      role: 'unitHead',
      unitId,
      fromDay: dates.fromDay,
      untilDay: dates.untilDay ?? addDays(dates.fromDay, 5),
    },
  }))
  const anyEnd = fc.tuple(fc.nat(20), day).map(([at, lastDay]) => ({ at, lastDay }))

  test('posts never overlap illegally, what is lent lies inside an own post, and replay gives the same state', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyOpen, anyLend, anyEnd), { maxLength: 25 }), (commands) => {
        let state: PersonState = registered
        const events: PersonEvent[] = []
        for (const one of commands) {
          const posts = state.status === 'none' ? [] : state.posts
          const command: PersonCommand | undefined =
            'at' in one ? posts[one.at] && { type: 'endPost', postId: posts[one.at]!.id, lastDay: one.lastDay } : one
          if (!command) continue
          const office = { unit: unit('coordinationOffice', '/county/u/'), homeUnitPath: '/county/u/' }
          const decision = personDecider.decide(command, state, office)
          if (!decision.ok) continue
          events.push(...decision.events)
          state = replay({ initial: state, evolve: personDecider.evolve }, decision.events as PersonEvent[])
        }
        if (state.status === 'none') throw new Error('unreachable')
        expect(replay({ initial: registered as PersonState, evolve: personDecider.evolve }, events)).toEqual(state)
        const held = state.posts.filter((post) => !post.cancelled)
        for (const [at, post] of held.entries())
          for (const other of held.slice(at + 1)) {
            if (!overlap(post, other)) continue
            expect(post.role === other.role && post.unitId === other.unitId).toBe(false)
            expect(mayMeet(post.role, other.role)).toBe(true)
          }
        for (const lent of state.given.filter((one) => !one.cancelled)) {
          for (const onDay of [lent.fromDay, lent.untilDay])
            expect(
              held.some(
                (post) =>
                  post.kind === 'post' &&
                  post.role === lent.role &&
                  post.unitId === lent.unitId &&
                  isHeldOn(post, onDay),
              ),
            ).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })
})
