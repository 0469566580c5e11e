import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendar, due, given, inEveryState, rule, today } from '../../testing/task-kit.ts'
import { addDays } from '../kernel/dates.ts'
import { publishedYears, shippedCalendarVersion } from '../kernel/work-calendar-notices.ts'
import { withLocalDays } from '../kernel/work-calendar-year.ts'
import { addWorkingDays, buildWorkCalendar, isWorkingDay } from '../kernel/work-calendar.ts'
import { replay } from '../kernel/decider.ts'
import { assignmentDecider } from './assignment.ts'
import type { LivePart } from './assignment-state.ts'
import { countedBack, innerDueOn } from './opening.ts'
import { recountPart } from './recount.ts'

const facts = { rule, leadDays: 5 }
const toLead = { handsInTo: { kind: 'lead', assignmentId: 'lead' } } as const
const withOff = (...dates: string[]) =>
  buildWorkCalendar(
    withLocalDays(
      shippedCalendarVersion,
      dates.map((date) => ({ date, kind: 'off', name: '本地', basis: '依据' })),
      { id: 'work-calendar-2', adoptedOn: today },
    ),
  )
const on = (after: typeof calendar, businessDay = today) => ({ before: calendar, after, businessDay })
const inner = (above: string) => countedBack(due(innerDueOn(5, today, above, calendar)), above, calendar)

describe('an open part under a new calendar', () => {
  test('an inner date that was counted back is counted back again; the lead’s own date stays', () => {
    const part = given({ ...toLead, deadline: inner('2022-10-14') })
    expect(part.part.deadline?.dueOn).toBe('2022-10-09')
    const found = recountPart(part, '2022-10-14', facts, on(withOff('2022-10-12')))
    expect(found).toMatchObject({
      effect: 'due',
      deadline: { dueOn: '2022-10-08', calendarVersion: 'work-calendar-2' },
    })
    const lead = recountPart(given({ deadline: due('2022-10-14') }), null, facts, on(withOff('2022-10-12')))
    expect(lead).toMatchObject({ effect: 'alerts', deadline: { dueOn: '2022-10-14' } })
  })

  test('an inner date that somebody set stays where it is', () => {
    const part = given({ ...toLead, deadline: due('2022-10-11') })
    expect(recountPart(part, '2022-10-14', facts, on(withOff('2022-10-12')))?.deadline.dueOn ?? '2022-10-11').toBe(
      '2022-10-11',
    )
  })

  test('it never moves to a day before today, and one that is over does not move back further', () => {
    const part = given({ ...toLead, deadline: inner('2022-10-14') })
    const off = withOff('2022-10-10', '2022-10-11', '2022-10-12')
    expect(recountPart(part, '2022-10-14', facts, on(off, '2022-10-09'))).toBeNull()
    expect(recountPart(part, '2022-10-14', facts, on(off, '2022-09-30'))?.deadline.dueOn).toBe('2022-09-30')
    expect(recountPart(part, '2022-10-14', facts, on(off, '2022-10-11'))).toBeNull()
  })

  test('closed parts never move, and neither does what the lead has taken', () => {
    for (const kind of ['accepted', 'confirmed', 'withdrawn'] as const) {
      const state = inEveryState[kind]
      const part = { ...state, part: { ...state.part, deadline: inner('2022-10-14') } } as LivePart
      expect(recountPart(part, '2022-10-14', facts, on(withOff('2022-10-12')))).toBeNull()
    }
    expect(recountPart(given({ deadline: null }), null, facts, on(withOff('2022-10-12')))).toBeNull()
  })

  test('a date that waited for a notice becomes certain', () => {
    const years = publishedYears.filter((year) => year.year !== 2023)
    const before = buildWorkCalendar({ ...shippedCalendarVersion, id: 'without-2023', years })
    const deadline = countedBack(due(innerDueOn(5, today, '2023-01-20', before)), '2023-01-20', before)
    expect(deadline.provisional).toBe(true)
    const part = given({ ...toLead, deadline })
    expect(recountPart(part, '2023-01-20', facts, { before, after: calendar, businessDay: today })).toMatchObject({
      effect: 'certainty',
      deadline: { provisional: false, dueOn: deadline.dueOn },
    })
  })
})

test('both dates stay: the old record lies under the new one, and the first due day is not lost', () => {
  const part = given({ ...toLead, deadline: inner('2022-10-14') })
  const { deadline } = recountPart(part, '2022-10-14', facts, on(withOff('2022-10-12')))!
  const after = replay({ initial: part, evolve: assignmentDecider.evolve }, [
    { type: 'deadlineRecounted', deadline, reason: '日历更新' },
  ]) as LivePart
  expect(after.kind).toBe(part.kind)
  expect(after.part).toEqual({
    ...part.part,
    deadline,
    superseded: [{ deadline: part.part.deadline, reason: '日历更新' }],
  })
  expect(after.part.firstDueOn).toBe('2022-10-09')
})

test('a recounted inner date is a working day that many days ahead, and recounting it again changes nothing', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 20, max: 160 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 160 }), { maxLength: 6 }),
      fc.integer({ min: 1, max: 9 }),
      (distance, offsets, leadDays) => {
        const above = addDays(today, distance)
        const deadline = countedBack(due(innerDueOn(leadDays, today, above, calendar)), above, calendar)
        const after = withOff(...offsets.map((offset) => addDays(today, offset)))
        const part = given({ ...toLead, deadline })
        const found = recountPart(part, above, { rule, leadDays }, on(after))
        if (found === null) return
        const { dueOn } = found.deadline
        if (found.effect === 'due') {
          expect(isWorkingDay(after, dueOn) || dueOn === today).toBe(true)
          const counted = addWorkingDays(after, above, -leadDays)
          expect(dueOn).toBe(counted < today ? today : counted)
        } else expect(dueOn).toBe(deadline.dueOn)
        const moved = { ...part, part: { ...part.part, deadline: found.deadline } } as LivePart
        expect(recountPart(moved, above, { rule, leadDays }, { before: after, after, businessDay: today })).toBeNull()
      },
    ),
  )
})
