import { blockOf, titleOf } from './outline.ts'
import type { ReadPart } from './read-part.ts'
import { spokenDuty, withSpokenSentences } from './spoken-duties.ts'
import { emptyTail, mergeTails } from './tails.ts'
import type { FoundTask } from './tasks.ts'
import { unnumberedItems } from './unnumbered-items.ts'

/** Tasks of a list that numbers nothing: paragraphs with words and notation before (or without) any number. */
export function remarkTasks({ outline, part }: ReadPart): FoundTask[] {
  const blocks = outline.intro.map((paragraph) => {
    const block = blockOf(paragraph, 0)
    const spoken = block.tail === null ? spokenDuty(paragraph.spaced) : null
    return spoken ? { ...block, body: '', tail: spoken, unread: null } : block
  })
  return unnumberedItems(withSpokenSentences(blocks)).map((item) => {
    const tail = emptyTail()
    for (const block of item) if (block.tail) mergeTails(tail, block.tail)
    const bodies = item.map(({ body }) => body).filter((body) => body !== '')
    return {
      no: '',
      section: [],
      title: titleOf(bodies),
      text: bodies.join('\n'),
      tail,
      inherited: null,
      lines: [item[0]!.paragraph.from, item.at(-1)!.paragraph.to],
      clause: part.id,
      unread: [],
    }
  })
}
