import type { SourceCell } from '../source.ts'
import type { Numbering } from './numbering.ts'

/** A cleaned line of the document, before lines are joined into paragraphs. */
export interface Line {
  readonly no: number
  readonly text: string
  readonly spaced: string
  readonly gap: number
  /** Printed with space before its first word. */
  readonly indented: boolean
  /** A page number or running head stood before it. */
  readonly pageBreak: boolean
  readonly numbering: Numbering | null
  readonly label: boolean
  readonly row: { readonly table: number; readonly cells: readonly SourceCell[] } | null
  readonly headingLevel: number | null
}
