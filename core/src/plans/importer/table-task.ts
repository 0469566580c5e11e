import type { ReadIndicator } from './indicators.ts'
import type { StageRow } from './stage-tables.ts'
import type { Tail } from './tails.ts'

/** A task as a row of a table prints it. */
export interface TableTask {
  readonly no: string
  readonly section: string[]
  title: string
  text: string
  readonly tail: Tail
  from: number
  to: number
}

export interface ReadTables {
  readonly tasks: TableTask[]
  readonly indicators: ReadIndicator[]
  readonly stages: StageRow[]
  /** First lines of tables without a header whose columns were told from their cells. */
  readonly inferred: number[]
  /** First lines of tables that were not understood. */
  readonly unread: number[]
  /** Words across a whole row: remarks, standing rules, the table's own title. */
  readonly remarks: { text: string; line: number }[]
}
