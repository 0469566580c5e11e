import { hasDuty, isBare, ownTail, type Block, type Node, type Outline } from './outline.ts'
import { unnumberedItems } from './unnumbered-items.ts'

/**
 * Where a list prints units once after several sub-items (1. … 2. … 责任单位：…), the notation belongs to the item above them.
 * Seen from the whole part: among the parents of one kind, only last children carry a tail. Those tails are moved up.
 */
export function liftTails(outline: Outline): void {
  const kinds = new Map<string, Node[]>()
  for (const node of outline.nodes) {
    if (node.children.length === 0) continue
    const kind = `${node.style}>${node.children[0]!.style}`
    const entry = kinds.get(kind)
    if (entry) entry.push(node)
    else kinds.set(kind, [node])
  }
  // Deepest first, so that a tail can rise more than one level.
  for (const parents of [...kinds.values()].sort((a, b) => b[0]!.depth - a[0]!.depth)) {
    const several = parents.filter((parent) => parent.children.length > 1)
    const last = several.filter((parent) => hasDuty(deepTail(parent.children.at(-1)!)))
    const others = several.some((parent) => parent.children.slice(0, -1).some((child) => hasDuty(deepTail(child))))
    if (others || last.length === 0 || parents.some((parent) => hasDuty(ownTail(parent)))) continue
    const standalone = last.filter((parent) =>
      parent.children.at(-1)!.blocks.some((block) => block.tail !== null && block.body === ''),
    )
    if (last.length < 2 && standalone.length === 0) continue
    if (last.length < several.length * 0.5) continue
    for (const parent of parents) lift(parent)
  }
}

function deepTail(node: Node): ReturnType<typeof ownTail> {
  return ownTail(node) ?? (node.children.length > 0 ? deepTail(node.children.at(-1)!) : null)
}

function lift(parent: Node): void {
  let child = parent.children.at(-1)!
  while (!hasDuty(ownTail(child)) && child.children.length > 0) child = child.children.at(-1)!
  for (const [index, block] of child.blocks.entries()) {
    if (!block.tail) continue
    parent.blocks.push({ paragraph: block.paragraph, body: '', tail: block.tail, unread: null })
    child.blocks[index] = { paragraph: block.paragraph, body: block.body, tail: null, unread: null }
  }
}

export type Reading = 'task' | 'section' | 'text'

const stageWords = /阶段|步骤|安排/

/**
 * Says of every node whether it is a task, a section above tasks, or text. The level that carries the notation is the
 * level of the tasks; where a section carries it, the items below inherit it.
 */
export function readingsOf(outline: Outline, title: string): Map<Node, Reading> {
  const readings = new Map<Node, Reading>()
  const below = new Map<Node, boolean>()
  for (const node of outline.nodes.toReversed()) {
    below.set(
      node,
      node.children.some((child) => dutyOf(child) || below.get(child) === true),
    )
  }
  const visit = (node: Node, inherited: boolean): void => {
    const own = dutyOf(node)
    if (node.holdsRows && node.children.length === 0) {
      readings.set(node, 'section')
    } else if (below.get(node)) {
      readings.set(
        node,
        own &&
          ownTail(node) !== null &&
          !isBare(node) &&
          unitsOf(node) &&
          !outline.nodes.some(
            (other) => other !== node && other.style === node.style && isBare(other) && other.children.length > 0,
          )
          ? 'task'
          : 'section',
      )
      for (const child of node.children) visit(child, inherited || own)
    } else if (node.children.length > 0 && isBare(node) && (own || inherited) && childrenAreTasks(node)) {
      readings.set(node, 'section')
      for (const child of node.children) visit(child, true)
    } else {
      readings.set(node, own || inherited ? 'task' : 'text')
      if (!own && !inherited) for (const child of node.children) visit(child, false)
    }
  }
  for (const root of outline.roots) visit(root, false)
  fillSiblings(outline, readings)
  if (outline.rows.length === 0 && outline.part.id !== 'main' && /清单|任务|分工|分解|措施|台账/.test(title))
    fillBareList(outline, readings)
  return readings
}

function unitsOf(node: Node): boolean {
  const tail = ownTail(node)
  return (
    tail !== null &&
    tail.lead.length + tail.responsible.length + tail.supporting.length + tail.groups.length + tail.catchAll.length > 0
  )
}

/** A stage, or an item under 实施步骤: a date in its brackets is its period, no deadline. */
function underStages(node: Node): boolean {
  const heading = (one: Node): string => one.blocks[0]!.paragraph.text.slice(0, 40)
  return (
    stageWords.test(heading(node)) ||
    (node.parent !== null && /步骤|阶段|(?:时间|进度|工作|实施)安排/.test(heading(node.parent)))
  )
}

/** A tail, or a closing bracket that looks like one; a stage's period is none. */
function dutyOf(node: Node): boolean {
  const tail = ownTail(node)
  if (hasDuty(tail)) return unitsOf(node) || tail.persons || !underStages(node)
  return node.blocks.some((block) => block.unread !== null)
}

/** Under a heading with units: items below 一 or （一） are tasks; （1） or ① below 1. are parts of the task, as is all above units printed last. */
function childrenAreTasks(node: Node): boolean {
  if (
    node.blocks.some(
      (block) => block.tail !== null && block.paragraph.place > node.children[0]!.blocks[0]!.paragraph.place,
    )
  )
    return false
  return /^(?:han|paren-han|第|word-)/.test(node.style)
}

/** An item without notation among items that have it is a task whose notation is missing, not plain text. */
function fillSiblings(outline: Outline, readings: Map<Node, Reading>): void {
  const families = new Map<string, Node[]>()
  for (const node of outline.nodes) {
    const family = `${node.parent?.id ?? ''}>${node.style}`
    const entry = families.get(family)
    if (entry) entry.push(node)
    else families.set(family, [node])
  }
  const overParagraphs = headingsOverParagraphs(outline)
  for (const family of families.values()) {
    // Headings over paragraphs without numbers are no tasks themselves.
    if (family.some((node) => overParagraphs.has(node.style))) continue
    const tasks = family.filter((node) => readings.get(node) === 'task').length
    if (tasks < 2 || tasks < family.length * 0.5) continue
    for (const node of family) {
      if (readings.get(node) !== 'text') continue
      if (node.children.some((child) => readings.get(child) !== 'text')) continue
      readings.set(node, 'task')
    }
  }
}

/** An annexed list of tasks that names no unit at all: its lowest numbered level are the tasks. */
function fillBareList(outline: Outline, readings: Map<Node, Reading>): void {
  if (outline.nodes.some((node) => readings.get(node) === 'task')) return
  for (const node of outline.nodes) {
    if (node.children.length === 0 && /^(?:arabic|paren-han|han|decimal|第条|第项)/.test(node.style))
      readings.set(node, 'task')
    else if (node.children.length > 0) readings.set(node, 'section')
  }
}

/** Numbering styles of headings under which paragraphs without numbers are the tasks: some heading has several of them. */
export function headingsOverParagraphs(outline: Outline): Set<string> {
  const styles = new Set<string>()
  for (const node of outline.nodes) {
    const first = node.blocks[0]!
    if (first.tail !== null || !isBareBlock(first)) continue
    if (unnumberedItems(node.blocks.slice(1)).length >= 2) styles.add(node.style)
  }
  return styles
}

export function isBareBlock(block: Block): boolean {
  // 围绕企业所需，做好以下工作： leads on to what follows and says nothing of its own.
  const body = block.body.replace(/。[^。]{0,60}[：:]$/, '。')
  return body.length <= 60 && !/[。；].|；$/.test(body)
}
