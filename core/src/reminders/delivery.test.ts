import { expect, test } from 'vitest'
import { troubles, waitAfter } from './delivery.ts'
import { troubleSentences } from './labels.zh.ts'

test('the waits grow and come to an end within a day', () => {
  const waits: number[] = []
  for (let tries = 1; ; tries++) {
    const wait = waitAfter(tries, 'mail.connect')
    if (wait === null) break
    waits.push(wait)
  }
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(waits.length).toBeGreaterThanOrEqual(5)
  expect(waits.reduce((sum, wait) => sum + wait)).toBeLessThan(24 * 3_600_000)
})

test('a robot that was sent too much to is left alone for more than its ten minutes', () => {
  expect(waitAfter(1, 'robot.limit')).toBeGreaterThan(10 * 60_000)
})

test('every trouble has a sentence that ends', () => {
  for (const trouble of troubles) expect(troubleSentences[trouble]).toMatch(/。$/)
})
