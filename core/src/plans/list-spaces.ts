import { startsWithLabel } from './tail-labels.ts'
import { isCatchAll, isGroup, looksLikeUnit } from './unit-names.ts'

/**
 * Spaces that part units (县发改委 县财政局) or labels (…局　　完成时限：…) carry meaning: they become 、 and ；, before the
 * spaces that a layout put between Chinese characters are removed.
 */
export function keepListSpaces(text: string): string {
  const pieces = text.trim().split(/[ \t\u00A0\u3000\u2002\u2003\u2009]+/)
  if (pieces.length < 2 || pieces.length > 60) return text
  let kept = pieces[0]!
  for (const piece of pieces.slice(1)) {
    const ended = /[，,；;。、：:]$/.test(kept)
    if (!ended && startsWithLabel(piece)) kept += `；${piece}`
    else if (!ended && isListed(lastName(kept)) && isListed(firstName(piece))) kept += `、${piece}`
    else kept += ` ${piece}`
  }
  return kept
}

function isListed(name: string): boolean {
  return name !== '' && name.length <= 24 && (looksLikeUnit(name) || isGroup(name) || isCatchAll(name))
}

function lastName(text: string): string {
  return /(?:^|[：:、，,；;〔【[])([^：:、，,；;〔【[]*)$/.exec(text.slice(-40))?.[1]?.trim() ?? ''
}

function firstName(text: string): string {
  return /^[^：:、，,；;〕】\]]*/.exec(text)?.[0].replace(/[）)]$/, '') ?? ''
}
