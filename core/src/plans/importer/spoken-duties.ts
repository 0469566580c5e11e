import { splitOutsideBrackets } from './brackets.ts'
import { withoutGaps } from './clean-line.ts'
import { keepListSpaces } from './list-spaces.ts'
import type { Block, Node, Outline } from './outline.ts'
import { labelsIn, startsWithLabel } from './tail-labels.ts'
import { hasUnits, readTail, type Tail } from './tails.ts'
import { isCatchAll, isGroup, looksLikeUnit } from './unit-names.ts'

/**
 * Duties that are spoken, without bracket or label: a line of its own (县甲局牵头，县乙局配合), or the last sentence of an item
 * (由县甲局负责，6月底前完成。). A line of its own counts by itself; a sentence counts where the items beside it end in one too,
 * because a sentence alone may be prose.
 */
export function readSpokenDuties(outline: Outline): void {
  const sentences = new Map<string, { all: number; found: { node: Node; at: number; body: string; tail: Tail }[] }>()
  for (const node of outline.nodes) {
    for (const [at, block] of node.blocks.entries()) {
      if (at === 0 || block.tail !== null || block.body === '') continue
      const tail = spokenDuty(block.paragraph.spaced)
      if (tail) node.blocks[at] = { ...block, body: '', tail, unread: null }
    }
    if (node.children.length > 0) continue
    if (node.blocks.length > 2) node.blocks.splice(1, node.blocks.length, ...withSpokenSentences(node.blocks.slice(1)))
    const family = `${node.parent === null ? '' : rootOf(node).id}>${node.style}`
    const entry = sentences.get(family) ?? { all: 0, found: [] }
    sentences.set(family, entry)
    entry.all++
    const last = lastSentence(node.blocks)
    if (last) entry.found.push({ node, ...last })
  }
  // Two items of one section say that it is this document's habit; a section with a single item then follows it.
  const habitual = new Set<string>()
  for (const { all, found } of sentences.values())
    if (found.length >= 2 && found.length >= all * 0.5) habitual.add(found[0]!.node.style)
  for (const { all, found } of sentences.values()) {
    if (found.length < all * 0.5 || !found.some(({ node }) => habitual.has(node.style))) continue
    for (const { node, at, body, tail } of found) node.blocks[at] = { ...node.blocks[at]!, body, tail, unread: null }
  }
}

/** Paragraphs without numbers whose last sentences name units, two or more and at least half of them: the sentences are tails. */
export function withSpokenSentences(blocks: readonly Block[]): Block[] {
  const found = blocks.map((block) => (block.tail === null ? lastSentence([block]) : null))
  const count = found.filter((one) => one !== null).length
  if (count < 2 || count < blocks.length * 0.5) return [...blocks]
  return blocks.map((block, at) => {
    const one = found[at]
    return one ? { ...block, body: one.body, tail: one.tail, unread: null } : block
  })
}

/** True when the last sentence of a paragraph does nothing but name units. */
export function endsInSpokenDuty(text: string): boolean {
  const cut = text.replace(/[。；;\s]+$/, '').lastIndexOf('。')
  return cut > 0 && spokenDuty(text.slice(cut + 1)) !== null
}

function rootOf(node: Node): Node {
  return node.parent === null ? node : rootOf(node.parent)
}

function lastSentence(blocks: readonly Block[]): { at: number; body: string; tail: Tail } | null {
  if (blocks.some((block) => block.tail !== null || block.unread !== null)) return null
  const at = blocks.findLastIndex((block) => block.body !== '')
  const body = blocks[at]?.body ?? ''
  const cut = body.replace(/[。；;\s]+$/, '').lastIndexOf('。')
  const tail = cut < 0 ? null : spokenDuty(asSpaced(body.slice(cut + 1), blocks[at]!.paragraph.spaced))
  return tail ? { at, body: body.slice(0, cut + 1), tail } : null
}

/** 责任单位：…⇥完成时限：…, 县甲局牵头，县乙局配合⇥长期坚持: one line of notation with a tab in it, no row of a table. */
export function isNotationLine(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (filled.length < 2 || filled.length > 5) return false
  return filled.every((cell) => startsWithLabel(cell)) || spokenDuty(filled.join('；')) !== null
}

/** The sentence with the spaces it was printed with: they may part its names. */
function asSpaced(sentence: string, spaced: string): string {
  const end = spaced.replace(/[。；;\s]+$/, '')
  const printed = end.slice(end.lastIndexOf('。') + 1)
  return withoutGaps(printed) === sentence.replace(/[。；;\s]+$/, '') ? printed : sentence
}

const spoken = /(?:牵头|负责|配合|承办|主办|协办|参与|参加|落实|协同|实施)(?=[，,；;。、]|$)/

/** The tail that a sentence of nothing but units, verbs of duty and a date prints; null when it says anything else. */
export function spokenDuty(sentence: string): Tail | null {
  const words = withoutGaps(
    keepListSpaces(
      sentence
        .trim()
        .replace(/[。；;\s]+$/, '')
        .replace(/[ \t]{2,}|\t|\u3000+/g, '；'),
    ),
  )
  if (words.length > 300 || words.length < 5 || /[。！？“”]/.test(words.replace(/《[^》]*》/g, ''))) return null
  if (!spoken.test(words) || (words.match(/[：:]/g) ?? []).length > labelsIn(words).length) return null
  const tail = readTail(words)
  if (tail === null || !hasUnits(tail) || tail.odd.length > 0) return null
  const named = [...tail.lead, ...tail.responsible, ...tail.supporting]
  if (!named.every((name) => looksLikeUnit(name))) return null
  if (named.length === 0 && !splitOutsideBrackets(words, '，,、').every((word) => isGroup(word) || isCatchAll(word)))
    return null
  return tail
}
