import { cellBreak, cellCovered, cellDropped, cellMerged } from './draft.ts'
import type { SourceCell, SourceDocument, SourceLine } from '@yingshang/core/plans/source'

/** The document a reader would give for a text file: its lines, numbered from 1. */
export function sourceOfText(text: string): SourceDocument {
  const lines = text
    .replace(/\n$/, '')
    .split('\n')
    .map((line, i): SourceLine => ({ no: i + 1, text: line }))
  return { format: 'txt', lines, repairs: [] }
}

/** The document as a reader of Word files gives it, from lines that still hold the signs of merged and broken cells. */
export function sourceAsWord(marked: string): SourceDocument {
  const plain = sourceWithRows(marked)
  const open = new Map<string, SourceCell & { rows: number }>()
  const lines = plain.lines.map((line): SourceLine => {
    if (!line.row) return line
    const { table } = line.row
    const cells: (SourceCell & { rows: number; columns: number })[] = []
    line.row.cells.forEach(({ text }, column) => {
      const left = cells.at(-1)
      if ((text === cellCovered || text === cellDropped) && left) {
        left.columns++
        return
      }
      const merged = text === cellMerged
      const cell = {
        text: merged ? '' : text.replaceAll(cellBreak, '\n'),
        columns: 1,
        rows: 1,
        ...(merged ? { continued: true } : {}),
      }
      const above = open.get(`${table} ${column}`)
      if (merged && above) above.rows++
      else open.set(`${table} ${column}`, cell)
      cells.push(cell)
    })
    return { ...line, text: cells.map((cell) => cell.text.replaceAll('\n', ' ')).join('\t'), row: { table, cells } }
  })
  return { ...plain, format: 'docx', lines }
}

/**
 * The same text as a reader of text files gives it: lines with tabs are rows of tables with their cells; a run of such
 * lines is one table, and empty cells stay empty.
 */
export function sourceWithRows(text: string): SourceDocument {
  let table = -1
  let inTable = false
  const plain = sourceOfText(text)
  const lines = plain.lines.map((line): SourceLine => {
    if (!line.text.includes('\t')) {
      inTable = false
      return line
    }
    if (!inTable) table++
    inTable = true
    const cells = line.text.split('\t').map((cell): SourceCell => ({ text: cell, columns: 1, rows: 1 }))
    return { ...line, row: { table, cells } }
  })
  return { format: 'txt', lines, repairs: [] }
}
