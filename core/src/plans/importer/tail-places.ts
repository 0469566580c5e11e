import { bracketsOf } from './brackets.ts'
import { deadlinePhrase } from './deadlines.ts'
import { withColons } from './spelled-labels.ts'
import { labelsIn, startsWithLabel } from './tail-labels.ts'
import { emptyTail, hasUnits, mergeTails, readTail, type Tail } from './tails.ts'
import { hasRule } from './standing-rules.ts'

/** A paragraph parted into its own words and the notation after or inside them. */
export interface PartedText {
  readonly body: string
  readonly tail: Tail | null
  /** A closing bracket that looks like a tail and could not be read. */
  readonly unread: string | null
}

const closingMarks = /[。；;，,、.．\s]+$/

/** Takes the tails off a paragraph: brackets at its end, labels in the open, brackets inside that name units. */
export function partTail(printed: string): PartedText {
  const text = withColons(printed)
  const tail = emptyTail()
  let found = false
  let unread: string | null = null
  const keep = (read: Tail): void => {
    found = true
    mergeTails(tail, read)
  }
  let body = text
  const whole = wholeLabelled(text)
  if (whole) return { body: '', tail: whole, unread: null }

  const { groups, unclosed } = bracketsOf(body)
  const open = unclosed.find((at) => startsWithLabel(body.slice(at, at + 60)))
  if (open !== undefined && !groups.some((group) => group.start > open && startsWithLabel(group.content))) {
    const read = readTail(body.slice(open + 1))
    if (read) {
      keep(read)
      body = body.slice(0, open)
    }
  }
  const labelled = openLabels(body)
  if (labelled !== null) {
    const read = readTail(body.slice(labelled))
    if (read) {
      keep(read)
      body = body.slice(0, labelled)
    }
  }
  for (const group of bracketsOf(body).groups.toReversed()) {
    if ('《〈'.includes(group.open)) continue
    const atEnd = body.slice(group.end).replace(closingMarks, '') === ''
    const atStart = body.slice(0, group.start).trim() === ''
    const read = readBracket(group.content, atEnd || (atStart && '【〖[〔'.includes(group.open)))
    if (read) {
      keep(read)
      body = atEnd ? body.slice(0, group.start) : body.slice(0, group.start) + body.slice(group.end)
    } else if (atEnd && looksLikeTail(group.content)) unread = group.content
    if (!atEnd && groups.length > 60) break
  }
  if (found && hasUnits(tail) && tail.deadline === '') body = takeClosingDate(body, tail)
  return { body: found ? body.trim() : body, tail: found ? tail : null, unread: found ? null : unread }
}

/** （上半年） or （常态化推进） behind the words of a task whose units were found elsewhere is its deadline. */
function takeClosingDate(body: string, tail: Tail): string {
  const end = body.replace(closingMarks, '').length
  const last = bracketsOf(body).groups.at(-1)
  const deadline = last && last.end === end && !'《〈'.includes(last.open) ? deadlinePhrase(last.content) : null
  if (deadline === null) return body
  tail.deadline = deadline
  return body.slice(0, last!.start)
}

function wholeLabelled(text: string): Tail | null {
  const start = /^[-—·*●\s]+/.exec(text)?.[0].length ?? 0
  const line = text.slice(start)
  if (!startsWithLabel(line)) return null
  const { groups } = bracketsOf(line)
  const first = groups[0]
  const bracketed = first && first.start === 0 && /^[。；;，,.\s]*$/.test(line.slice(first.end))
  // （责任单位：县甲局）做好某事。: the words come after the notation.
  if (first?.start === 0 && !bracketed && /[：:]/.test(first.content)) return null
  return readTail(bracketed ? first.content : line)
}

function readBracket(content: string, atEnd: boolean): Tail | null {
  if (content.length < 2 || content.length > 2000) return null
  if (
    !atEnd &&
    !startsWithLabel(content) &&
    !/(?:负责|牵头|配合|落实|为牵头(?:单位|部门).{0,4}|下同|不再列出)$/.test(content)
  )
    return null
  const read = readTail(content)
  if (!read) return null
  if (
    !hasUnits(read) &&
    read.deadline === '' &&
    read.basis.length === 0 &&
    !read.persons &&
    !(read.rules && hasRule(read.rules))
  )
    return null
  return read
}

/** Where labels in the open begin (。责任单位：…), or null. At least one of them must name units or a deadline. */
function openLabels(body: string): number | null {
  const labels = labelsIn(body).filter((label) => label.role !== 'basis' || label.start > 0)
  const { groups } = bracketsOf(body)
  const free = labels.filter(
    (label) =>
      !groups.some((group) => label.start >= group.start && label.end < group.end) &&
      strong(body, label.start, label.end),
  )
  const first = free[0]
  if (!first || !free.some((label) => label.role !== 'basis' && label.role !== 'person')) return null
  return first.start
}

/** A short bare label (责任：, 进度：) inside a sentence is prose; one that names units or a time limit is notation. */
function strong(body: string, start: number, end: number): boolean {
  return (
    /单位|部门|主体|时限|时间|期限|责任人|领导/.test(body.slice(start, end)) ||
    start === 0 ||
    /[。；;\s）)]$/.test(body.slice(0, start))
  )
}

function looksLikeTail(content: string): boolean {
  if (content.length < 4) return false
  if (content.length <= 200 && /(?:负责|牵头|承办|协办|配合|落实)$/.test(content)) return true
  const words = content.split(/[、，,；;/＋+｜|]/)
  const named = words.filter((word) =>
    /(?:局|委|办|部门|单位|中心|政府|管委会|法院|委员会|公司|街道)$/.test(word),
  ).length
  return (
    (words.length >= 2 && named >= 2) ||
    (/(?:单位|部门|时限|负责|牵头|配合)[^，。]{0,3}[:：]?/.test(content) && named >= 1)
  )
}
