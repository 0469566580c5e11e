import type { SourceDocument } from '@yingshang/core/plans/source'
import { seededDice } from './dice.ts'
import type { GoldTask, NoticeGold } from './gold.ts'
import { chooseLayout, layOut, layoutTags } from './layout.ts'
import { draftNotice } from './notice.ts'
import { sourceAsWord } from './source.ts'

export interface MadeNotice {
  text: string
  /** The same notice as a reader of Word files gives it, with its merged cells. */
  word: SourceDocument
  gold: NoticeGold
  /** The notations it uses, as `topic:form`; the scorer breaks its figures down by them. */
  notation: string[]
}

/**
 * Makes a whole campaign notice as lines of text, with the answers an importer must find. The same seed gives the same
 * notice. Bodies and places are made; the notations are those of real notices (see CONVENTIONS.md for the readings).
 */
export function makeNotice(seed: number): MadeNotice {
  const dice = seededDice(seed)
  const { draft, stages, complaintRule, indicators, scope } = draftNotice(dice)
  const spacesAllowed = !draft.tags.includes('units: ') && !draft.tags.includes('table-units:broken')
  const habits = chooseLayout(dice, spacesAllowed)
  const laid = layOut(draft.blocks, habits, dice)
  const tasks = draft.tasks.map((task): GoldTask => {
    const own = laid.lines.filter((_, i) => draft.blocks[i]?.task === task)
    const from = Math.min(...own.map(([a]) => a))
    const to = Math.max(...own.map(([, b]) => b))
    return { ...task, line: from, lines: [from, to] }
  })
  const notation = [...new Set([...draft.tags, ...layoutTags(habits)])]
  return {
    text: laid.text,
    word: sourceAsWord(laid.marked),
    notation,
    gold: {
      doc: `made-${seed}.txt`,
      made: true,
      scope,
      notation: notation.join('; '),
      task_count: tasks.length,
      tasks,
      stages,
      complaint_rule: complaintRule,
      indicators,
    },
  }
}
