import { hasDuty, ownTail, type Node, type Outline } from './outline.ts'
import { readTail, hasUnits, type Tail } from './tails.ts'

const opening =
  /^[（(〔【[]?\s*(?:以上|上述)(?:各项|所有|全部|[\d一二三四五六七八九十]+[项条])?(?:具体|重点|主要)?(?:工作任务|任务|工作|事项|措施|内容|举措)?[，,]?(?:均|都|全部|统一)?(?:需|须|应)?由?(?=[\u4e00-\u9fff])/

/**
 * 以上任务由县甲局牵头，县乙局配合，6月底前完成: a line below the last item of a section that names the units of all of them. It
 * is given to every item above that names none, and is no part of the last.
 */
export function shareClosingDuties({ nodes, roots }: Outline): void {
  const settled = new Set<Node>()
  for (const node of nodes) {
    for (const [at, block] of node.blocks.entries()) {
      const tail = at > 0 ? closingTail(block.paragraph.text) : null
      if (tail === null) continue
      node.blocks.splice(at, 1)
      const last = itemOf(node)
      const family = last.parent?.children ?? roots
      // Up to the last item that an earlier line of the kind speaks of.
      for (let back = family.lastIndexOf(last); back >= 0 && !settled.has(family[back]!); back--) {
        share(family[back]!, tail)
        settled.add(family[back]!)
      }
      break
    }
  }
}

function closingTail(text: string): Tail | null {
  const m = opening.exec(text)
  if (!m || text.length > 300) return null
  const words = text.slice(m[0].length).replace(/[。；\s]+$/, '')
  const tail = readTail(/^[（(〔【[]/.test(text) ? words.replace(/[）)〕】\]]$/, '') : words)
  return tail !== null && hasUnits(tail) && tail.odd.length === 0 ? tail : null
}

/** A line below the last point of an item speaks of the items, not of the points. */
function itemOf(node: Node): Node {
  const { parent } = node
  return parent !== null && /[。；]/.test(parent.blocks[0]!.body) ? itemOf(parent) : node
}

function share(item: Node, tail: Tail): void {
  const own = ownTail(item)
  if (hasDuty(own) && hasUnits(own)) return
  const { paragraph } = item.blocks[0]!
  item.blocks.push({ paragraph: { ...paragraph, text: '' }, body: '', tail, unread: null })
}
