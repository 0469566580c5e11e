import { startsWithLabel } from './tail-labels.ts'
import { isCatchAll, isGroup, looksLikeUnit, withoutBrackets } from './unit-names.ts'

/**
 * Spaces that part units (县发改委 县财政局) or labels (…局 完成时限：…) carry meaning: they become 、 and ；, before the
 * spaces that a layout put between Chinese characters are removed.
 */
export function keepListSpaces(text: string): string {
  const pieces = text.trim().split(/[ \t\u00A0\u3000\u2002\u2003\u2009]+/)
  if (pieces.length < 2 || pieces.length > 60) return text
  const listed = listedOtherwise(pieces)
  let kept = pieces[0]!
  for (const piece of pieces.slice(1)) {
    const ended = /[，,；;。、：:]$/.test(kept)
    if (!ended && startsWithLabel(piece)) kept += `；${piece}`
    else if (!ended && !listed && parts(lastName(kept), firstName(piece))) kept += `、${piece}`
    else kept += ` ${piece}`
  }
  return kept
}

/** A list that has 、 between its names is not parted by spaces: those are the layout's. A group may have one inside. */
function listedOtherwise(pieces: readonly string[]): boolean {
  return pieces.some((piece) => !/(?:^|[：:，,；;])各[^，,；;]*$/.test(piece) && withoutBrackets(piece).includes('、'))
}

function parts(left: string, right: string): boolean {
  if (left.length < 3 || right.length < 2 || !isListed(left) || !isListed(right)) return false
  // 市政府 办公室 is one name.
  if (level.test(right) || isGroup(right) || isCatchAll(right)) return true
  return right.length >= 3 && !partOfName.test(right)
}
const partOfName =
  /^(?:办公室|办公厅|委员会|管委会|领导小组|指挥部|中心|分局|分公司|支行|管理局|事务局|服务局|监管局|建设局|保障局|发展局|旅游局|执法局|事务中心|服务中心|管理办公室)$/
const level = /^(?:县|市|区|省|州|镇|团|国家|各|人行|人民银行)/

function isListed(name: string): boolean {
  return name !== '' && name.length <= 24 && (looksLikeUnit(name) || isGroup(name) || isCatchAll(name))
}

function lastName(text: string): string {
  return /(?:^|[：:、，,；;〔【[])([^：:、，,；;〔【[]*)$/.exec(text.slice(-40))?.[1]?.trim() ?? ''
}

function firstName(text: string): string {
  if (text.startsWith('各')) return text.split(/[，,；;：:]/)[0]!.replace(/、/g, '')
  return /^[^：:、，,；;〕】\]]*/.exec(text)?.[0].replace(/[）)]$/, '') ?? ''
}
