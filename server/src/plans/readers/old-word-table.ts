import { cellText } from './line-writer.ts'
import type { LineWriter } from './line-writer.ts'
import type { TableCell } from './old-word-properties.ts'

/** Collects the cells of one table; widths become columns only when the whole table is known. */
export class OldWordTable {
  readonly #rows: { readonly texts: string[][]; readonly cells: readonly TableCell[] }[] = []
  #row: string[][] = []
  #cell: string[] = []

  paragraph(text: string): void {
    this.#cell.push(text)
  }

  endCell(): void {
    this.#row.push(this.#cell)
    this.#cell = []
  }

  endRow(cells: readonly TableCell[]): void {
    if (this.#cell.some((text) => text !== '')) this.endCell()
    this.#rows.push({ texts: this.#row, cells })
    this.#row = []
    this.#cell = []
  }

  write(writer: LineWriter): void {
    if (this.#row.length > 0 || this.#cell.length > 0) this.endRow([])
    if (this.#rows.every((row) => row.texts.length <= 1)) {
      // A table of one column is a frame around text, not a list.
      for (const text of this.#rows.flatMap((row) => row.texts).flat()) {
        writer.paragraph({ label: '', text, title: false, heading: undefined })
      }
      return
    }
    const edges = this.#edges()
    writer.table(
      this.#rows.map(({ texts, cells }) =>
        texts.map((text, at) => {
          const cell = cells[at]
          const continued = cell?.merge === 'continues'
          const columns = cell ? edges.filter((edge) => edge > cell.from + 50 && edge <= cell.to + 50).length : 1
          return { text: continued ? '' : cellText(text), columns: Math.max(1, columns), continued }
        }),
      ),
    )
  }

  /** Right edges of all cells. Edges a hair apart (under a millimetre) are one. */
  #edges(): number[] {
    const all = this.#rows.flatMap((row) => row.cells.map((cell) => cell.to)).sort((a, b) => a - b)
    return all.filter((edge, at) => at === 0 || edge - all[at - 1]! > 50)
  }
}
