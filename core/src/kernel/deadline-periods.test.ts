import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayNumber, isoDay } from './dates.ts'
import { isRecurrence, periodsOf, recurrences, stubRules, yearlyConclusions } from './deadline-periods.ts'

// The stages of the sample campaign run from June 2022 to February 2023: a stub quarter at both ends.
const start = '2022-06-01'
const end = '2023-02-28'
const rows = (...asked: Parameters<typeof periodsOf>) =>
  periodsOf(...asked).map(({ key, opens, due, stub }) => [key, opens, due, stub])

describe('quarters of a campaign from June 2022 to February 2023', () => {
  test('counted: both stub quarters are periods of their own', () => {
    expect(rows('quarter', start, end, 'count')).toEqual([
      ['2022-Q2', '2022-06-01', '2022-06-30', true],
      ['2022-Q3', '2022-07-01', '2022-09-30', false],
      ['2022-Q4', '2022-10-01', '2022-12-31', false],
      ['2023-Q1', '2023-01-01', '2023-02-28', true],
    ])
  })

  test('merged: the stubs belong to their neighbours', () => {
    expect(rows('quarter', start, end, 'merge')).toEqual([
      ['2022-Q3', '2022-06-01', '2022-09-30', false],
      ['2022-Q4', '2022-10-01', '2023-02-28', false],
    ])
  })

  test('skipped: only whole quarters carry the duty', () => {
    expect(rows('quarter', start, end, 'skip').map(([key]) => key)).toEqual(['2022-Q3', '2022-Q4'])
  })
})

describe('other lengths', () => {
  test.each([
    ['month', 9, '2022-06', '2023-02'],
    ['halfYear', 3, '2022-H1', '2023-H1'],
    ['year', 2, '2022', '2023'],
    // 1 June 2022 is the Wednesday of week 22, 28 February 2023 the Tuesday of week 9
    ['week', 40, '2022-W22', '2023-W09'],
  ] as const)('%s: %i periods from %s to %s', (every, count, first, last) => {
    const periods = periodsOf(every, start, end, 'count')
    expect(periods).toHaveLength(count)
    expect([periods[0]?.key, periods.at(-1)?.key]).toEqual([first, last])
  })

  test('the week around New Year has the number of its Thursday', () => {
    expect(rows('week', '2020-12-28', '2021-01-10', 'count').map(([key]) => key)).toEqual(['2020-W53', '2021-W01'])
  })
})

describe('a campaign inside one or two periods', () => {
  test('one stub merges with nothing', () => {
    expect(rows('year', '2022-03-01', '2022-10-31', 'merge')).toEqual([['2022', '2022-03-01', '2022-10-31', true]])
    expect(periodsOf('year', '2022-03-01', '2022-10-31', 'skip')).toEqual([])
  })

  test('two stubs become one period with the key of the longer', () => {
    expect(rows('year', '2022-12-01', '2023-06-30', 'merge')).toEqual([['2023', '2022-12-01', '2023-06-30', true]])
  })

  test('a campaign that ends before it starts has none', () => {
    expect(periodsOf('month', '2022-06-10', '2022-06-09', 'count')).toEqual([])
  })
})

test('periods are in order, never overlap, and leave no gap unless stubs are skipped', () => {
  const day = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2026-12-31') }).map(isoDay)
  fc.assert(
    fc.property(
      fc.constantFrom(...recurrences),
      fc.constantFrom(...stubRules),
      day,
      fc.integer({ min: 0, max: 900 }),
      (every, stubRule, from, length) => {
        const to = addDays(from, length)
        const periods = periodsOf(every, from, to, stubRule)
        for (const period of periods) expect(period.opens <= period.due).toBe(true)
        for (const [place, period] of periods.slice(1).entries())
          expect(period.opens).toBe(addDays(periods[place]!.due, 1))
        expect(new Set(periods.map((period) => period.key)).size).toBe(periods.length)
        if (stubRule === 'skip') expect(periods.every((period) => !period.stub)).toBe(true)
        else expect([periods[0]?.opens, periods.at(-1)?.due]).toEqual([from, to])
        if (stubRule === 'merge' && periods.length > 1) expect(periods.some((period) => period.stub)).toBe(false)
      },
    ),
  )
})

test('the yearly conclusion of an ongoing task', () => {
  expect(yearlyConclusions(start, end, '12-31')).toEqual(['2022-12-31'])
  expect(yearlyConclusions(start, '2024-02-28', '12-20')).toEqual(['2022-12-20', '2023-12-20'])
  expect(yearlyConclusions('2022-06-01', '2022-11-30', '12-31')).toEqual(['2022-11-30'])
})

test('only the words of the plan package are recurrences', () => {
  expect(['quarter', 'halfYear', '', 'day'].map(isRecurrence)).toEqual([true, true, false, false])
})
