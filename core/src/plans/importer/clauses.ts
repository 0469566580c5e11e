import { freshIds } from './fresh-ids.ts'
import { headingOf, type Node } from './outline.ts'
import type { PlanPackage } from '../package.ts'
import type { ReadPart } from './read-part.ts'
import type { TableTask } from './table-task.ts'

export type Clause = PlanPackage['clauses'][number]

/**
 * Every numbered place as a clause, in the order of the text. Ids come from the printed numbers, so the same clause has the
 * same id in the next version of the notice: `2.7`, `annex1.2.6`; a row of a table is `annex2.r17`.
 */
export function clausesOf(read: readonly ReadPart[]): { clauses: Clause[]; ofRow: Map<TableTask, string> } {
  const clauses: Clause[] = []
  const ofRow = new Map<TableTask, string>()
  for (const { part, title, outline, tables } of read) {
    const first = part.paragraphs[0]
    if (part.id !== 'main') {
      clauses.push({
        id: part.id,
        number: '',
        heading: title,
        text: outline.intro.map((paragraph) => paragraph.text).join('\n'),
        lines: [part.from, outline.intro.at(-1)?.to ?? part.from],
      })
    } else if (first && (outline.intro.length > 0 || tables.tasks.length > 0)) {
      clauses.push({
        id: 'main',
        number: '',
        heading: title,
        text: outline.intro.map((paragraph) => paragraph.text).join('\n'),
        lines: [first.from, outline.intro.at(-1)?.to ?? first.from],
      })
    }
    for (const node of outline.nodes) clauses.push(clauseOf(node))
    const fresh = freshIds()
    let rows = 0
    for (const task of tables.tasks) {
      rows++
      const id = fresh(`${part.id}.r${/^\d+$/.test(task.no) ? task.no : rows}`)
      ofRow.set(task, id)
      clauses.push({ id, number: task.no, heading: task.title, text: task.text, lines: [task.from, task.to] })
    }
  }
  return { clauses, ofRow }
}

function clauseOf(node: Node): Clause {
  const own = node.blocks.filter((block, at) => at === 0 || block.body !== '' || node.children.length === 0)
  return {
    id: node.id,
    number: node.printed,
    heading: headingOf(node),
    text: own
      .map(({ paragraph }) =>
        paragraph.numbering && paragraph === node.blocks[0]!.paragraph
          ? paragraph.text.slice(paragraph.numbering.end)
          : paragraph.text,
      )
      .join('\n'),
    lines: [node.blocks[0]!.paragraph.from, Math.max(...own.map(({ paragraph }) => paragraph.to))],
  }
}
