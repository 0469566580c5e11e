import { startsWithLabel } from './tail-labels.ts'
import { isCatchAll, isGroup, looksLikeUnit, withoutBrackets } from './unit-names.ts'

/**
 * Spaces that part units (县发改委 县财政局) or labels (…局 完成时限：…) carry meaning: they become 、 and ；, before the
 * spaces that a layout put between Chinese characters are removed.
 */
export function keepListSpaces(text: string): string {
  const pieces = text.trim().split(/[ \t\u00A0\u3000\u2002\u2003\u2009]+/)
  if (pieces.length < 2 || pieces.length > 60) return text
  const listed = listedOtherwise(text)
  let kept = pieces[0]!
  for (const piece of pieces.slice(1)) {
    const ended = /[，,；;。、：:]$/.test(kept)
    if (!ended && startsWithLabel(piece)) kept += `；${piece}`
    else if (!ended && !listed && parts(lastName(kept), firstName(piece))) kept += `、${piece}`
    else kept += ` ${piece}`
  }
  return kept
}

/** A list that already has 、 outside brackets is not parted by spaces: those are the layout's. */
function listedOtherwise(text: string): boolean {
  return withoutBrackets(text).includes('、')
}

function parts(left: string, right: string): boolean {
  if (left.length < 3 || right.length < 2 || !isListed(left) || !isListed(right)) return false
  // 市政府 办公室 is one name: where the left side prints its level, the right side prints one too.
  return level.test(left)
    ? level.test(right) || isGroup(right) || isCatchAll(right) || /支行$|分行$|海关$|生态环境局$/.test(right)
    : right.length >= 3
}
const level = /^(?:县|市|区|省|州|镇|团|国家|各|人行|人民银行)/

function isListed(name: string): boolean {
  return name !== '' && name.length <= 24 && (looksLikeUnit(name) || isGroup(name) || isCatchAll(name))
}

function lastName(text: string): string {
  return /(?:^|[：:、，,；;〔【[])([^：:、，,；;〔【[]*)$/.exec(text.slice(-40))?.[1]?.trim() ?? ''
}

function firstName(text: string): string {
  return /^[^：:、，,；;〕】\]]*/.exec(text)?.[0].replace(/[）)]$/, '') ?? ''
}
