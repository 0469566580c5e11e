import { numberingOf } from './numbering.ts'
import { titleOf } from './outline.ts'
import type { ColumnKind } from './table-columns.ts'
import type { GridCell, GridRow } from './table-grid.ts'
import { isPlaceholder } from './placeholders.ts'
import { partTail } from './tail-places.ts'
import type { TableTask } from './table-task.ts'
import { emptyTail, hasUnits, mergeTails, readDeadlineCell, readUnitCell, type Tail } from './tails.ts'

type RowReader = (
  row: GridRow,
  before: TableTask | undefined,
  section: readonly string[],
  sectionTail: Tail | null,
) => TableTask | null

/**
 * Reads rows of one table. Merged cells count for each row they cover; a row that only goes on with the words of the row
 * before it (a page break inside a row) is put to that task and gives null.
 */
export function rowReader(rows: readonly GridRow[], kinds: readonly ColumnKind[]): RowReader {
  const { sections, words } = wordColumns(rows, kinds)
  const number = kinds.indexOf('no')
  const duties = kinds.flatMap((kind, at) =>
    kind === 'lead' ||
    kind === 'responsible' ||
    kind === 'supporting' ||
    kind === 'deadline' ||
    kind === 'basis' ||
    kind === 'person'
      ? [at]
      : [],
  )
  let above: readonly GridCell[] = []

  return (row, before, section, sectionTail) => {
    const own = (at: number): string => (row.cells[at] && !row.cells[at].carried ? row.cells[at].text : '')
    const ownNumber = number < 0 ? '' : own(number).replace(/[.．、\s]+$/, '')
    const ownWords = words.map((at) => own(at)).filter((text) => text !== '')
    const ownDuties = duties.filter((at) => own(at) !== '')
    const goesOn =
      before !== undefined &&
      ownNumber === '' &&
      number >= 0 &&
      !row.cells[number]?.carried &&
      (ownWords.length === 0 || ownDuties.length === 0 || !/[。；！]$/.test(before.text))
    if (
      goesOn &&
      (ownWords.length > 0 || ownDuties.length > 0) &&
      !(ownWords.length > 0 && ownDuties.length > 0 && numberingOf(ownWords[0]!) !== null)
    ) {
      if (continueTask(before, row, kinds, words, own)) return null
    }
    const text = words.map((at) => textAt(row, at)).filter((piece) => piece !== '')
    const at = (column: number, carryBlank: boolean): string => {
      const cell = row.cells[column]
      if (cell && cell.text !== '') return cell.text
      return carryBlank ? (above[column]?.text ?? '') : ''
    }
    const unitsBlank = duties.every(
      (column) => !/lead|responsible|supporting/.test(kinds[column]!) || textAt(row, column) === '',
    )
    const newSection = sections.some((column) => own(column) !== '' && own(column) !== above[column]?.text)
    const values = kinds.map((_, column) =>
      at(
        column,
        sections.includes(column) ||
          (ownNumber !== '' && !newSection && unitsBlank && duties.includes(column) && merges(kinds[column]!)),
      ),
    )
    above = row.cells.map((cell, column) =>
      cell.text === '' && above[column] && (unitsBlank || !duties.includes(column)) ? above[column] : cell,
    )
    if (text.length === 0) return null
    const first = numberingOf(text[0]!)
    if (first && ownNumber === '' && first.style !== 'bullet') text[0] = text[0]!.slice(first.end)
    const parted = text.map((piece) => partTail(piece.replace(/\n/g, '')))
    const tail = emptyTail()
    for (const [column, kind] of kinds.entries()) readCell(kind, values[column]!, tail)
    for (const { tail: found } of parted) if (found) mergeTails(tail, found)
    if (sectionTail && !hasUnits(tail))
      mergeTails(tail, { ...sectionTail, deadline: tail.deadline === '' ? sectionTail.deadline : '' })
    const bodies = parted.map(({ body }) => body).filter((body) => body !== '')
    return {
      no:
        ownNumber !== ''
          ? ownNumber.replace(/[.．、]$/, '')
          : (first?.printed ?? (number >= 0 ? at(number, false) : '')),
      section: [
        ...section,
        ...sections.map((column) => values[column]!.replace(/\n/g, '')).filter((name) => name !== ''),
      ],
      title: titleOf(bodies),
      text: bodies
        .map((body, index) => (index < bodies.length - 1 && !/[。；：！？，]$/.test(body) ? `${body}。` : body))
        .join(''),
      tail,
      from: row.from,
      to: row.to,
    }
  }
}

/**
 * In a plain text a merged cell prints once; the rows below it are blank there. A row that names one unit of its own has
 * all it wants to name: its other blank cells are empty.
 */
function merges(kind: ColumnKind): boolean {
  return kind === 'lead' || kind === 'responsible' || kind === 'supporting' || kind === 'deadline'
}

function textAt(row: GridRow, at: number): string {
  return row.cells[at]?.text ?? ''
}

function readCell(kind: ColumnKind, value: string, tail: Tail): void {
  if (value === '' || isPlaceholder(value)) return
  if (kind === 'lead' || kind === 'responsible' || kind === 'supporting') readUnitCell(value, kind, tail)
  else if (kind === 'deadline') tail.deadline = readDeadlineCell(value)
  else if (kind === 'basis') tail.basis.push(value.replace(/\n/g, ''))
  else if (kind === 'person') tail.persons = true
}

function continueTask(
  task: TableTask,
  row: GridRow,
  kinds: readonly ColumnKind[],
  words: readonly number[],
  own: (at: number) => string,
): boolean {
  const more = words.map((at) => own(at)).join('')
  // A full sentence of its own with units beside it is a new task that shares the merged number.
  if (
    more !== '' &&
    /[。；]$/.test(task.text) &&
    more.length > 12 &&
    kinds.some((kind, at) => /lead|responsible/.test(kind) && own(at) !== '')
  )
    return false
  task.text += more.replace(/\n/g, '')
  task.title = titleOf([task.text])
  for (const [at, kind] of kinds.entries()) if (own(at) !== '') readCell(kind, own(at), task.tail)
  task.to = row.to
  return true
}

/** Parts the columns of words: one whose cells are merged or repeated over several rows is a section. */
function wordColumns(rows: readonly GridRow[], kinds: readonly ColumnKind[]): { sections: number[]; words: number[] } {
  const sections: number[] = []
  const words: number[] = []
  const columns = kinds.flatMap((kind, at) =>
    kind === 'words' || kind === 'section' || kind === 'name1' || kind === 'name2' ? [at] : [],
  )
  for (const [index, at] of columns.entries()) {
    let shared = 0
    let filled = 0
    let previous = ''
    const distinct = new Set<string>()
    for (const row of rows) {
      if (row.single !== null) continue
      const cell = row.cells[at]
      if (!cell) continue
      filled++
      if (cell.carried || cell.text === '' || cell.text === previous) shared++
      if (cell.text !== '') previous = cell.text
      distinct.add(cell.text)
    }
    const last = index === columns.length - 1
    if (
      !last &&
      (kinds[at] === 'section' ||
        kinds[at] === 'name1' ||
        (filled > 0 && (shared >= filled * 0.34 || (filled >= 5 && distinct.size <= filled * 0.5))))
    )
      sections.push(at)
    else words.push(at)
  }
  return { sections, words }
}
