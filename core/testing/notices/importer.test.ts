import { describe, expect, it } from 'vitest'
import { parsePlan } from '@yingshang/core/plans/parse'
import { realTexts, realTextsPresent } from './real-texts.ts'
import { scoreMutations, scoreSeeds } from './run.ts'
import { figuresOf } from './score.ts'

// Floors are the level reached, rounded down to the next hundredth; they may only go up.
describe.each(['text', 'word'] as const)('the importer on 200 made notices read as %s', (as) => {
  const figures = figuresOf(scoreSeeds(parsePlan, Array.from({ length: 200 }, (_, i) => i), as).map((s) => s.score))
  it.each([['tasks', 0.99], ['triples', 0.93], ['deadline', 0.96]] as const)('%s: at least %d', (figure, floor) => {
    expect(figures[figure]).toBeGreaterThanOrEqual(floor)
  })
})

describe('the importer on real notices printed differently', () => {
  if (!realTextsPresent) console.log('the plan texts are not beside the repository: the importer was not tried on them')
  const figures = realTextsPresent
    ? figuresOf(scoreMutations(parsePlan, realTexts()).map((s) => s.score))
    : { tasks: 1, triples: 1, deadline: 1 }
  it.each([['tasks', 1], ['triples', 0.99], ['deadline', 1]] as const)('%s: at least %d', (figure, floor) => {
    expect(figures[figure]).toBeGreaterThanOrEqual(floor)
  })
})
