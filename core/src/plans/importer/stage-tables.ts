import type { GridRow } from './table-grid.ts'
import { columnRole } from './tail-labels.ts'

/** A stage as a row of a table prints it. */
export interface StageRow {
  readonly name: string
  readonly period: string
  readonly line: number
}

const stageHeader = /^(?:实施|工作|推进|活动|行动|任务)?(?:阶段|步骤|环节)(?:名称|划分|安排)?$/
const timeHeader = /^(?:起止|实施|工作|推进|时间|完成|计划)?(?:时间|时限|日期|期限|进度)(?:安排|节点|范围|要求)?$/
const ordinal = /^第[一二三四五六七八九十\d]+阶段[：:、\s]*/

/**
 * Where a table is a plan of stages: a column of stages, one of time, and nobody to do it. Gives the columns; null for
 * every other header.
 */
export function stageColumns(header: GridRow): { name: number; period: number } | null {
  const heads = header.cells.map((cell) => cell.text.replace(/\s/g, ''))
  const name = heads.findIndex((head) => stageHeader.test(head))
  const period = heads.findIndex((head, at) => at !== name && timeHeader.test(head))
  if (name < 0 || period < 0 || heads.some((head) => /lead|responsible|supporting/.test(columnRole(head) ?? '')))
    return null
  return { name, period }
}

/** The stages that the rows below such a header print, in their order; rows that go on with a stage are its work. */
export function stagesInRows(rows: readonly GridRow[], { name, period }: { name: number; period: number }): StageRow[] {
  const found: StageRow[] = []
  for (const row of rows) {
    const [named, printed] = [row.cells[name], row.cells[period]]
    if (!named || !printed || row.single !== null) continue
    if ((named.carried || named.text === '') && (printed.carried || printed.text === '')) continue
    if (printed.text === '') continue
    const words = named.text.replace(/\n/g, '')
    found.push({ name: words.replace(ordinal, '') || words, period: printed.text.replace(/\n/g, ''), line: row.from })
  }
  return found
}
