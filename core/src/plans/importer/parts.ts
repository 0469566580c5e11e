import { annexHeadingOf } from './annex-heading.ts'
import { isDateLine, isOfficeLine, isPrintNote } from './closing-lines.ts'
import { freshIds } from './fresh-ids.ts'
import { hasDuty } from './outline.ts'
import type { Paragraph } from './paragraphs.ts'
import { endsInSpokenDuty, spokenDuty } from './spoken-duties.ts'
import { partTail } from './tail-places.ts'
import { hasUnits } from './tails.ts'

/** The main text or one annex. */
export interface Part {
  /** `main`, `annex1`, `annex2` …; stable as long as the annex keeps its printed number. */
  readonly id: string
  readonly title: string
  /** Paragraphs between the title and the first number: remarks, stated totals. */
  readonly paragraphs: readonly Paragraph[]
  readonly from: number
}

export interface DocumentParts {
  /** Everything before the first number of the main text. */
  readonly head: readonly Paragraph[]
  readonly parts: readonly Part[]
  /** Names of the attachments as the main text lists them. */
  readonly attachments: readonly string[]
  /** Lines of signature, date and print notes at the end of the main text. */
  readonly closing: readonly Paragraph[]
}

/** Parts a document into head, main text and annexes. */
export function partsOf(paragraphs: readonly Paragraph[]): DocumentParts {
  const attachments: string[] = []
  const starts: { at: number; number: string; rest: string }[] = []
  const listed = new Set<number>()
  readAttachmentLists(paragraphs, attachments, starts, listed)
  const firstStart = starts[0]?.at ?? paragraphs.length
  const main = paragraphs.slice(0, firstStart).filter((_, at) => !listed.has(at))
  const { body, closing } = withoutClosing(main)
  const firstNumber = firstOfOutline(body)
  const head = body.slice(0, firstNumber)
  const parts: Part[] = [
    { id: 'main', title: '', paragraphs: body.slice(firstNumber), from: body[firstNumber]?.from ?? 1 },
  ]
  const fresh = freshIds()
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1]?.at ?? paragraphs.length
    const inside = paragraphs.slice(start.at + 1, end).filter((_, at) => !listed.has(start.at + 1 + at))
    const { title, used } = titleOf(start.rest, inside)
    parts.push({
      id: fresh(`annex${start.number === '' ? index + 1 : start.number}`),
      title,
      paragraphs: inside.slice(used),
      from: paragraphs[start.at]!.from,
    })
  }
  return { head, parts, attachments, closing }
}

/** An 附件 line is the start of an annex, or one of the lines that list them: the list comes first and has its names with it. */
function readAttachmentLists(
  paragraphs: readonly Paragraph[],
  attachments: string[],
  starts: { at: number; number: string; rest: string }[],
  listed: Set<number>,
): void {
  const headings = paragraphs.flatMap((paragraph, at) => {
    const heading = paragraph.row ? null : annexHeadingOf(paragraph.text)
    return heading ? [{ at, ...heading }] : []
  })
  const last = new Map<string, number>()
  for (const heading of headings) last.set(heading.number, heading.at)
  const numbered = headings.some((heading) => heading.number !== '')
  for (const heading of headings) {
    if (listed.has(heading.at)) continue
    const rest = heading.rest.replace(/^\d{1,2}\s*[.．、]\s*/, '')
    const hasLaterTwin = last.get(heading.number)! > heading.at
    const isList =
      hasLaterTwin ||
      (heading.number === '' &&
        (rest !== heading.rest || followsNumberedNames(paragraphs, heading.at) || (rest !== '' && numbered))) ||
      (heading.number === '' && rest !== '' && nothingFollows(paragraphs, heading.at))
    if (!isList) {
      starts.push({
        at: heading.at,
        number: /^\d+$/.test(heading.number) ? heading.number : hanToDigits(heading.number),
        rest: heading.rest,
      })
      continue
    }
    listed.add(heading.at)
    if (rest !== '') attachments.push(nameOf(rest))
    if (heading.number !== '') continue
    for (let at = heading.at + 1; at < paragraphs.length; at++) {
      const paragraph = paragraphs[at]!
      if (
        paragraph.row ||
        paragraph.numbering?.style !== 'arabic' ||
        paragraph.text.length > 80 ||
        /。./.test(paragraph.text)
      )
        break
      if (paragraph.numbering.value !== attachments.length + 1) break
      listed.add(at)
      attachments.push(nameOf(paragraph.text.slice(paragraph.numbering.end)))
    }
  }
}

const hanToDigits = (number: string): string => {
  const at = '一二三四五六七八九十'.indexOf(number)
  return number !== '' && at >= 0 ? String(at + 1) : number
}

function nameOf(text: string): string {
  return text.replace(/[。；;，,]+$/, '').trim()
}

function followsNumberedNames(paragraphs: readonly Paragraph[], at: number): boolean {
  const [first, second] = [paragraphs[at + 1], paragraphs[at + 2]]
  const isName = (p: Paragraph | undefined, n: number): boolean =>
    p?.numbering?.style === 'arabic' && p.numbering.value === n && p.text.length < 60 && !/[。；：，]/.test(p.text)
  return (
    isName(first, 1) &&
    (isName(second, 2) || paragraphs.slice(at + 2, at + 12).some((p) => annexHeadingOf(p.text) !== null))
  )
}

function nothingFollows(paragraphs: readonly Paragraph[], at: number): boolean {
  return !paragraphs.slice(at + 1).some((paragraph) => paragraph.numbering !== null || paragraph.row !== null)
}

/** The title of an annex: what stands on the 附件 line, or the unpunctuated lines after it. */
function titleOf(rest: string, inside: readonly Paragraph[]): { title: string; used: number } {
  if (rest !== '') return { title: rest, used: 0 }
  let title = ''
  let used = 0
  for (const paragraph of inside) {
    if (used >= 3 || paragraph.numbering !== null || /[。；：:]$/.test(paragraph.text) || paragraph.text.length > 60)
      break
    if (paragraph.row) {
      const cells = paragraph.row.cells.filter((cell) => cell.text !== '')
      if (title === '' && cells.length === 1 && paragraph.row.cells.length === 1) {
        title = cells[0]!.text.replace(/\n/g, '')
        used++
      }
      break
    }
    if (
      title !== '' &&
      (/^[（(]/.test(paragraph.text) || /(?:清单|一览表|方案|台账|分工表|分解表|指标表|汇总表|目录|表)$/.test(title))
    )
      break
    title += paragraph.text
    used++
  }
  return { title, used }
}

/** The first paragraph that carries a number of the outline; a table counts too, and words that name units for a task. */
function firstOfOutline(paragraphs: readonly Paragraph[]): number {
  for (const [at, { row, numbering, text, spaced }] of paragraphs.entries()) {
    if (row !== null || numbering !== null) return at
    if (!/[：:】\]〕）)]|负责|牵头|配合|落实/.test(text)) continue
    const { body, tail } = partTail(text)
    if (tail && hasUnits(tail) && body !== '') return at
    if (at > 0 && ((tail && hasDuty(tail)) || spokenDuty(spaced))) return at - 1
    if (endsInSpokenDuty(text) && paragraphs[at + 1] && endsInSpokenDuty(paragraphs[at + 1]!.text)) return at
  }
  return paragraphs.length
}

/** Takes signature, date and print notes off the end. */
function withoutClosing(paragraphs: readonly Paragraph[]): { body: Paragraph[]; closing: Paragraph[] } {
  let end = paragraphs.length
  while (end > 0) {
    const { text, numbering, row } = paragraphs[end - 1]!
    if (row || numbering !== null || !(isDateLine(text) || isPrintNote(text) || isOfficeLine(text))) break
    end--
  }
  return { body: paragraphs.slice(0, end), closing: paragraphs.slice(end) }
}
