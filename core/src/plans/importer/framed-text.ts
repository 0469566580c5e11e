import { joinUnitLines } from './list-spaces.ts'
import { numberingOf } from './numbering.ts'
import type { SourceCell, SourceDocument, SourceLine } from '../source.ts'
import { columnsOf, isNumberHeader } from './table-columns.ts'
import { columnRole, startsWithLabel } from './tail-labels.ts'

type Row = SourceLine & { readonly row: NonNullable<SourceLine['row']> }

/**
 * Tables that are no lists but paper: a frame around a text, a plan inside a cell, a form with one label and its value after
 * the other. Their words become lines of their own, with the row's number, so that they are read as text.
 */
export function withoutFrames(printed: SourceDocument['lines']): SourceDocument['lines'] {
  if (!printed.some(({ row }) => row)) return printed
  const lines = printed.map((line) => (isRow(line) && isNotationRow(line.row.cells) ? joinedNotation(line) : line))
  const open: SourceLine[] = []
  let table: Row[] = []
  const flush = (): void => {
    if (table.length === 0) return
    const kind = frameOf(table)
    open.push(...(kind === null ? table : table.flatMap((row) => (kind === 'form' ? formLines(row) : textLines(row)))))
    table = []
  }
  for (const line of lines) {
    if (!isRow(line)) {
      // Blank lines stand between the rows of a table that a text file prints.
      if (line.text.trim() !== '') flush()
      if (table.length === 0) open.push(line)
      continue
    }
    if (table.length > 0 && table[0]!.row.table !== line.row.table) flush()
    table.push(line)
  }
  flush()
  return open
}

function isRow(line: SourceLine): line is Row {
  return line.row !== undefined
}

/** A row of nothing but labels with their values is a line of notation, whatever parts them. */
function isNotationRow(cells: readonly SourceCell[]): boolean {
  const filled = cells.filter(({ text }) => text.trim() !== '')
  return filled.length > 0 && filled.every(({ text }) => startsWithLabel(text.trim()))
}

function joinedNotation(row: Row): SourceLine {
  const cells = row.row.cells.map(({ text }) => text.trim()).filter((text) => text !== '')
  return plain(row, cells.map((text) => text.replace(/\n+/g, '、').replace(/[；;。]$/, '')).join('；'))
}

function frameOf(rows: readonly Row[]): 'text' | 'form' | null {
  const filled = rows.map(({ row }) => row.cells.filter((cell) => cell.text.trim() !== ''))
  const long = filled.some((cells) => cells.some(holdsItems))
  const alone = filled.every((cells) => cells.length <= 1)
  const forms = filled.filter((cells) => isFormRow(cells)).length
  const form = forms >= 2 && forms >= filled.filter((cells) => cells.length > 0).length * 0.7
  if ((!long && !alone && !form) || hasHeader(rows)) return null
  return form ? 'form' : 'text'
}

/** A cell of several paragraphs, two of them numbered items with words of their own. */
function holdsItems({ text }: SourceCell): boolean {
  if (text.length < 120 || !text.includes('\n')) return false
  const lines = text.split('\n')
  return lines.length >= 4 && lines.filter((line) => numberingOf(line.trim()) !== null).length >= 2
}

/** Labels and values by turns; two labels side by side are a header. */
function isFormRow(cells: readonly SourceCell[]): boolean {
  return cells.length >= 2 && cells.length % 2 === 0 && isLabel(cells[0]!) && !isLabel(cells[1]!)
}

/** A label of a form: 牵头单位, 完成时限, 任务名称, 序号. */
function isLabel({ text }: SourceCell): boolean {
  const plain = text.replace(/[\s：:]/g, '')
  return plain.length <= 10 && (columnRole(plain) !== null || isNumberHeader(plain) || namesTask.test(plain))
}

const namesTask =
  /^(?:任务|事项|项目|工作|重点|主要|具体|措施|举措)(?:任务|事项|项目|工作|措施|举措|内容|要求|目标)?(?:名称|内容|标题)?$/

function hasHeader(rows: readonly Row[]): boolean {
  return rows.slice(0, 8).some(({ no, row }) => {
    const cells = row.cells.map(({ text }) => ({ text: text.trim(), carried: false }))
    if (cells.every(({ text }) => text === '' || isLabel({ text, columns: 1, rows: 1 })) === false) return false
    return columnsOf({ cells, from: no, to: no, under: null, single: null }, undefined) !== null
  })
}

const namesText = /^(?:文件|通知|方案|公文)?(?:名称|标题|题名|文号|字号|正文|内容|全文|主题)$/

/** The words of each cell; the label of a text (正文 | 一、…) is none of its words. */
function textLines(row: Row): SourceLine[] {
  const cells = row.row.cells.filter(({ text }) => text.trim() !== '')
  const words = cells.length > 1 && namesText.test(cells[0]!.text.replace(/[\s：:]/g, '')) ? cells.slice(1) : cells
  return words.flatMap(({ text }) => text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [plain(row, line)])))
}

/** 牵头单位 | 县甲局 | 完成时限 | 6月底 → one line for each label; a number goes before the name after it. */
function formLines(row: Row): SourceLine[] {
  const cells = row.row.cells.filter(({ text }) => text.trim() !== '')
  if (cells.length % 2 !== 0 || !isLabel(cells[0]!)) return textLines(row)
  const lines: SourceLine[] = []
  let number = ''
  for (let at = 0; at < cells.length; at += 2) {
    const label = cells[at]!.text.replace(/[\s：:]/g, '')
    const value = cells[at + 1]!.text
    if (isNumberHeader(label) && /^[\d一二三四五六七八九十]{1,3}$/.test(value.trim())) {
      number = `${value.trim()}.`
      continue
    }
    const named = number !== '' || /(?:名称|标题)$/.test(label)
    lines.push(plain(row, named ? number + value.replace(/\n+/g, '') : `${label}：${joined(label, value)}`))
    number = ''
  }
  return lines
}

function joined(label: string, value: string): string {
  return /lead|responsible|supporting/.test(columnRole(label) ?? '') ? joinUnitLines(value) : value.replace(/\n+/g, '')
}

function plain({ no, page }: Row, text: string): SourceLine {
  return { no, text, ...(page === undefined ? {} : { page }) }
}
