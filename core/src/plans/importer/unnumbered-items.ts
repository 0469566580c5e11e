import type { Block } from './outline.ts'
import { emptyTail, hasUnits, mergeTails } from './tails.ts'

/**
 * Paragraphs without numbers parted into items: words with notation at their end, or words and the lines of notation after
 * them. Only items that name units are given; paragraphs that belong to none are left out.
 */
export function unnumberedItems(blocks: readonly Block[]): Block[][] {
  const items: Block[][] = []
  let waiting: Block[] = []
  for (const block of blocks) {
    const current = items.at(-1)
    if (block.tail === null) {
      waiting.push(block)
      continue
    }
    const deadlineOnly = !hasUnits(block.tail)
    if (block.body !== '') items.push([...(titled(waiting) ? waiting.slice(-1) : []), block])
    else if (current && (waiting.length === 0 || (deadlineOnly && !hasDeadline(current))))
      current.push(...waiting, block)
    else if (waiting.length > 0) items.push([...(items.length > 0 ? waiting : ownWords(waiting)), block])
    waiting = []
  }
  return items.filter((item) => {
    const tail = emptyTail()
    for (const block of item) if (block.tail) mergeTails(tail, block.tail)
    return hasUnits(tail)
  })
}

/** A short line without a full stop before the words is their title. */
function titled(waiting: readonly Block[]): boolean {
  const body = waiting.at(-1)?.body ?? ''
  return body !== '' && body.length <= 40 && !/[。；：:，]/.test(body)
}

/** Before the first item stand remarks too: only the last paragraph, with its title, is the item's. */
function ownWords(waiting: readonly Block[]): readonly Block[] {
  return waiting.slice(titled(waiting.slice(0, -1)) ? -2 : -1)
}

function hasDeadline(item: readonly Block[]): boolean {
  return item.some((block) => block.tail !== null && block.tail.deadline !== '')
}
