import type { Outline } from './outline.ts'
import type { Part } from './parts.ts'
import type { ReadTables } from './table-task.ts'

/** A part with everything read from it, before dates are settled. */
export interface ReadPart {
  readonly part: Part
  readonly title: string
  readonly outline: Outline
  readonly tables: ReadTables
}
