import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jump, watchClock } from './clock-watch.ts'

/** Steps of the two clocks between looks, in milliseconds; answers the minutes that were told. */
function watched(steps: readonly { steady: number; wall: number }[]): number[] {
  const time = { wall: 1_800_000_000_000, steady: 1000 }
  const told: number[] = []
  const watch = watchClock(
    { wall: () => time.wall, steady: () => time.steady },
    (minutes) => told.push(minutes),
    3_600_000,
  )
  for (const step of steps) {
    time.wall += step.wall
    time.steady += step.steady
    watch.look()
  }
  watch.stop()
  return told
}

test('a clock set forward or back is told once; a slow drift never', () => {
  const usual = { steady: 30_000, wall: 30_000 }
  expect(watched([usual, { steady: 30_000, wall: 30_000 + 600_000 }, usual, usual])).toEqual([10])
  expect(watched([usual, { steady: 30_000, wall: 30_000 - 3_600_000 }, usual])).toEqual([-60])
  expect(watched(Array.from({ length: 500 }, () => ({ steady: 30_000, wall: 32_000 })))).toEqual([])
})

test('property: told exactly when one step of the wall clock differs by more than the limit', () => {
  const step = fc.record({ steady: fc.integer({ min: 0, max: 60_000 }), apart: fc.integer({ min: -2 * jump, max: 2 * jump }) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const told = watched(steps.map(({ steady, apart }) => ({ steady, wall: steady + apart })))
      expect(told).toEqual(steps.filter(({ apart }) => Math.abs(apart) > jump).map(({ apart }) => Math.round(apart / 60_000)))
    }),
  )
})
