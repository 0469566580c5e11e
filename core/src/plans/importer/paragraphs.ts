import { bracketsOf } from './brackets.ts'
import { isDateLine } from './closing-lines.ts'
import { cleanLine, couldBeTitle, isBareNumber, isPageNumber, runningHeads } from './clean-line.ts'
import type { Findings } from './findings.ts'
import { terminal } from './join-evidence.ts'
import { withoutFrames } from './framed-text.ts'
import { joinOf } from './line-joins.ts'
import type { Line } from './line.ts'
import { looseNumbers, withColonAfterWordNumber, withStop } from './loose-numbers.ts'
import { misreadNumbers, withFigures } from './misread-digits.ts'
import { numberingOf, type Numbering } from './numbering.ts'
import type { SourceCell, SourceDocument } from '../source.ts'
import { keepBracketSpaces, keepListSpaces } from './list-spaces.ts'
import { withColons, withLabelColons, withoutLabelGaps, withUsualSigns } from './spelled-labels.ts'
import { holdsLabel, startsWithLabel } from './tail-labels.ts'

/** A paragraph or a table row after repair: what the grammar reads. */
export interface Paragraph {
  readonly text: string
  /** Its place among the document's paragraphs; several may stand on one line, in a cell. */
  readonly place: number
  /** Before spaces were removed; the document's head needs them. */
  readonly spaced: string
  readonly from: number
  readonly to: number
  readonly numbering: Numbering | null
  readonly row: { readonly table: number; readonly cells: readonly SourceCell[] } | null
  /** Blank lines before it. */
  readonly gap: number
  readonly headingLevel: number | null
}

/** The document's lines as whole paragraphs: page numbers gone, broken sentences joined, characters repaired. */
export function paragraphsOf(source: SourceDocument, findings: Findings): Paragraph[] {
  const lines = cleanLines(source, findings)
  const join = joinOf(lines)
  const paragraphs: Paragraph[] = []
  let parts: Line[] = []
  let text = ''
  const flush = (): void => {
    if (parts.length === 0) return
    const first = parts[0]!
    if (
      !first.row &&
      bracketsOf(text).unclosed.some((at) => text.length - at < 400 && !/^[（(]?\d/.test(text.slice(at + 1, at + 3)))
    )
      findings.add('unclosed-bracket', first.no, excerpt(text))
    paragraphs.push({
      text,
      place: paragraphs.length,
      spaced: parts.map((part) => part.spaced).join(''),
      from: first.no,
      to: parts.at(-1)!.no,
      numbering: first.numbering,
      row: first.row,
      gap: first.gap,
      headingLevel: first.headingLevel,
    })
    parts = []
    text = ''
  }
  for (const line of lines) {
    const step = parts.length > 0 ? join(text, parts, line) : null
    if (step === null) {
      flush()
      text = line.text
      parts = [line]
      continue
    }
    if (step.doubled !== '')
      findings.add(
        'repaired-doubled-character',
        [parts.at(-1)!.no, line.no],
        `“${text.slice(-3)}／${line.text.slice(0, 3)}”`,
      )
    findings.add('repaired-broken-line', line.no)
    text = text + step.text.slice(step.doubled.length)
    parts.push(line)
  }
  flush()
  return paragraphs
}

function excerpt(text: string): string {
  return text.length > 16 ? `“${text.slice(0, 16)}…”` : `“${text}”`
}

function cleanLines(source: SourceDocument, findings: Findings): Line[] {
  const lines: Line[] = []
  let gap = 0
  let pageBreak = false
  const all = withoutFrames(source.lines)
  const heads = runningHeads(all.filter(({ row }) => !row).map(({ text }) => text))
  const printed = new Set<string>()
  const titles = firstLines(all)
  const loose = looseNumbers(all)
  const misread = misreadNumbers(all)
  for (let at = 0; at < all.length; at++) {
    const { no, text, row, headingLevel } = all[at]!
    if (row) {
      const cells = row.cells.map((cell) => ({
        ...cell,
        text: cell.text
          .split(/\n/)
          .map((piece) => cleanLine(keepListSpaces(withPlainSigns(piece)), no, findings))
          .join('\n')
          .trim(),
      }))
      const joined = cells.map((cell) => cell.text).join('\t')
      lines.push({
        no,
        text: joined,
        spaced: joined,
        indented: false,
        gap,
        pageBreak,
        numbering: null,
        label: false,
        row: { table: row.table, cells },
        headingLevel: null,
      })
      gap = 0
      pageBreak = false
      continue
    }
    if (text.trim() === '' || isComment(text, no)) {
      gap++
      continue
    }
    if (isPageNumber(text) || (isBareNumber(text) && standsAlone(all[at - 1]?.text, all[at + 1]?.text))) {
      findings.add('repaired-page-number', no)
      pageBreak = true
      gap++
      continue
    }
    if (at >= titleLines && titles.has(text.trim()) && isUnfinished(lines.at(-1)!) && !signs(all, at)) {
      findings.add('repaired-page-number', no)
      pageBreak = true
      gap++
      continue
    }
    if (heads.has(text.trim())) {
      if (printed.has(text.trim())) {
        findings.add('repaired-page-number', no)
        pageBreak = true
        gap++
        continue
      }
      printed.add(text.trim())
    }
    const figures = misread.get(at)
    if (figures !== undefined) findings.add('repaired-misread-digits', no, `“${text.trim().slice(0, 3)}”→“${figures}”`)
    const stripped = withPlainSigns(figures === undefined ? text : withFigures(text, figures))
    const plain = withColons(
      withLabelColons(
        withoutLabelGaps(withUsualSigns(withColonAfterWordNumber(loose.has(at) ? withStop(stripped) : stripped))),
      ),
    )
    const clean = withoutMark(
      cleanLine(holdsLabel(plain) ? keepListSpaces(plain) : keepBracketSpaces(plain), no, findings),
    )
    if (clean === '') continue
    const numbering = numberingOf(clean)
    const label = numbering === null && startsWithLabel(clean)
    lines.push({
      no,
      text: clean,
      spaced: text.trim(),
      indented: /^(?:[ \t]{2,}|\u3000)/.test(text),
      gap,
      pageBreak,
      numbering,
      label,
      row: null,
      headingLevel: headingLevel ?? null,
    })
    gap = 0
    pageBreak = false
  }
  return lines
}

/** A document's title stands in its first lines. */
const titleLines = 12

/** The document's first long lines: its title, which may be printed again at the head of a page. */
function firstLines(lines: SourceDocument['lines']): Set<string> {
  const texts = lines.slice(0, titleLines).flatMap(({ text, row }) => (row ? [] : [text.trim()]))
  const titles = texts.filter((text) => couldBeTitle(text) && !/[，,]/.test(text) && numberingOf(text) === null)
  // A title of two lines may stand on one at the head of a page.
  return new Set([...titles, ...titles.slice(1).map((text, at) => titles[at]! + text)])
}

/** The office's name above a date is the signature, even where it is the title's first line too. */
function signs(lines: SourceDocument['lines'], at: number): boolean {
  const next = lines.slice(at + 1, at + 5).find(({ text }) => text.trim() !== '')
  return next !== undefined && isDateLine(next.text.replace(/\s/g, ''))
}

/** A line in the middle of a sentence or of a list: what belongs between it and the next is a page's own. */
function isUnfinished({ text, row }: Line): boolean {
  return row === null && text.length >= 12 && !terminal.test(text) && !/[）)〕】\]］〗]$/.test(text)
}

/** A first line that tells where a text was taken from is no part of the document. */
function isComment(text: string, no: number): boolean {
  return no <= 3 && /^\s*(?:#|\/\/|来源[：:])\s*.*https?:\/\//i.test(text)
}

/** ——责任单位：…, ※完成时限：…: the mark before a label counts nothing. */
function withoutMark(text: string): string {
  const mark = /^(?:[—–\-·•●◆■▪➢◇□○※★☆▲△◎→]+\s*)+/.exec(text)?.[0].length ?? 0
  return mark > 0 && startsWithLabel(text.slice(mark)) ? text.slice(mark) : text
}

/** Marks of Markdown go, and colons of other widths become the usual one. */
function withPlainSigns(text: string): string {
  return text
    .replace(/^\s*#{1,6}\s+/, '')
    .replace(/\*\*/g, '')
    .replace(/[︰﹕∶]/g, '：')
}

function standsAlone(before: string | undefined, after: string | undefined): boolean {
  return (before === undefined || before.trim() === '') && (after === undefined || after.trim() === '')
}
