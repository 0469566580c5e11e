import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aPart,
  aTaskFacts,
  accepted,
  calendar,
  confirmed,
  due,
  given,
  handedIn,
  rule,
  signed,
  today,
  withdrawn,
} from '../../testing/task-kit.ts'
import { addDays } from '../kernel/dates.ts'
import { replay } from '../kernel/decider.ts'
import type { AssignmentEvent } from './assignment-events.ts'
import { assignmentDecider } from './assignment.ts'
import type { Assignment, LivePart } from './assignment-state.ts'
import {
  afterChangingDate,
  afterConfirming,
  afterNamingLead,
  afterWithdrawing,
  endOfTask,
  isOpen,
  outstandingParts,
  type Consequence,
  type FamilyPart,
} from './family.ts'
import { afterMerging } from './merging.ts'
import { innerDueOn } from './opening.ts'

const part = (id: string, more: Partial<ReturnType<typeof aPart>> = {}, ...events: AssignmentEvent[]): FamilyPart => ({
  id,
  state: given({ unitId: id, ...more }, ...events),
})
const owes = (id: string, to: string, ...events: AssignmentEvent[]) =>
  part(
    id,
    { handsInTo: { kind: 'lead', assignmentId: to }, role: 'supporting', deadline: due('2022-09-23') },
    ...events,
  )
const inner = (id: string, of: string, dueOn = '2022-09-01') =>
  part(id, { handsInTo: { kind: 'parent', assignmentId: of }, deadline: due(dueOn), origin: 'passed' }, signed)

const after = (family: readonly FamilyPart[], consequences: readonly Consequence[]): FamilyPart[] =>
  family.map(({ id, state }) => {
    const events = consequences.filter((one) => one.id === id).flatMap((one) => one.events)
    return {
      id,
      state: replay<Assignment, AssignmentEvent>(
        { initial: state, evolve: assignmentDecider.evolve },
        events,
      ) as LivePart,
    }
  })
const kinds = (family: readonly FamilyPart[]) => Object.fromEntries(family.map(({ id, state }) => [id, state.kind]))
const dues = (family: readonly FamilyPart[]) => family.map(({ state }) => state.part.deadline?.dueOn)

describe('confirming and withdrawing', () => {
  const family = [
    part('lead', {}, signed, handedIn),
    owes('a', 'lead', signed, handedIn, accepted),
    owes('b', 'lead', signed),
    inner('b1', 'b'),
  ]

  test('below a confirmed part, what was accepted is final and what never came ends (rule T-08)', () => {
    expect(outstandingParts(family, 'lead')).toBe(1)
    const consequences = afterConfirming(family, 'lead', 'completed', today)
    expect(kinds(after(family, consequences))).toEqual({
      lead: 'handedIn',
      a: 'confirmed',
      b: 'withdrawn',
      b1: 'withdrawn',
    })
    expect(after(family, consequences)[2]!.state).toMatchObject({ because: 'concludedWithout' })
  })

  test('a part that goes to another unit ends its inner parts only', () => {
    const consequences = afterWithdrawing(family, 'lead', 'unitChanged', '划转', today)
    expect(kinds(after(family, consequences))).toEqual({
      lead: 'handedIn',
      a: 'accepted',
      b: 'signed',
      b1: 'withdrawn',
    })
    expect(kinds(after(family, afterWithdrawing(family, 'b', 'unitChanged', '划转', today)))).toMatchObject({
      b1: 'withdrawn',
      a: 'accepted',
    })
  })
})

describe('the end of a task (rule T-09)', () => {
  const done = part('a', {}, signed, handedIn, confirmed)

  test('with the last part before the office, and not before', () => {
    expect(endOfTask(aTaskFacts(), [done, part('b')])).toBeNull()
    expect(endOfTask(aTaskFacts(), [done, part('b', {}, withdrawn)])).toBe('conclude')
    expect(endOfTask(aTaskFacts(), [part('b', {}, withdrawn)])).toBeNull()
  })

  test('an ongoing task turns into routine, a recurring one waits for its last period', () => {
    const printed = (kind: 'ongoing' | 'recurring') => ({
      text: '',
      kind,
      due: null,
      every: kind === 'recurring' ? 'quarter' : null,
    })
    expect(endOfTask(aTaskFacts({ printed: printed('ongoing'), openedPeriods: ['2022'] }), [done])).toBe('turnRoutine')
    const recurring = (...openedPeriods: string[]) => aTaskFacts({ printed: printed('recurring'), openedPeriods })
    expect(endOfTask(recurring('2022-Q3'), [done])).toBeNull()
    expect(endOfTask(recurring('2022-Q3', '2022-Q4', '2023-Q1'), [done])).toBe('conclude')
  })
})

describe('dates and leads', () => {
  const family = [
    part('lead', { role: 'lead' }),
    owes('a', 'lead'),
    inner('a1', 'a', '2022-09-20'),
    part('x', {}, signed, handedIn, confirmed),
  ]
  const facts = aTaskFacts({ leadUnitId: 'lead' })
  const change = { reason: '调整', businessDay: today, calendar }

  test('another date moves the lead, the inner date follows, inner parts only when they would be later, ended ones never', () => {
    expect(dues(after(family, afterChangingDate(family, facts, { ...change, dueOn: '2022-10-31' })))).toEqual([
      '2022-10-31',
      '2022-10-24',
      '2022-09-20',
      '2022-09-30',
    ])
    expect(dues(after(family, afterChangingDate(family, facts, { ...change, dueOn: '2022-09-15' })))).toEqual([
      '2022-09-15',
      '2022-09-07',
      '2022-09-07',
      '2022-09-30',
    ])
  })

  test('a new lead faces the office and the old one owes to it; without a lead everybody faces the office', () => {
    const named = after(family, afterNamingLead(family, facts, 'a', change))
    expect(named.map(({ state }) => [state.part.role, state.part.handsInTo.kind])).toEqual([
      ['responsible', 'lead'],
      ['lead', 'office'],
      ['responsible', 'parent'],
      ['responsible', 'office'],
    ])
    expect(dues(named).slice(0, 2)).toEqual(['2022-09-23', '2022-09-30'])
    const nobody = after(family, afterNamingLead(family, facts, null, change))
    expect(nobody.slice(0, 2).every(({ state }) => state.part.handsInTo.kind === 'office')).toBe(true)
  })

  test('naming a lead puts nobody into arrears that day: no date moves to before the day it is named on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 70, max: 95 }), fc.constantFrom('lead', 'a', 'other', null), (days, lead) => {
        const businessDay = addDays(today, days)
        const named = after(family, afterNamingLead(family, facts, lead, { ...change, businessDay }))
        for (const [place, now] of dues(named).entries())
          if (now !== dues(family)[place] && facts.dueOn! >= businessDay) expect(now! >= businessDay).toBe(true)
      }),
    )
  })

  test('what a former lead had accepted lies before the office', () => {
    const both = [part('lead', { role: 'lead' }), owes('a', 'lead', signed, handedIn, accepted)]
    expect(kinds(after(both, afterNamingLead(both, facts, null, change)))).toEqual({ lead: 'assigned', a: 'handedIn' })
  })

  test('the inner date is working days ahead, and never before the clock started', () => {
    expect(innerDueOn(5, today, '2022-10-14', calendar)).toBe('2022-10-09')
    expect(innerDueOn(60, today, '2022-07-20', calendar)).toBe(today)
    expect(innerDueOn(0, today, '2022-07-20', calendar)).toBe('2022-07-20')
    expect(rule.key).toBe('task.due')
  })
})

describe('merging units (rule T-14)', () => {
  const units = ['u', 'v', 'w', 'x'] as const
  const someFamily = fc
    .array(
      fc.record({
        unit: fc.constantFrom(...units),
        to: fc.integer({ min: -1, max: 3 }),
        events: fc.constantFrom<AssignmentEvent[]>(
          [],
          [signed],
          [signed, handedIn],
          [signed, handedIn, confirmed],
          [withdrawn],
        ),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((rows) => {
      const seen = new Set<string>()
      return rows.flatMap(({ unit, to, events }, place): FamilyPart[] => {
        if (seen.has(unit)) return []
        seen.add(unit)
        const handsInTo =
          to >= 0 && to < place ? ({ kind: 'lead', assignmentId: `p${to}` } as const) : ({ kind: 'office' } as const)
        return [part(`p${place}`, { unitId: unit, handsInTo, role: place === 0 ? 'lead' : 'responsible' }, ...events)]
      })
    })

  test('leaves the merged unit nothing open, one part per unit, nothing owed to itself, and touches nobody else', () => {
    fc.assert(
      fc.property(someFamily, (family) => {
        const merged = after(family, afterMerging(family, 'u', 'v', '撤并', today))
        expect(merged.filter((one) => isOpen(one) && one.state.part.unitId === 'u')).toEqual([])
        const holding = merged.filter(({ state }) => state.kind !== 'withdrawn').map(({ state }) => state.part.unitId)
        expect(new Set(holding).size).toBe(holding.length)
        for (const { id, state } of merged) {
          if (state.part.handsInTo.kind !== 'office') expect(state.part.handsInTo.assignmentId).not.toBe(id)
          const before = family.find((one) => one.id === id)!.state
          if (before.part.unitId !== 'u') expect(state.part.unitId).toBe(before.part.unitId)
          expect(state.part.firstDueOn).toBe(before.part.firstDueOn)
        }
      }),
    )
  })

  test('moves a part as it stands, and lets the other unit lead where the merged one led', () => {
    const alone = [part('u', {}, signed)]
    expect(after(alone, afterMerging(alone, 'u', 'v', '撤并', today))[0]!.state).toMatchObject({
      kind: 'signed',
      part: { unitId: 'v', formerUnits: [{ unitId: 'u' }] },
    })
    const both = [part('u', { role: 'lead' }), owes('v', 'u'), owes('w', 'u')]
    const merged = after(both, afterMerging(both, 'u', 'v', '撤并', today))
    expect(kinds(merged)).toEqual({ u: 'withdrawn', v: 'assigned', w: 'assigned' })
    expect(merged[1]!.state.part).toMatchObject({
      role: 'lead',
      handsInTo: { kind: 'office' },
      deadline: { dueOn: '2022-09-30' },
    })
    expect(merged[2]!.state.part.handsInTo).toEqual({ kind: 'lead', assignmentId: 'v' })
  })
})
