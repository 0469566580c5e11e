/**
 * A document as a reader gives it, before anything is understood: numbered lines, some of them rows of a table.
 * Readers (text, Word, PDF, spreadsheet) live in the server; the importer works on this and on nothing else, so a new
 * document format is one new reader.
 */
export interface SourceCell {
  readonly text: string
  /** Columns this cell covers, ≥ 1. */
  readonly columns: number
  /** Rows this cell covers, ≥ 1, on the row where it starts. */
  readonly rows: number
  /** True when the cell belongs to a vertically merged cell that started in an earlier row (its text is then empty). */
  readonly continued?: boolean
}

export interface SourceLine {
  /** 1-based; for a text file the line of the file, otherwise the running number of the paragraph or row. */
  readonly no: number
  /** The text as printed, automatic numbers included. For a row: its cells joined by a tab. */
  readonly text: string
  /** Set for a row of a table: which table (0-based) and its cells, left to right, one per grid cell that starts here. */
  readonly row?: { readonly table: number; readonly cells: readonly SourceCell[] }
  /** 1-based page where the reader knows it. */
  readonly page?: number
  /** 1–9 when the document marks the paragraph as a heading; 0 for the document's title style. */
  readonly headingLevel?: number
}

export type SourceFormat = 'txt' | 'docx' | 'doc' | 'pdf' | 'xlsx' | 'xls'

export interface SourceDocument {
  readonly format: SourceFormat
  readonly lines: readonly SourceLine[]
  /** Damage a reader repaired while reading (radical code points, spaces between Han characters, a wrong encoding). */
  readonly repairs: readonly { readonly code: string; readonly message: string; readonly line: number }[]
}
