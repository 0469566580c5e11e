import { describe, expect, it } from 'vitest'
import { parsePlan } from '@yingshang/core/plans/importer/parse'
import { realTexts, realTextsPresent } from './real-texts.ts'
import { scoreMutations, scoreSeeds } from './run.ts'
import { figuresOf, type Figures } from './score.ts'

// Floors are the level reached, rounded down to the next hundredth. They go up with the importer, and down only when the
// generator learns a notation the importer does not know yet.
const floors: Record<'text' | 'word', [keyof Figures, number][]> = {
  text: [
    ['tasks', 0.99],
    ['triples', 0.99],
    ['deadline', 0.99],
  ],
  word: [
    ['tasks', 0.99],
    ['triples', 0.99],
    ['deadline', 0.99],
  ],
}

describe.each(['text', 'word'] as const)('the importer on 200 made notices read as %s', (as) => {
  const figures = figuresOf(
    scoreSeeds(
      parsePlan,
      Array.from({ length: 200 }, (_, i) => i),
      as,
    ).map((s) => s.score),
  )
  it.each(floors[as])('%s: at least %d', (figure, floor) => {
    expect(figures[figure]).toBeGreaterThanOrEqual(floor)
  })
})

if (realTextsPresent) {
  describe('the importer on real notices printed differently', () => {
    const figures = figuresOf(scoreMutations(parsePlan, realTexts()).map((s) => s.score))
    it.each([
      ['tasks', 1],
      ['triples', 0.99],
      ['deadline', 1],
    ] as const)('%s: at least %d', (figure, floor) => {
      expect(figures[figure]).toBeGreaterThanOrEqual(floor)
    })
  })
} else console.log('the plan texts are not beside the repository: the importer was not tried on them')
