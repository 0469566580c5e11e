import type { SourceCell, SourceDocument, SourceLine } from '@yingshang/core/plans/source'

/** The document a reader would give for a text file: its lines, numbered from 1. */
export function sourceOfText(text: string): SourceDocument {
  const lines = text.replace(/\n$/, '').split('\n').map((line, i): SourceLine => ({ no: i + 1, text: line }))
  return { format: 'txt', lines, repairs: [] }
}

/**
 * The same document as a reader of Word files gives it: lines with tabs are rows of tables with their cells; a run of
 * such lines is one table. Empty cells stay empty (a reader that knows of merged cells would say more).
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
  return { format: 'docx', lines, repairs: [] }
}
