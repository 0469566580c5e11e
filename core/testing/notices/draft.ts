import type { GoldTask } from './gold.ts'

/** A task before the layout has given it lines. */
export type DraftTask = Omit<GoldTask, 'line' | 'lines'>

/**
 * Signs inside the cells of rows that a text file cannot show and a Word file can: the cell is merged with the one above,
 * covered by the one to its left, or broken into paragraphs.
 */
export const cellMerged = '\uE000'
export const cellCovered = '\uE001'
export const cellBreak = '\uE002'
/** Covered by the one to its left, and left out of a text file together with its tab. */
export const cellDropped = '\uE003'

/** One paragraph (or one row of a table) of the notice; the layout turns it into one or more lines. */
export interface Block {
  text: string
  /** The task this paragraph belongs to; the first such block is where the task starts. */
  task?: DraftTask
  /** A row of a table: its cells are joined by tabs and it is never broken over lines. */
  row?: boolean
  /** Never cut by a page break (title lines, signature). */
  rigid?: boolean
}

/** What one part of the notice adds: paragraphs, answers, and the notations it used. */
export interface Draft {
  blocks: Block[]
  tasks: DraftTask[]
  tags: string[]
}

export function emptyDraft(): Draft {
  return { blocks: [], tasks: [], tags: [] }
}

export function append(to: Draft, from: Draft): void {
  to.blocks.push(...from.blocks)
  to.tasks.push(...from.tasks)
  to.tags.push(...from.tags)
}
