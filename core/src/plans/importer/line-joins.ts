import { isAnnexHeading } from './annex-heading.ts'
import { bracketsOf } from './brackets.ts'
import { cleanLine } from './clean-line.ts'
import { signatureLines } from './closing-lines.ts'
import { doubledAcross, joinEvidence, terminal, widthOfText } from './join-evidence.ts'
import { createFindings } from './findings.ts'
import { endsInLabel, labelCutBetween, labelGoesOn } from './label-lines.ts'
import { keepListSpaces, separateNames } from './list-spaces.ts'
import type { Line } from './line.ts'
import { spokenDuty } from './spoken-duties.ts'

const maxBracketLines = 14
/** No paragraph of a notice has more lines; a text without any full stop must not grow into one. */
const maxLines = 300

/** How a line goes on from the one before. */
export interface Join {
  /** The character that a page break printed twice, or ''. */
  readonly doubled: string
  /** The words that are put on, the doubled character still among them. */
  readonly text: string
}

/**
 * Decides for a document whether a line continues the paragraph before it. The evidence is taken from the document itself:
 * whether its text was wrapped at a fixed width, and whether the items of a numbering level usually end in a full stop.
 */
export function joinOf(lines: readonly Line[]): (text: string, parts: readonly Line[], next: Line) => Join | null {
  const evidence = joinEvidence(lines)
  const { wrap, wrapCharacters } = evidence
  const signature = signatureLines(lines)
  const counts = new Map<string, number>()

  return (text, parts, next) => {
    const first = parts[0]!
    const listed = first.label && !next.row && /\s/.test(next.spaced) ? inList(next) : next.text
    const joined = parts.length < maxLines && decide(text, first, parts.at(-1)!, parts.length, next, listed)
    if (parts.length === 1 && first.numbering) counts.set(first.numbering.style, first.numbering.value)
    if (!joined) return null
    // One name below the other: 配合单位：县甲局⏎县乙局.
    if (first.label && separateNames(lastListed(text), listed)) return { doubled: '', text: `、${listed}` }
    return { doubled: doubledAcross(text, listed, evidence), text: listed }
  }

  function decide(text: string, first: Line, last: Line, length: number, next: Line, listed: string): boolean {
    if (first.row || next.row || next.headingLevel !== null || first.headingLevel === 0) return false
    if (signature.has(next)) return false
    if (isAnnexHeading(next.text) || isAnnexHeading(text)) return false
    if (labelCutBetween(text, next.text) || /^[、，,；;：:。）)〕】\]］〗》”]/.test(next.text)) return true
    const open = length <= maxBracketLines && openBracket(text)
    const unfinished = !terminal.test(text)
    if (next.numbering) {
      if (!open && !unfinished) return false
      return !plausible(next, first) && (open || /[，、,]$/.test(text) || isFull(last))
    }
    if (open) return !(next.label && /[。；;]$/.test(text))
    if (next.label) return false
    if (first.label || endsInLabel(text))
      return (isFull(last) && unfinished) || labelGoesOn(text, listed, next.gap > 0 && !next.pageBreak)
    if (evidence.indents && next.indented && next.gap === 0 && last.gap === 0) return false
    if (!unfinished || standsAlone(text, last, next)) return false
    if (/[，、,]$/.test(text) || goesOnWithDate(text, next.text)) return true
    if (/[）)〕】\]］〗]$/.test(text) && !isFull(last)) return false
    if (fieldName.test(next.text) && !isFull(last)) return false
    if (isFull(last)) return true
    if (wrap > 0 && last.gap === 0 && next.gap === 0 && length > 1) return false
    if (first.numbering) {
      if (/[。；]/.test(text)) return true
      const stopped = first.numbering.style === 'han' ? 0 : evidence.stopped(first.numbering.style)
      return (stopped >= 0.6 && text.length >= 16) || (stopped >= 0.8 && text.length >= 5)
    }
    return (
      /[，。；,]/.test(text) &&
      text.length >= (next.pageBreak ? 6 : 15) &&
      !/^[（(].*[）)]$/.test(text) &&
      !/^\d{4}年\d/.test(next.text)
    )
  }

  /** A heading's units on a line of their own: 一、甲类⏎县甲局、县乙局按职责分工负责. */
  function standsAlone(text: string, last: Line, next: Line): boolean {
    return text.length <= 60 && !/[，、；,;]$/.test(text) && !isFull(last) && spokenDuty(next.spaced) !== null
  }

  function isFull(line: Line): boolean {
    const { length } = line.spaced
    return (
      (wrap > 0 && widthOfText(line.text) >= wrap - 4) ||
      (wrapCharacters > 0 && (length === wrapCharacters || length === wrapCharacters - 2))
    )
  }

  /** A number at a line's start is an item's when it opens or goes on with a count. */
  function plausible(next: Line, first: Line): boolean {
    const { style, value } = next.numbering!
    // After ⑳ the count goes on as （21）.
    if (value <= 1 || (first.numbering?.style === 'circled' && first.numbering.value === value - 1)) return true
    const before = first.numbering?.style === style ? first.numbering.value : counts.get(style)
    return before !== undefined && value > before && value <= before + 3
  }
}

function lastListed(text: string): string {
  return /[^：:、，,；;】]*$/.exec(text)?.[0] ?? ''
}

/** 2023年6⏎月底, 6月20日⏎之前. */
function goesOnWithDate(text: string, next: string): boolean {
  return (
    (/[\d年月]$/.test(text) && /^[\d年月日号]/.test(next)) ||
    (/[年月日底末旬]$/.test(text) && /^(?:之前|以前|前)(?:[，,。；;）)]|完成|$)/.test(next))
  )
}

/** A line that goes on with a list, the spaces between its names kept. What was repaired in it is said elsewhere. */
function inList(line: Line): string {
  return cleanLine(keepListSpaces(line.spaced, true), line.no, createFindings())
}

/** 工作内容：… opens a field of a card. */
const fieldName =
  /^(?:工作|主要|具体|任务|重点|目标|推进|整改|存在|改革)?(?:内容|措施|举措|任务|目标|要求|问题|做法|步骤|成效|名称|事项)[：:]/

function openBracket(text: string): boolean {
  const near = text.slice(-1200)
  return bracketsOf(near).unclosed.length > 0
}
