import type { PlanPackage } from '@yingshang/core/plans/package'
import type { SourceDocument } from '@yingshang/core/plans/source'
import { seededDice } from './dice.ts'
import { makeNotice, type MadeNotice } from './generate.ts'
import type { Printed } from './mutate.ts'
import { mutations } from './mutations.ts'
import { perfectPackage } from './perfect.ts'
import { scorePlan, type Score } from './score.ts'
import { sourceWithRows } from './source.ts'

export type Importer = (source: SourceDocument) => PlanPackage

export interface Scored {
  name: string
  notation: string[]
  text: string
  gold: Printed['gold']
  score: Score
}

const nothing: PlanPackage = perfectPackage({
  doc: '',
  made: true,
  scope: '',
  notation: '',
  task_count: 0,
  tasks: [],
  stages: [],
  complaint_rule: {},
  indicators: [],
})

/** Scores one text; an importer that throws has found nothing, and says so among the differences. */
export function scoreText(importer: Importer, { text, gold }: Printed, source = sourceWithRows(text)): Score {
  try {
    return scorePlan(importer(source), gold)
  } catch (error) {
    const score = scorePlan(nothing, gold)
    score.differences.unshift(`line 0: stopped: ${error instanceof Error ? error.message : String(error)}`)
    return score
  }
}

/** Scores the made notices of the seeds, read as text files or as Word files. */
export function scoreSeeds(importer: Importer, seeds: readonly number[], as: 'text' | 'word' = 'text'): Scored[] {
  return seeds.map((seed) => {
    const notice: MadeNotice = makeNotice(seed)
    return {
      name: `seed ${seed}`,
      ...notice,
      score: scoreText(importer, notice, as === 'word' ? notice.word : undefined),
    }
  })
}

/** Scores every mutation of every text; the notation of each is the mutation's name. */
export function scoreMutations(importer: Importer, texts: readonly (Printed & { name: string })[]): Scored[] {
  return mutations.flatMap((mutation) =>
    texts.flatMap((from): Scored[] => {
      const to = mutation.apply(from, seededDice(5))
      return to
        ? [{ name: `${mutation.name}: ${from.name}`, notation: [mutation.name], ...to, score: scoreText(importer, to) }]
        : []
    }),
  )
}
