import type { Findings } from './findings.ts'
import { repairDigits } from './misread-digits.ts'

// Zero-width and control characters: Unicode's own classes of them, the tab kept.
const invisible = /(?!\t)[\p{Cc}\p{Cf}]/gu
const wideOrRadical = /[０-９Ａ-Ｚａ-ｚ\u2E80-\u2FDF\uF900-\uFAFF]/g
const cjk = '\\u3001-\\u303f\\u3400-\\u9fff\\uff01-\\uff60“”‘’—…'
const gapAfterCjk = new RegExp(`([${cjk}])[ \\t]+`, 'g')
const gapBeforeCjk = new RegExp(`[ \\t]+(?=[${cjk}])`, 'g')
const gapInHan = /[\u4e00-\u9fff] +[\u4e00-\u9fff\d]|\d +[\u4e00-\u9fff]/
const foreignConjunction =
  /([\u4e00-\u9fff”》）]) *\b(and|or|AND|OR|&)\b *(?=[\u4e00-\u9fff“《])|([\u4e00-\u9fff”》）]) *& *(?=[\u4e00-\u9fff“《])/g

/** Lines that are only a page number: — 12 —, - 3 -, 第 3 页 共 9 页, Page 3 of 9. */
export function isPageNumber(text: string): boolean {
  const trimmed = text.trim()
  if (trimmed.length > 20) return false
  return /^(?:[-—–―－·~～_]+\s*\d{1,4}\s*[-—–―－·~～_]+|第\s*\d{1,4}\s*页(?:\s*[，,/、]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|[Pp]age\s*\d+(?:\s*of\s*\d+)?)$/.test(
    trimmed,
  )
}

/** A line that holds nothing but digits: a page number when it stands between two lines of text. */
export function isBareNumber(text: string): boolean {
  return /^\d{1,4}$/.test(text.trim())
}

/**
 * One line put into plain form: full-width digits and letters, radical code points and invisible characters made ordinary,
 * spaces next to Chinese characters and punctuation removed, an English conjunction between Chinese words translated.
 */
export function cleanLine(raw: string, line: number, findings: Findings): string {
  let text = raw
    .replace(/[\u00A0\u3000\u2002\u2003\u2009]/g, ' ')
    .replaceAll('［', '[')
    .replaceAll('］', ']')
    .replaceAll('﹝', '〔')
    .replaceAll('﹞', '〕')
  const ordinary = text.replace(invisible, '').replace(wideOrRadical, (c) => c.normalize('NFKC'))
  if (ordinary !== text) findings.add('repaired-characters', line)
  text = repairDigits(translateConjunctions(ordinary, line, findings).trim(), line, findings)
  if (gapInHan.test(text)) findings.add('repaired-spaces', line)
  return withoutGaps(text)
}

/** Removes the spaces that stand next to Chinese characters or punctuation; keeps those between foreign words. */
export function withoutGaps(text: string): string {
  return text.replace(gapAfterCjk, '$1').replace(gapBeforeCjk, '')
}

function translateConjunctions(text: string, line: number, findings: Findings): string {
  if (!/and|or|AND|OR|&/.test(text)) return text
  return text.replace(
    foreignConjunction,
    (match: string, before: string | undefined, word: string | undefined, other: string | undefined) => {
      const conjunction = word?.toLowerCase() === 'or' ? '或' : '和'
      findings.add('repaired-foreign-word', line, `“${match.trim()}”→“${conjunction}”`)
      return `${before ?? other ?? ''}${conjunction}`
    },
  )
}

/** Words without sentence, number, label or verb of duty: what a title, and the head of a page, looks like. */
export function couldBeTitle(text: string): boolean {
  return (
    text.length >= 8 &&
    text.length <= 60 &&
    !/[。；：:\t]|^[（(〔【[]|负责|牵头|^[\u4e00-\u9fff]{0,6}(?:单位|部门|时限|时间|期限|节点|进度|依据|责任人)/.test(
      text,
    )
  )
}

/**
 * Lines printed again and again, such as a running head: the same words three times or more, no sentence, no number, no
 * label, part of the document's own title lines or of its first lines.
 */
export function runningHeads(lines: readonly string[]): Set<string> {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const text = line.trim()
    if (!couldBeTitle(text)) continue
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const first = new Set(lines.slice(0, 40).map((line) => line.replace(/\s/g, '')))
  const heads = new Set<string>()
  for (const [text, count] of counts) {
    const words = text.replace(/\s/g, '')
    if (count >= 3 && [...first].some((line) => line.includes(words))) heads.add(text)
  }
  return heads
}
