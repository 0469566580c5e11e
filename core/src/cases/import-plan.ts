import type { ImportColumn, ImportProfile } from './import-columns.ts'
import {
  placesOf,
  readImportRow,
  twiceInFile,
  type ImportCells,
  type ImportFault,
  type ImportRow,
  type ImportSurroundings,
} from './import-rows.ts'

/** A whole file, decided on paper: nothing is written by making it. */
export interface ImportPlan {
  /** Rows with anything in them. */
  readonly rows: number
  /** Rows that would become cases, in the file's order. */
  readonly fresh: readonly ImportRow[]
  /** Rows whose number came in before, by this source: they are left as they are, so that a file may come again. */
  readonly known: number
  /** All faults of all rows, by row. */
  readonly faults: readonly ImportFault[]
  readonly faultyRows: number
}

/**
 * Every row is read, and every fault told at once. A faulty row takes no part. `knownNumbers` are the numbers of this source
 * that came in before and were not undone, in the form rows carry them.
 */
export function planImport(
  file: { readonly header: readonly string[]; readonly rows: readonly ImportCells[] },
  profile: ImportProfile,
  around: ImportSurroundings,
  knownNumbers: ReadonlySet<string>,
): ImportPlan {
  const places: Partial<Record<ImportColumn, number>> = placesOf(profile, file.header)
  const filled = file.rows.filter(({ cells }) => cells.some((text) => text.trim() !== ''))
  const faults: ImportFault[] = []
  const good: ImportRow[] = []
  for (const cells of filled) {
    const read = readImportRow(cells, places, profile, around)
    if ('row' in read) good.push(read.row)
    else faults.push(...read.faults)
  }
  const twice = twiceInFile(good)
  const repeated = new Set(twice.map(({ row }) => row))
  const single = good.filter(({ row }) => !repeated.has(row))
  const fresh = single.filter(({ number }) => !knownNumbers.has(number))
  const all = [...faults, ...twice].sort((one, other) => one.row - other.row)
  return {
    rows: filled.length,
    fresh,
    known: single.length - fresh.length,
    faults: all,
    faultyRows: new Set(all.map(({ row }) => row)).size,
  }
}
