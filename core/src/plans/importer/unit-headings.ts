import type { Node, Outline } from './outline.ts'
import { emptyTail } from './tails.ts'
import { readUnits } from './unit-lists.ts'
import { isSurelyUnit } from './unit-names.ts'

const counted = /[（(]\s*(?:共)?\d+\s*[项条个件][^（()）]{0,4}[）)]$/
const dutyWords =
  /(?:(牵头|主办|主责)(?:负责|落实|办理|推进|实施)?|(配合|协办|参与)|负责|承办|落实|办理|承担)?(?:的)?(?:重点|主要)?(?:工作)?(?:任务|事项|工作|项目|清单|部分)$/

/**
 * 三、县卫健委 / 四、县信访局牵头事项（3项）: headings that are units name the units of the items below them. One such
 * heading may be a heading about a unit; two of a level are the list's order.
 */
export function readUnitHeadings(outline: Outline): void {
  const named = new Map<string, { node: Node; units: string[]; role: 'lead' | 'responsible' | 'supporting' }[]>()
  for (const node of outline.nodes) {
    if (node.children.length === 0 && !node.holdsRows) continue
    const heading = node.blocks[0]!
    const words = heading.body.replace(counted, '').replace(/[：:]$/, '')
    const duty = dutyWords.exec(words)
    const name = duty ? words.slice(0, duty.index) : words
    if (heading.tail !== null || !name.split('、').every((part) => isSurelyUnit(part))) continue
    const entry = named.get(node.style) ?? []
    const units = readUnits(name.replace(/[（(].*$/, '')).units.map((unit) => unit.name)
    entry.push({ node, units, role: duty?.[1] ? 'lead' : duty?.[2] ? 'supporting' : 'responsible' })
    named.set(node.style, entry)
  }
  for (const headings of named.values()) {
    if (headings.length < 2) continue
    for (const { node, units, role } of headings)
      node.blocks[0] = { ...node.blocks[0]!, tail: { ...emptyTail(), [role]: units, explicitLead: role === 'lead' } }
  }
}
