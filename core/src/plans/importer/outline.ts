import { freshIds } from './fresh-ids.ts'
import type { Numbering } from './numbering.ts'
import type { Paragraph } from './paragraphs.ts'
import type { Part } from './parts.ts'
import { startsWithLabel } from './tail-labels.ts'
import { partTail } from './tail-places.ts'
import { emptyTail, hasUnits, mergeTails, type Tail } from './tails.ts'

/** A paragraph of a node with its notation parted off. */
export interface Block {
  readonly paragraph: Paragraph
  /** The words without number and tail. */
  readonly body: string
  readonly tail: Tail | null
  readonly unread: string | null
}

/** A numbered place of the text: a heading, an item, a sub-item. */
export interface Node {
  readonly id: string
  readonly part: Part
  readonly style: string
  readonly value: number
  readonly printed: string
  readonly parent: Node | null
  readonly blocks: Block[]
  readonly children: Node[]
  readonly depth: number
  /** Rows of a table stand under it. */
  holdsRows: boolean
}

/** A row of a table with the numbered place it stands under. */
export interface OutlineRow {
  readonly paragraph: Paragraph
  readonly under: Node | null
}

export interface Outline {
  readonly part: Part
  readonly roots: Node[]
  /** Every node, in the order of the text. */
  readonly nodes: Node[]
  /** Paragraphs before the first number. */
  readonly intro: readonly Paragraph[]
  readonly rows: readonly OutlineRow[]
}

/** Builds the tree of a part: a known numbering style goes back to its level, a new one opens a level below. */
export function outlineOf(part: Part): Outline {
  const roots: Node[] = []
  const nodes: Node[] = []
  const intro: Paragraph[] = []
  const rows: OutlineRow[] = []
  const stack: Node[] = []
  const fresh = freshIds()
  for (const [at, paragraph] of part.paragraphs.entries()) {
    const { numbering } = paragraph
    if (paragraph.row) {
      const under = stack.at(-1) ?? null
      if (under) under.holdsRows = true
      rows.push({ paragraph, under })
      continue
    }
    if (!numbering) {
      const node = stack.at(-1)
      if (node) node.blocks.push(blockOf(paragraph, 0))
      else intro.push(paragraph)
      continue
    }
    const style = outgrown(numbering, stack) ? 'circled' : numbering.style
    const above = stack.findLast((node) => node.style !== style)
    if (above && isNotation(paragraph, numbering) && !hasWordsBelow(part.paragraphs[at + 1])) {
      above.blocks.push(blockOf(paragraph, numbering.end))
      continue
    }
    const level = stack.findIndex((node) => node.style === style)
    if (level >= 0) stack.length = level
    else if (afterList(numbering, stack.at(-1))) stack.length = stack.filter((node) => isChapter(node.style)).length
    const parent = stack.at(-1) ?? null
    const siblings = parent ? parent.children : roots
    const node: Node = {
      id: fresh(idOf(part, parent, numbering.value || siblings.length + 1)),
      part,
      style,
      value: numbering.value,
      printed: numbering.printed,
      parent,
      blocks: [blockOf(paragraph, numbering.end)],
      children: [],
      depth: stack.length,
      holdsRows: false,
    }
    siblings.push(node)
    nodes.push(node)
    stack.push(node)
  }
  return { part, roots, nodes, intro, rows }
}

/** （2）责任单位：…, （3）完成时限：… among the points of an item: a point that is nothing but notation belongs to the item. */
function isNotation({ text }: Paragraph, { end }: Numbering): boolean {
  const words = text.slice(end)
  if (!startsWithLabel(words)) return false
  const { body, tail } = partTail(words)
  return body === '' && hasDuty(tail)
}

/** 1.责任单位：… with the words of the task in the next paragraph is the task itself. */
function hasWordsBelow(next: Paragraph | undefined): boolean {
  return next !== undefined && next.numbering === null && next.row === null && partTail(next.text).tail === null
}

/** 一、工作要求 behind a list of tasks that stood without a heading is no part of the last task: it opens what comes next. */
function afterList({ style, value }: Numbering, last: Node | undefined): boolean {
  return style === 'han' && value === 1 && last !== undefined && !isChapter(last.style) && hasDuty(ownTail(last))
}

function isChapter(style: string): boolean {
  return /^第(?:章|节|编|部分)$/.test(style)
}

/** Circled numbers end with the font: after ⑳ the count goes on as （21） or 21. on the same level. */
function outgrown({ style, value }: Numbering, stack: readonly Node[]): boolean {
  if (!/arabic/.test(style) || value < 11) return false
  const circled = stack.find((node) => node.style === 'circled')
  return circled?.value === value - 1 && !stack.some((node) => node.style === style && node.value === value - 1)
}

/** A paragraph parted into words and notation; `skip` characters of number go first. */
export function blockOf(paragraph: Paragraph, skip: number): Block {
  return { paragraph, ...partTail(paragraph.text.slice(skip)) }
}

/** `2.7` for 二（七） of the main text, `annex1.2.6` inside an annex. */
function idOf(part: Part, parent: Node | null, value: number): string {
  if (parent) return `${parent.id}.${value}`
  return part.id === 'main' ? String(value) : `${part.id}.${value}`
}

/** A heading with its number, as a section is printed: 四、主要任务. */
export function sectionName(node: Node): string {
  const heading = headingOf(node)
  if (node.style === 'han') return `${node.printed}、${heading}`
  return /^(?:arabic|decimal)/.test(node.style) ? `${node.printed}.${heading}` : `${node.printed}${heading}`
}

/** The node's own notation, all its paragraphs together; null when it has none. */
export function ownTail(node: Node): Tail | null {
  let merged: Tail | null = null
  for (const block of node.blocks) {
    if (!block.tail) continue
    merged ??= emptyTail()
    mergeTails(merged, block.tail)
  }
  return merged
}

export function hasDuty(tail: Tail | null): tail is Tail {
  return tail !== null && (hasUnits(tail) || tail.deadline !== '' || tail.persons)
}

/** The words of a heading: up to its first full stop, without closing punctuation. */
export function headingOf(node: Node): string {
  return titleOf(node.blocks.map((block) => block.body))
}

/** A heading only: one short paragraph, no sentence in it. */
export function isBare(node: Node): boolean {
  const words = node.blocks.filter((block) => block.body !== '')
  if (words.length > 1) return false
  const body = words[0]?.body ?? ''
  return body.length <= 60 && !/[。；;].|[。；]$/.test(body.replace(/。$/, ''))
}

/** 任务名称：甲事 is called 甲事. */
const nameLabel =
  /^(?:任务|事项|项目|工作|措施|举措|具体|重点)(?:任务|事项|项目|措施|举措|工作)?(?:名称|标题|内容)?[：:]\s*(?=\S)/

/** First sentence of a text: to the first 。 outside quotes and brackets, or to an early colon. */
export function titleOf(bodies: readonly string[]): string {
  const first = (bodies.find((body) => body !== '') ?? '').replace(nameLabel, '')
  let depth = 0
  for (let at = 0; at < first.length; at++) {
    const c = first[at]!
    if ('（(〔[【《“‘'.includes(c)) depth++
    else if ('）)〕]】》”’'.includes(c)) depth = Math.max(0, depth - 1)
    else if ('。！？'.includes(c) && depth === 0) return trimTitle(first.slice(0, at))
    else if (
      c === '.' &&
      at > 1 &&
      /[\u4e00-\u9fff”）)]/.test(first[at - 1]!) &&
      !/[\dA-Za-z]/.test(first[at + 1] ?? '')
    )
      return trimTitle(first.slice(0, at))
    else if (
      '：:'.includes(c) &&
      depth === 0 &&
      at >= 3 &&
      at <= 40 &&
      at < first.length - 1 &&
      !/[，,；;、]/.test(first.slice(0, at))
    )
      return trimTitle(first.slice(0, at))
  }
  return trimTitle(first)
}

function trimTitle(text: string): string {
  return text.replace(/[。；：，、.;:,！!\s]+$/, '').trim()
}
