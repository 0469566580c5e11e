import type { Node } from './outline.ts'
import type { PlanPackage } from '../package.ts'

export type Category = PlanPackage['categories'][number]

/**
 * The trees of problems a plan names. Two groups, stable names: `problem-groups`, the kinds of problems to be collected
 * (…等问题；…等问题；…), and `problem-heads`, the short heads of the feedback rule (围绕甲、乙、丙等问题).
 */
export function categoriesOf(nodes: readonly Node[]): Category[] {
  const groups = longest(nodes.map(problemGroups), 3)
  const heads = longest(nodes.map(problemHeads), 4)
  return [
    ...groups.map((name) => ({ group: 'problem-groups', name })),
    ...heads.map((name) => ({ group: 'problem-heads', name })),
  ]
}

function longest(candidates: readonly string[][], least: number): string[] {
  let best: string[] = []
  for (const names of candidates) if (names.length >= least && names.length > best.length) best = names
  return best
}

function textOf(node: Node): string {
  return node.blocks.map((block) => block.body).join('')
}

const lead = /^.*(?:收集|梳理|征集|排查|查找|整治|解决|聚焦|围绕|包括|重点(?:是|为)?|如下|以下)+[：:]?/

/** Pieces between semicolons that each end in 等问题. */
function problemGroups(node: Node): string[] {
  const text = textOf(node)
  if ((text.match(/问题[；。]/g) ?? []).length < 3) return []
  for (const sentence of text.split('。')) {
    const pieces = sentence.split('；').filter((piece) => piece.endsWith('问题'))
    if (pieces.length < 3) continue
    return pieces.map((piece, at) => {
      const name = piece.replace(/(?:等)?(?:的)?(?:方面)?(?:突出)?问题$/, '')
      return (at === 0 ? name.replace(lead, '') : name).replace(/^[，,：:]/, '')
    })
  }
  return []
}

/** The short words, parted by 、, of a sentence 围绕…等问题. */
function problemHeads(node: Node): string[] {
  let best: string[] = []
  for (const m of textOf(node).matchAll(
    /(?:围绕|聚焦|针对|对|解决)([^。；，]{8,160}?)等(?:方面)?(?:的)?(?:突出|重点|难点)?问题/g,
  )) {
    const names = m[1]!.split('、').map((name) => name.trim())
    if (names.length < 4 || names.some((name, at) => at > 0 && (name.length > 14 || name.length < 2))) continue
    names[0] = names[0]!.replace(/^.*(?:以及|及|和|包括|重点是)/, '')
    if (names.length > best.length) best = names
  }
  return best
}
