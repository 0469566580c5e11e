import type { CheckedPlan } from './checked-plan.ts'
import type { Findings } from './findings.ts'
import type { Node } from './outline.ts'

/** Gaps and repeats in the numbers of a part. A count that starts again at 1 under a new heading is neither. */
export function checkNumbering({ read }: CheckedPlan, findings: Findings): void {
  for (const { outline, tables } of read) {
    const last = new Map<string, Node>()
    for (const node of outline.nodes) {
      if (node.style === 'bullet' || node.value === 0) continue
      const before = last.get(node.style)
      last.set(node.style, node)
      const line = node.blocks[0]!.paragraph.from
      if (before === undefined || (node.value === 1 && node.parent !== before.parent)) {
        if (before === undefined && node.value > 1) findings.add('numbering-gap', line, `从${node.printed}开始`)
        continue
      }
      if (node.value === before.value + 1) continue
      if (node.value > before.value) findings.add('numbering-gap', line, `${before.printed}之后是${node.printed}`)
      else if (node.value === before.value && node.parent === before.parent)
        findings.add('numbering-repeat', line, node.printed)
      else if (node.value !== 1) findings.add('numbering-repeat', line, `${before.printed}之后是${node.printed}`)
    }
    let previous = 0
    for (const { no, from } of tables.tasks) {
      const value = /^\d+$/.test(no) ? Number(no) : 0
      if (value === 0) continue
      if (previous > 0 && value > previous + 1) findings.add('numbering-gap', from, `${previous}之后是${value}`)
      previous = value
    }
  }
}
