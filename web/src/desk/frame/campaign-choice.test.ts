import { expect, test } from 'vitest'
import { campaignFor } from './campaign-choice.ts'

const first = { id: 'first', start: '2022-06-01', state: 'running' } as const
const second = { id: 'second', start: '2022-09-01', state: 'running' } as const
const over = { id: 'over', start: '2021-03-01', state: 'closed' } as const
const all = [second, over, first]
const nothing = new Set<string>()

test('the one chosen before stays, also when parts are open elsewhere', () => {
  expect(campaignFor(all, 'over', new Set(['second']))).toBe(over)
})

test('without a choice the one with open parts, else the running one that began first', () => {
  expect(campaignFor(all, undefined, new Set(['second']))).toBe(second)
  expect(campaignFor(all, 'gone', nothing)).toBe(first)
})

test('when none is running, the last one', () => {
  expect(campaignFor([over], undefined, nothing)).toBe(over)
  expect(campaignFor([], undefined, nothing)).toBeUndefined()
})
