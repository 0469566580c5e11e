interface PageOf<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  /** There are others beyond `total`. */
  readonly more: boolean
}

export interface Gathered<Row> {
  readonly rows: readonly Row[]
  /** Not all of them: the list is longer than `most`. */
  readonly cut: boolean
}

/**
 * Reads page after page until all rows are there, at most `most`. A row that moved to a later page meanwhile is taken
 * once. `told` hears how many of how many there are.
 */
export async function gatherPages<Row>(
  readPage: (page: number) => Promise<PageOf<Row>>,
  keyOf: (row: Row) => string,
  most: number,
  told: (read: number, of: number) => void,
): Promise<Gathered<Row>> {
  const found = new Map<string, Row>()
  for (let page = 1; ; page++) {
    const { rows, total, more } = await readPage(page)
    for (const row of rows) if (!found.has(keyOf(row))) found.set(keyOf(row), row)
    const of = Math.min(total, most)
    told(Math.min(found.size, of), of)
    const over = found.size > most || (found.size === most && (more || total > most))
    if (rows.length === 0 || found.size >= of) return { rows: [...found.values()].slice(0, most), cut: over }
  }
}
